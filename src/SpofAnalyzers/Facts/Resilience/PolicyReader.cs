using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Reads what a Polly 7 policy or a Polly 8 pipeline does from the expression that builds it; the expression is followed
/// through locals, fields and methods of the compilation. What cannot be followed is unreadable, never nothing.
/// </summary>
internal static class PolicyReader
{
    private const int MaxHops = 6;

    public static ResilienceFact Read(IOperation value, FactContext context, CancellationToken cancellationToken) =>
        Read(value, context, MaxHops, cancellationToken).At(value.Syntax.GetLocation());

    /// <summary>Reads what a delegate that returns policies (a selector) may return.</summary>
    public static ResilienceFact ReadReturned(IOperation function, FactContext context, CancellationToken cancellationToken) =>
        ReadReturned(function, context, MaxHops, cancellationToken).At(function.Syntax.GetLocation());

    private static ResilienceFact ReadReturned(IOperation function, FactContext context, int hops, CancellationToken cancellationToken) =>
        SourceBodies.Of(context).OfDelegate(function, cancellationToken) is { } body
            ? Any(SourceBodies.Returned(body), function, context, hops, cancellationToken)
            : Read(function, context, hops, cancellationToken);

    private static ResilienceFact Read(IOperation value, FactContext context, int hops, CancellationToken cancellationToken)
    {
        var core = value.Core();
        if (hops == 0)
        {
            return ResilienceCombination.Unreadable(core.Syntax.GetLocation());
        }

        var sources = SourceBodies.Of(context);
        switch (core)
        {
            case IInvocationOperation invocation when invocation.TargetMethod.ContainingType.IsInNamespace("Polly"):
                return Strategy(invocation, context, hops, cancellationToken);
            case IInvocationOperation invocation when sources.Of(invocation.TargetMethod, cancellationToken) is { } body:
                return Any(SourceBodies.Returned(body), core, context, hops, cancellationToken);
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return Any([conditional.WhenTrue, otherwise], core, context, hops, cancellationToken);
            case ISwitchExpressionOperation choice:
                return Any(choice.Arms.Select(a => a.Value), core, context, hops, cancellationToken);
            case ICoalesceOperation coalesce:
                return Any([coalesce.Value, coalesce.WhenNull], core, context, hops, cancellationToken);
            case IDelegateCreationOperation or IAnonymousFunctionOperation when sources.OfDelegate(core, cancellationToken) is { } body:
                return Any(SourceBodies.Returned(body), core, context, hops, cancellationToken);
            case IPropertyReferenceOperation { Property: { Name: "Empty", ContainingType: var type } } when type.IsInNamespace("Polly"):
            case IFieldReferenceOperation { Field: { Name: "Empty", ContainingType: var owner } } when owner.IsInNamespace("Polly"):
                return ResilienceFact.Nothing;
            case ILocalReferenceOperation local:
                return Any(sources.Values(local.Local, cancellationToken), core, context, hops, cancellationToken);
            case IFieldReferenceOperation field:
                return Any(sources.Values(field.Field, cancellationToken), core, context, hops, cancellationToken);
            case IPropertyReferenceOperation property:
                return Any(sources.Values(property.Property, cancellationToken), core, context, hops, cancellationToken);
            default:
                return ResilienceCombination.Unreadable(core.Syntax.GetLocation());
        }
    }

    private static ResilienceFact Any(
        IEnumerable<IOperation> values, IOperation use, FactContext context, int hops, CancellationToken cancellationToken) =>
        values.Select(v => Read(v, context, hops - 1, cancellationToken)).OneOf(use);

    private static ResilienceFact Strategy(IInvocationOperation invocation, FactContext context, int hops, CancellationToken cancellationToken)
    {
        var name = invocation.TargetMethod.Name;
        if (name == "Build")
        {
            return invocation.Receiver() is { } builder
                ? PipelineReader.ReadBuilder(builder, context, cancellationToken)
                : ResilienceCombination.Unreadable(invocation.Syntax.GetLocation());
        }

        if (Starts(name, "NoOp"))
        {
            return ResilienceFact.Nothing;
        }

        if (Starts(name, "Wrap"))
        {
            return Wrapped(invocation, context, hops, cancellationToken);
        }

        if (name.IndexOf("RetryForever", StringComparison.Ordinal) >= 0)
        {
            return ResilienceCombination.Present with { HasRetry = true };
        }

        if (Starts(name, "Retry") || Starts(name, "WaitAndRetry"))
        {
            var stated = invocation.TargetMethod.Parameters.Any(p => p.Name is "retryCount" or "sleepDurations");
            return ResilienceCombination.Present with
            {
                HasRetry = true,
                Retries = stated ? invocation.Arguments.Argument("retryCount").ConstantNumber() : 1,
            };
        }

        if (Starts(name, "CircuitBreaker") || Starts(name, "AdvancedCircuitBreaker"))
        {
            return ResilienceCombination.Present with { HasCircuitBreaker = true };
        }

        if (Starts(name, "Timeout"))
        {
            return ResilienceCombination.Present with
            {
                HasTimeout = true,
                TimeoutSeconds = invocation.Arguments.Argument("seconds").ConstantNumber() ?? invocation.Arguments.Argument("timeout")?.Seconds(),
            };
        }

        if (Starts(name, "Fallback"))
        {
            return ResilienceCombination.Present with { HasFallback = true };
        }

        if (Starts(name, "Bulkhead") || Starts(name, "RateLimit") || Starts(name, "Cache"))
        {
            return ResilienceCombination.Present;
        }

        // AsAsyncPolicy, WithPolicyKey and the like hand on what they are called on.
        return invocation.Receiver() is { } receiver && name is "AsAsyncPolicy" or "AsPolicy" or "WithPolicyKey"
            ? Read(receiver, context, hops - 1, cancellationToken)
            : ResilienceCombination.Unreadable(invocation.Syntax.GetLocation());
    }

    private static ResilienceFact Wrapped(IInvocationOperation invocation, FactContext context, int hops, CancellationToken cancellationToken)
    {
        var sum = invocation.Instance is { } outer ? Read(outer, context, hops - 1, cancellationToken) : ResilienceFact.Nothing;
        foreach (var argument in invocation.Arguments)
        {
            IEnumerable<IOperation> parts = argument.Value.Core() is IArrayCreationOperation { Initializer.ElementValues: var elements }
                ? elements.AsEnumerable()
                : new[] { argument.Value };
            sum = parts.Aggregate(sum, (known, part) => known.And(Read(part, context, hops - 1, cancellationToken)));
        }

        return sum;
    }

    private static bool Starts(string name, string prefix) => name.StartsWith(prefix, StringComparison.Ordinal);
}
