using Spof.Analysis.FaultTrees.Diagrams;

namespace Spof.Analysis.FaultTrees.Solving;

/// <summary>
/// Builds the diagrams of one module after the other. Several variable orders race: all of them with room for few nodes, then all with
/// more, so that a bad order costs no more than a fraction of what the good one costs.
/// </summary>
internal sealed class ModuleSolver
{
    private const int FirstLimit = 1 << 14;
    private const int LimitStep = 8;
    private readonly FaultTreeOptions _options;
    private readonly VariableOrders _orders;
    private readonly BinaryDiagrams _functions;
    private readonly CutSetDiagrams _sets;
    private readonly GateBuilder _functionBuilder;
    private readonly GateBuilder _setBuilder;

    // By node: the smallest and greatest order of the cut sets of an event or module.
    private readonly int[] _least;
    private readonly int[] _greatest;

    public ModuleSolver(FaultTree tree, ModuleGraph modules, FaultTreeOptions options, CancellationToken cancellation)
    {
        _options = options;
        _orders = new VariableOrders(tree, modules);
        _functions = new BinaryDiagrams(cancellation);
        _sets = new CutSetDiagrams(cancellation);
        _functionBuilder = new GateBuilder(tree, _functions);
        _setBuilder = new GateBuilder(tree, _sets);
        _least = new int[tree.Events.Length + tree.Gates.Length];
        Array.Fill(_least, 1);
        _greatest = [.. _least];
    }

    public SolvedModule Solve(Module module, bool wantsFunction, bool wantsSets)
    {
        int[][] orders = [.. _orders.Of(module)];
        var isLimited = _options.MaxOrder is not null;
        var function = wantsFunction || (wantsSets && !isLimited && _options.Engine != FaultTreeEngine.BottomUp) ? Function(module, orders) : null;
        var sets = !wantsSets ? null : _options.Engine switch
        {
            FaultTreeEngine.BottomUp => BottomUp(module, orders),
            FaultTreeEngine.MinimalSolutions => Minimal(module, function ?? Function(module, orders)),
            _ when isLimited => BottomUp(module, orders) ?? Minimal(module, function ?? Function(module, orders)),
            _ => Minimal(module, function) ?? BottomUp(module, orders),
        };
        return new SolvedModule(module.Root, wantsFunction ? function : null, sets);
    }

    private OrderedDiagram? Function(Module module, int[][] orders)
    {
        foreach (var limit in Limits())
        {
            foreach (var order in orders)
            {
                _functions.Reset(limit);
                var root = _functionBuilder.Build(module, order);
                if (root != NodeStore.Full)
                {
                    return new OrderedDiagram(order, Diagram.From(_functions.Nodes, root));
                }
            }
        }

        return null;
    }

    private OrderedDiagram? BottomUp(Module module, int[][] orders)
    {
        foreach (var limit in Limits())
        {
            foreach (var order in orders)
            {
                ResetSets(limit, order);
                var root = _setBuilder.Build(module, order);
                if (root != NodeStore.Full)
                {
                    return Keep(module, order, root);
                }
            }
        }

        return null;
    }

    private OrderedDiagram? Minimal(Module module, OrderedDiagram? function)
    {
        if (function is null)
        {
            return null;
        }

        ResetSets(_options.NodeLimit, function.Order);
        var root = new MinimalSolutions(_sets, function.Diagram).Build();
        return root == NodeStore.Full ? null : Keep(module, function.Order, root);
    }

    private OrderedDiagram Keep(Module module, int[] order, int root)
    {
        (_least[module.Root], _greatest[module.Root]) = _sets.Sizes(root);
        return new OrderedDiagram(order, Diagram.From(_sets.Nodes, root));
    }

    private void ResetSets(int limit, int[] order) =>
        _sets.Reset(limit, [.. order.Select(n => _least[n])], [.. order.Select(n => _greatest[n])], _options.MaxOrder);

    private IEnumerable<int> Limits()
    {
        for (long limit = FirstLimit; limit < _options.NodeLimit; limit *= LimitStep)
        {
            yield return (int)limit;
        }

        yield return _options.NodeLimit;
    }
}
