using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>SPOF2012: the cluster has several nodes, and the code asks it to keep the data on one of them.</summary>
internal sealed class Spof2012 : OperationRule
{
    public const string Id = "SPOF2012";

    private const string Fix = "Ask for three copies, or leave the number out so that the broker's default decides.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Data is created with a single copy",
        "'{0}' of 1 keeps the {1} on one node of the cluster: when that node is lost, so is the data, however many nodes there are",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Code that creates a topic, stream or keyspace with one copy makes a cluster of many nodes depend on a single one.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assignments => ["ReplicationFactor", "NumReplicas"];

    public override IReadOnlyList<string> Calls => ["CreateSimpleStrategyReplicationProperty"];

    public override IReadOnlyList<string> Assemblies => ["Confluent.Kafka", "NATS.Client.JetStream", "Cassandra"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target, Value: var value } when IsOne(value) && Kept(target, context) is { } kept =>
            Report(value, target.Property.Name, kept),
        IInvocationOperation { TargetMethod: { Name: var name, ContainingType: { Name: "ReplicationStrategies" } type }, Arguments: [{ Value: var value }] }
            when type.IsInNamespace("Cassandra") && IsOne(value) => Report(value, name, "keyspace"),
        _ => null,
    };

    private RuleFinding? Report(IOperation value, string setting, string kept) =>
        DevelopmentOnly.Covers(value) ? null : Finding(value.Syntax.GetLocation(), Fix, setting, kept);

    private static bool IsOne(IOperation value) => value.Core().ConstantValue is { HasValue: true, Value: (short)1 or 1 or 1L };

    private static string? Kept(IPropertyReferenceOperation target, FactContext context) =>
        context.Is(target.Property.ContainingType, "Confluent.Kafka.Admin.TopicSpecification") ? AssignsReplicas(target) ? null : "topic"
        : context.Is(target.Property.ContainingType, "NATS.Client.JetStream.Models.StreamConfig") ? "stream"
        : null;

    /// <summary>Brokers that are named one by one count instead of the factor.</summary>
    private static bool AssignsReplicas(IOperation target) =>
        target.Root().Descendants().Any(o => o is IPropertyReferenceOperation { Property.Name: "ReplicasAssignments" });
}
