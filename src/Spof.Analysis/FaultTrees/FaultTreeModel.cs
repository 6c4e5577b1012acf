using System.Collections.Immutable;

namespace Spof.Analysis.FaultTrees;

/// <summary>A place in an input; the default value stands for a part that was made in code.</summary>
/// <param name="Source">Which of several inputs, counted from 0.</param>
/// <param name="Line">Counted from 1; 0 when unknown.</param>
public readonly record struct Place(int Source, int Line);

/// <summary>A fault tree as it is written: named gates over named events. Compiled by <see cref="FaultTree.Compile"/>.</summary>
/// <param name="Name">Name of the model.</param>
/// <param name="Gates">Gates in the order of their definition.</param>
/// <param name="Events">Basic events.</param>
/// <param name="HouseEvents">Events that are set to happen or not to happen.</param>
public sealed record FaultTreeModel(
    string Name,
    ImmutableArray<GateDefinition> Gates,
    ImmutableArray<EventDefinition> Events,
    ImmutableArray<HouseDefinition> HouseEvents);

public sealed record GateDefinition(string Name, Formula Formula, Place Place = default);

/// <param name="Name">Name, unique among gates and events.</param>
/// <param name="Probability">From 0 to 1; null when it is not known.</param>
/// <param name="Place">Where it is defined.</param>
public sealed record EventDefinition(string Name, double? Probability = null, Place Place = default);

public sealed record HouseDefinition(string Name, bool State, Place Place = default);

/// <summary>A formula over gates and events.</summary>
public abstract record Formula
{
    public static Formula Of(string name) => new ReferenceFormula(name);

    public static Formula And(params Formula[] arguments) => new OperationFormula(FormulaOperator.And, [.. arguments]);

    public static Formula Or(params Formula[] arguments) => new OperationFormula(FormulaOperator.Or, [.. arguments]);

    public static Formula AtLeast(int minimum, params Formula[] arguments) =>
        new OperationFormula(FormulaOperator.AtLeast, [.. arguments], minimum);

    public static Formula Not(Formula argument) => new OperationFormula(FormulaOperator.Not, [argument]);
}

public sealed record ReferenceFormula(string Name, Place Place = default) : Formula;

public sealed record ConstantFormula(bool Value) : Formula;

/// <param name="Operator">What joins the arguments.</param>
/// <param name="Arguments">In the order they are written.</param>
/// <param name="Minimum">How many arguments must hold, for <see cref="FormulaOperator.AtLeast"/> and <see cref="FormulaOperator.Cardinality"/>.</param>
/// <param name="Maximum">How many arguments may hold, for <see cref="FormulaOperator.Cardinality"/>.</param>
/// <param name="Place">Where it is written.</param>
public sealed record OperationFormula(
    FormulaOperator Operator, ImmutableArray<Formula> Arguments, int Minimum = 0, int Maximum = 0, Place Place = default) : Formula;

public enum FormulaOperator
{
    And,
    Or,
    AtLeast,
    Not,
    Nand,
    Nor,

    /// <summary>An odd number of arguments.</summary>
    Xor,
    Imply,

    /// <summary>Equivalence of two arguments.</summary>
    Iff,

    /// <summary>At least a minimum and at most a maximum of the arguments.</summary>
    Cardinality,
}
