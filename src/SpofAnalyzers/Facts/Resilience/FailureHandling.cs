using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>What the handlers of a try block do with the failure of a remote call.</summary>
/// <param name="Outcome">Null when no handler takes every such failure.</param>
/// <param name="GoesOn">True when some handler lets the code after the block run, so that a loop around it tries again.</param>
internal readonly record struct FailureHandling(CallOutcome? Outcome, bool GoesOn)
{
    /// <summary>What an unreachable remote throws, most special first; a handler of one of them or of a base takes it.</summary>
    private static readonly string[] RemoteFailures =
    [
        "System.Net.Http.HttpRequestException", "Refit.ApiException", "Grpc.Core.RpcException", "System.IO.IOException",
        "System.SystemException", "System.Exception",
    ];

    private static readonly HashSet<string> ErrorResults = new(StringComparer.Ordinal)
    {
        "Problem", "StatusCode", "InternalServerError", "BadRequest", "NotFound", "Conflict", "UnprocessableEntity",
        "Fail", "Failed", "Failure", "Error", "FromError", "FromException",
    };

    public static FailureHandling Of(ITryOperation attempt, FactContext context)
    {
        var goesOn = false;
        foreach (var handler in attempt.Catches)
        {
            if (!Takes(handler.ExceptionType, context))
            {
                continue;
            }

            var end = EndOf(handler.Handler);
            var fallsThrough = end is null;
            goesOn |= fallsThrough;
            if (handler.Filter is { } filter && !TestsTypesOnly(filter))
            {
                continue;
            }

            var throwsSometimes = fallsThrough && handler.Handler.InThisFunction().Any(o => o is IThrowOperation);
            return new(throwsSometimes ? CallOutcome.Rethrows : end ?? CallOutcome.Substitutes, goesOn);
        }

        return new(null, goesOn);
    }

    /// <summary>What happens when every try of a loop has failed: the statement after it decides.</summary>
    public static CallOutcome? AfterLoop(ILoopOperation loop)
    {
        if (loop.Parent is not IBlockOperation block)
        {
            return null;
        }

        var next = block.Operations.IndexOf(loop) + 1;
        return next < block.Operations.Length && IsThrow(block.Operations[next]) ? CallOutcome.Rethrows : null;
    }

    private static bool Takes(ITypeSymbol? type, FactContext context) =>
        type is null || type.SpecialType == SpecialType.System_Object || Array.Exists(RemoteFailures, name => context.Is(type, name));

    /// <summary>A filter such as <c>when (e is HttpRequestException or TaskCanceledException)</c> still takes the outage.</summary>
    private static bool TestsTypesOnly(IOperation filter) => filter.DescendantsAndSelf().All(o => o is
        IIsPatternOperation or IIsTypeOperation or ILocalReferenceOperation or IParameterReferenceOperation or ITypePatternOperation
        or IDeclarationPatternOperation or IBinaryPatternOperation or IConversionOperation
        or IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr });

    /// <summary>How the handler ends: with an error, with a substitute, or by going on (null).</summary>
    private static CallOutcome? EndOf(IBlockOperation handler)
    {
        if (handler.Operations.IsEmpty)
        {
            return null;
        }

        var last = handler.Operations[handler.Operations.Length - 1];
        return last switch
        {
            _ when IsThrow(last) => CallOutcome.Rethrows,
            IReturnOperation { ReturnedValue: { } value } => IsErrorResult(value) ? CallOutcome.Rethrows : CallOutcome.Substitutes,
            IReturnOperation => CallOutcome.Substitutes,
            IBranchOperation { BranchKind: BranchKind.Break } => CallOutcome.Substitutes,
            _ => null,
        };
    }

    private static bool IsThrow(IOperation statement) => statement switch
    {
        IThrowOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod: { Name: "Throw" or "Exit" or "FailFast" } } } => true,
        _ => false,
    };

    /// <summary>An error answer hands the failure to the caller; it is no substitute.</summary>
    private static bool IsErrorResult(IOperation value)
    {
        var core = value.Core();
        if (core is IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" } } wrapped)
        {
            core = wrapped.Arguments[0].Value.Core();
        }

        return core switch
        {
            IInvocationOperation invocation => ErrorResults.Contains(invocation.TargetMethod.Name),
            IObjectCreationOperation { Type.Name: "StatusCodeResult" or "ObjectResult" } => true,
            IObjectCreationOperation { Type: { } type } => type.Name.EndsWith("Problem", StringComparison.Ordinal),
            _ => false,
        };
    }
}
