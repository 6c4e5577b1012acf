using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Proves that code of the start always runs, so that no flag, provider switch or environment chooses something else.</summary>
internal static class UnconditionalCode
{
    private const int MaxCallers = 5;

    /// <summary>
    /// True when neither the code around the operation nor that of its only caller, up to the start of the program, leads past it. A lambda
    /// counts as run by what it is given to.
    /// </summary>
    public static bool Contains(IOperation operation, FactContext context, CancellationToken cancellationToken) =>
        Contains(operation, context, cancellationToken, MaxCallers);

    /// <summary>True when a condition inside the member that holds the operation leads to it or past it.</summary>
    public static bool IsChosen(IOperation operation)
    {
        for (IOperation? at = operation.Parent, below = operation; at is not null; below = at, at = at.Parent)
        {
            if (IsChoice(at, below) || (at is IBlockOperation block && MayLeaveBefore(block, below)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contains(IOperation operation, FactContext context, CancellationToken cancellationToken, int callers)
    {
        if (IsChosen(operation) || IsInLocalFunction(operation))
        {
            return false;
        }

        if (operation.EnclosingSymbol() is not { } symbol)
        {
            return false;
        }

        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } && symbol.ContainingSymbol is { } outer)
        {
            symbol = outer;
        }

        return symbol is IMethodSymbol method
            && (IsCalledByHost(method)
                || (callers > 0 && Caller(method, context, cancellationToken) is { } call && Contains(call, context, cancellationToken, callers - 1)));
    }

    private static bool IsInLocalFunction(IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsChoice(IOperation at, IOperation below) => at switch
    {
        IConditionalOperation conditional => below != conditional.Condition,
        ICoalesceOperation coalesce => below != coalesce.Value,
        ISwitchCaseOperation or ISwitchExpressionArmOperation or ICatchClauseOperation or ICoalesceAssignmentOperation => true,
        _ => false,
    };

    /// <summary><c>if (…) return;</c> before the statement; a check that throws chooses nothing.</summary>
    private static bool MayLeaveBefore(IBlockOperation block, IOperation statement)
    {
        foreach (var before in block.Operations)
        {
            if (before == statement)
            {
                return false;
            }

            if (before is IConditionalOperation or ISwitchOperation && before.InThisFunction().Any(o => o is IReturnOperation))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCalledByHost(IMethodSymbol method) =>
        method.Name is "<Main>$" or "Main" or "OnConfiguring"
        || (method.Name is "ConfigureServices" or "Configure" && method.ContainingType.Name == "Startup");

    private static IOperation? Caller(IMethodSymbol method, FactContext context, CancellationToken cancellationToken) =>
        method.MethodKind == MethodKind.Constructor
            ? MethodCalls.Of(context).SingleCreation(method.ContainingType, cancellationToken)
            : MethodCalls.Of(context).Single(method, cancellationToken);
}
