using Microsoft.CodeAnalysis;
using Spof.Text;

namespace SpofAnalyzers.Facts;

internal enum StoreTechnology
{
    SqlServer,
    PostgreSql,
    MySql,
    Redis,
    RabbitMq,
    MongoDb,
    Kafka,
    Elasticsearch,
    OpenSearch,
    ServiceBus,
    AzureStorage,
    Cosmos,
    Sqs,
    Sns,
    S3,
    DynamoDb,
    Nats,
    Memcached,
}

internal static class StoreTechnologies
{
    /// <summary>True for the databases whose drivers take a connection string and fail over by what it says.</summary>
    public static bool IsRelational(this StoreTechnology technology) =>
        technology is StoreTechnology.SqlServer or StoreTechnology.PostgreSql or StoreTechnology.MySql;

    /// <summary>How the connection text of the technology is to be read.</summary>
    public static ConnectionProvider Provider(this StoreTechnology technology) => technology switch
    {
        StoreTechnology.SqlServer => ConnectionProvider.SqlServer,
        StoreTechnology.PostgreSql => ConnectionProvider.PostgreSql,
        StoreTechnology.MySql => ConnectionProvider.MySql,
        StoreTechnology.Redis => ConnectionProvider.Redis,
        StoreTechnology.RabbitMq => ConnectionProvider.RabbitMq,
        StoreTechnology.MongoDb => ConnectionProvider.MongoDb,
        StoreTechnology.Kafka => ConnectionProvider.Kafka,
        StoreTechnology.ServiceBus => ConnectionProvider.ServiceBus,
        StoreTechnology.AzureStorage => ConnectionProvider.Storage,
        StoreTechnology.Cosmos => ConnectionProvider.Cosmos,
        StoreTechnology.Nats => ConnectionProvider.Nats,
        _ => ConnectionProvider.Unknown,
    };
}

[Flags]
internal enum UsePhase
{
    Startup = 1,
    Request = 2,
    Background = 4,
}

/// <summary>One connection to a database, cache or broker.</summary>
internal sealed record ConnectionFact
{
    public required StoreTechnology Technology { get; init; }

    /// <summary>Context type, data source, multiplexer, or the type that opens it.</summary>
    public required string Name { get; init; }

    public required AddressFact Address { get; init; }

    /// <summary>The call or construction that creates it; the call that leads to one in another project.</summary>
    public required Location Location { get; init; }

    /// <summary>The call or construction in another project; null where <see cref="Location"/> is it.</summary>
    public Location? Registration { get; init; }

    /// <summary>Start-up when the connection is opened while the host is built (top-level statements, ConfigureServices, a static initializer).</summary>
    public UsePhase Phase { get; init; } = UsePhase.Request;

    /// <summary>Null when the code does not show it: false when every use has a handler that goes on with a substitute.</summary>
    public bool? FailsCaller { get; init; }

    /// <summary>True when the start of the host opens the connection and nothing catches its failure.</summary>
    public bool FailsStart { get; init; }

    /// <summary>Failover features set in code next to the address (host lists, retry on failure, abortConnect).</summary>
    public IReadOnlyCollection<string> Options { get; init; } = [];

    public bool IsDevelopmentOnly { get; init; }

    /// <summary>True when the call is not bound to a symbol: its name, its arguments and what the file imports stand for it. No rule judges it.</summary>
    public bool IsMatchedByName { get; init; }
}
