using Spof.Manifests.Containers;
using Spof.Manifests.Scanning;
using Spof.Manifests.Yaml;

namespace Spof.Manifests.Kubernetes.Kustomize;

/// <summary>One kustomization: what it takes in and what it changes. It is not rendered.</summary>
internal sealed class Kustomization
{
    private readonly List<string> _files = [];
    private readonly List<string> _bases = [];
    private readonly List<KustomizeChange> _changes = [];
    private readonly List<string> _patchFiles = [];

    private Kustomization(ManifestFile file, YamlNode root)
    {
        Path = file.Path;
        Folder = file.Folder;
        Prefix = root["namePrefix"]?.Text ?? "";
        Suffix = root["nameSuffix"]?.Text ?? "";
        IsComponent = root["kind"]?.Text == "Component";
    }

    public string Path { get; }

    public string Folder { get; }

    public string Prefix { get; }

    public string Suffix { get; }

    /// <summary>True when its changes apply to all that the kustomization naming it takes in.</summary>
    public bool IsComponent { get; }

    /// <summary>Files of objects that it takes in itself.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Folders of the kustomizations that it builds on.</summary>
    public IReadOnlyList<string> Bases => _bases;

    public IReadOnlyList<KustomizeChange> Changes => _changes;

    /// <summary>Patch files that were read for their changes.</summary>
    public IReadOnlyList<string> PatchFiles => _patchFiles;

    /// <returns>Null when the file holds no map.</returns>
    public static Kustomization? Read(ManifestFile file, FileSet files)
    {
        if (file.Yaml.Documents.FirstOrDefault() is not YamlMapping root)
        {
            return null;
        }

        var read = new Kustomization(file, root);
        foreach (var field in (string[])["resources", "bases", "components"])
        {
            foreach (var item in root[field]?.Items ?? [])
            {
                read.Take(item, files);
            }
        }

        foreach (var item in root["replicas"]?.Items ?? [])
        {
            if (item["name"]?.Text is { } name)
            {
                read._changes.Add(KustomizeChange.OfReplicas(file.Path, name, item));
            }
        }

        foreach (var field in (string[])["patches", "patchesStrategicMerge", "patchesJson6902"])
        {
            foreach (var item in root[field]?.Items ?? [])
            {
                read.Patch(item, files);
            }
        }

        return read;
    }

    // What lies behind an address is not part of the repository.
    private void Take(YamlNode item, FileSet files)
    {
        if (item.Text is not { } text || text.Contains("://", StringComparison.Ordinal) || RootedPath.Resolve(Folder, text.TrimEnd('/')) is not { } path)
        {
            return;
        }

        (files.Contains(path) ? _files : _bases).Add(path);
    }

    private void Patch(YamlNode item, FileSet files)
    {
        var target = item["target"];
        var written = item["path"]?.Text ?? (item["patch"] is null ? item.Text : null);
        if (written is not null && RootedPath.Resolve(Folder, written) is { } path && files.Open(path) is { } file)
        {
            _patchFiles.Add(path);
            _changes.AddRange(KustomizeChange.OfPatch(Path, file.Yaml, target, item.At));
        }
        else
        {
            // Without a file of that name an entry may hold the patch itself; what is neither may change anything.
            var inline = item["patch"]?.Text ?? (item is YamlScalar ? item.Text : null) ?? "";
            _changes.AddRange(KustomizeChange.OfPatch(Path, YamlReader.Read(Path, inline), target, item.At, isInline: true));
        }
    }
}
