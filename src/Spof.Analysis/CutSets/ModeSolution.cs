using Spof.Analysis.Graphs;
using Spof.Model;

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

    /// <param name="index">The target.</param>
    /// <param name="events">One table per universe.</param>
    /// <param name="mode">The mode asked about.</param>
    /// <param name="maxOrder">1 or 2.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The favourable and the unfavourable solution; the same object where nothing unknown makes a difference.</returns>
    public static (ModeSolution Favourable, ModeSolution Unfavourable) Solve(
        TargetIndex index, EventTable[] events, Mode mode, int maxOrder, CancellationToken cancellation)
    {
        var favourable = Solve(FunctionGraphBuilder.Build(index, mode, Reading.Favourable), events, maxOrder, null, cancellation);
        var graph = FunctionGraphBuilder.Build(index, mode, Reading.Unfavourable);
        return (favourable, Solve(graph, events, maxOrder, favourable, cancellation));
    }

    private static ModeSolution Solve(
        FunctionGraph graph, EventTable[] events, int maxOrder, ModeSolution? other, CancellationToken cancellation)
    {
        var hasSameStructure = other is not null && graph.HasSameStructureAs(other.Graph);
        int[] asked = [.. graph.Index.Target.EntryPoints.OrEmpty().Select(graph.EntryFunction)];
        var order = hasSameStructure ? null : new EvaluationOrder(graph, asked.Where(f => f >= 0));
        var leaves = new CutFamily[events.Length][];
        var families = new CutFamily[events.Length][];
        var isSame = hasSameStructure;
        for (var u = 0; u < events.Length; u++)
        {
            leaves[u] = LeafFamilies.Of(graph, events[u], maxOrder);
            if (hasSameStructure && leaves[u].AsSpan().SequenceEqual(other!.Leaves[u]))
            {
                families[u] = other.Families[u];
                continue;
            }

            isSame = false;
            order ??= new EvaluationOrder(graph, asked.Where(f => f >= 0));
            families[u] = FamilySolver.Solve(graph, order, asked, leaves[u], events[u], maxOrder, cancellation);
        }

        return isSame ? other! : new ModeSolution(graph, asked, leaves, families);
    }
}
