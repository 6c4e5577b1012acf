using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF2011: a client of a search engine, graph or wide-column store that knows one node is lost with it, or at least cannot start, although the
/// rest of the cluster goes on.
/// </summary>
internal sealed class Spof2011 : OneEndpointRule
{
    public const string Id = "SPOF2011";

    private const string Fix = "Tell the client several nodes, or one name that stands for all of them; they must exist first.";

    private const string Pool = "list more nodes in a 'StaticNodePool' or 'StaticConnectionPool'";

    private const string Hosts = "list more hosts";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Search, graph or wide-column client knows one node",
        "{0} knows the one node '{1}': while that host is away it reaches no other, even where the cluster goes on; {2}",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A client that is told one node of a cluster depends on that node to reach any of them.",
        helpLinkUri: HelpLinks.Of(Id));

    /// <summary>Pools and settings of search clients; a plain address makes a pool of one.</summary>
    private static readonly string[] SearchClients =
    [
        "Elastic.Transport.SingleNodePool", "Elastic.Transport.StaticNodePool", "Elastic.Transport.TransportConfiguration",
        "Elastic.Clients.Elasticsearch.ElasticsearchClient", "Elastic.Clients.Elasticsearch.ElasticsearchClientSettings",
        "Elasticsearch.Net.SingleNodeConnectionPool", "Elasticsearch.Net.StaticConnectionPool", "Elasticsearch.Net.ConnectionConfiguration",
        "Nest.ElasticClient", "Nest.ConnectionSettings",
        "OpenSearch.Net.SingleNodeConnectionPool", "OpenSearch.Net.StaticConnectionPool", "OpenSearch.Net.ConnectionConfiguration",
        "OpenSearch.Client.OpenSearchClient", "OpenSearch.Client.ConnectionSettings",
    ];

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assemblies =>
    [
        "Elastic.Transport", "Elastic.Clients.Elasticsearch", "Elasticsearch.Net", "Nest", "OpenSearch.Net", "OpenSearch.Client", "Neo4j.Driver", "Cassandra",
        "Couchbase.NetClient",
    ];

    public override IReadOnlyList<string> Creations { get; } = [.. SearchClients.Select(NameOf).Distinct(StringComparer.Ordinal)];

    public override IReadOnlyList<string> Calls => ["Driver", "AddContactPoint", "AddContactPoints", "ConnectAsync", "WithConnectionString"];

    public override IReadOnlyList<string> Assignments => ["ConnectionString"];

    protected override string DependencyKind => "database";

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken) => operation switch
    {
        IObjectCreationOperation creation when Array.Exists(SearchClients, c => context.Is(creation.Type, c)) => OfSearch(creation, context, cancellationToken),
        IInvocationOperation call when context.Is(call.TargetMethod.ContainingType, "Neo4j.Driver.GraphDatabase") => OfGraph(call, context, cancellationToken),
        IInvocationOperation call when context.Is(call.TargetMethod.ContainingType, "Cassandra.Builder") => OfContactPoint(call, context, cancellationToken),
        IInvocationOperation call when context.Is(call.TargetMethod.ContainingType, "Couchbase.Cluster") || context.Is(call.TargetMethod.ContainingType, CouchbaseOptions) =>
            OfCouchbase(call, call.Arguments.Argument("connectionString"), context, cancellationToken),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment when context.Is(target.Property.ContainingType, CouchbaseOptions) =>
            OfCouchbase(assignment, assignment.Value, context, cancellationToken),
        _ => null,
    };

    private const string CouchbaseOptions = "Couchbase.ClusterOptions";

    private RuleFinding? OfSearch(IObjectCreationOperation creation, FactContext context, CancellationToken cancellationToken)
    {
        var nodes = creation.Arguments.FirstOrDefault(a => a.ArgumentKind != ArgumentKind.DefaultValue && IsAddress(a.Parameter?.Type))?.Value;
        return nodes is null ? null : Knows(creation, Read(nodes, ConnectionProvider.Unknown, context, cancellationToken), Fix, creation.Type!.Name, Pool);
    }

    private static bool IsAddress(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { TypeArguments: [{ Name: "Uri" }] } => true,
        IArrayTypeSymbol { ElementType.Name: "Uri" } => true,
        _ => type?.Name == "Uri",
    };

    /// <summary>The scheme decides: <c>neo4j://</c> asks the server for the others, <c>bolt://</c> stays with it.</summary>
    private RuleFinding? OfGraph(IInvocationOperation call, FactContext context, CancellationToken cancellationToken) =>
        call.Arguments.Argument("uri") is { } uri && Read(uri, ConnectionProvider.Unknown, context, cancellationToken) is { Endpoint.Scheme: { } scheme } one
        && scheme.StartsWith("bolt", StringComparison.Ordinal)
            ? Knows(call, one, Fix, "The Neo4j driver", "'neo4j://' asks a cluster for its other members, 'bolt://' never does") : null;

    /// <summary>What else tells the builder a contact point may stand anywhere in the member.</summary>
    private RuleFinding? OfContactPoint(IInvocationOperation call, FactContext context, CancellationToken cancellationToken)
    {
        if (!call.TargetMethod.Name.StartsWith("AddContactPoint", StringComparison.Ordinal) || call.Arguments is not [{ Value: var points }]
            || Read(points, ConnectionProvider.Unknown, context, cancellationToken) is not { } one)
        {
            return null;
        }

        var isOnly = !call.Root().Descendants().OfType<IInvocationOperation>().Any(c => c != call && c.TargetMethod.Name is "AddContactPoint" or "AddContactPoints");
        return isOnly ? Knows(call, one, Fix, "The Cassandra cluster", "add more contact points") : null;
    }

    /// <summary>A name without a port may be one of DNS that lists the nodes, unless it carries a number.</summary>
    private RuleFinding? OfCouchbase(IOperation operation, IOperation? text, FactContext context, CancellationToken cancellationToken) =>
        text is not null && Read(text, ConnectionProvider.Unknown, context, cancellationToken) is { } one
        && (one.Endpoint.Port is not null || HostClassifier.ParseAddress(one.Host) is not null || HostClassifier.IsNumbered(one.Host))
            ? Knows(operation, one, Fix, "The Couchbase cluster", Hosts) : null;

    private static string NameOf(string metadataName) => metadataName.Substring(metadataName.LastIndexOf('.') + 1);
}
