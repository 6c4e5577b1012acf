using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF3010: retries without a limit turn an outage of the other side into one of this side: every request that arrives while it lasts stays,
/// holds its thread or memory, and asks again and again.
/// </summary>
internal sealed class Spof3010 : OperationRule
{
    public const string Id = "SPOF3010";

    private const string Fix = "Retry a few times with exponential back-off and jitter, then fail or answer with a substitute; or put a circuit breaker around it.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Unlimited retry",
        "{0} tries again without limit and without a circuit breaker: while the other side is away, every request stays here and adds to its load",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A retry must end. Without a limit, callers pile up behind a dependency that is away, and the service stops with it.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls =>
    [
        "RetryForever", "RetryForeverAsync", "WaitAndRetryForever", "WaitAndRetryForeverAsync", .. HttpMethods.Names,
    ];

    public override IReadOnlyList<string> Assignments => ["MaxRetryAttempts"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken) => operation switch
    {
        IInvocationOperation call when HttpMethods.IsCall(call, context) => OfLoop(call, context, cancellationToken),
        IInvocationOperation { TargetMethod: { ContainingType: var type, Name: var name } } call when type.IsInNamespace("Polly") =>
            OfUse(call, call, $"'{name}'", name.StartsWith("Wait", StringComparison.Ordinal), context, cancellationToken),
        ISimpleAssignmentOperation assignment => OfOptions(assignment, context, cancellationToken),
        _ => null,
    };

    private RuleFinding? OfLoop(IInvocationOperation call, FactContext context, CancellationToken cancellationToken)
    {
        if (Spof3010Loop.Around(call) is not { } loop || DevelopmentOnly.Covers(call)
            || (loop.Waits && RetryUse.IsInBackground(call, context, cancellationToken)))
        {
            return null;
        }

        return Finding(call.NameLocation(), Fix, $"The loop around '{call.TargetMethod.Name}'");
    }

    private RuleFinding? OfOptions(ISimpleAssignmentOperation assignment, FactContext context, CancellationToken cancellationToken)
    {
        // The standard handlers end by their total timeout whatever the count.
        if (assignment.Value.ConstantNumber() != int.MaxValue
            || assignment.Target is not IPropertyReferenceOperation { Instance: IInstanceReferenceOperation, Property.ContainingType: var type } || !type.IsInNamespace("Polly")
            || assignment.Parent?.Parent is not IObjectCreationOperation options
            || options.User() is not IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "AddRetry" } retry }
            || IsBounded(retry))
        {
            return null;
        }

        IOperation pipeline = retry;
        while (pipeline.User() is IInvocationOperation || pipeline.User() is IArgumentOperation { Parent: IInvocationOperation })
        {
            pipeline = pipeline.User() is IArgumentOperation { Parent: { } parent } ? parent : pipeline.User()!;
        }

        return OfUse(pipeline, assignment, "'MaxRetryAttempts = int.MaxValue'", true, context, cancellationToken);
    }

    /// <summary>True with a circuit breaker in the pipeline, or with a timeout around the retry.</summary>
    private static bool IsBounded(IInvocationOperation retry)
    {
        IOperation scope = retry;
        while (scope.Parent is { } parent and not IAnonymousFunctionOperation)
        {
            scope = parent;
        }

        return scope.InThisFunction().OfType<IInvocationOperation>().Any(i => i.TargetMethod.Name == "AddCircuitBreaker"
            || (i.TargetMethod.Name == "AddTimeout" && i.NameLocation().SourceSpan.Start < retry.NameLocation().SourceSpan.Start));
    }

    private RuleFinding? OfUse(IOperation policy, IOperation at, string subject, bool waits, FactContext context, CancellationToken cancellationToken)
    {
        var use = RetryUse.Of(policy, context, cancellationToken);
        if (use.IsBounded || DevelopmentOnly.Covers(at) || (use.IsBackground && waits))
        {
            return null;
        }

        return Finding(at is IInvocationOperation ? at.NameLocation() : at.Syntax.GetLocation(), Fix, subject) with
        {
            Severity = use.IsKnown ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            Properties = ImmutableDictionary<string, string?>.Empty.Add("clientName", use.Client),
        };
    }
}
