using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>What is known of a value. Of a number, whether it is zero; of text and collections, whether they are empty.</summary>
internal enum Held
{
    Unknown,
    Null,
    NotNull,
    False,
    True,
    Empty,
    NotEmpty,
    Zero,
    Positive,
}

/// <summary>What variables hold once a remote call has failed. Variables that the failure has no influence on are not in it.</summary>
internal sealed class FailedState
{
    private readonly Dictionary<ISymbol, Held> _held;
    private readonly IOperation? _answer;
    private readonly Held _answered;
    private IParameterSymbol? _faulted;

    private FailedState(Dictionary<ISymbol, Held> held, IOperation? answer, Held answered) =>
        (_held, _answer, _answered) = (held, answer, answered);

    /// <summary>The call in a try block has thrown: what it and the statements after it would have written keeps what it held before.</summary>
    public static FailedState Thrown(ITryOperation attempt, IOperation call)
    {
        var state = new FailedState(new(SymbolEqualityComparer.Default), null, Held.Unknown);
        foreach (var operation in attempt.Body.InThisFunction())
        {
            var isLate = operation.Syntax.SpanStart > call.Syntax.SpanStart || operation.Syntax.Span.Contains(call.Syntax.Span);
            if (isLate && Written(operation) is { } target)
            {
                state._held[target] = target is ILocalSymbol local ? Before(local, attempt) : Held.Unknown;
            }
        }

        return state;
    }

    /// <summary>A call has answered with a value that tells of the failure.</summary>
    public static FailedState Answered(IOperation call, Held answer) => new(new(SymbolEqualityComparer.Default), call, answer);

    /// <summary>A continuation is handed the task of the call that failed.</summary>
    public static FailedState Faulted(IParameterSymbol task) => new(new(SymbolEqualityComparer.Default), null, Held.Unknown) { _faulted = task };

    public FailedState Copy() => new(new(_held, SymbolEqualityComparer.Default), _answer, _answered) { _faulted = _faulted };

    /// <summary>Takes over what both ways through a branch agree on.</summary>
    public void Join(FailedState one, FailedState other)
    {
        foreach (var symbol in one._held.Keys.Concat(other._held.Keys).ToList())
        {
            _held[symbol] = one._held.TryGetValue(symbol, out var a) && other._held.TryGetValue(symbol, out var b) && a == b ? a : Held.Unknown;
        }
    }

    public void Write(IOperation target, IOperation value)
    {
        if (Variable(target) is not { } variable)
        {
            return;
        }

        var held = Value(value);
        if (held == Held.Unknown && !Decides(value))
        {
            _held.Remove(variable); // Comes from elsewhere: a substitute of its own.
        }
        else
        {
            _held[variable] = held;
        }
    }

    public void Write(IOperation target, Held held)
    {
        if (Variable(target) is { } variable)
        {
            _held[variable] = held;
        }
    }

    public void Declare(ILocalSymbol local, IOperation value)
    {
        if (Decides(value))
        {
            _held[local] = Value(value);
        }
    }

    /// <summary>True when the value depends on the failure.</summary>
    public bool Decides(IOperation value) =>
        value.DescendantsAndSelf().Any(o => ReferenceEquals(o, _answer) || IsFaulted(o) || (Variable(o) is { } variable && _held.ContainsKey(variable)));

    /// <summary>True for the task of the call that failed.</summary>
    public bool IsFaulted(IOperation value) =>
        _faulted is not null && value is IParameterReferenceOperation task && SymbolEqualityComparer.Default.Equals(task.Parameter, _faulted);

    public bool? Truth(IOperation condition) => Value(condition) switch { Held.True => true, Held.False => false, _ => null };

    public Held Value(IOperation operation)
    {
        var value = operation.Core();
        if (ReferenceEquals(value, _answer))
        {
            return _answered;
        }

        if (Variable(value) is { } variable && _held.TryGetValue(variable, out var held))
        {
            return held;
        }

        return value switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Known(!Truth(not.Operand)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } and => Known(HeldValues.And(Truth(and.LeftOperand), Truth(and.RightOperand))),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } or => Known(!HeldValues.And(!Truth(or.LeftOperand), !Truth(or.RightOperand))),
            IBinaryOperation comparison => Known(HeldValues.Compare(Value(comparison.LeftOperand), comparison.OperatorKind, Value(comparison.RightOperand), comparison.RightOperand)),
            IIsPatternOperation test => Known(HeldValues.Match(Value(test.Value), test.Pattern)),
            IConditionalAccessOperation access when Value(access.Operation) == Held.Null => Held.Null,
            ICoalesceOperation coalesce => Value(coalesce.Value) switch
            {
                Held.Unknown => Held.Unknown,
                Held.Null => Value(coalesce.WhenNull),
                var known => known,
            },
            IConditionalOperation { WhenFalse: { } whenFalse } choice => Truth(choice.Condition) is { } truth ? Value(truth ? choice.WhenTrue : whenFalse) : Held.Unknown,
            IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" } } text => Value(text.Arguments[0].Value) switch
            {
                Held.Null or Held.Empty => Held.True,
                Held.NotEmpty => Held.False,
                _ => Held.Unknown,
            },
            IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" } } wrapped => Value(wrapped.Arguments[0].Value),
            IInvocationOperation { TargetMethod.Name: "Any", Arguments.Length: <= 1 } any when any.Receiver() is { } items => Known(HeldValues.Match(HeldValues.Count(Value(items)))),
            IInvocationOperation { TargetMethod.Name: "Count", Arguments.Length: <= 1 } count when count.Receiver() is { } items => HeldValues.Count(Value(items)),
            IPropertyReferenceOperation { Property.Name: "Count" or "Length", Instance: { } items } => HeldValues.Count(Value(items)),
            IPropertyReferenceOperation { Property.Name: "HasValue", Instance: { } nullable } => Value(nullable) switch
            {
                Held.Unknown => Held.Unknown,
                Held.Null => Held.False,
                _ => Held.True,
            },
            IPropertyReferenceOperation { Instance: { } task } state when IsFaulted(task) => state.Property.Name switch
            {
                "IsFaulted" or "IsCompleted" => Held.True,
                "IsCompletedSuccessfully" or "IsCanceled" => Held.False,
                "Exception" => Held.NotNull,
                _ => Held.Unknown,
            },
            _ => HeldValues.Of(value),
        };
    }

    private static Held Known(bool? truth) => truth switch { true => Held.True, false => Held.False, null => Held.Unknown };

    /// <summary>What a local holds before the try statement; unknown when more than its declaration may have set it.</summary>
    private static Held Before(ILocalSymbol local, ITryOperation attempt)
    {
        var held = Held.Unknown;
        foreach (var operation in attempt.Root().Descendants())
        {
            if (operation.Syntax.SpanStart >= attempt.Syntax.SpanStart)
            {
                continue;
            }

            if (operation is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
            {
                held = declarator.GetVariableInitializer() is { } initializer ? HeldValues.Of(initializer.Value.Core()) : Held.Unknown;
            }
            else if (SymbolEqualityComparer.Default.Equals(Written(operation), local))
            {
                held = Held.Unknown;
            }
        }

        return held;
    }

    /// <summary>The variable that the operation writes, or the collection that it adds to; null for other operations.</summary>
    private static ISymbol? Written(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment => Variable(assignment.Target),
        IIncrementOrDecrementOperation step => Variable(step.Target),
        IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } passed => Variable(passed.Value),
        IInvocationOperation call when HeldValues.Adds(call) => Variable(call.Instance!),
        _ => null,
    };

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property => property.Property,
        IConversionOperation conversion => Variable(conversion.Operand),
        _ => null,
    };
}
