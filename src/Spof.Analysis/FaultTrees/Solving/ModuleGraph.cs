namespace Spof.Analysis.FaultTrees.Solving;

/// <summary>A gate that shares nothing below it with the rest of the tree, so that the rest may take it for one event.</summary>
/// <param name="Root">Its node.</param>
/// <param name="Gates">Its gates down to, but without, other modules; ascending, the root last.</param>
internal sealed record Module(int Root, int[] Gates);

/// <summary>
/// The modules of a tree, found by two walks: Y. Dutuit and A. Rauzy, <em>A linear-time algorithm to find modules of fault trees</em>,
/// IEEE Transactions on Reliability 45 (1996).
/// </summary>
internal sealed class ModuleGraph
{
    private readonly FaultTree _tree;
    private readonly int[] _first;
    private readonly int[] _finish;
    private readonly int[] _last;

    public ModuleGraph(FaultTree tree)
    {
        _tree = tree;
        var nodes = tree.Events.Length + tree.Gates.Length;
        _first = new int[nodes];
        _finish = new int[nodes];
        _last = new int[nodes];
        Walk();
        IsModule = FindModules();
        Modules = [.. Enumerable.Range(tree.Events.Length, tree.Gates.Length).Where(n => IsModule[n]).Select(n => new Module(n, GatesOf(n)))];
    }

    /// <summary>By node.</summary>
    public bool[] IsModule { get; }

    /// <summary>Ascending, so that a module comes after those that it uses; the top event is the last.</summary>
    public IReadOnlyList<Module> Modules { get; }

    /// <summary>A gate that belongs to the module of its user, not an event and not a module.</summary>
    public bool IsInner(int node) => !_tree.IsEvent(node) && !IsModule[node];

    private void Walk()
    {
        var date = 0;
        var path = new Stack<(int Node, int Next)>();
        Enter(_tree.Top);
        while (path.TryPop(out var step))
        {
            var children = _tree.GateOf(step.Node).Children;
            if (step.Next == children.Length)
            {
                _finish[step.Node] = _last[step.Node] = ++date;
                continue;
            }

            path.Push((step.Node, step.Next + 1));
            var child = children[step.Next];
            if (_first[child] == 0 && !_tree.IsEvent(child))
            {
                Enter(child);
            }
            else
            {
                date++;
                _first[child] = _first[child] == 0 ? date : _first[child];
                _last[child] = date;
            }
        }

        void Enter(int node)
        {
            _first[node] = _last[node] = ++date;
            path.Push((node, 0));
        }
    }

    private bool[] FindModules()
    {
        var isModule = new bool[_first.Length];
        var (earliest, latest) = (new int[_first.Length], new int[_first.Length]);
        for (var node = _tree.Events.Length; node < isModule.Length; node++)
        {
            (earliest[node], latest[node]) = (int.MaxValue, 0);
            foreach (var child in _tree.GateOf(node).Children)
            {
                earliest[node] = Math.Min(earliest[node], _tree.IsEvent(child) ? _first[child] : Math.Min(_first[child], earliest[child]));
                latest[node] = Math.Max(latest[node], _tree.IsEvent(child) ? _last[child] : Math.Max(_last[child], latest[child]));
            }

            isModule[node] = earliest[node] > _first[node] && latest[node] < _finish[node];
        }

        return isModule;
    }

    private int[] GatesOf(int root)
    {
        var seen = new HashSet<int> { root };
        var open = new Stack<int>([root]);
        while (open.TryPop(out var gate))
        {
            foreach (var child in _tree.GateOf(gate).Children)
            {
                if (IsInner(child) && seen.Add(child))
                {
                    open.Push(child);
                }
            }
        }

        return [.. seen.Order()];
    }
}
