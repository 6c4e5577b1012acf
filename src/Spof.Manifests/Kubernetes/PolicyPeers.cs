using System.Collections.Immutable;
using Spof.Manifests.Yaml;

namespace Spof.Manifests.Kubernetes;

/// <summary>
/// Finds the workloads that a network policy names. A selector that takes in every workload of a namespace, by asking for nothing or
/// for a label that all carry, names none of them.
/// </summary>
internal sealed class PolicyPeers(ObjectSet objects, PodIndex pods)
{
    private readonly Namespaces _namespaces = new(objects, pods.Namespaces);
    private readonly OperatorPods _operatorPods = new(objects);

    /// <summary>Workloads that a pod selector names in one namespace.</summary>
    /// <returns>Ids; none when no workload carries the labels; null when the selector names no one in particular.</returns>
    public ImmutableArray<string>? Named(string ns, YamlNode? selector)
    {
        if (!LabelSelector.AsksForLabel(selector))
        {
            return null;
        }

        var selected = pods.Matching(ns, selector!);
        if (selected.Length > 1 && selected.Length == pods.AllOf(ns).Count())
        {
            return null;
        }

        return !selected.IsEmpty ? [.. selected.Select(w => w.Declaration.Id)]
            : _operatorPods.Find(ns, selector!["matchLabels"]?.Entries ?? []) is { } made ? [made.ResourceId]
            : [];
    }

    /// <summary>Workloads that a peer of a rule names, seen from the policy's namespace.</summary>
    /// <returns>As <see cref="Named"/>.</returns>
    public ImmutableArray<string>? NamedBy(YamlNode peer, string ns)
    {
        if (peer["namespaceSelector"] is not YamlMapping spaces)
        {
            return Named(ns, peer["podSelector"]);
        }

        if (!LabelSelector.IsEmpty(peer["podSelector"]))
        {
            return [.. _namespaces.Select(spaces).SelectMany(n => Named(n, peer["podSelector"]) ?? [])];
        }

        // A whole namespace stands for its workload where it runs only one.
        var all = LabelSelector.AsksForLabel(spaces) ? _namespaces.Select(spaces).SelectMany(n => pods.AllOf(n)).Take(2).ToArray() : [];
        return all is [var only] ? [only.Declaration.Id] : null;
    }
}
