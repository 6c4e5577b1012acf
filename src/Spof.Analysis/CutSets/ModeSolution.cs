using Spof.Analysis.Graphs;

namespace Spof.Analysis.CutSets;

/// <summary>One mode of a target under one reading, solved: the cut families of every entry point in every universe.</summary>
internal sealed class ModeSolution
{
    private ModeSolution(FunctionGraph graph, int[] asked, CutFamily[][] leaves, CutFamily[][] families)
    {
        Graph = graph;
        Asked = asked;
        Leaves = leaves;
        Families = families;
    }

    public FunctionGraph Graph { get; }

    /// <summary>The function that each entry point asks for; -1 when its component does not exist.</summary>
    public int[] Asked { get; }

    /// <summary>By universe and function.</summary>
    public CutFamily[][] Leaves { get; }

    /// <summary>By universe and entry point.</summary>
    public CutFamily[][] Families { get; }

    /// <param name="graph">The mode of the target under one reading.</param>
    /// <param name="events">One table per universe.</param>
    /// <param name="maxOrder">1 or 2.</param>
    /// <param name="earlier">Other solutions, whose answers are taken over where the question is the same.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static ModeSolution Of(
        FunctionGraph graph, EventTable[] events, int maxOrder, List<ModeSolution> earlier, CancellationToken cancellation)
    {
        int[] asked = [.. graph.Index.Target.EntryPoints.Select(graph.EntryFunction)];
        var alike = earlier.Where(s => s.Asked.AsSpan().SequenceEqual(asked) && s.Graph.HasSameStructureAs(graph)).ToArray();
        var leaves = new CutFamily[events.Length][];
        var families = new CutFamily[events.Length][];
        EvaluationOrder? order = null;
        for (var u = 0; u < events.Length; u++)
        {
            leaves[u] = LeafFamilies.Of(graph, events[u], maxOrder);
            var same = Array.Find(alike, s => s.Leaves[u].AsSpan().SequenceEqual(leaves[u]));
            if (same is not null)
            {
                families[u] = same.Families[u];
                continue;
            }

            order ??= new EvaluationOrder(graph, asked.Where(f => f >= 0));
            families[u] = FamilySolver.Solve(graph, order, asked, leaves[u], events[u], maxOrder, cancellation);
        }

        return new ModeSolution(graph, asked, leaves, families);
    }
}
