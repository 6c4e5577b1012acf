using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>One object as a manifest defines it, with further definitions of the same object in other places.</summary>
internal sealed class KubernetesObject(string group, string kind, string ns, string name, YamlNode node, SourcePosition at)
{
    private readonly List<KubernetesObject> _variants = [];

    /// <summary>API group; empty for the core group.</summary>
    public string Group { get; } = group;

    public string Kind { get; } = kind;

    /// <summary>Namespace; "default" when the manifest names none, empty for kinds of the whole cluster.</summary>
    public string Namespace { get; } = ns;

    public string Name { get; } = name;

    public YamlNode Node { get; } = node;

    /// <summary>Where the kind is stated.</summary>
    public SourcePosition At { get; } = at;

    /// <summary>Logical id.</summary>
    public string Id => $"k8s:{Namespace}/{Kind}/{Name}";

    public YamlNode? Spec => Node["spec"];

    /// <summary>Later definitions of the same object, in the order of their paths.</summary>
    public IReadOnlyList<KubernetesObject> Variants => _variants;

    public void AddVariant(KubernetesObject other) => _variants.Add(other);

    public Evidence ToEvidence(Certainty how = Certainty.Declared) => new(EvidenceLayer.Manifest, At, $"{Kind} {Name}", how);

    public string? Annotation(string key) => Node["metadata"]?["annotations"]?[key]?.Text;
}
