using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>What constants, comparisons and patterns say about values of which only a part is known.</summary>
internal static class HeldValues
{
    /// <summary>Constants, defaults, and collections that start empty.</summary>
    public static Held Of(IOperation value)
    {
        if (value.ConstantValue is { HasValue: true } constant)
        {
            return constant.Value switch
            {
                null => Held.Null,
                true => Held.True,
                false => Held.False,
                string text => text.Length == 0 ? Held.Empty : Held.NotEmpty,
                int number => number == 0 ? Held.Zero : number > 0 ? Held.Positive : Held.NotNull,
                _ => Held.NotNull,
            };
        }

        return value switch
        {
            IDefaultValueOperation { Type: { } type } when type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T => Held.Null,
            IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } } => Held.Empty,
            IInvocationOperation { TargetMethod: { Name: "Empty", ContainingType.Name: "Array" or "Enumerable" } } => Held.Empty,
            IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null, Type: { } type }
                when type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable) => Held.Empty,
            IObjectCreationOperation or IInterpolatedStringOperation => Held.NotNull,
            ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var declared] } when declared.GetSyntax() is CatchDeclarationSyntax => Held.NotNull,
            _ when value.Syntax is CollectionExpressionSyntax { Elements.Count: var count } => count == 0 ? Held.Empty : Held.NotNull,
            _ => Held.Unknown,
        };
    }

    public static bool Adds(IInvocationOperation call) =>
        call is { Instance: not null, TargetMethod.Name: "Add" or "AddRange" or "TryAdd" or "Enqueue" or "Push" or "Append" or "AddLast" };

    public static Held Count(Held items) => items switch { Held.Empty => Held.Zero, Held.NotEmpty => Held.Positive, _ => Held.Unknown };

    /// <summary>True for a positive count.</summary>
    public static bool? Match(Held count) => count switch { Held.Positive => true, Held.Zero => false, _ => null };

    public static bool? And(bool? a, bool? b) => a == false || b == false ? false : a is null || b is null ? null : true;

    public static bool? Compare(Held left, BinaryOperatorKind comparison, Held right, IOperation rightOperand) => comparison switch
    {
        BinaryOperatorKind.Equals => AreEqual(left, right),
        BinaryOperatorKind.NotEquals => !AreEqual(left, right),
        _ => rightOperand.ConstantNumber() is { } number ? Relation(left, comparison, number) : null,
    };

    public static bool? Match(Held value, IPatternOperation pattern)
    {
        if (value == Held.Unknown)
        {
            return pattern is IDiscardPatternOperation ? true : null;
        }

        return pattern switch
        {
            INegatedPatternOperation not => !Match(value, not.Pattern),
            IConstantPatternOperation constant => AreEqual(value, Of(constant.Value.Core())),
            IRelationalPatternOperation relation => relation.Value.ConstantNumber() is { } number ? Relation(value, relation.OperatorKind, number) : null,
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or => !And(!Match(value, or.LeftPattern), !Match(value, or.RightPattern)),
            IBinaryPatternOperation and => And(Match(value, and.LeftPattern), Match(value, and.RightPattern)),
            IDiscardPatternOperation => true,
            IDeclarationPatternOperation { MatchesNull: true } => true,
            IDeclarationPatternOperation or ITypePatternOperation or IRecursivePatternOperation when value == Held.Null => false,
            IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true } => true,
            IRecursivePatternOperation { PropertySubpatterns: [{ Member: IPropertyReferenceOperation { Property.Name: "Count" or "Length" }, Pattern: var count }] } =>
                Match(Count(value), count),
            _ => null,
        };
    }

    private static bool? AreEqual(Held a, Held b) => (a, b) switch
    {
        (Held.Unknown, _) or (_, Held.Unknown) => null,
        (Held.Null, _) or (_, Held.Null) => a == b,
        (Held.NotNull or Held.NotEmpty or Held.Positive, _) when a == b => null,
        (Held.NotNull, _) or (_, Held.NotNull) => null,
        _ => a == b,
    };

    private static bool? Relation(Held value, BinaryOperatorKind comparison, int number) => (value, comparison) switch
    {
        (Held.Zero, BinaryOperatorKind.GreaterThan) => 0 > number,
        (Held.Zero, BinaryOperatorKind.GreaterThanOrEqual) => 0 >= number,
        (Held.Zero, BinaryOperatorKind.LessThan) => 0 < number,
        (Held.Zero, BinaryOperatorKind.LessThanOrEqual) => 0 <= number,
        (Held.Positive, BinaryOperatorKind.GreaterThan) => number <= 0 ? true : null,
        (Held.Positive, BinaryOperatorKind.GreaterThanOrEqual) => number <= 1 ? true : null,
        (Held.Positive, BinaryOperatorKind.LessThan) => number <= 1 ? false : null,
        (Held.Positive, BinaryOperatorKind.LessThanOrEqual) => number <= 0 ? false : null,
        _ => null,
    };
}
