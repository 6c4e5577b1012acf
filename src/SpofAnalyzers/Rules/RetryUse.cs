using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>What a policy or pipeline is made for, as far as its own place shows it.</summary>
/// <param name="IsKnown">True when it is executed or given to a client where that is seen.</param>
/// <param name="IsBackground">True when it runs where no request waits: in a hosted service, a consumer or while the host starts.</param>
/// <param name="IsBounded">True when a breaker or a timeout stands around the same calls, or may.</param>
/// <param name="Client">Name of the client that gets it.</param>
internal sealed record RetryUse(bool IsKnown, bool IsBackground, bool IsBounded, string? Client)
{
    private const int MaxHops = 4;

    private static readonly string[] BackgroundInterfaces = ["IHostedService", "IConsumer", "IHandleMessages", "ICapSubscribe", "IJob", "IInvocable"];

    public static RetryUse Of(IOperation policy, FactContext context, CancellationToken cancellationToken) => Of(policy, context, MaxHops, cancellationToken);

    /// <summary>True where no request waits for the operation.</summary>
    public static bool IsInBackground(IOperation operation, FactContext context, CancellationToken cancellationToken) =>
        IsBackgroundType(operation.EnclosingSymbol()?.ContainingType) || CodePhase.Of(operation, context, cancellationToken) != UsePhase.Request;

    private static RetryUse Of(IOperation policy, FactContext context, int hops, CancellationToken cancellationToken)
    {
        var outermost = Outermost(policy);
        if (MayBeBounded(outermost, context, cancellationToken))
        {
            return new(true, false, true, null);
        }

        switch (outermost.User())
        {
            case IInvocationOperation { TargetMethod: { Name: var name } } execution when name.StartsWith("Execute", StringComparison.Ordinal):
                return new(true, IsInBackground(execution, context, cancellationToken), false, null);
            case IArgumentOperation { Parent: IInvocationOperation receiver }:
                return OfReceiver(receiver, context, cancellationToken);
            case IReturnOperation { Parent: IBlockOperation { Parent: IAnonymousFunctionOperation lambda } }:
                return lambda.ReceivingCall() is { } taker ? OfReceiver(taker, context, cancellationToken) : Defined(policy);
            case IReturnOperation when hops > 0 && SourceBodies.Of(context).EnclosingMethod(policy, cancellationToken) is { } method
                && MethodCalls.Of(context).Single(method, cancellationToken) is { } call:
                return Of(call, context, hops - 1, cancellationToken);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                return OfLocal(local, outermost, context, hops, cancellationToken);
            case IExpressionStatementOperation when EnclosingLambda(outermost)?.ReceivingCall() is { } configured:
                return OfReceiver(configured, context, cancellationToken);
            default:
                return Defined(policy);
        }
    }

    private static RetryUse OfReceiver(IInvocationOperation receiver, FactContext context, CancellationToken cancellationToken)
    {
        if (!ResilienceCalls.Is(receiver, context))
        {
            return Defined(receiver);
        }

        var client = HttpFacts.OfCompilation(context, cancellationToken).HandledBy(receiver).FirstOrDefault();
        return new(true, false, client?.Resilience.HasCircuitBreaker == true, client?.Name);
    }

    private static RetryUse OfLocal(ILocalSymbol local, IOperation origin, FactContext context, int hops, CancellationToken cancellationToken)
    {
        var uses = origin.Root().Descendants().OfType<ILocalReferenceOperation>().Where(r => SymbolEqualityComparer.Default.Equals(r.Local, local)).ToList();
        return hops == 0 || uses.Count == 0 ? Defined(origin) : Of(uses[0], context, hops - 1, cancellationToken);
    }

    /// <summary>Kept for others: who executes it is not known, unless its type only works in the background.</summary>
    private static RetryUse Defined(IOperation policy) => new(false, IsBackgroundType(policy.EnclosingSymbol()?.ContainingType), false, null);

    private static bool IsBackgroundType(INamedTypeSymbol? type) =>
        CodePhase.IsHosted(type) || type?.AllInterfaces.Any(i => Array.IndexOf(BackgroundInterfaces, i.Name) >= 0) == true;

    /// <summary>The wrap around it, where it stands in one.</summary>
    private static IOperation Outermost(IOperation policy)
    {
        var at = policy;
        while (true)
        {
            var user = at.User();
            while (user is IArrayInitializerOperation or IArrayCreationOperation)
            {
                user = user.User();
            }

            var link = user is IArgumentOperation { Parent: IInvocationOperation taker } ? taker : user as IInvocationOperation;
            if (link is null || !link.TargetMethod.ContainingType.IsInNamespace("Polly")
                || !(link.TargetMethod.Name.StartsWith("Wrap", StringComparison.Ordinal) || link.TargetMethod.Name.StartsWith("As", StringComparison.Ordinal) || link.TargetMethod.Name == "WithPolicyKey"))
            {
                return at;
            }

            at = link;
        }
    }

    private static bool MayBeBounded(IOperation outermost, FactContext context, CancellationToken cancellationToken) =>
        outermost is IInvocationOperation { TargetMethod.Name: var name } && name.StartsWith("Wrap", StringComparison.Ordinal)
        && PolicyReader.Read(outermost, context, cancellationToken) is not { HasCircuitBreaker: false, HasTimeout: false };

    private static IAnonymousFunctionOperation? EnclosingLambda(IOperation operation)
    {
        var at = operation.Parent;
        while (at is not null and not IAnonymousFunctionOperation)
        {
            at = at.Parent;
        }

        return at as IAnonymousFunctionOperation;
    }
}
