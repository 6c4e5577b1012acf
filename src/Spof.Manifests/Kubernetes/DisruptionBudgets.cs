using Spof.Manifests.Yaml;

namespace Spof.Manifests.Kubernetes;

/// <summary>Finds the PodDisruptionBudget that covers the pods of a workload.</summary>
internal sealed class DisruptionBudgets(ObjectSet objects)
{
    private readonly ILookup<string, KubernetesObject> _byNamespace =
        objects.OfKind("PodDisruptionBudget").ToLookup(b => b.Namespace, StringComparer.Ordinal);

    /// <returns>What it states, such as "minAvailable: 1"; null without one.</returns>
    public string? Of(string ns, YamlNode? labels)
    {
        foreach (var budget in _byNamespace[ns])
        {
            if (!LabelSelector.Matches(budget.Spec?["selector"], labels))
                continue;
            foreach (var field in (string[])["minAvailable", "maxUnavailable"])
            {
                if (budget.Spec?[field]?.Text is { } value)
                    return $"{field}: {value}";
            }
        }

        return null;
    }
}
