namespace Spof.Text;

/// <summary>Which driver or client a connection string speaks to.</summary>
internal enum ConnectionProvider
{
    Unknown,
    SqlServer,
    PostgreSql,
    MySql,
    Oracle,
    Redis,
    RabbitMq,
    MongoDb,
    Nats,
    Kafka,
    Cosmos,
    ServiceBus,
    Storage,
    Sqlite,
    LiteDb,
}

/// <summary>The shape of a value that names endpoints.</summary>
internal enum AddressForm
{
    /// <summary>No endpoint can be read from it.</summary>
    None,

    /// <summary>One or more URIs.</summary>
    Uri,

    /// <summary>Keywords with values, separated by semicolons.</summary>
    ConnectionString,

    /// <summary>Endpoints and options separated by commas, as StackExchange.Redis reads them.</summary>
    RedisConfiguration,

    /// <summary><c>host:port</c>, or a list of them.</summary>
    HostAndPort,

    /// <summary>A bare word that may be a host; only its key tells.</summary>
    Word,
}

/// <summary>One host of a value, without user, password or key.</summary>
/// <param name="Host">Lower case, without brackets or a trailing dot.</param>
/// <param name="Port">When stated.</param>
/// <param name="Scheme">URI scheme in lower case when stated.</param>
/// <param name="Path">Path of a web URI when longer than "/"; segments that look like secrets are masked.</param>
/// <param name="Database">When stated.</param>
internal sealed record ParsedEndpoint(string Host, int? Port = null, string? Scheme = null, string? Path = null, string? Database = null);

/// <summary>What a value says about endpoints.</summary>
internal sealed record ParsedAddress
{
    public static ParsedAddress Nothing { get; } = new();

    public AddressForm Form { get; init; }

    public ConnectionProvider Provider { get; init; }

    public IReadOnlyList<ParsedEndpoint> Endpoints { get; init; } = [];

    /// <summary>
    /// What decides about failover, in a form of our own whatever the spelling: <c>failoverPartner</c>, <c>multiSubnetFailover</c>,
    /// <c>applicationIntent=readOnly</c>, <c>targetSessionAttributes=primary</c>, <c>loadBalance=failover</c>, <c>abortConnect=false</c>,
    /// <c>serviceName=mymaster</c>, <c>replicaSet=rs0</c>, <c>directConnection</c>, <c>srv</c>.
    /// </summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Keywords of a connection string except user names and secrets; empty for the other forms.</summary>
    public ConnectionKeywords Keywords { get; init; } = ConnectionKeywords.Empty;
}
