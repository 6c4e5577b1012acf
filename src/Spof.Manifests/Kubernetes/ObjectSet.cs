namespace Spof.Manifests.Kubernetes;

/// <summary>All objects of the target, found by kind and by name.</summary>
internal sealed class ObjectSet
{
    private readonly Dictionary<string, List<KubernetesObject>> _byKind = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string, string), KubernetesObject> _byName = [];

    public ObjectSet(IReadOnlyList<KubernetesObject> objects)
    {
        All = objects;
        foreach (var item in objects)
        {
            _byName.TryAdd((item.Kind, item.Namespace, item.Name), item);
            if (!_byKind.TryGetValue(item.Kind, out var ofKind))
            {
                _byKind[item.Kind] = ofKind = [];
            }

            ofKind.Add(item);
        }
    }

    /// <summary>In the order of paths and positions.</summary>
    public IReadOnlyList<KubernetesObject> All { get; }

    public IReadOnlyList<KubernetesObject> OfKind(string kind) => _byKind.TryGetValue(kind, out var found) ? found : [];

    public KubernetesObject? Find(string kind, string ns, string name) => _byName.GetValueOrDefault((kind, ns, name));
}
