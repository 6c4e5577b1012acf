using System.Collections.Immutable;

namespace Spof.Analysis.FaultTrees.Solving;

/// <summary>Lists the sets of the diagrams one by one, with modules written out.</summary>
internal sealed class CutSetWalk(FaultTree tree, IReadOnlyList<SolvedModule> modules)
{
    // Bit i of a mask: there is a set of order i; the last bit stands for all greater orders.
    private const int LastBit = 63;
    private readonly Lazy<Dictionary<int, Part>> _parts = new(() => Parts(tree, modules));

    public IEnumerable<ImmutableArray<int>> OfOrder(int order)
    {
        var top = _parts.Value[modules[^1].Root];
        return Sets(top, top.Diagram!.Diagram.Root, order).Select(set => set.Order().ToImmutableArray());
    }

    private static Dictionary<int, Part> Parts(FaultTree tree, IReadOnlyList<SolvedModule> modules)
    {
        var parts = new Dictionary<int, Part>();
        for (var e = 0; e < tree.Events.Length; e++)
        {
            parts[e] = new Part(e, null, [], 1UL << 1);
        }

        foreach (var module in modules)
        {
            var (order, diagram) = module.CutSets!;
            var masks = new ulong[diagram.Count];
            masks[1] = 1;
            for (var node = 2; node < masks.Length; node++)
            {
                masks[node] = masks[diagram.Low[node]] | Join(masks[diagram.High[node]], parts[order[diagram.Level[node]]].Orders);
            }

            parts[module.Root] = new Part(module.Root, module.CutSets, masks, masks[diagram.Root]);
        }

        return parts;
    }

    private static ulong Join(ulong left, ulong right)
    {
        var joined = 0UL;
        for (var i = 0; i <= LastBit; i++)
        {
            if ((left >> i & 1) != 0)
            {
                joined |= right << i;
                joined |= i > 0 && right >> (LastBit + 1 - i) != 0 ? 1UL << LastBit : 0;
            }
        }

        return joined;
    }

    private static bool Has(ulong mask, int order) => (mask >> Math.Min(order, LastBit) & 1) != 0;

    private IEnumerable<ImmutableList<int>> Sets(Part part, int node, int order)
    {
        var diagram = part.Diagram!.Diagram;
        for (; node > 1; node = diagram.Low[node])
        {
            if (!Has(part.Masks[node], order))
            {
                yield break;
            }

            var variable = _parts.Value[part.Diagram.Order[diagram.Level[node]]];
            for (var own = 1; own <= order; own++)
            {
                if (!Has(variable.Orders, own) || !Has(part.Masks[diagram.High[node]], order - own))
                {
                    continue;
                }

                foreach (var rest in Sets(part, diagram.High[node], order - own))
                {
                    foreach (var set in variable.Diagram is { } inner ? Sets(variable, inner.Diagram.Root, own) : [[variable.Node]])
                    {
                        yield return rest.AddRange(set);
                    }
                }
            }
        }

        if (node == 1 && order == 0)
        {
            yield return [];
        }
    }

    /// <param name="Node">An event or a module.</param>
    /// <param name="Diagram">The sets of a module; null for an event.</param>
    /// <param name="Masks">By node of the diagram: the orders of its sets.</param>
    /// <param name="Orders">The orders of all its sets.</param>
    private sealed record Part(int Node, OrderedDiagram? Diagram, ulong[] Masks, ulong Orders);
}
