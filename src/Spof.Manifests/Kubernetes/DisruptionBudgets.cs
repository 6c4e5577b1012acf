using Spof.Manifests.Yaml;

namespace Spof.Manifests.Kubernetes;

/// <summary>Finds the PodDisruptionBudget that covers the pods of a workload.</summary>
internal sealed class DisruptionBudgets(ObjectSet objects)
{
    // By the first label they ask for; budgets that ask by expressions only stand under an empty label.
    private readonly ILookup<(string, string, string), KubernetesObject> _byLabel =
        objects.OfKind("PodDisruptionBudget").ToLookup(b => FirstLabel(b.Namespace, b.Spec?.Find("selector", "matchLabels")?.Entries ?? []));

    /// <returns>What it states, such as "minAvailable: 1"; null without one.</returns>
    public string? Of(string ns, YamlNode? labels)
    {
        var candidates = (labels?.Entries ?? []).SelectMany(l => _byLabel[(ns, l.Key, l.Value.Text ?? "")]).Concat(_byLabel[(ns, "", "")]);
        foreach (var budget in candidates)
        {
            if (!LabelSelector.Matches(budget.Spec?["selector"], labels))
            {
                continue;
            }

            foreach (var field in (string[])["minAvailable", "maxUnavailable"])
            {
                if (budget.Spec?[field]?.Text is { } value)
                {
                    return $"{field}: {value}";
                }
            }
        }

        return null;
    }

    private static (string, string, string) FirstLabel(string ns, IReadOnlyList<YamlEntry> wanted) =>
        wanted.Count == 0 ? (ns, "", "") : (ns, wanted[0].Key, wanted[0].Value.Text ?? "");
}
