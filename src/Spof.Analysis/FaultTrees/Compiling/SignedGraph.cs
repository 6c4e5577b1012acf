namespace Spof.Analysis.FaultTrees.Compiling;

/// <summary>A node that may be negated, or a constant.</summary>
/// <param name="Node">Node of a <see cref="SignedGraph"/>; <see cref="ConstantNode"/> for a constant.</param>
/// <param name="IsNegated">For a constant: true when it is false.</param>
internal readonly record struct Literal(int Node, bool IsNegated)
{
    private const int ConstantNode = -1;

    public static Literal True { get; } = new(ConstantNode, false);

    public bool IsConstant => Node == ConstantNode;

    public bool IsTrue => IsConstant && !IsNegated;

    public bool IsFalse => IsConstant && IsNegated;

    public static Literal Constant(bool value) => new(ConstantNode, !value);

    public Literal Negate() => new(Node, !IsNegated);

    public Literal NegateIf(bool negate) => new(Node, IsNegated != negate);
}

/// <summary>
/// The gates with constants already worked in and with negations still there. A node is an event, or holds when at least
/// <see cref="Threshold"/> of its arguments do; a threshold of <see cref="Odd"/> marks an exclusive or, which no rule makes coherent.
/// </summary>
internal sealed class SignedGraph(int eventCount)
{
    public const int Odd = -1;

    public int EventCount { get; } = eventCount;

    /// <summary>By gate, that is by node less the number of events.</summary>
    public List<Literal[]> Arguments { get; } = [];

    public List<int> Threshold { get; } = [];

    public List<GateDefinition> Definition { get; } = [];

    /// <summary>At least <paramref name="minimum"/> of the arguments.</summary>
    public Literal AtLeast(int minimum, IReadOnlyList<Literal> arguments, GateDefinition definition)
    {
        var open = arguments.Where(a => !a.IsConstant).ToArray();
        var left = minimum - arguments.Count(a => a.IsTrue);
        return left <= 0 ? Literal.True
            : left > open.Length ? Literal.Constant(false)
            : open.Length == 1 ? open[0]
            : Add(left, open, definition);
    }

    public Literal Xor(IReadOnlyList<Literal> arguments, GateDefinition definition)
    {
        var open = arguments.Where(a => !a.IsConstant).ToArray();
        var flips = arguments.Count(a => a.IsTrue) % 2 == 1;
        return (open.Length == 0 ? Literal.Constant(false) : open.Length == 1 ? open[0] : Add(Odd, open, definition)).NegateIf(flips);
    }

    private Literal Add(int threshold, Literal[] arguments, GateDefinition definition)
    {
        Arguments.Add(arguments);
        Threshold.Add(threshold);
        Definition.Add(definition);
        return new Literal(EventCount + Arguments.Count - 1, false);
    }
}
