using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Reads which Polly 8 strategies a pipeline builder receives.</summary>
internal static class PipelineReader
{
    private const int MaxHops = 3;
    private const int DefaultRetries = 3;

    /// <summary>Strategies that a <c>configure</c> delegate adds; an empty delegate adds nothing.</summary>
    public static ResilienceFact ReadDelegate(IOperation configure, FactContext context, CancellationToken cancellationToken) =>
        SourceBodies.Of(context).OfDelegate(configure, cancellationToken) is { } body
            ? ReadBody(body, context, MaxHops, cancellationToken)
            : ResilienceCombination.Unreadable(configure.Syntax.GetLocation());

    /// <summary>Strategies of <c>new ResiliencePipelineBuilder().AddX().AddY()</c>, a chain or a local that was added to.</summary>
    public static ResilienceFact ReadBuilder(IOperation builder, FactContext context, CancellationToken cancellationToken)
    {
        var sum = ResilienceFact.Nothing;
        var current = builder.Core();
        while (current is IInvocationOperation link)
        {
            sum = sum.And(Strategy(link, context, MaxHops, cancellationToken));
            if (link.Receiver() is not { } receiver)
            {
                break;
            }

            current = receiver.Core();
        }

        return current switch
        {
            IObjectCreationOperation => sum,
            ILocalReferenceOperation local => sum.And(AddedTo(local, context, cancellationToken)),
            _ => sum.And(ResilienceCombination.Unreadable(current.Syntax.GetLocation())),
        };
    }

    private static ResilienceFact AddedTo(ILocalReferenceOperation local, FactContext context, CancellationToken cancellationToken)
    {
        var sum = SourceBodies.Of(context).Initializer(local.Local, cancellationToken) is { } initializer
            && initializer.Core() is not IObjectCreationOperation
                ? ReadBuilder(initializer, context, cancellationToken)
                : ResilienceFact.Nothing;
        foreach (var link in local.Root().Descendants().OfType<IInvocationOperation>())
        {
            if (IsBuilder(link.Receiver()?.Type) && Head(link) is ILocalReferenceOperation head
                && SymbolEqualityComparer.Default.Equals(head.Local, local.Local))
            {
                sum = sum.And(Strategy(link, context, MaxHops, cancellationToken));
            }
        }

        return sum;
    }

    private static IOperation Head(IInvocationOperation link)
    {
        IOperation head = link;
        while (head is IInvocationOperation invocation && invocation.Receiver() is { } receiver)
        {
            head = receiver.Core();
        }

        return head;
    }

    private static ResilienceFact ReadBody(IOperation body, FactContext context, int hops, CancellationToken cancellationToken)
    {
        var sum = ResilienceFact.Nothing;
        foreach (var invocation in body.InThisFunction().OfType<IInvocationOperation>())
        {
            var takesBuilder = IsBuilder(invocation.Receiver()?.Type) || invocation.Arguments.Any(a => IsBuilder(a.Value.Type));
            if (takesBuilder)
            {
                sum = sum.And(Strategy(invocation, context, hops, cancellationToken));
            }
        }

        return sum;
    }

    private static bool IsBuilder(ITypeSymbol? type) =>
        type is not null && type.Name.StartsWith("ResiliencePipelineBuilder", StringComparison.Ordinal) && type.IsInNamespace("Polly");

    private static ResilienceFact Strategy(IInvocationOperation invocation, FactContext context, int hops, CancellationToken cancellationToken)
    {
        var method = invocation.TargetMethod;
        var here = invocation.Syntax.GetLocation();
        var strategy = method.Name switch
        {
            _ when method.Name.StartsWith("AddChaos", StringComparison.Ordinal) => ResilienceFact.Nothing,
            "AddRetry" => Retry(invocation),
            "AddTimeout" => ResilienceCombination.Present with { HasTimeout = true, TimeoutSeconds = Timeout(invocation) },
            "AddCircuitBreaker" => ResilienceCombination.Present with { HasCircuitBreaker = true },
            "AddFallback" => ResilienceCombination.Present with { HasFallback = true },
            "AddHedging" => ResilienceCombination.Present with { HasHedging = true },
            "AddRateLimiter" or "AddConcurrencyLimiter" => ResilienceCombination.Present,
            "AddPipeline" when invocation.Arguments.Argument("pipeline") is { } pipeline =>
                PolicyReader.Read(pipeline, context, cancellationToken),
            _ => null,
        };
        if (strategy is not null)
        {
            return strategy.At(here);
        }

        // A wrapper of this compilation is read; one of another assembly could do anything.
        return hops > 0 && SourceBodies.Of(context).Of(method, cancellationToken) is { } body
            ? ReadBody(body, context, hops - 1, cancellationToken)
            : ResilienceCombination.Unreadable(here);
    }

    private static ResilienceFact Retry(IInvocationOperation invocation)
    {
        var options = invocation.Arguments.Argument("options")?.Core();
        int? retries = null;
        if (options is IObjectCreationOperation creation)
        {
            var stated = creation.AssignmentsTo("MaxRetryAttempts").FirstOrDefault();
            retries = stated is null ? DefaultRetries : stated.Value.ConstantNumber();
        }

        return retries == 0 ? ResilienceFact.Nothing : ResilienceCombination.Present with { HasRetry = true, Retries = retries };
    }

    private static double? Timeout(IInvocationOperation invocation) =>
        invocation.Arguments.Argument("timeout")?.Seconds()
        ?? invocation.Arguments.Argument("options")?.AssignmentsTo("Timeout").FirstOrDefault()?.Value.Seconds();
}
