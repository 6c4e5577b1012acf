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

    public bool IsSaid(FailureEvent lost, Verdict verdict, Mode mode, int entryPoint)
    {
        var (favourable, unfavourable) = analysis.Solutions[mode];
        var solution = verdict == Verdict.Certain ? favourable : unfavourable;
        if (!_propagations.TryGetValue(solution, out var propagation))
        {
            _propagations.Add(solution, propagation = new Propagation(solution.Graph));
        }

        var immune = solution.Families[(int)Universe.Instances][entryPoint];
        propagation.Run(DownWith(solution.Graph, lost, immune));
        return !propagation.IsDown(solution.Asked[entryPoint]);
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
