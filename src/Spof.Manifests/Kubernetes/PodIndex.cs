using System.Collections.Immutable;
using Spof.Manifests.Yaml;

namespace Spof.Manifests.Kubernetes;

/// <summary>Finds workloads by the labels of their pods.</summary>
internal sealed class PodIndex
{
    private readonly Dictionary<(string Namespace, string Key, string Value), List<WorkloadReading>> _byLabel = [];

    public PodIndex(IEnumerable<WorkloadReading> workloads)
    {
        foreach (var workload in workloads)
        {
            foreach (var label in workload.Labels?.Entries ?? [])
            {
                var key = (workload.Declaration.Scope, label.Key, label.Value.Text ?? "");
                if (!_byLabel.TryGetValue(key, out var carriers))
                    _byLabel[key] = carriers = [];
                carriers.Add(workload);
            }
        }
    }

    /// <summary>Workloads of a namespace whose pods carry every pair; a selector without pairs selects nothing.</summary>
    public ImmutableArray<WorkloadReading> Select(string ns, IReadOnlyList<YamlEntry> selector)
    {
        // The pair that the fewest carry leaves the least to compare.
        List<WorkloadReading>? fewest = null;
        foreach (var pair in selector)
        {
            if (!_byLabel.TryGetValue((ns, pair.Key, pair.Value.Text ?? ""), out var carriers))
                return [];
            if (fewest is null || carriers.Count < fewest.Count)
                fewest = carriers;
        }

        return fewest is null ? [] : [.. fewest.Where(w => LabelSelector.MatchesMap(selector, w.Labels))];
    }
}
