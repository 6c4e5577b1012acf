using System.Collections.Immutable;
using Spof.Manifests.Yaml;

namespace Spof.Manifests.Kubernetes;

/// <summary>Finds workloads by the labels of their pods.</summary>
internal sealed class PodIndex
{
    private readonly Dictionary<(string Namespace, string Key, string Value), List<WorkloadReading>> _byLabel = [];
    private readonly ILookup<string, WorkloadReading> _byNamespace;

    public PodIndex(IReadOnlyList<WorkloadReading> workloads)
    {
        _byNamespace = workloads.ToLookup(w => w.Declaration.Scope, StringComparer.Ordinal);
        foreach (var workload in workloads)
        {
            foreach (var label in workload.Labels?.Entries ?? [])
            {
                var key = (workload.Declaration.Scope, label.Key, label.Value.Text ?? "");
                if (!_byLabel.TryGetValue(key, out var carriers))
                {
                    _byLabel[key] = carriers = [];
                }

                carriers.Add(workload);
            }
        }
    }

    /// <summary>Namespaces that workloads run in.</summary>
    public IEnumerable<string> Namespaces => _byNamespace.Select(n => n.Key);

    /// <summary>All workloads of a namespace.</summary>
    public IEnumerable<WorkloadReading> AllOf(string ns) => _byNamespace[ns];

    /// <summary>Workloads of a namespace that a selector with <c>matchLabels</c> and <c>matchExpressions</c> selects.</summary>
    public ImmutableArray<WorkloadReading> Matching(string ns, YamlNode selector)
    {
        var candidates = selector["matchLabels"]?.Entries is { Count: > 0 } labels ? Select(ns, labels) : AllOf(ns);
        return [.. candidates.Where(w => LabelSelector.Matches(selector, w.Labels))];
    }

    /// <summary>Workloads of a namespace whose pods carry every pair; a selector without pairs selects nothing.</summary>
    public ImmutableArray<WorkloadReading> Select(string ns, IReadOnlyList<YamlEntry> selector)
    {
        // The pair that the fewest carry leaves the least to compare.
        List<WorkloadReading>? fewest = null;
        foreach (var pair in selector)
        {
            if (!_byLabel.TryGetValue((ns, pair.Key, pair.Value.Text ?? ""), out var carriers))
            {
                return [];
            }

            if (fewest is null || carriers.Count < fewest.Count)
            {
                fewest = carriers;
            }
        }

        return fewest is null ? [] : [.. fewest.Where(w => LabelSelector.MatchesMap(selector, w.Labels))];
    }
}
