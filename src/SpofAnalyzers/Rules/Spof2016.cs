using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>SPOF2016: a message that only the leader of the partition has is lost with it, although the topic is replicated and the producer was told that all is well.</summary>
internal sealed class Spof2016 : OperationRule
{
    public const string Id = "SPOF2016";

    private const string Fix = "Remove the setting: the default waits for all replicas that are in sync.";

    /// <summary>Words of names of code whose messages may get lost.</summary>
    private static readonly string[] Expendable = ["Metric", "Telemetry", "Log", "Trace", "Tracing", "Click", "Heartbeat", "Sensor", "Analytics"];

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Producer does not wait for replicas",
        "'Acks.{0}' counts a message as sent when {1}: it is lost when that broker is, although the topic has replicas",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A Kafka producer that does not wait for the replicas loses messages with a single broker.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assignments => ["Acks"];

    public override IReadOnlyList<string> Assemblies => ["Confluent.Kafka"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken) =>
        operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target, Value: var value }
        && context.Is(target.Property.ContainingType, "Confluent.Kafka.ClientConfig")
        && value.Core() is IFieldReferenceOperation { Field: { Name: "None" or "Leader", ContainingType.Name: "Acks" } field }
        && !DevelopmentOnly.Covers(operation)
        && !IsExpendable(operation)
            ? Finding(value.Syntax.GetLocation(), Fix, field.Name, field.Name == "None" ? "it is handed to the network" : "one broker has it")
            : null;

    /// <summary>True where the type, the member or the variable around it is named for what may get lost.</summary>
    private static bool IsExpendable(IOperation operation) => operation.Syntax.Ancestors().Any(n => n switch
    {
        TypeDeclarationSyntax type => Is(type.Identifier.ValueText),
        MethodDeclarationSyntax method => Is(method.Identifier.ValueText),
        LocalFunctionStatementSyntax function => Is(function.Identifier.ValueText),
        PropertyDeclarationSyntax property => Is(property.Identifier.ValueText),
        VariableDeclaratorSyntax variable => Is(variable.Identifier.ValueText),
        _ => false,
    });

    private static bool Is(string name) => Expendable.Any(w => name.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0);
}
