using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Spof.Text;

namespace SpofAnalyzers.Facts;

/// <summary>An address that reaches an API which connects to it.</summary>
/// <param name="Address">Where the address comes from.</param>
/// <param name="DependencyKind">What is connected to: http, grpc, websocket, smtp, tcp, ldap, sftp, ftp, or the store or broker.</param>
/// <param name="Provider">How the text is to be read.</param>
/// <param name="Owner">Type that connects.</param>
/// <param name="Location">The call, creation or assignment.</param>
/// <param name="IsDevelopmentOnly">Proven to run in development only.</param>
internal sealed record EndpointSink(
    AddressFact Address, string DependencyKind, ConnectionProvider Provider, string Owner, Location Location, bool IsDevelopmentOnly);

/// <summary>The APIs that take an endpoint and connect to it.</summary>
internal static class EndpointSinks
{
    private const string Constructor = "new";

    /// <summary>
    /// One API a line: kind, type, members (<c>new</c> for constructors, <c>=Name</c> for properties), and for methods and
    /// constructors the parameter that carries the endpoint.
    /// </summary>
    private const string Table = """
        http       System.Net.Http.HttpClient                         GetAsync,DeleteAsync,PostAsync,PutAsync,PatchAsync,GetStringAsync,GetByteArrayAsync,GetStreamAsync requestUri
        http       System.Net.Http.HttpClient                         =BaseAddress
        http       System.Net.Http.Json.HttpClientJsonExtensions      GetFromJsonAsync,GetFromJsonAsAsyncEnumerable,PostAsJsonAsync,PutAsJsonAsync,PatchAsJsonAsync,DeleteFromJsonAsync requestUri
        http       System.Net.Http.HttpRequestMessage                 new requestUri
        http       System.Net.Http.HttpRequestMessage                 =RequestUri
        http       System.Net.WebRequest                              Create,CreateHttp requestUriString
        http       System.Net.WebRequest                              Create,CreateHttp requestUri
        http       Refit.RestService                                  For hostUrl
        http       RestSharp.RestClient                               new baseUrl
        http       RestSharp.RestClientOptions                        new baseUrl
        http       RestSharp.RestClientOptions                        =BaseUrl
        http       Flurl.Http.FlurlClient                             new baseUrl
        http       Flurl.Http.GeneratedExtensions                     GetAsync,GetJsonAsync,GetStringAsync,PostJsonAsync,PostAsync,PutJsonAsync,DeleteAsync url
        http       System.ServiceModel.EndpointAddress                new uri
        http       Stripe.StripeClient                                new apiBase
        http       SendGrid.SendGridClient                            new host
        http       OpenAI.OpenAIClientOptions                         =Endpoint
        http       Amazon.Runtime.ClientConfig                        =ServiceURL
        http       Azure.Storage.Blobs.BlobServiceClient              new serviceUri
        http       Azure.Storage.Queues.QueueServiceClient            new serviceUri
        http       Azure.Data.Tables.TableServiceClient               new endpoint
        http       Azure.Security.KeyVault.Secrets.SecretClient       new vaultUri
        http       Azure.Security.KeyVault.Keys.KeyClient             new vaultUri
        grpc       Grpc.Net.Client.GrpcChannel                        ForAddress address
        grpc       Grpc.Net.ClientFactory.GrpcClientFactoryOptions    =Address
        websocket  System.Net.WebSockets.ClientWebSocket              ConnectAsync uri
        smtp       System.Net.Mail.SmtpClient                         new host
        smtp       System.Net.Mail.SmtpClient                         =Host
        smtp       MailKit.MailService                                Connect,ConnectAsync host
        tcp        System.Net.Sockets.TcpClient                       new hostname
        tcp        System.Net.Sockets.TcpClient                       Connect hostname
        tcp        System.Net.Sockets.TcpClient                       ConnectAsync host
        tcp        System.Net.Sockets.TcpClient                       Connect,ConnectAsync address
        tcp        System.Net.Sockets.TcpClient                       Connect,ConnectAsync remoteEP
        tcp        System.Net.Sockets.Socket                          Connect,ConnectAsync host
        tcp        System.Net.Sockets.Socket                          Connect,ConnectAsync address
        tcp        System.Net.Sockets.Socket                          Connect,ConnectAsync remoteEP
        tcp        System.Net.DnsEndPoint                             new host
        udp        System.Net.Sockets.UdpClient                       new,Connect hostname
        udp        System.Net.Sockets.UdpClient                       Connect addr
        udp        System.Net.Sockets.UdpClient                       Connect endPoint
        ldap       System.DirectoryServices.Protocols.LdapConnection  new server
        ldap       System.DirectoryServices.Protocols.LdapDirectoryIdentifier new server
        ldap       System.DirectoryServices.DirectoryEntry            new path
        sftp       Renci.SshNet.SshClient                             new host
        sftp       Renci.SshNet.SftpClient                            new host
        sftp       Renci.SshNet.ConnectionInfo                        new host
        ftp        FluentFTP.FtpClient                                new host
        ftp        FluentFTP.AsyncFtpClient                           new host
        sqlserver  Microsoft.Data.SqlClient.SqlConnection             new connectionString
        sqlserver  Microsoft.Data.SqlClient.SqlConnection             =ConnectionString
        sqlserver  Microsoft.Data.SqlClient.SqlConnectionStringBuilder =DataSource
        sqlserver  System.Data.SqlClient.SqlConnection                new connectionString
        sqlserver  Microsoft.EntityFrameworkCore.SqlServerDbContextOptionsExtensions UseSqlServer,UseAzureSql connectionString
        postgresql Npgsql.NpgsqlConnection                            new connectionString
        postgresql Npgsql.NpgsqlDataSource                            Create connectionString
        postgresql Npgsql.NpgsqlDataSourceBuilder                     new connectionString
        postgresql Npgsql.NpgsqlConnectionStringBuilder               =Host
        postgresql Microsoft.Extensions.DependencyInjection.NpgsqlServiceCollectionExtensions AddNpgsqlDataSource connectionString
        postgresql Microsoft.EntityFrameworkCore.NpgsqlDbContextOptionsBuilderExtensions UseNpgsql connectionString
        mysql      MySqlConnector.MySqlConnection                     new connectionString
        mysql      MySqlConnector.MySqlDataSource                     new connectionString
        mysql      MySqlConnector.MySqlDataSourceBuilder              new connectionString
        mysql      MySqlConnector.MySqlConnectionStringBuilder        =Server
        mysql      MySql.Data.MySqlClient.MySqlConnection             new connectionString
        mysql      Microsoft.EntityFrameworkCore.MySqlDbContextOptionsBuilderExtensions UseMySql connectionString
        redis      StackExchange.Redis.ConnectionMultiplexer          Connect,ConnectAsync configuration
        redis      Microsoft.Extensions.Caching.StackExchangeRedis.RedisCacheOptions =Configuration
        rabbitmq   RabbitMQ.Client.ConnectionFactory                  =HostName
        rabbitmq   RabbitMQ.Client.ConnectionFactory                  =Uri
        rabbitmq   RabbitMQ.Client.AmqpTcpEndpoint                    new hostName
        mongodb    MongoDB.Driver.MongoClient                         new connectionString
        """;

    /// <summary>Several rules ask about the same operation; the way back to its address is the expensive part.</summary>
    private static readonly ConditionalWeakTable<IOperation, EndpointSink> Known = new();

    private static readonly Dictionary<string, Api[]> Calls = ByMember(Read().Where(a => a.Parameter is not null));

    private static readonly Dictionary<string, Api[]> Properties = ByMember(Read().Where(a => a.Parameter is null));

    /// <summary>Names of the methods that connect.</summary>
    public static IReadOnlyList<string> CallNames { get; } = [.. Calls.Where(c => Array.Exists(c.Value, a => !a.IsConstructor)).Select(c => c.Key)];

    /// <summary>Simple names of the types whose constructors take an endpoint.</summary>
    public static IReadOnlyList<string> CreationNames { get; } = [.. Calls.Where(c => Array.Exists(c.Value, a => a.IsConstructor)).Select(c => c.Key)];

    /// <summary>Names of the properties that hold an endpoint.</summary>
    public static IReadOnlyList<string> PropertyNames { get; } = [.. Properties.Keys];

    /// <summary>The sink that the operation is, with the address that reaches it; null for any other operation.</summary>
    public static EndpointSink? Of(IOperation operation, FactContext context, CancellationToken cancellationToken) => operation switch
    {
        IInvocationOperation call => OfCall(call, call.TargetMethod, call.TargetMethod.Name, call.Arguments, context, cancellationToken),
        IObjectCreationOperation { Constructor: { } constructor } creation =>
            OfCall(creation, constructor, constructor.ContainingType.Name, creation.Arguments, context, cancellationToken),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment => OfAssignment(assignment, target, context, cancellationToken),
        _ => null,
    };

    /// <summary>All sinks of the files, in their order: names first, then symbols only where a name fits.</summary>
    public static IReadOnlyList<EndpointSink> Extract(FactContext context, IReadOnlyList<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        var sources = SourceBodies.Of(context);
        var sinks = new List<EndpointSink>();
        foreach (var tree in trees)
        {
            foreach (var node in Candidates(tree, cancellationToken).OrderBy(n => n.SpanStart).ThenByDescending(n => n.Span.Length))
            {
                if (sources.At(node, cancellationToken) is { } operation && Of(operation, context, cancellationToken) is { } sink)
                {
                    sinks.Add(sink);
                }
            }
        }

        return sinks;
    }

    private static IEnumerable<ExpressionSyntax> Candidates(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var names = TreeNames.Of(tree, cancellationToken);
        foreach (var member in Calls)
        {
            foreach (var call in Array.Exists(member.Value, a => !a.IsConstructor) ? names.Calls(member.Key) : [])
            {
                yield return call;
            }

            foreach (var creation in Array.Exists(member.Value, a => a.IsConstructor) ? names.Creations(member.Key) : [])
            {
                yield return creation;
            }
        }

        foreach (var untyped in names.Creations(""))
        {
            yield return untyped;
        }

        foreach (var assignment in Properties.Keys.SelectMany(names.Assignments))
        {
            yield return assignment;
        }
    }

    private static EndpointSink? OfCall(
        IOperation operation, IMethodSymbol method, string member, ImmutableArray<IArgumentOperation> arguments,
        FactContext context, CancellationToken cancellationToken)
    {
        if (!Calls.TryGetValue(member, out var apis))
        {
            return null;
        }

        foreach (var api in apis)
        {
            if (api.IsConstructor == (method.MethodKind == MethodKind.Constructor) && api.Parameter is { } parameter
                && arguments.Argument(parameter) is { } value && context.IsOrInherits(method.ContainingType, api.Type))
            {
                return Sink(operation, value, api, context, cancellationToken);
            }
        }

        return null;
    }

    private static EndpointSink? OfAssignment(
        ISimpleAssignmentOperation assignment, IPropertyReferenceOperation target, FactContext context, CancellationToken cancellationToken)
    {
        if (!Properties.TryGetValue(target.Property.Name, out var apis))
        {
            return null;
        }

        foreach (var api in apis)
        {
            if (context.IsOrInherits(target.Property.ContainingType, api.Type))
            {
                return Sink(assignment, assignment.Value, api, context, cancellationToken);
            }
        }

        return null;
    }

    private static EndpointSink Sink(IOperation operation, IOperation value, Api api, FactContext context, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(operation, out var known))
        {
            return known;
        }

        var owner = operation.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText;
        var sink = new EndpointSink(
            AddressResolver.Resolve(value, context, cancellationToken), api.Kind, api.Provider, owner ?? "Program", operation.Syntax.GetLocation(),
            DevelopmentOnly.Covers(operation));
        return Known.GetValue(operation, _ => sink);
    }

    private static Dictionary<string, Api[]> ByMember(IEnumerable<Api> apis) =>
        apis.GroupBy(a => a.Member, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    private static IEnumerable<Api> Read()
    {
        foreach (var line in Table.Split('\n'))
        {
            var columns = line.Split([' ', '\r'], StringSplitOptions.RemoveEmptyEntries);
            var type = columns[1];
            foreach (var member in columns[2].Split(','))
            {
                var isConstructor = member == Constructor;
                yield return new Api(
                    columns[0], type, isConstructor ? type.Substring(type.LastIndexOf('.') + 1) : member.TrimStart('='), isConstructor,
                    columns.Length > 3 ? columns[3] : null, ProviderOf(columns[0]));
            }
        }
    }

    private static ConnectionProvider ProviderOf(string kind) => kind switch
    {
        "sqlserver" => ConnectionProvider.SqlServer,
        "postgresql" => ConnectionProvider.PostgreSql,
        "mysql" => ConnectionProvider.MySql,
        "redis" => ConnectionProvider.Redis,
        "rabbitmq" => ConnectionProvider.RabbitMq,
        "mongodb" => ConnectionProvider.MongoDb,
        _ => ConnectionProvider.Unknown,
    };

    private sealed record Api(string Kind, string Type, string Member, bool IsConstructor, string? Parameter, ConnectionProvider Provider);
}
