using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF5004: when a background service fails, the host stops, so that something restarts it. A host that ignores the failure goes on without
/// the service: it looks healthy, and the work is not done.
/// </summary>
internal sealed class Spof5004 : OperationRule
{
    public const string Id = "SPOF5004";

    private const string Setting = "BackgroundServiceExceptionBehavior";

    private const string Fix = "Leave 'StopHost' as it is and handle expected failures inside the loop, with a delay and a log.";

    internal static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Background-service failure is ignored",
        "{0}, so a background service that fails is gone for good while the process looks healthy: nothing restarts it and its work is not done",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A background service whose failure is ignored ends without a trace, and the process that lost it is never restarted.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assignments => [Setting];

    public override IReadOnlyList<string> Assemblies => ["Microsoft.Extensions.Hosting"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken) =>
        operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target, Value: var value }
        && context.Is(target.Property.ContainingType, "Microsoft.Extensions.Hosting.HostOptions")
        && value.Core() is IFieldReferenceOperation { Field.Name: "Ignore" }
        && !DevelopmentOnly.Covers(operation)
            ? Finding(value.Syntax.GetLocation(), Fix, "The host ignores exceptions of background services")
            : null;
}
