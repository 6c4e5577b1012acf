using System.Collections.Immutable;
using Spof.Analysis.FaultTrees.Diagrams;

namespace Spof.Analysis.FaultTrees.Solving;

/// <summary>Builds the diagram of a module bottom-up, in either kind of diagram.</summary>
internal sealed class GateBuilder(FaultTree tree, IGateAlgebra algebra)
{
    private readonly int[] _built = new int[tree.Events.Length + tree.Gates.Length];

    /// <param name="module">What to build.</param>
    /// <param name="order">Its variables, by level.</param>
    /// <returns>The node of its root, or <see cref="NodeStore.Full"/>.</returns>
    public int Build(Module module, int[] order)
    {
        for (var level = 0; level < order.Length; level++)
        {
            _built[order[level]] = algebra.Variable(level);
        }

        foreach (var node in module.Gates)
        {
            var gate = tree.GateOf(node);
            _built[node] = gate.Children.Length == 0 ? (gate.IsAlways ? 1 : 0) : Combine(gate);
            if (_built[node] == NodeStore.Full)
            {
                return NodeStore.Full;
            }
        }

        return _built[module.Root];
    }

    private int Combine(Gate gate)
    {
        // The deepest first: each further child then lies above what is built already, and little of it is walked again.
        ImmutableArray<int> children = [.. gate.Children.Select(c => _built[c]).OrderByDescending(n => n < 0 ? -1 : algebra.Nodes.Level(n))];
        if (!gate.IsOr && !gate.IsAnd)
        {
            return AtLeast(gate.Threshold, children);
        }

        var result = children[0];
        foreach (var child in children.AsSpan()[1..])
        {
            result = gate.IsOr ? algebra.Or(result, child) : algebra.And(result, child);
        }

        return result;
    }

    /// <summary>
    /// With the children after the i-th: at least j of them, for each j that can still decide. A child more is
    /// "(it and at least j - 1 of the rest) or at least j of the rest": k(n - k + 1) steps in all.
    /// </summary>
    private int AtLeast(int threshold, ImmutableArray<int> children)
    {
        var count = children.Length;
        var atLeast = new int[threshold + 1];
        atLeast[0] = 1;
        for (var done = 1; done <= count; done++)
        {
            var child = children[done - 1];
            var smallest = Math.Max(1, threshold - (count - done));
            for (var j = Math.Min(threshold, done); j >= smallest; j--)
            {
                atLeast[j] = algebra.Or(algebra.And(child, atLeast[j - 1]), atLeast[j]);
                if (atLeast[j] == NodeStore.Full)
                {
                    return NodeStore.Full;
                }
            }
        }

        return atLeast[threshold];
    }
}
