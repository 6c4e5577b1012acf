using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF2013: a client that is told one broker of a cluster cannot connect while that broker is away, although the others hold the queues and
/// topics too. NATS, whose address is a list as well, is SPOF1005.
/// </summary>
internal sealed class Spof2013 : OneEndpointRule
{
    public const string Id = "SPOF2013";

    private const string Fix = "Tell the client the other brokers too, or one name that stands for all of them; they must exist first.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Message broker client knows one broker",
        "{0} knows the one broker '{1}': while that host is away nothing is sent or received, even where the cluster goes on; {2}",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A client that is told one broker depends on it to connect, also where the cluster has others.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assemblies => ["RabbitMQ.Client", "MassTransit.RabbitMqTransport", "Confluent.Kafka", "MQTTnet"];

    public override IReadOnlyList<string> Creations => ["ConnectionFactory"];

    public override IReadOnlyList<string> Calls => ["Host", "WithTcpServer", "WithConnectionUri"];

    public override IReadOnlyList<string> Assignments => ["BootstrapServers"];

    protected override string DependencyKind => "broker";

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken) => operation switch
    {
        IObjectCreationOperation creation => OfRabbit(creation, "The RabbitMQ client", "give 'CreateConnectionAsync' a list of hosts", context, cancellationToken),
        IInvocationOperation { TargetMethod.Name: "Host" } call => NamesNodes(call, context, cancellationToken)
            ? null : OfRabbit(call, "The bus", "name the nodes with 'UseCluster'", context, cancellationToken),
        IInvocationOperation call when IsMqtt(call.TargetMethod.ContainingType) => OfMqtt(call, context, cancellationToken),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment
            when context.Is(target.Property.ContainingType, "Confluent.Kafka.ClientConfig") =>
            Knows(assignment, Read(assignment.Value, ConnectionProvider.Kafka, context, cancellationToken), Fix, "The Kafka client", "list more bootstrap servers"),
        _ => null,
    };

    private RuleFinding? OfRabbit(IOperation operation, string client, string remedy, FactContext context, CancellationToken cancellationToken)
    {
        if (ConnectionFacts.From(operation, context, cancellationToken) is not { Technology: StoreTechnology.RabbitMq } fact
            || fact.Options.Contains(ConnectionApis.HostList) || ConnectionValues.IsIgnored(fact.Address.Key, context)
            || (operation is IObjectCreationOperation && BrokerLists.Of(context, cancellationToken).AreUsed))
        {
            return null;
        }

        foreach (var (text, source) in ConnectionValues.Of(fact.Address, context))
        {
            if (EndpointParser.Parse(text, ConnectionProvider.RabbitMq).Endpoints is [var broker] && ConnectionValues.IsMachine(broker.Host, context))
            {
                var places = source is null ? ImmutableArray<Location>.Empty : ImmutableArray.Create(source.Location);
                return Knows(operation, new OneOfList(broker, fact.Address.Location, places, fact.Address.Key), Fix, client, remedy);
            }
        }

        return null;
    }

    /// <summary>True when the set-up of the host names the nodes of a cluster, or cannot be seen.</summary>
    private static bool NamesNodes(IInvocationOperation call, FactContext context, CancellationToken cancellationToken) =>
        call.Arguments.Any(a => a.ArgumentKind != ArgumentKind.DefaultValue && a.Parameter?.Type.TypeKind == TypeKind.Delegate
            && SourceBodies.Of(context).OfDelegate(a.Value, cancellationToken)?.Descendants().OfType<IInvocationOperation>().Any(c => c.TargetMethod.Name == "UseCluster") != false);

    private static bool IsMqtt(INamedTypeSymbol type) => type.Name == "MqttClientOptionsBuilder" && type.IsInNamespace("MQTTnet");

    private RuleFinding? OfMqtt(IInvocationOperation call, FactContext context, CancellationToken cancellationToken) =>
        call.Arguments is [{ Value: var server, Parameter.Type: { } type }, ..] && (type.SpecialType == SpecialType.System_String || type.Name == "Uri")
            ? Knows(call, Read(server, ConnectionProvider.Unknown, context, cancellationToken), Fix, "The MQTT client", "it takes no list, so the reconnect loop must go on to another") : null;
}
