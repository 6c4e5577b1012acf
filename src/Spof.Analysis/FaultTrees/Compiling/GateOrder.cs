namespace Spof.Analysis.FaultTrees.Compiling;

/// <summary>The gates of a model, what is used before what uses it; found without recursion, for chains may be long.</summary>
internal sealed class GateOrder
{
    private readonly FaultTreeModel _model;
    private readonly int[][] _uses;

    /// <exception cref="FaultTreeException">A name is not defined, or gates form a cycle.</exception>
    public GateOrder(FaultTreeModel model, NameTable names)
    {
        _model = model;
        _uses = [.. model.Gates.Select(g => GatesIn(g, names))];
        Order = Sort();
    }

    /// <summary>All gates of the model.</summary>
    public int[] Order { get; }

    /// <summary>Gates that no other gate uses.</summary>
    public IEnumerable<int> Roots()
    {
        var used = new bool[_uses.Length];
        foreach (var other in _uses.SelectMany(u => u))
        {
            used[other] = true;
        }

        return Enumerable.Range(0, used.Length).Where(g => !used[g]);
    }

    private static int[] GatesIn(GateDefinition gate, NameTable names)
    {
        var found = new List<int>();
        var open = new Stack<Formula>([gate.Formula]);
        while (open.TryPop(out var formula))
        {
            if (formula is OperationFormula operation)
            {
                foreach (var argument in operation.Arguments.Reverse())
                {
                    open.Push(argument);
                }
            }
            else if (formula is ReferenceFormula reference && names.Find(reference, gate.Name) is { Kind: NameKind.Gate } used)
            {
                found.Add(used.Index);
            }
        }

        return [.. found];
    }

    private int[] Sort()
    {
        var order = new List<int>(_uses.Length);
        var next = new int[_uses.Length];
        var state = new State[_uses.Length];
        var path = new List<int>();
        for (var start = 0; start < _uses.Length; start++)
        {
            if (state[start] != State.New)
            {
                continue;
            }

            Enter(start);
            while (path.Count > 0)
            {
                var gate = path[^1];
                if (next[gate] == _uses[gate].Length)
                {
                    state[gate] = State.Done;
                    order.Add(gate);
                    path.RemoveAt(path.Count - 1);
                    continue;
                }

                var used = _uses[gate][next[gate]++];
                if (state[used] == State.New)
                {
                    Enter(used);
                }
                else if (state[used] == State.Open)
                {
                    throw Cycle(path, used);
                }
            }
        }

        return [.. order];

        void Enter(int gate)
        {
            state[gate] = State.Open;
            path.Add(gate);
        }
    }

    private FaultTreeException Cycle(List<int> path, int back)
    {
        const int Shown = 20;
        var names = path[path.IndexOf(back)..].Append(back).Select(g => _model.Gates[g].Name).ToList();
        var text = names.Count <= Shown ? names : [.. names[..(Shown - 1)], "…", names[^1]];
        return new FaultTreeException($"gates form a cycle: {string.Join(" → ", text)}", _model.Gates[back].Place);
    }

    private enum State : byte
    {
        New,
        Open,
        Done,
    }
}
