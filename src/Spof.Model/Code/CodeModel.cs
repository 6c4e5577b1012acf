using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Spof.Model;

/// <summary>What reading the C# side of a repository gave: projects, what they depend on, and what the code rules say.</summary>
public sealed record CodeModel
{
    public ImmutableArray<CodeProject> Projects { get; init; } = [];

    /// <summary>The solutions whose projects were read, relative to the scanned root, those of the root folder first.</summary>
    public ImmutableArray<string> Solutions { get; init; } = [];

    public ImmutableArray<CodeFinding> Findings { get; init; } = [];

    public ImmutableArray<Gap> Gaps { get; init; } = [];

    /// <summary>What reading took for granted, such as findings that the code itself accepts.</summary>
    public ImmutableArray<Assumption> Assumptions { get; init; } = [];

    public static CodeModel Empty { get; } = new();
}

/// <summary>What a project builds.</summary>
public enum ProjectKind
{
    Unknown,
    Web,
    Worker,
    Console,
    Library,
    Test,
    Client,
    AppHost,
}

/// <summary>One C# project.</summary>
public sealed record CodeProject
{
    /// <summary>Logical id, <c>code:&lt;assembly&gt;</c>; where several projects build that assembly, <c>code:&lt;path without extension&gt;</c>.</summary>
    public required string Id { get; init; }

    public required string AssemblyName { get; init; }

    public required string RootNamespace { get; init; }

    /// <summary>The project file, relative to the scanned root.</summary>
    public required string Path { get; init; }

    public ProjectKind Kind { get; init; }

    /// <summary>Paths of the projects that it references directly, relative to the scanned root.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>What the code of this project itself depends on; a deployable also depends on what its references do.</summary>
    public ImmutableArray<CodeDependency> Dependencies { get; init; } = [];

    public ImmutableArray<StateHolder> State { get; init; } = [];

    /// <summary>Values of its configuration files (<c>appsettings*.json</c>, <c>{App}.settings*.json</c>), base first.</summary>
    public ImmutableArray<ConfigurationFile> Configuration { get; init; } = [];

    public LoadQuality Load { get; init; } = new();
}

/// <summary>How well a project could be loaded.</summary>
public sealed record LoadQuality
{
    /// <summary>The loader that read it: source, exact or binlog.</summary>
    public string Loader { get; init; } = "source";

    /// <summary>Why it was read from source although a build was asked, such as "the SDK does not evaluate the project"; null where it was read as asked.</summary>
    public string? LoaderReason { get; init; }

    public int Files { get; init; }

    /// <summary>Packages whose assemblies were found.</summary>
    public int PackagesResolved { get; init; }

    /// <summary>Packages that are in no folder of restored packages and that no declaration stub covers, by name.</summary>
    public ImmutableArray<string> PackagesMissing { get; init; } = [];

    /// <summary>Packages that are in no folder of restored packages and that a declaration stub of ours stands in for, by name.</summary>
    public ImmutableArray<string> PackagesStubbed { get; init; } = [];

    /// <summary>Calls that were looked at because of their name.</summary>
    public int Candidates { get; init; }

    /// <summary>Of those, calls that were bound to a symbol.</summary>
    public int Bound { get; init; }

    /// <summary>Calls that were not bound and were taken for what their name, their arguments and the imports of the file say.</summary>
    public int MatchedByName { get; init; }

    /// <summary>Calls that may name an endpoint and tell nothing.</summary>
    [JsonIgnore]
    public int Unknown => Candidates - Bound - MatchedByName;
}

/// <summary>What kind of thing a client talks to.</summary>
public enum Technology
{
    Http,
    Grpc,
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
    Other,
}

/// <summary>One thing that code depends on: a client, a connection, a registration.</summary>
public sealed record CodeDependency
{
    /// <summary>Logical id, <c>code:&lt;assembly&gt;/&lt;client or type&gt;</c>.</summary>
    public required string Id { get; init; }

    public required Technology Technology { get; init; }

    /// <summary>Name of the client: typed client, named client, context type, or the containing type of an ad-hoc client.</summary>
    public required string Name { get; init; }

    public required CodeAddress Address { get; init; }

    public Resilience Resilience { get; init; } = new();

    public Strength Strength { get; init; } = Strength.Unknown;

    /// <summary>
    /// Ids of dependencies of this project that are asked first: this one stands in for each of them, and its strength says what happens
    /// when it fails too. Hard then means that the caller fails when this one and one of those are away.
    /// </summary>
    public ImmutableArray<string> AlternativeTo { get; init; } = [];

    public Access Access { get; init; } = Access.Both;

    /// <summary>Only <see cref="Phase.Startup"/> when every use is on the start-up path; both flags when used there and later.</summary>
    public Phase Phase { get; init; } = Phase.Request;

    /// <summary>
    /// The place in the code that shows it, the registration or construction first, then call sites; where only calls name the host,
    /// these first.
    /// </summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>What the code leaves open and would decide something, such as the strength of a registration that nothing uses.</summary>
    public ImmutableArray<Unknown> Unknowns { get; init; } = [];
}

/// <summary>Where an address comes from.</summary>
public enum AddressOrigin
{
    Unknown,

    /// <summary>A literal or constant in the code.</summary>
    Literal,

    /// <summary>A configuration key, read by indexer, GetValue, GetSection, GetConnectionString or a bound options class.</summary>
    ConfigurationKey,

    /// <summary>An environment variable read directly.</summary>
    EnvironmentVariable,

    /// <summary>A logical name that service discovery or the platform's DNS resolves.</summary>
    ServiceDiscovery,
}

/// <summary>The address of a dependency as the code states it.</summary>
public sealed record CodeAddress
{
    public AddressOrigin Origin { get; init; }

    /// <summary>Configuration key with ':' separators, or the name of the environment variable.</summary>
    public string? Key { get; init; }

    /// <summary>The hosts that the code itself names: of a literal, or of the default arm of a configuration read.</summary>
    public ImmutableArray<EndpointAddress> Endpoints { get; init; } = [];

    /// <summary>Why the address is not known.</summary>
    public string? UnknownReason { get; init; }

    public ImmutableArray<Evidence> Evidence { get; init; } = [];
}

/// <summary>One host of an address; never carries user names, passwords or keys.</summary>
/// <param name="Host">Host name or address, lower case, without brackets or a trailing dot.</param>
/// <param name="Port">Port when stated.</param>
/// <param name="Scheme">URI scheme when stated.</param>
/// <param name="Path">Path of a URI when it is longer than "/".</param>
/// <param name="Database">Database name when stated.</param>
public sealed record EndpointAddress(string Host, int? Port = null, string? Scheme = null, string? Path = null, string? Database = null)
{
    public override string ToString() =>
        (Scheme is null ? "" : Scheme + "://") + Host + (Port is null ? "" : ":" + Port) + Path + (Database is null ? "" : $" (database {Database})");
}

/// <summary>What stands around a call when its target is away.</summary>
public sealed record Resilience
{
    /// <summary>Null when the code does not show it.</summary>
    public bool? HasRetry { get; init; }

    public bool? HasTimeout { get; init; }

    public bool? HasCircuitBreaker { get; init; }

    public bool? HasHedging { get; init; }

    /// <summary>A substitute answer: fallback strategy, caught exception with a returned default, cached value, queue.</summary>
    public bool? HasFallback { get; init; }

    /// <summary>Number of retries when the code states or implies it.</summary>
    public int? Retries { get; init; }

    /// <summary>Timeout of one attempt in seconds when the code states or implies it.</summary>
    public double? TimeoutSeconds { get; init; }

    public ImmutableArray<Evidence> Evidence { get; init; } = [];
}

/// <summary>What happens to the caller when the dependency is away.</summary>
public enum Strength
{
    Unknown,

    /// <summary>The caller fails.</summary>
    Hard,

    /// <summary>The caller goes on with less: a local substitute, fire-and-forget, telemetry.</summary>
    Soft,
}

[Flags]
public enum Access
{
    Read = 1,
    Write = 2,
    Both = Read | Write,
}

[Flags]
public enum Phase
{
    Startup = 1,
    Request = 2,
    Background = 4,
}

/// <summary>State that lives in one process and has no other copy.</summary>
/// <param name="Id">Logical id, <c>code:&lt;assembly&gt;/&lt;type&gt;</c>.</param>
/// <param name="Name">Type and member, such as <c>CartStore._carts</c>.</param>
/// <param name="Description">What it holds, such as "Dictionary&lt;string, Cart&gt;".</param>
/// <param name="IsCritical">True for tier A of the definition in <c>docs/rules/SPOF4001.md</c>.</param>
/// <param name="Evidence">Declaration, one insertion, one removal.</param>
public sealed record StateHolder(string Id, string Name, string Description, bool IsCritical, ImmutableArray<Evidence> Evidence);

/// <summary>A finding of a code rule (SPOF1xxx to 5xxx) as the tool carries it on.</summary>
/// <param name="RuleId">Rule id.</param>
/// <param name="Level">Level the rule gave it.</param>
/// <param name="Message">What is wrong, in one sentence that stands alone.</param>
/// <param name="Fix">What to do.</param>
/// <param name="NodeId">Logical id of what it is about; of the third party or client where there is one.</param>
/// <param name="ProjectId">The project it was found in; of several that compile the same file, the first.</param>
/// <param name="Evidence">Where, main place first.</param>
/// <param name="Properties">dependencyKind, host, category, clientName, configKey as far as known; projects where several compile the file.</param>
public sealed record CodeFinding(
    string RuleId,
    FindingLevel Level,
    string Message,
    string Fix,
    string NodeId,
    string ProjectId,
    ImmutableArray<Evidence> Evidence,
    ImmutableSortedDictionary<string, string> Properties)
{
    /// <summary>What the code itself says about taking the risk; null when it says nothing.</summary>
    public StatedAcceptance? Stated { get; init; }
}
