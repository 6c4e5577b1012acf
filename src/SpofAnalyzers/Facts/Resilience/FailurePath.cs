using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Follows the code that runs once a remote call has failed: the handler, what stands after the try statement, and what a caller does
/// with an answer that tells of the failure. It ends where the code throws or answers with an error, or where it goes on without.
/// </summary>
internal sealed class FailurePath
{
    private readonly FactContext _context;
    private readonly CancellationToken _cancellationToken;
    private FailedState _state;

    /// <summary>True when a condition that says nothing about the failure would have led to an ordinary return.</summary>
    private bool _mayReturn;

    private FailurePath(FailedState state, FactContext context, CancellationToken cancellationToken) =>
        (_state, _context, _cancellationToken) = (state, context, cancellationToken);

    private enum Step
    {
        Next,
        Throws,
        Returns,
        Open,
        Breaks,
        Continues,
    }

    /// <summary>What the path returns where it goes on without the answer.</summary>
    public Held Answer { get; private set; }

    /// <summary>True when the handler lets the code after the try statement run.</summary>
    public bool GoesOn { get; private set; }

    public CallOutcome Outcome { get; private set; }

    /// <summary>The path through a handler and what follows its try statement.</summary>
    public static FailurePath Through(ICatchClauseOperation handler, ITryOperation attempt, IOperation call, FactContext context, CancellationToken cancellationToken)
    {
        var path = new FailurePath(FailedState.Thrown(attempt, call), context, cancellationToken);
        var end = path.Follow(handler.Handler);
        path.GoesOn = end is Step.Next or Step.Continues;
        path._mayReturn = false;
        path.Outcome = OutcomeOf(end is Step.Next or Step.Breaks or Step.Continues ? path.After(attempt, end) : end);
        return path;
    }

    /// <summary>The path of a caller that is answered with a value that tells of the failure.</summary>
    public static FailurePath From(IOperation call, Held answer, FactContext context, CancellationToken cancellationToken)
    {
        var path = new FailurePath(FailedState.Answered(call, answer), context, cancellationToken);
        var statement = call;
        while (statement.Parent is { } parent and not IBlockOperation)
        {
            statement = parent;
        }

        var end = path.Follow(statement);
        path.Outcome = OutcomeOf(end is Step.Next or Step.Breaks or Step.Continues ? path.After(statement, end) : end);
        return path;
    }

    /// <summary>The path of a continuation that is handed the task of the failed call.</summary>
    public static FailurePath Continued(IAnonymousFunctionOperation continuation, FactContext context, CancellationToken cancellationToken)
    {
        var path = new FailurePath(FailedState.Faulted(continuation.Symbol.Parameters[0]), context, cancellationToken);
        path.Outcome = OutcomeOf(path.Follow(continuation.Body));
        return path;
    }

    private static CallOutcome OutcomeOf(Step end) => end switch
    {
        Step.Throws => CallOutcome.Rethrows,
        Step.Open => CallOutcome.Unknown,
        _ => CallOutcome.Substitutes,
    };

    /// <summary>What runs after a statement, up to the end of its function.</summary>
    private Step After(IOperation statement, Step step)
    {
        for (var at = statement; at.Parent is { } parent; at = parent)
        {
            switch (parent)
            {
                case IBlockOperation block when step == Step.Next:
                    step = Each(block.Operations, block.Operations.IndexOf(at) + 1);
                    break;
                case ISwitchOperation when step == Step.Breaks:
                    step = Step.Next;
                    break;
                case ILoopOperation loop:
                    if (step != Step.Breaks && IsEndless(loop))
                    {
                        return Step.Returns;
                    }

                    step = Step.Next;
                    break;
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return Step.Returns;
            }

            if (step is Step.Throws or Step.Returns or Step.Open)
            {
                return step == Step.Throws && _mayReturn ? Step.Open : step;
            }
        }

        return Step.Returns;
    }

    private static bool IsEndless(ILoopOperation loop) => loop switch
    {
        IWhileLoopOperation { Condition.ConstantValue: { HasValue: true, Value: true } } => true,
        IForLoopOperation { Condition: null } => true,
        _ => false,
    };

    private Step Each(ImmutableArray<IOperation> statements, int start)
    {
        var step = Step.Next;
        for (var i = start; i < statements.Length && step == Step.Next; i++)
        {
            step = Follow(statements[i]);
        }

        return step;
    }

    private Step Follow(IOperation operation)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation or ILocalFunctionOperation or INameOfOperation:
                return Step.Next;
            case IBlockOperation block:
                return Each(block.Operations, 0);
            case IThrowOperation:
                return Step.Throws;
            case IReturnOperation { Kind: not OperationKind.YieldReturn } @return:
                return Return(@return.ReturnedValue);
            case IBranchOperation branch:
                return branch.BranchKind switch { BranchKind.Break => Step.Breaks, BranchKind.Continue => Step.Continues, _ => Step.Next };
            case IConditionalOperation choice:
                return Choose(choice.Condition, choice.WhenTrue, choice.WhenFalse);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } and:
                return Choose(and.LeftOperand, and.RightOperand, null);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } or:
                return Choose(or.LeftOperand, null, or.RightOperand);
            case ICoalesceOperation coalesce:
                return Coalesce(coalesce.Value, coalesce.WhenNull);
            case ICoalesceAssignmentOperation coalesce:
                return CoalesceInto(coalesce);
            case IConditionalAccessOperation access:
                return Follow(access.Operation) is var before and not Step.Next ? before
                    : _state.Value(access.Operation) == Held.Null ? Step.Next : Follow(access.WhenNotNull);
            case ITryOperation inner:
                return Try(inner);
            case ILoopOperation or ISwitchOperation or ISwitchExpressionOperation:
                return Opaque(operation);
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment);
            case IVariableDeclaratorOperation declarator:
                var declared = Children(declarator);
                if (declarator.GetVariableInitializer() is { } initializer)
                {
                    _state.Declare(declarator.Symbol, initializer.Value);
                }

                return declared;
            case ICompoundAssignmentOperation compound:
                var compounded = Children(compound);
                _state.Write(compound.Target, Compounded(compound));
                return compounded;
            case IIncrementOrDecrementOperation step:
                _state.Write(step.Target, step.Kind == OperationKind.Increment ? Held.Positive : Held.Unknown);
                return Step.Next;
            case IAwaitOperation { Operation: var task } when _state.IsFaulted(task):
                return Step.Throws;
            case IInvocationOperation call:
                return Children(call) is var arguments and not Step.Next ? arguments : Call(call);
            case IMemberReferenceOperation { Instance: { } instance } member:
                return Children(member) is var earlier and not Step.Next ? earlier
                    : _state.IsFaulted(instance) && member.Member.Name == "Result" ? Step.Throws
                    : IsNullAccess(instance) && member.Member.Name != "HasValue" ? Step.Throws : Step.Next;
            default:
                return Children(operation);
        }
    }

    private Step Children(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            if (Follow(child) is var step and not Step.Next)
            {
                return step;
            }
        }

        return Step.Next;
    }

    private Step Call(IInvocationOperation call)
    {
        if (NeverReturns(call) || (call.Instance is { } instance
            && (_state.IsFaulted(instance) ? call.TargetMethod.Name is "Wait" or "GetAwaiter" : IsNullAccess(instance) && call.TargetMethod.Name != "GetValueOrDefault")))
        {
            return Step.Throws;
        }

        if (HeldValues.Adds(call))
        {
            _state.Write(call.Instance!, Held.NotEmpty);
        }
        else if (call.TargetMethod is { IsStatic: true } check && check.Name.StartsWith("ThrowIf", StringComparison.Ordinal)
            && call.Arguments.Length > 0 && _state.Decides(call.Arguments[0].Value))
        {
            return (_state.Value(call.Arguments[0].Value), check.Name) switch
            {
                (Held.Null, "ThrowIfNull" or "ThrowIfNullOrEmpty" or "ThrowIfNullOrWhiteSpace") => Step.Throws,
                (Held.Empty, "ThrowIfNullOrEmpty" or "ThrowIfNullOrWhiteSpace") => Step.Throws,
                (Held.True, "ThrowIf") => Step.Throws,
                (Held.Unknown, _) => Step.Open,
                _ => Step.Next,
            };
        }

        return Step.Next;
    }

    /// <summary>True for a method that says so, one that ends the process, and one of this code whose body is a throw.</summary>
    private bool NeverReturns(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method is { Name: "Throw" } or { Name: "Exit" or "FailFast", ContainingType.Name: "Environment" }
            || method.GetAttributes().Any(a => a.AttributeClass?.Name == "DoesNotReturnAttribute"))
        {
            return true;
        }

        if (method.IsVirtual || method.DeclaringSyntaxReferences.IsEmpty || SourceBodies.Of(_context).Of(method, _cancellationToken) is not { } body)
        {
            return false;
        }

        var block = body switch
        {
            IMethodBodyOperation whole => whole.BlockBody ?? whole.ExpressionBody,
            ILocalFunctionOperation local => local.Body,
            _ => null,
        };
        return block is { Operations: [var first, ..] } && first is IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation }
            or IReturnOperation { ReturnedValue: IThrowOperation or IConversionOperation { Operand: IThrowOperation } };
    }

    /// <summary>A member of nothing: <c>!</c> leaves no trace in the operations. A task that holds nothing is something.</summary>
    private bool IsNullAccess(IOperation instance) =>
        instance.Type?.Name is not ("Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable")
        && _state.Value(instance) == Held.Null;

    private Step Return(IOperation? value)
    {
        if (value is null)
        {
            return Step.Returns;
        }

        if (Follow(value) is var step and not Step.Next)
        {
            return step;
        }

        Answer = _state.Value(value);
        return Error(value) switch { true => Step.Throws, false => Step.Returns, null => Step.Open };
    }

    /// <summary>Whether the value is an error answer; null when the failure may choose one.</summary>
    private bool? Error(IOperation value)
    {
        if (value.Core() is not IConditionalOperation { WhenFalse: { } whenFalse } choice)
        {
            return FailureHandling.IsErrorResult(value);
        }

        if (_state.Truth(choice.Condition) is { } truth)
        {
            return Error(truth ? choice.WhenTrue : whenFalse);
        }

        var (one, other) = (Error(choice.WhenTrue), Error(whenFalse));
        return one == other ? one : _state.Decides(choice.Condition) ? null : false;
    }

    private Step Assign(ISimpleAssignmentOperation assignment)
    {
        if (Follow(assignment.Value) is var value and not Step.Next)
        {
            return value;
        }

        if (assignment.Target is IPropertyReferenceOperation { Property.Name: "StatusCode" } && assignment.Value.ConstantNumber() >= 500)
        {
            return Step.Throws;
        }

        _state.Write(assignment.Target, assignment.Value);
        return Children(assignment.Target);
    }

    private Held Compounded(ICompoundAssignmentOperation compound) => (compound.OperatorKind, _state.Value(compound.Value)) switch
    {
        (BinaryOperatorKind.Add, Held.Positive) => Held.Positive,
        (BinaryOperatorKind.And, Held.False) => Held.False,
        (BinaryOperatorKind.Or, Held.True) => Held.True,
        _ => Held.Unknown,
    };

    private Step Coalesce(IOperation value, IOperation whenNull)
    {
        if (Follow(value) is var step and not Step.Next)
        {
            return step;
        }

        return _state.Value(value) switch
        {
            Held.Null => Follow(whenNull),
            Held.Unknown when Follow(whenNull) is Step.Throws or Step.Open => _state.Decides(value) ? Step.Open : Step.Next,
            _ => Step.Next,
        };
    }

    private Step CoalesceInto(ICoalesceAssignmentOperation coalesce)
    {
        var step = Coalesce(coalesce.Target, coalesce.Value);
        switch (_state.Value(coalesce.Target))
        {
            case Held.Null:
                _state.Write(coalesce.Target, coalesce.Value);
                break;
            case Held.Unknown when _state.Decides(coalesce.Target):
                _state.Write(coalesce.Target, Held.NotNull);
                break;
        }

        return step;
    }

    /// <summary>Either way of a condition; where the condition is open, what both ways agree on.</summary>
    private Step Choose(IOperation condition, IOperation? whenTrue, IOperation? whenFalse)
    {
        if (Follow(condition) is var step and not Step.Next)
        {
            return step;
        }

        if (_state.Truth(condition) is { } truth)
        {
            return (truth ? whenTrue : whenFalse) is { } taken ? Follow(taken) : Step.Next;
        }

        var (before, answer) = (_state, Answer);
        var other = _state = before.Copy();
        var otherwise = whenFalse is null ? Step.Next : Follow(whenFalse);
        var one = _state = before.Copy();
        var then = whenTrue is null ? Step.Next : Follow(whenTrue);
        _state = before;
        if (then == otherwise)
        {
            _state.Join(one, other);
            return then;
        }

        var mayThrow = then is Step.Throws or Step.Open || otherwise is Step.Throws or Step.Open;
        if (mayThrow && (_state.Decides(condition) || (then != Step.Next && otherwise != Step.Next)))
        {
            return Step.Open;
        }

        // A guard that has nothing to do with the failure is not taken.
        Answer = answer;
        _mayReturn |= then == Step.Returns || otherwise == Step.Returns;
        if (!mayThrow)
        {
            _state.Join(then == Step.Next ? one : other, otherwise == Step.Next ? other : one);
        }

        return Step.Next;
    }

    /// <summary>A handler around what is tried next may take its failure.</summary>
    private Step Try(ITryOperation inner)
    {
        var step = Follow(inner.Body);
        if (step is Step.Throws or Step.Open && !inner.Catches.IsEmpty)
        {
            step = Step.Next;
        }

        return step == Step.Next && inner.Finally is { } last ? Follow(last) : step;
    }

    /// <summary>Loops and switches are not followed; one that throws because of the failure leaves the end open.</summary>
    private Step Opaque(IOperation operation)
    {
        if (operation is IForEachLoopOperation each && (Follow(each.Collection) is Step.Throws || IsNullAccess(each.Collection)))
        {
            return Step.Throws;
        }

        return _state.Decides(operation) && operation.InThisFunction().Any(o => o is IThrowOperation
            || (o is IReturnOperation { ReturnedValue: { } value } && FailureHandling.IsErrorResult(value))) ? Step.Open : Step.Next;
    }
}
