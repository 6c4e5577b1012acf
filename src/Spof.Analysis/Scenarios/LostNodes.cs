using System.Collections.Immutable;
using Spof.Analysis.CutSets;
using Spof.Analysis.Graphs;

namespace Spof.Analysis.Scenarios;

/// <summary>What is gone.</summary>
internal sealed record LostNodes(ImmutableArray<string> Ids, HashSet<int> Components, bool[] Domains)
{
    public static LostNodes Of(TargetIndex index, IReadOnlyList<string> ids)
    {
        var components = new HashSet<int>();
        var domains = new List<int>();
        foreach (var id in ids)
        {
            if (index.IndexOf(id) is >= 0 and var component)
            {
                components.Add(component);
            }
            else if (index.Domains.IndexOf(id) is >= 0 and var domain)
            {
                domains.Add(domain);
            }
            else
            {
                throw new ArgumentException($"There is no component or domain '{id}' in target '{index.Target.Id}'.", nameof(ids));
            }
        }

        return new(
            [
                .. components.Select(c => index.Components[c].Id)
                    .Concat(domains.Select(index.Domains.IdOf))
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ],
            components,
            index.Domains.Within(domains));
    }

    public IEnumerable<int> DownIn(FunctionGraph graph)
    {
        for (var f = 0; f < graph.FunctionCount; f++)
        {
            var component = graph.ComponentOf[f];
            var threshold = LeafFamilies.DomainThreshold(graph, f);
            if (Components.Contains(component)
                || (threshold != Redundancy.Never && graph.Index.Shares[component].LostWith(Domains) >= threshold))
            {
                yield return f;
            }
        }
    }
}
