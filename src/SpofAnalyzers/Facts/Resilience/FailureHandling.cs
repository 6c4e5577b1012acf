using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>What the handlers of a try block do with the failure of a remote call.</summary>
/// <param name="Outcome">Null when no handler takes every such failure.</param>
/// <param name="GoesOn">True when some handler lets the code after the block run, so that a loop around it tries again.</param>
/// <param name="Answer">What the method returns in place of the answer, where it goes on without.</param>
internal readonly record struct FailureHandling(CallOutcome? Outcome, bool GoesOn, Held Answer)
{
    /// <summary>What an unreachable remote throws, and the base of all; a handler of one of them takes it.</summary>
    private static readonly string[] RemoteFailures =
        ["System.Net.Http.HttpRequestException", "Refit.ApiException", "Grpc.Core.RpcException", "System.Exception"];

    private static readonly HashSet<string> ErrorResults = new(StringComparer.Ordinal)
    {
        "Problem", "StatusCode", "InternalServerError", "BadRequest", "NotFound", "Conflict", "UnprocessableEntity",
        "Fail", "Failed", "Failure", "Error", "FromError", "FromException",
    };

    public static FailureHandling Of(ITryOperation attempt, IOperation call, FactContext context, CancellationToken cancellationToken)
    {
        var goesOn = false;
        foreach (var handler in attempt.Catches)
        {
            if (!Takes(handler.ExceptionType, context))
            {
                continue;
            }

            var path = FailurePath.Through(handler, attempt, call, context, cancellationToken);
            goesOn |= path.GoesOn;
            if (handler.Filter is { } filter && Holds(filter, context) != true)
            {
                continue;
            }

            var throwsSometimes = path.GoesOn && handler.Handler.InThisFunction().Any(o => o is IThrowOperation && !FollowsSecondTry(o, handler.Handler));
            return new(throwsSometimes ? CallOutcome.Rethrows : path.Outcome, goesOn, path.Answer);
        }

        return new(null, goesOn, Held.Unknown);
    }

    /// <summary>
    /// True for a throw that comes when what the handler itself tries has failed too: in a handler inside of it, or on a condition
    /// about an answer that it awaited. Until then the first failure has a substitute.
    /// </summary>
    private static bool FollowsSecondTry(IOperation thrown, IBlockOperation handler)
    {
        for (var at = thrown.Parent; at is not null && !ReferenceEquals(at, handler); at = at.Parent)
        {
            if ((at is ICatchClauseOperation { Parent: ITryOperation second } && Awaits(second.Body))
                || (at is IConditionalOperation { Condition: { } condition } && condition.DescendantsAndSelf().OfType<ILocalReferenceOperation>()
                    .Any(local => handler.Operations.OfType<IVariableDeclarationGroupOperation>().Any(d => Awaits(d) && d.GetDeclaredVariables().Contains(local.Local)))))
            {
                return true;
            }
        }

        return false;
    }

    public static bool Awaits(IOperation operation) => operation.InThisFunction().Any(o => o is IAwaitOperation);

    private static bool Takes(ITypeSymbol? type, FactContext context) =>
        type is null || type.SpecialType == SpecialType.System_Object || Array.Exists(RemoteFailures, name => context.Is(type, name));

    /// <summary>
    /// What a filter says to the failure of a remote call that nobody cancelled: <c>when (e is HttpRequestException or TimeoutException)</c>
    /// and <c>when (e is not OperationCanceledException)</c> take it; null when that depends on something else.
    /// </summary>
    private static bool? Holds(IOperation filter, FactContext context) => filter switch
    {
        IConversionOperation conversion => Holds(conversion.Operand, context),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !Holds(not.Operand, context),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } and =>
            Both(Holds(and.LeftOperand, context), Holds(and.RightOperand, context)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } or =>
            !Both(!Holds(or.LeftOperand, context), !Holds(or.RightOperand, context)),
        IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" } => false,
        IIsTypeOperation type => Takes(type.TypeOperand, context),
        IIsPatternOperation { Value: ILocalReferenceOperation } pattern => Holds(pattern.Pattern, context),
        _ => null,
    };

    private static bool? Holds(IPatternOperation pattern, FactContext context) => pattern switch
    {
        ITypePatternOperation type => Takes(type.MatchedType, context),
        IDeclarationPatternOperation declaration => Takes(declaration.MatchedType, context),
        INegatedPatternOperation not => !Holds(not.Pattern, context),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or => !Both(!Holds(or.LeftPattern, context), !Holds(or.RightPattern, context)),
        IBinaryPatternOperation and => Both(Holds(and.LeftPattern, context), Holds(and.RightPattern, context)),
        _ => null,
    };

    private static bool? Both(bool? a, bool? b) => a == false || b == false ? false : a is null || b is null ? null : true;

    /// <summary>An error answer hands the failure to the caller; it is no substitute.</summary>
    internal static bool IsErrorResult(IOperation value)
    {
        var core = value.Core();
        if (core is IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" }, Arguments.Length: 1 } wrapped)
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
