using Spof.Manifests.Yaml;

namespace Spof.Manifests.Kubernetes;

/// <summary>The namespaces of the target and their labels, as far as manifests show them.</summary>
internal sealed class Namespaces
{
    // The API server sets it on every namespace.
    private const string NameLabel = "kubernetes.io/metadata.name";

    private readonly Dictionary<string, KubernetesObject?> _byName = new(StringComparer.Ordinal);

    /// <param name="objects">All objects of the target.</param>
    /// <param name="inUse">Namespaces that workloads run in, declared or not.</param>
    public Namespaces(ObjectSet objects, IEnumerable<string> inUse)
    {
        foreach (var declared in objects.OfKind("Namespace"))
        {
            _byName[declared.Name] = declared;
        }

        foreach (var name in inUse)
        {
            _byName.TryAdd(name, null);
        }
    }

    /// <summary>Namespaces that a label selector selects; one without an object has no label but its name.</summary>
    public IEnumerable<string> Select(YamlNode selector) =>
        _byName.Where(n => LabelSelector.Matches(selector, key => LabelOf(n.Key, n.Value, key))).Select(n => n.Key);

    private static string? LabelOf(string name, KubernetesObject? declared, string key) =>
        key == NameLabel ? name
        : declared?.Variants.Prepend(declared).Select(d => d.Node.Find("metadata", "labels")?[key]?.Text).FirstOrDefault(v => v is not null);
}
