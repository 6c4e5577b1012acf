namespace Spof.Analysis.FaultTrees.Solving;

/// <summary>
/// Orders of the variables of a module: events and modules as a depth-first walk meets them, so that what stands together in the tree
/// stands together in the diagram. Which child goes first decides much, and no rule is best for all trees; so there are several.
/// </summary>
internal sealed class VariableOrders
{
    private readonly FaultTree _tree;
    private readonly ModuleGraph _modules;
    private readonly double[] _leaves;
    private readonly int[] _users;

    public VariableOrders(FaultTree tree, ModuleGraph modules)
    {
        _tree = tree;
        _modules = modules;
        _leaves = new double[tree.Events.Length + tree.Gates.Length];
        _users = new int[_leaves.Length];
        for (var node = 0; node < _leaves.Length; node++)
        {
            _leaves[node] = tree.IsEvent(node) ? 1 : tree.GateOf(node).Children.Sum(c => modules.IsModule[c] ? 1 : _leaves[c]);
            foreach (var child in tree.IsEvent(node) ? [] : tree.GateOf(node).Children)
            {
                _users[child]++;
            }
        }
    }

    /// <summary>The orders worth trying, without repetition, the most promising first.</summary>
    public IEnumerable<int[]> Of(Module module)
    {
        if (module.Gates.Length == 1)
        {
            return [[.. _tree.GateOf(module.Root).Children.Distinct()]];
        }

        // Small parts first; as written; what is shared most first; large parts first.
        Comparison<int>?[] rules =
        [
            (a, b) => _leaves[a].CompareTo(_leaves[b]),
            null,
            (a, b) => _users[b].CompareTo(_users[a]),
            (a, b) => _leaves[b].CompareTo(_leaves[a]),
        ];
        return rules.Select(r => Walk(module.Root, r)).DistinctBy(o => string.Join(',', o));
    }

    private int[] Walk(int root, Comparison<int>? rule)
    {
        var order = new List<int>();
        var seen = new HashSet<int>();
        var open = new Stack<int>([root]);
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node))
            {
                continue;
            }

            if (node != root && !_modules.IsInner(node))
            {
                order.Add(node);
                continue;
            }

            var children = _tree.GateOf(node).Children;
            IEnumerable<int> sorted = rule is null ? children : children.Order(Comparer<int>.Create(rule));
            foreach (var child in sorted.Reverse())
            {
                open.Push(child);
            }
        }

        return [.. order];
    }
}
