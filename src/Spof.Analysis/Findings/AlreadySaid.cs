using Spof.Analysis.CutSets;
using Spof.Analysis.Graphs;
using Spof.Model;

namespace Spof.Analysis.Findings;

/// <summary>
/// Tells whether the loss of a domain says anything new: with every instance that stops the entry point on its own made immune,
/// would the domain still stop it? If not, those instances have said it already.
/// </summary>
internal sealed class AlreadySaid(TargetAnalysis analysis)
{
    private readonly Dictionary<ModeSolution, Propagation> _propagations = [];

    /// <param name="impact">A domain and an entry point that its loss stops.</param>
    public bool IsSaid(Impact impact)
    {
        var solution = analysis.Solutions[impact.Mode].For(impact.Cut.Verdict);
        if (!_propagations.TryGetValue(solution, out var propagation))
        {
            _propagations.Add(solution, propagation = new Propagation(solution.Graph));
        }

        var immune = solution.Families[(int)Universe.Instances][impact.EntryPoint];
        propagation.Run(DownWith(solution.Graph, impact.Cut.Events[0], immune));
        return !propagation.IsDown(solution.Asked[impact.EntryPoint]);
    }

    private IEnumerable<int> DownWith(FunctionGraph graph, FailureEvent lost, CutFamily immune)
    {
        var index = graph.Index;
        var kind = EventTable.KindOf(lost.Class);
        var domain = index.Domains.IndexOf(lost.NodeId);
        foreach (var component in domain >= 0 ? index.ComponentsIn(domain) : [index.IndexOf(lost.NodeId)])
        {
            var instances = domain >= 0 ? index.Shares[component].LostWith(kind, domain, -1) : LeafFamilies.InOneUnnamed(graph, component, kind);
            if (IsDown(graph, component, component, instances, immune))
            {
                yield return component;
            }

            var primary = graph.PrimaryOf[component];
            if (primary != component && IsDown(graph, primary, component, instances, immune))
            {
                yield return primary;
            }
        }
    }

    private bool IsDown(FunctionGraph graph, int function, int component, int lost, CutFamily immune)
    {
        var redundancy = graph.Redundancy[component];
        var instances = Math.Min(lost, redundancy.Instances);
        var first = analysis.Events[(int)Universe.Instances].InstanceEvent[component];
        var primaryLives = immune.HasSingle(first);
        if (graph.IsPrimary(function) && redundancy.PrimaryDecides)
        {
            return !primaryLives && instances > 0 && instances >= LeafFamilies.DomainThreshold(graph, function);
        }

        if (!redundancy.HasPrimary)
        {
            instances = primaryLives ? 0 : instances;
        }
        else if (immune.HasSingle(first + 1))
        {
            instances = primaryLives ? 0 : Math.Min(instances, 1);
        }
        else if (primaryLives)
        {
            instances = Math.Min(instances, redundancy.Instances - 1);
        }

        return instances > 0 && instances >= redundancy.Threshold;
    }
}
