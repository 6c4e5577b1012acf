using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

/// <summary>How a member that creates a connection is told where to connect.</summary>
internal enum ConnectionShape
{
    /// <summary>A connection string, or a builder of one.</summary>
    Text,

    /// <summary>An Aspire integration: the name of a connection string.</summary>
    Name,

    /// <summary>A Redis configuration text or <c>ConfigurationOptions</c>.</summary>
    Redis,

    /// <summary>A lambda that sets up Redis options.</summary>
    RedisOptions,

    /// <summary>A RabbitMQ connection factory.</summary>
    Rabbit,

    /// <summary>A client of <see cref="ClientApis"/>, or its settings: what carries the address is listed.</summary>
    Client,
}

/// <param name="Technology">What it connects to.</param>
/// <param name="Owners">Simple names of the types that declare the member; for constructors, their namespaces.</param>
/// <param name="Shape">How it is told where to connect.</param>
/// <param name="Options">What the member itself brings.</param>
internal sealed record ConnectionApi(StoreTechnology Technology, ImmutableArray<string> Owners, ConnectionShape Shape, params string[] Options)
{
    /// <summary>Parameters, properties (<c>=Name</c>) and keys (<c>[name]</c>) that hold the address, best first.</summary>
    public string[] Carriers { get; init; } = [];

    /// <summary>Simple name of the type argument without which the member is none of the technology; null when there is none.</summary>
    public string? TypeArgument { get; init; }
}

/// <summary>The members that create a connection to a database, cache or broker, by name; no package is needed to know them.</summary>
internal static class ConnectionApis
{
    public const string RetryOnFailure = "retryOnFailure";

    /// <summary>The connection is named by an Aspire integration; the app host decides where it points.</summary>
    public const string Aspire = "aspire";

    /// <summary>The provider is for a managed service only.</summary>
    public const string Managed = "managed";

    public const string HostList = "hostList";

    /// <summary>Connecting succeeds without a server; the client connects as soon as there is one.</summary>
    public const string ConnectsLater = "abortConnect=false";

    /// <summary>A setting that cannot be seen decides whether connecting succeeds without a server.</summary>
    public const string MayConnectLater = "abortConnect=unknown";

    private static readonly Dictionary<string, List<ConnectionApi>> Methods = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, List<ConnectionApi>> Constructors = new(StringComparer.Ordinal);

    static ConnectionApis()
    {
        EntityFramework();
        Drivers();
        Redis();
        AspireIntegrations();
        Add(Constructors, "ConnectionFactory", StoreTechnology.RabbitMq, ConnectionShape.Rabbit, ["RabbitMQ.Client"]);
        Add(Methods, "Host", StoreTechnology.RabbitMq, ConnectionShape.Text, ["RabbitMqHostConfigurationExtensions", "IRabbitMqBusFactoryConfigurator"]);
        foreach (var (name, isConstructor, api) in ClientApis.All())
        {
            Add(isConstructor ? Constructors : Methods, name, api);
        }
    }

    public static IEnumerable<string> MethodNames => Methods.Keys;

    public static IEnumerable<string> TypeNames => Constructors.Keys;

    /// <summary>All members of that name, whoever declares them.</summary>
    public static IReadOnlyList<ConnectionApi> MethodsNamed(string name) => Methods.TryGetValue(name, out var apis) ? apis : [];

    public static IReadOnlyList<ConnectionApi> ConstructorsOf(string type) => Constructors.TryGetValue(type, out var apis) ? apis : [];

    public static ConnectionApi? Method(IMethodSymbol method) => Find(Methods, method.Name, method.ContainingType.Name, method.TypeArguments);

    public static ConnectionApi? Constructor(string type, string containingNamespace) => Find(Constructors, type, containingNamespace, ImmutableArray<ITypeSymbol>.Empty);

    /// <summary>Other types of the technology of an API that are given addresses where they are created.</summary>
    public static IEnumerable<string> TypesOf(ConnectionApi api) =>
        Constructors.Where(c => c.Value.Exists(a => a.Technology == api.Technology && !ReferenceEquals(a, api))).Select(c => c.Key);

    /// <summary>Asked first, so that no name of a namespace is put together for any other type.</summary>
    public static bool IsType(string name) => Constructors.ContainsKey(name);

    private static void EntityFramework()
    {
        Add(Methods, "UseSqlServer", StoreTechnology.SqlServer, ConnectionShape.Text, ["SqlServerDbContextOptionsExtensions"]);
        Add(Methods, "UseAzureSql", StoreTechnology.SqlServer, ConnectionShape.Text, ["SqlServerDbContextOptionsExtensions"], RetryOnFailure, Managed);
        Add(Methods, "AddSqlServer", StoreTechnology.SqlServer, ConnectionShape.Text, ["SqlServerServiceCollectionExtensions"]);
        Add(Methods, "AddAzureSql", StoreTechnology.SqlServer, ConnectionShape.Text, ["SqlServerServiceCollectionExtensions"], RetryOnFailure, Managed);
        Add(Methods, "UseNpgsql", StoreTechnology.PostgreSql, ConnectionShape.Text, ["NpgsqlDbContextOptionsBuilderExtensions"]);
        Add(Methods, "AddNpgsql", StoreTechnology.PostgreSql, ConnectionShape.Text, ["NpgsqlServiceCollectionExtensions"]);
        Add(Methods, "UseMySql", StoreTechnology.MySql, ConnectionShape.Text, ["MySqlDbContextOptionsBuilderExtensions"]);
        Add(Methods, "UseMySQL", StoreTechnology.MySql, ConnectionShape.Text, ["MySQLDbContextOptionsExtensions"]);
    }

    private static void Drivers()
    {
        Add(Constructors, "SqlConnection", StoreTechnology.SqlServer, ConnectionShape.Text, ["Microsoft.Data.SqlClient", "System.Data.SqlClient"]);
        foreach (var type in new[] { "NpgsqlConnection", "NpgsqlDataSourceBuilder", "NpgsqlSlimDataSourceBuilder" })
        {
            Add(Constructors, type, StoreTechnology.PostgreSql, ConnectionShape.Text, ["Npgsql"]);
        }

        foreach (var type in new[] { "MySqlConnection", "MySqlDataSourceBuilder", "MySqlDataSource" })
        {
            Add(Constructors, type, StoreTechnology.MySql, ConnectionShape.Text, ["MySqlConnector", "MySql.Data.MySqlClient"]);
        }

        Add(Methods, "Create", StoreTechnology.PostgreSql, ConnectionShape.Text, ["NpgsqlDataSource"]);
        foreach (var method in new[] { "AddNpgsqlDataSource", "AddNpgsqlSlimDataSource" })
        {
            Add(Methods, method, StoreTechnology.PostgreSql, ConnectionShape.Text, ["NpgsqlServiceCollectionExtensions"]);
        }

        foreach (var method in new[] { "AddMultiHostNpgsqlDataSource", "AddMultiHostNpgsqlSlimDataSource" })
        {
            Add(Methods, method, StoreTechnology.PostgreSql, ConnectionShape.Text, ["NpgsqlServiceCollectionExtensions"], "multiHost");
        }

        Add(Methods, "AddMySqlDataSource", StoreTechnology.MySql, ConnectionShape.Text, ["MySqlConnectorServiceCollectionExtensions"]);
    }

    private static void Redis()
    {
        foreach (var method in new[] { "Connect", "ConnectAsync", "SentinelConnect", "SentinelConnectAsync" })
        {
            Add(Methods, method, StoreTechnology.Redis, ConnectionShape.Redis, ["ConnectionMultiplexer"]);
        }

        Add(Methods, "AddStackExchangeRedisCache", StoreTechnology.Redis, ConnectionShape.RedisOptions,
            ["StackExchangeRedisCacheServiceCollectionExtensions"]);
        Add(Methods, "AddStackExchangeRedisOutputCache", StoreTechnology.Redis, ConnectionShape.RedisOptions,
            ["StackExchangeRedisOutputCacheServiceCollectionExtensions"]);
        Add(Methods, "AddStackExchangeRedis", StoreTechnology.Redis, ConnectionShape.RedisOptions, ["StackExchangeRedisDependencyInjectionExtensions"]);
    }

    private static void AspireIntegrations()
    {
        Named(StoreTechnology.PostgreSql, "AspirePostgreSqlNpgsqlExtensions", "AddNpgsqlDataSource", "AddKeyedNpgsqlDataSource");
        Named(StoreTechnology.PostgreSql, "AspireAzurePostgreSqlNpgsqlExtensions", "AddAzureNpgsqlDataSource", "AddKeyedAzureNpgsqlDataSource");
        Named(StoreTechnology.SqlServer, "AspireSqlServerSqlClientExtensions", "AddSqlServerClient", "AddKeyedSqlServerClient");
        Named(StoreTechnology.MySql, "AspireMySqlConnectorExtensions", "AddMySqlDataSource", "AddKeyedMySqlDataSource");
        Named(StoreTechnology.RabbitMq, "AspireRabbitMQExtensions", "AddRabbitMQClient", "AddKeyedRabbitMQClient");
        NamedContext(StoreTechnology.PostgreSql, "AspireEFPostgreSqlExtensions", "AddNpgsqlDbContext");
        NamedContext(StoreTechnology.PostgreSql, "AspireAzureEFPostgreSqlExtensions", "AddAzureNpgsqlDbContext");
        NamedContext(StoreTechnology.SqlServer, "AspireSqlServerEFCoreSqlClientExtensions", "AddSqlServerDbContext");
        NamedContext(StoreTechnology.MySql, "AspireEFMySqlExtensions", "AddMySqlDbContext");
        foreach (var (owner, method) in new[]
        {
            ("AspireRedisExtensions", "AddRedisClient"), ("AspireRedisExtensions", "AddKeyedRedisClient"),
            ("AspireRedisDistributedCacheExtensions", "AddRedisDistributedCache"), ("AspireRedisDistributedCacheExtensions", "AddKeyedRedisDistributedCache"),
            ("AspireRedisOutputCacheExtensions", "AddRedisOutputCache"), ("AspireRedisOutputCacheExtensions", "AddKeyedRedisOutputCache"),
        })
        {
            Add(Methods, method, StoreTechnology.Redis, ConnectionShape.Name, [owner], Aspire, ConnectsLater);
        }
    }

    private static void Named(StoreTechnology technology, string owner, params string[] methods)
    {
        foreach (var method in methods)
        {
            Add(Methods, method, technology, ConnectionShape.Name, [owner], Aspire);
        }
    }

    private static void NamedContext(StoreTechnology technology, string owner, string method) =>
        Add(Methods, method, technology, ConnectionShape.Name, [owner], Aspire, RetryOnFailure);

    private static void Add(
        Dictionary<string, List<ConnectionApi>> table, string name, StoreTechnology technology, ConnectionShape shape, string[] owners,
        params string[] options) =>
        Add(table, name, new ConnectionApi(technology, ImmutableArray.Create(owners), shape, options));

    private static void Add(Dictionary<string, List<ConnectionApi>> table, string name, ConnectionApi api)
    {
        if (!table.TryGetValue(name, out var apis))
        {
            table.Add(name, apis = []);
        }

        apis.Add(api);
    }

    private static ConnectionApi? Find(
        Dictionary<string, List<ConnectionApi>> table, string name, string owner, ImmutableArray<ITypeSymbol> typeArguments)
    {
        if (table.TryGetValue(name, out var apis))
        {
            foreach (var api in apis)
            {
                if (api.Owners.Contains(owner) && (api.TypeArgument is null || typeArguments.Any(a => a.Name == api.TypeArgument)))
                {
                    return api;
                }
            }
        }

        return null;
    }
}
