using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>A hand-written loop that makes a call until it succeeds, however often it fails.</summary>
/// <param name="Waits">True when it pauses between two rounds.</param>
internal sealed record Spof3010Loop(bool Waits)
{
    /// <summary>The loop around the call; null where it ends by itself, counts, or may be cancelled.</summary>
    public static Spof3010Loop? Around(IInvocationOperation call)
    {
        ITryOperation? attempt = null;
        for (IOperation child = call, parent = call.Parent!; parent is not null; child = parent, parent = parent.Parent!)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return null;
                case ITryOperation guarded when ReferenceEquals(guarded.Body, child):
                    attempt ??= guarded;
                    break;
                case ILoopOperation loop:
                    return attempt is not null && IsEndless(loop) && Swallows(attempt) && Ends(loop) && !MayStop(loop) ? new(Pauses(loop)) : null;
            }
        }

        return null;
    }

    private static bool IsEndless(ILoopOperation loop) => loop switch
    {
        IWhileLoopOperation { Condition.ConstantValue: { HasValue: true, Value: true } } => true,
        IForLoopOperation { Condition: null } => true,
        _ => false,
    };

    /// <summary>True when every failure of the network lets the loop go on.</summary>
    private static bool Swallows(ITryOperation attempt) => attempt.Catches.Any(c =>
        c.Filter is null
        && c.ExceptionType?.Name is null or "Object" or "Exception" or "HttpRequestException"
        && !c.Handler.InThisFunction().Any(o => o is IReturnOperation or IThrowOperation or IBranchOperation { BranchKind: BranchKind.Break or BranchKind.GoTo }));

    /// <summary>True for a loop that success leaves; one that never ends is a poll.</summary>
    private static bool Ends(ILoopOperation loop) =>
        loop.Body.InThisFunction().Any(o => o is IReturnOperation or IBranchOperation { BranchKind: BranchKind.Break } && !IsInHandler(o, loop));

    private static bool IsInHandler(IOperation operation, ILoopOperation loop)
    {
        for (var at = operation.Parent; at is not null && at != loop; at = at.Parent)
        {
            if (at is ICatchClauseOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when something counts the rounds, looks at the time, or listens to a token.</summary>
    private static bool MayStop(ILoopOperation loop) => loop.Body.InThisFunction().Any(o => o switch
    {
        IIncrementOrDecrementOperation or ICompoundAssignmentOperation => true,
        IPropertyReferenceOperation property => property.Property.Name is "IsCancellationRequested" or "Elapsed" or "ElapsedMilliseconds" or "UtcNow" or "Now",
        IInvocationOperation { TargetMethod.Name: "ThrowIfCancellationRequested" } => true,
        IArgumentOperation { Parameter.Type.Name: "CancellationToken", ArgumentKind: ArgumentKind.Explicit, Value: var token } =>
            token.Core() is not (IPropertyReferenceOperation { Property.Name: "None" } or IDefaultValueOperation),
        _ => false,
    });

    private static bool Pauses(ILoopOperation loop) => loop.Body.InThisFunction().OfType<IInvocationOperation>().Any(
        call => call.TargetMethod is { Name: "Delay", ContainingType.Name: "Task" } or { Name: "Sleep", ContainingType.Name: "Thread" });
}
