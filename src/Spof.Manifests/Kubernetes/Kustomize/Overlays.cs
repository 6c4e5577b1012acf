using Spof.Manifests.Scanning;
using Spof.Model;

namespace Spof.Manifests.Kubernetes.Kustomize;

/// <summary>
/// What the kustomizations of the judged environment change in the objects that they take in. They are not rendered: what one of them
/// changes is not known from the manifest that it is changed in.
/// </summary>
internal sealed class Overlays
{
    private readonly Dictionary<string, Kustomization> _byFolder = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(KustomizeChange Change, string Prefix, string Suffix)>> _byFile = new(StringComparer.Ordinal);

    /// <param name="reading">The scan; patches that are read become inputs.</param>
    public Overlays(ManifestReading reading)
    {
        foreach (var path in reading.Files.Paths.Where(p => TemplatedFiles.IsKustomization(p)))
        {
            if (reading.Files.Open(path) is { } file && Kustomization.Read(file, reading.Files) is { } read)
            {
                _byFolder[read.Folder] = read;
            }
        }

        // Overlays beside each other that build on one base are environments, as folders with one object are.
        var environments = new EnvironmentFolders(
            _byFolder.Values.Select(k => (k.Path, k.Bases.Select(b => ("base", b)))), reading.Environment);
        foreach (var overlay in _byFolder.Values.Where(k => !k.IsComponent && environments.OtherThanAsked(k.Path) is null))
        {
            Apply(overlay, reading);
        }
    }

    /// <summary>What decides the number of instances instead of the manifest; null when the manifest does.</summary>
    public (Count Instances, Evidence At)? InstancesOf(KubernetesObject source, Count stated, Evidence statedAt)
    {
        var isWorkload = ObjectReader.IsController(source.Kind) || source.Kind is "Job" or "CronJob" or "Pod";
        return Of(source).FirstOrDefault(c => c.SetsReplicas || !isWorkload) is { } change
            ? (Count.Unknown($"set by {change.Kustomization}, which is not rendered ({statedAt.At.Path}:{statedAt.At.Line} says {stated})"), change.At)
            : null;
    }

    /// <summary>Changes to an object, in the order of the kustomizations.</summary>
    public IEnumerable<KustomizeChange> Of(KubernetesObject source) =>
        from definition in source.Variants.Prepend(source)
        where _byFile.ContainsKey(definition.At.Path)
        from entry in _byFile[definition.At.Path]
        where entry.Change.AppliesTo(definition.Kind, definition.Name, entry.Prefix + definition.Name + entry.Suffix)
        select entry.Change;

    private void Apply(Kustomization overlay, ManifestReading reading)
    {
        var changes = overlay.Changes.Concat(ComponentsOf(overlay).SelectMany(c => c.Changes)).ToList();
        if (changes.Count == 0)
        {
            return;
        }

        foreach (var patch in overlay.PatchFiles.Concat(ComponentsOf(overlay).SelectMany(c => c.PatchFiles)))
        {
            reading.AddInput(patch, "kustomize patch");
        }

        foreach (var (file, prefix, suffix) in TakenInBy(overlay, []))
        {
            if (!_byFile.TryGetValue(file, out var known))
            {
                _byFile[file] = known = [];
            }

            known.AddRange(changes.Select(c => (c, prefix, suffix)));
        }
    }

    private IEnumerable<Kustomization> ComponentsOf(Kustomization overlay) =>
        overlay.Bases.Select(b => _byFolder.GetValueOrDefault(b)).OfType<Kustomization>().Where(b => b.IsComponent);

    /// <summary>Files that a kustomization takes in, with what those below it put around the names.</summary>
    private IEnumerable<(string File, string Prefix, string Suffix)> TakenInBy(Kustomization overlay, HashSet<string> met)
    {
        if (!met.Add(overlay.Folder))
        {
            return [];
        }

        var own = overlay.Files.Select(f => (f, "", ""));
        var below = overlay.Bases.Select(b => _byFolder.GetValueOrDefault(b)).OfType<Kustomization>().ToList()
            .SelectMany(b => TakenInBy(b, met).Select(f => (f.File, b.Prefix + f.Prefix, f.Suffix + b.Suffix)));
        return [.. own, .. below];
    }
}
