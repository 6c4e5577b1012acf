using Spof.Analysis.Graphs;
using Spof.Model;

namespace Spof.Analysis.CutSets;

/// <summary>What brings a function down by itself: losses of the component's own instances, or of the domains that hold them.</summary>
internal static class LeafFamilies
{
    public static CutFamily[] Of(FunctionGraph graph, EventTable events, int maxOrder)
    {
        var leaves = new CutFamily[graph.FunctionCount];
        for (var f = 0; f < leaves.Length; f++)
        {
            leaves[f] = events.Universe == Universe.Instances ? Instances(graph, events, f, maxOrder) : Domains(graph, events, f, maxOrder);
        }

        return leaves;
    }

    private static CutFamily Instances(FunctionGraph graph, EventTable events, int function, int maxOrder)
    {
        var component = graph.ComponentOf[function];
        var redundancy = graph.Redundancy[component];
        var first = events.InstanceEvent[component];
        if (graph.IsPrimary(function) && redundancy.PrimaryDecides)
        {
            return new([first], []);
        }

        if (first < 0 || redundancy.Threshold > maxOrder)
        {
            return CutFamily.Empty;
        }

        if (!redundancy.HasPrimary)
        {
            return redundancy.Threshold == 1 ? new([first], []) : new([], [CutFamily.Pair(first, first)]);
        }

        var standby = first + 1;
        return (redundancy.Threshold, redundancy.Instances) switch
        {
            (1, 1) => new([first], []),
            (1, _) => new([first, standby], []),
            (_, 2) => new([], [CutFamily.Pair(first, standby)]),
            _ => new([], [CutFamily.Pair(first, standby), CutFamily.Pair(standby, standby)]),
        };
    }

    private static CutFamily Domains(FunctionGraph graph, EventTable events, int function, int maxOrder)
    {
        var component = graph.ComponentOf[function];
        var threshold = DomainThreshold(graph, function);
        if (threshold == Redundancy.Never)
        {
            return CutFamily.Empty;
        }

        var singles = new SortedSet<int>();
        var pairs = new SortedSet<long>();
        foreach (var layout in graph.Index.Shares[component].Layouts(events.DomainKind))
        {
            for (var i = 0; i < layout.Domains.Length; i++)
            {
                if (layout.Lost(i, i) >= threshold)
                {
                    singles.Add(events.DomainEvent[layout.Domains[i]]);
                }

                for (var j = i + 1; j < layout.Domains.Length && maxOrder > 1; j++)
                {
                    if (layout.Lost(i, j) >= threshold)
                    {
                        pairs.Add(CutFamily.Pair(events.DomainEvent[layout.Domains[i]], events.DomainEvent[layout.Domains[j]]));
                    }
                }
            }
        }

        if (MayShareUnnamed(graph, events, function))
        {
            singles.Add(events.UnnamedEvent[component]);
        }

        if (singles.Count == 0 && pairs.Count == 0)
        {
            return CutFamily.Empty;
        }

        pairs.RemoveWhere(p => singles.Contains(CutFamily.First(p)) || singles.Contains(CutFamily.Second(p)));
        return new([.. singles], [.. pairs]);
    }

    /// <summary>
    /// Instances that a domain must hold for its loss to bring the function down. Which domain holds the primary is not known:
    /// favourably it is only lost with all instances, unfavourably with any of them.
    /// </summary>
    public static int DomainThreshold(FunctionGraph graph, int function)
    {
        var redundancy = graph.Redundancy[graph.ComponentOf[function]];
        if (!graph.IsPrimary(function) || !redundancy.PrimaryDecides)
        {
            return redundancy.Threshold;
        }

        return graph.Reading == Reading.Favourable ? redundancy.Instances : 1;
    }

    /// <summary>
    /// True when one domain that no input names holds so many instances that its loss brings the function down. Where a single
    /// instance does so already, its host and zone say nothing more.
    /// </summary>
    private static bool MayShareUnnamed(FunctionGraph graph, EventTable events, int function)
    {
        var component = graph.ComponentOf[function];
        var redundancy = graph.Redundancy[component];
        return redundancy.Threshold > 1
            && !(graph.IsPrimary(function) && redundancy.PrimaryDecides)
            && InOneUnnamed(graph, component, events.DomainKind) >= redundancy.Threshold;
    }

    /// <summary>Instances of a component that one domain of this kind which no input names may hold; 0 where each one is named.</summary>
    public static int InOneUnnamed(FunctionGraph graph, int component, DomainKind kind) => graph.Index.Components[component].Placements
        .Where(p => p.Kind == kind && p.Shares.IsEmpty)
        .Select(p => graph.Reading == Reading.Favourable
            ? p.Together.Min ?? 1
            : p.Together.Max ?? graph.Redundancy[component].Instances)
        .DefaultIfEmpty()
        .Max();
}
