using Spof.Analysis.Graphs;

namespace Spof.Analysis.CutSets;

/// <summary>
/// Minimal cut sets of order 1 and 2 of the asked functions, exactly: families are kept, bottom-up, for the asked functions and for
/// the children of gates only; between those, needs are plain unions and are collected by one walk. Cycles without gates fall out
/// of the walk; a cycle through a gate is repeated from nothing until it changes no more, which gives the least fixpoint of "down".
/// </summary>
internal sealed class FamilySolver
{
    private readonly FunctionGraph _graph;
    private readonly EvaluationOrder _order;
    private readonly CutFamily[] _leaves;
    private readonly int _maxOrder;
    private readonly CancellationToken _cancellation;
    private readonly GateFamily _gates;
    private readonly CutFamily?[] _families;
    private readonly bool[] _isKept;
    private readonly int[] _seenFunction;
    private readonly int[] _seenEvent;
    private readonly List<int> _queue = [];
    private readonly List<int> _singles = [];
    private readonly List<long> _pairs = [];
    private int _walk;

    private FamilySolver(
        FunctionGraph graph, EvaluationOrder order, CutFamily[] leaves, EventTable events, int maxOrder, CancellationToken cancellation)
    {
        _graph = graph;
        _order = order;
        _leaves = leaves;
        _maxOrder = maxOrder;
        _cancellation = cancellation;
        _gates = new GateFamily(events.Count, events.CanPair);
        _families = new CutFamily?[graph.FunctionCount + graph.GateCount];
        _isKept = new bool[graph.FunctionCount];
        _seenFunction = new int[graph.FunctionCount];
        _seenEvent = new int[events.Count];
    }

    /// <returns>The families of <paramref name="asked"/>, in its order; empty for -1.</returns>
    public static CutFamily[] Solve(
        FunctionGraph graph,
        EvaluationOrder order,
        int[] asked,
        CutFamily[] leaves,
        EventTable events,
        int maxOrder,
        CancellationToken cancellation)
    {
        if (events.Count == 0)
        {
            return [.. asked.Select(_ => CutFamily.Empty)];
        }

        var solver = new FamilySolver(graph, order, leaves, events, maxOrder, cancellation);
        return solver.Run(asked);
    }

    private CutFamily[] Run(int[] asked)
    {
        foreach (var function in asked)
        {
            if (function >= 0)
            {
                _isKept[function] = true;
            }
        }

        for (var g = 0; g < _graph.GateCount; g++)
        {
            if (_order.GroupOf[_graph.FunctionCount + g] < 0)
            {
                continue;
            }

            foreach (var child in _graph.GateChildren(g))
            {
                _isKept[child] = true;
            }
        }

        for (var group = 0; group < _order.GroupCount; group++)
        {
            _cancellation.ThrowIfCancellationRequested();
            var members = _order.Group(group);
            var isCycleWithGate = members.Length > 1 && members.ContainsAnyInRange(_graph.FunctionCount, int.MaxValue);
            while (Update(members) && isCycleWithGate)
            {
            }
        }

        return [.. asked.Select(f => f < 0 ? CutFamily.Empty : _families[f] ?? CutFamily.Empty)];
    }

    /// <returns>True when a family has changed.</returns>
    private bool Update(ReadOnlySpan<int> members)
    {
        var changed = false;
        foreach (var vertex in members)
        {
            if (vertex < _graph.FunctionCount && !_isKept[vertex])
            {
                continue;
            }

            var family = vertex < _graph.FunctionCount ? Walk(vertex) : Combine(vertex - _graph.FunctionCount);
            changed |= !family.Equals(_families[vertex] ?? CutFamily.Empty);
            _families[vertex] = family;
        }

        return changed;
    }

    private CutFamily Combine(int gate)
    {
        var numbers = _graph.GateChildren(gate);
        var children = new CutFamily[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            children[i] = _families[numbers[i]] ?? CutFamily.Empty;
        }

        return _gates.Combine(children, _graph.GateThreshold[gate], _maxOrder, _cancellation);
    }

    /// <summary>Unites everything that the function reaches by plain needs, down to functions that are solved already.</summary>
    private CutFamily Walk(int start)
    {
        _walk++;
        _singles.Clear();
        _pairs.Clear();
        _queue.Clear();
        _queue.Add(start);
        _seenFunction[start] = _walk;
        for (var next = 0; next < _queue.Count; next++)
        {
            var function = _queue[next];
            Unite(_leaves[function]);
            for (var g = _graph.GateStart[function]; g < _graph.GateStart[function + 1]; g++)
            {
                Unite(_families[_graph.FunctionCount + g] ?? CutFamily.Empty);
            }

            foreach (var child in _graph.Needs(function))
            {
                if (_seenFunction[child] == _walk)
                {
                    continue;
                }

                _seenFunction[child] = _walk;
                if (_isKept[child] && _order.GroupOf[child] != _order.GroupOf[start])
                {
                    Unite(_families[child] ?? CutFamily.Empty);
                }
                else
                {
                    _queue.Add(child);
                }
            }
        }

        return Minimise();
    }

    private void Unite(CutFamily family)
    {
        foreach (var e in family.Singles)
        {
            if (_seenEvent[e] == _walk)
            {
                continue;
            }

            _seenEvent[e] = _walk;
            _singles.Add(e);
        }

        _pairs.AddRange(family.Pairs);
    }

    private CutFamily Minimise()
    {
        if (_singles.Count == 0 && _pairs.Count == 0)
        {
            return CutFamily.Empty;
        }

        _singles.Sort();
        _pairs.RemoveAll(p => _seenEvent[CutFamily.First(p)] == _walk || _seenEvent[CutFamily.Second(p)] == _walk);
        _pairs.Sort();
        var kept = 0;
        for (var i = 0; i < _pairs.Count; i++)
        {
            if (i == 0 || _pairs[i] != _pairs[i - 1])
            {
                _pairs[kept++] = _pairs[i];
            }
        }

        return new([.. _singles], [.. _pairs[..kept]]);
    }
}
