using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF2014: a broker's node is replaced now and then. A client that does not connect again stays deaf from then on, although the broker is
/// back within seconds.
/// </summary>
internal sealed class Spof2014 : OperationRule
{
    public const string Id = "SPOF2014";

    private const string Fix = "Remove the setting: the client then connects again by itself.";

    /// <summary>What code uses that connects again by itself.</summary>
    private static readonly string[] OwnRecovery =
    [
        "ConnectionShutdown", "ConnectionShutdownAsync", "ConnectionDisconnected", "OnDisconnectedAsync", "ReconnectAsync", "Reconnect", "TryConnect", "TryConnectAsync",
    ];

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Broker connection recovery is switched off",
        "'{0}' is switched off: after a restart or failover of the broker this process {1}, although the broker is back",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A message client that does not recover its connection turns each short loss of the broker into a lasting one.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assignments => ["AutomaticRecoveryEnabled", "TopologyRecoveryEnabled", "MaxReconnectRetry"];

    public override IReadOnlyList<string> Assemblies => ["RabbitMQ.Client", "NATS.Client.Core"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken) =>
        operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target, Value: var value }
        && Loss(target.Property, value.Core().ConstantValue, context) is { } loss
        && !DevelopmentOnly.Covers(operation)
        && !OwnRecovery.Any(n => NameMentions.Of(n, operation.Syntax.SyntaxTree, cancellationToken).Any())
            ? Finding(operation.Syntax.GetLocation(), Fix, target.Property.Name, loss)
            : null;

    private static string? Loss(IPropertySymbol property, Optional<object?> value, FactContext context) => value switch
    {
        { HasValue: true, Value: false } when context.Is(property.ContainingType, "RabbitMQ.Client.ConnectionFactory") =>
            property.Name == "AutomaticRecoveryEnabled" ? "stays disconnected" : "connects again without its queues and consumers",
        { HasValue: true, Value: 0 } when property.Name == "MaxReconnectRetry" && context.Is(property.ContainingType, "NATS.Client.Core.NatsOpts") => "stays disconnected",
        _ => null,
    };
}
