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
        if (selector.Count == 0)
            return [];
        var carriers = _byLabel.GetValueOrDefault((ns, selector[0].Key, selector[0].Value.Text ?? "")) ?? [];
        return [.. carriers.Where(w => LabelSelector.MatchesMap(selector, w.Labels))];
    }
}
