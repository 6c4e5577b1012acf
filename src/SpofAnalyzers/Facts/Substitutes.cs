using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Tells whether a handler around an operation goes on with a substitute.</summary>
internal static class Substitutes
{
    /// <summary>True when a handler around the operation, in the same body, catches what it throws, and neither it nor what follows throws again.</summary>
    public static bool Cover(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        for (IOperation? at = operation.Parent, below = operation; at is not null; below = at, at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }

            if (at is ITryOperation @try && @try.Body == below && @try.Catches.Any(
                handler => GoesOn(handler) && FailurePath.Through(handler, @try, operation, context, cancellationToken).Outcome == CallOutcome.Substitutes))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A handler for all exceptions, or for those of a library, that neither throws nor answers with an error.</summary>
    private static bool GoesOn(ICatchClauseOperation handler)
    {
        var isOwnAffair = handler.ExceptionType?.Name is "OperationCanceledException" or "TaskCanceledException" or "ArgumentException"
            or "ArgumentNullException" or "JsonException" or "FormatException" or "KeyNotFoundException";
        return !isOwnAffair && !handler.Handler.Descendants().Any(o => o is IThrowOperation
            || o is IInvocationOperation { TargetMethod: { Name: "Exit" or "FailFast", ContainingType.Name: "Environment" } }
            || (o is IReturnOperation { ReturnedValue: { } answer } && FailureHandling.IsErrorResult(answer)));
    }
}
