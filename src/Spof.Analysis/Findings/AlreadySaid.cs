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
            _propagations.Add(solution, propagation = new Propagation(solution.Graph));
        var immune = solution.Families[(int)Universe.Instances][entryPoint];
        propagation.Run(DownWith(solution.Graph, lost, immune));
        return !propagation.IsDown(solution.Asked[entryPoint]);
    }

    private IEnumerable<int> DownWith(FunctionGraph graph, FailureEvent lost, CutFamily immune)
    {
        var index = graph.Index;
        var kind = EventTable.KindOf(lost.Class);
        var domain = index.Domains.IndexOf(lost.NodeId);
        for (var f = 0; f < graph.FunctionCount; f++)
        {
            var component = graph.ComponentOf[f];
            var redundancy = graph.Redundancy[component];
            var instances = domain >= 0
                ? index.Shares[component].LostWith(kind, domain, -1)
                : index.Components[component].Id == lost.NodeId ? Together(graph, component, kind) : 0;
            if (instances == 0)
                continue;

            instances = Math.Min(instances, redundancy.Instances);
            var first = analysis.Events[(int)Universe.Instances].InstanceEvent[component];
            var primaryLives = immune.HasSingle(first);
            if (graph.IsPrimary(f) && redundancy.PrimaryDecides)
            {
                if (!primaryLives && instances >= LeafFamilies.DomainThreshold(graph, f))
                    yield return f;
                continue;
            }

            if (!redundancy.HasPrimary)
                instances = primaryLives ? 0 : instances;
            else if (immune.HasSingle(first + 1))
                instances = primaryLives ? 0 : 1;
            else if (primaryLives)
                instances = Math.Min(instances, redundancy.Instances - 1);
            if (instances >= redundancy.Threshold)
                yield return f;
        }
    }

    private static int Together(FunctionGraph graph, int component, DomainKind kind) => graph.Index.Components[component].Placements
        .Where(p => p.Kind == kind && p.Shares.OrEmpty().IsEmpty)
        .Select(p => graph.Reading == Reading.Favourable
            ? p.Together.Min ?? 1
            : p.Together.Max ?? graph.Redundancy[component].Instances)
        .DefaultIfEmpty()
        .Max();
}
