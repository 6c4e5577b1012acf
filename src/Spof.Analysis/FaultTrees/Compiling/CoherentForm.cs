using System.Collections.Immutable;

namespace Spof.Analysis.FaultTrees.Compiling;

/// <summary>
/// Pushes negations down by De Morgan's laws until they cancel out, and refuses the ones that do not. Then merges equal gates, and
/// gates into the only gate of the same kind that uses them.
/// </summary>
internal sealed class CoherentForm(FaultTreeModel model, SignedGraph graph)
{
    private readonly int _events = graph.EventCount;

    // Uses of a node as it is (2n) and negated (2n + 1).
    private readonly int[] _uses = new int[2 * (graph.EventCount + graph.Arguments.Count)];

    // The node of the new form for each of these; -1 where there is none.
    private readonly int[] _built = new int[2 * (graph.EventCount + graph.Arguments.Count)];
    private readonly List<Gate> _gates = [];
    private readonly Dictionary<GateKey, int> _known = [];

    /// <exception cref="FaultTreeException">A negation remains.</exception>
    public FaultTree Build(Literal top, GateDefinition topGate)
    {
        if (top.IsConstant)
        {
            return new FaultTree(model.Name, topGate.Name, [], [new Gate(topGate.Name, top.IsTrue ? 0 : 1, [])], 0);
        }

        CountUses(top, topGate);
        for (var slot = 0; slot < _uses.Length; slot++)
        {
            _built[slot] = _uses[slot] == 0 ? -1 : slot / 2 < _events ? slot / 2 : BuildGate(slot);
        }

        // A top event that is one basic event still is a gate, so that whoever solves the tree has one case less.
        var node = _built[Slot(top)];
        return Compact(node < _events ? Add(topGate.Name, 1, [node]) : node, topGate);
    }

    private static int Slot(Literal literal) => (2 * literal.Node) + (literal.IsNegated ? 1 : 0);

    private void CountUses(Literal top, GateDefinition topGate)
    {
        _uses[Slot(top)] = 1;
        Check(top, topGate);
        for (var slot = _uses.Length - 1; slot >= 2 * _events; slot--)
        {
            if (_uses[slot] == 0)
            {
                continue;
            }

            var gate = (slot / 2) - _events;
            foreach (var argument in graph.Arguments[gate])
            {
                var used = argument.NegateIf(slot % 2 == 1);
                Check(used, graph.Definition[gate]);
                _uses[Slot(used)]++;
            }
        }
    }

    private void Check(Literal used, GateDefinition user)
    {
        if (used.Node < _events ? used.IsNegated : graph.Threshold[used.Node - _events] == SignedGraph.Odd)
        {
            var why = used.Node < _events
                ? $"it needs '{model.Events[used.Node].Name}' not to happen"
                : $"'{graph.Definition[used.Node - _events].Name}' holds an exclusive or";
            throw new FaultTreeException($"gate '{user.Name}' is not coherent: {why}; minimal cut sets need a tree without negation", user.Place);
        }
    }

    private int BuildGate(int slot)
    {
        var gate = (slot / 2) - _events;
        var isNegated = slot % 2 == 1;
        var arguments = graph.Arguments[gate];

        // Not (at least k of n) is at least n - k + 1 of n negations.
        var threshold = isNegated ? arguments.Length - graph.Threshold[gate] + 1 : graph.Threshold[gate];
        var isOr = threshold == 1;
        var isAnd = threshold == arguments.Length;
        var children = new List<int>(arguments.Length);
        foreach (var argument in arguments)
        {
            var used = Slot(argument.NegateIf(isNegated));
            var child = _built[used];
            var inner = child < _events ? null : _gates[child - _events];
            if (inner is not null && _uses[used] == 1 && ((isOr && inner.IsOr) || (isAnd && inner.IsAnd)))
            {
                children.AddRange(inner.Children);
            }
            else
            {
                children.Add(child);
            }
        }

        if (isOr || isAnd)
        {
            children = [.. children.Distinct()];
            threshold = isOr ? 1 : children.Count;
        }

        return children.Count == 1 ? children[0] : Add(graph.Definition[gate].Name, threshold, children);
    }

    private int Add(string name, int threshold, List<int> children)
    {
        var key = new GateKey(threshold, [.. children.Order()]);
        if (!_known.TryGetValue(key, out var node))
        {
            node = _events + _gates.Count;
            _gates.Add(new Gate(name, threshold, [.. children]));
            _known.Add(key, node);
        }

        return node;
    }

    /// <summary>Leaves out what merging has made superfluous, and the events of other tops.</summary>
    private FaultTree Compact(int top, GateDefinition topGate)
    {
        var isKept = new bool[_events + _gates.Count];
        isKept[top] = true;
        for (var node = isKept.Length - 1; node >= _events; node--)
        {
            foreach (var child in isKept[node] ? _gates[node - _events].Children : [])
            {
                isKept[child] = true;
            }
        }

        var number = new int[isKept.Length];
        var count = 0;
        for (var node = 0; node < isKept.Length; node++)
        {
            number[node] = count;
            count += isKept[node] ? 1 : 0;
        }

        return new FaultTree(
            model.Name,
            topGate.Name,
            [.. model.Events.Where((_, e) => isKept[e]).Select(e => new BasicEvent(e.Name, e.Probability))],
            [.. _gates.Where((_, g) => isKept[_events + g]).Select(g => g with { Children = [.. g.Children.Select(c => number[c])] })],
            number[top]);
    }

    private readonly struct GateKey(int threshold, ImmutableArray<int> children) : IEquatable<GateKey>
    {
        private readonly int _threshold = threshold;
        private readonly ImmutableArray<int> _children = children;

        public bool Equals(GateKey other) => _threshold == other._threshold && _children.AsSpan().SequenceEqual(other._children.AsSpan());

        public override bool Equals(object? obj) => obj is GateKey other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(_threshold);
            foreach (var child in _children)
            {
                hash.Add(child);
            }

            return hash.ToHashCode();
        }
    }
}
