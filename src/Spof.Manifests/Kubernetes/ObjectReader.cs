using Spof.Manifests.Scanning;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>Turns files into objects: documents, lists in them, and definitions of one object in several files put together.</summary>
internal sealed class ObjectReader
{
    private readonly Dictionary<(string Kind, string Namespace, string Name), KubernetesObject> _objects = [];
    private readonly Dictionary<(string Namespace, string Name), KubernetesObject> _controllers = [];
    private readonly List<KubernetesObject> _inOrder = [];
    private readonly SortedDictionary<string, (SourcePosition At, int Count)> _unread = new(StringComparer.Ordinal);
    private readonly List<Gap> _gaps = [];

    public static (ObjectSet Objects, IReadOnlyList<Gap> Gaps) Read(IEnumerable<ManifestFile> files)
    {
        var reader = new ObjectReader();
        foreach (var file in files)
        {
            reader._gaps.AddRange(file.Yaml.Errors.Select(e => e.ToGap()));
            foreach (var document in file.Yaml.Documents)
            {
                reader.Add(document, null, null);
            }
        }

        foreach (var (kind, met) in reader._unread)
        {
            reader._gaps.Add(new Gap(met.At, $"not read by this version: {kind}" + (met.Count > 1 ? $" ({met.Count} objects)" : "")));
        }

        return (new ObjectSet(reader._inOrder), reader._gaps);
    }

    private void Add(YamlNode node, string? listVersion, string? listKind)
    {
        var apiVersion = node["apiVersion"]?.Text ?? listVersion;
        var kind = node["kind"]?.Text ?? listKind;
        if (!KindCatalog.IsHeader(apiVersion, kind))
        {
            return;
        }

        if (node["items"] is YamlSequence items && kind!.EndsWith("List", StringComparison.Ordinal))
        {
            foreach (var item in items.Items)
            {
                Add(item, apiVersion, kind.Length > "List".Length ? kind[..^"List".Length] : null);
            }

            return;
        }

        var at = node.Entries.FirstOrDefault(e => e.Key == "kind").KeyAt ?? node.At;
        var group = KindCatalog.GroupOf(apiVersion!);
        if (KindCatalog.IsRead(group, kind!))
        {
            Keep(node, group, kind!, at);
        }
        else if (!KindCatalog.HasNoBearing(group, kind!))
        {
            NoteUnread($"{apiVersion} {kind}", at);
        }
    }

    private void Keep(YamlNode node, string group, string kind, SourcePosition at)
    {
        var name = node.Find("metadata", "name")?.Text ?? node.Find("metadata", "generateName")?.Text?.TrimEnd('-');
        if (string.IsNullOrEmpty(name))
        {
            _gaps.Add(new Gap(at, $"A {kind} without a name is not read.", GapKind.Error));
            return;
        }

        var ns = KindCatalog.IsClusterWide(kind) ? "" : node.Find("metadata", "namespace")?.Text ?? "default";
        var found = new KubernetesObject(group, kind, ns, name, node, at);
        if (_objects.TryGetValue((kind, ns, name), out var first) && first.Group == group)
        {
            first.AddVariant(found);
        }
        else if (SameControllerOf(found) is { } other)
        {
            other.AddVariant(found);
        }
        else if (first is not null && OperatorCatalog.Find(group, kind) is null)
        {
            // The same object under an older API group (extensions/v1beta1 and apps/v1).
            first.AddVariant(found);
        }
        else
        {
            _objects[(kind, ns, name)] = found;
            _inOrder.Add(found);
            if (IsController(kind))
            {
                _controllers.TryAdd((ns, name), found);
            }
        }
    }

    // Two controllers of one name whose pods carry the same labels are not deployed together: one is an older form of the other
    // (a ReplicationController and the Deployment that replaced it).
    private KubernetesObject? SameControllerOf(KubernetesObject found) =>
        IsController(found.Kind) && _controllers.TryGetValue((found.Namespace, found.Name), out var other)
        && PodLabels(found) is { Count: > 0 } labels && PodLabels(other) is { Count: > 0 } known
        && (labels.IsSubsetOf(known) || labels.IsSupersetOf(known))
            ? other
            : null;

    public static bool IsController(string kind) =>
        kind is "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" or "ReplicationController" or "Rollout" or "DeploymentConfig";

    private static HashSet<(string, string?)> PodLabels(KubernetesObject controller) =>
        [.. (controller.Spec?.Find("template", "metadata", "labels")?.Entries ?? []).Select(e => (e.Key, e.Value.Text))];

    private void NoteUnread(string kind, SourcePosition at) =>
        _unread[kind] = _unread.TryGetValue(kind, out var met) ? (met.At, met.Count + 1) : (at, 1);
}
