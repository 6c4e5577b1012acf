using Spof.Manifests.Containers;

namespace Spof.Manifests.Scanning;

/// <summary>
/// Files that mean something only after rendering: the templates of a Helm chart and the patches of a Kustomize overlay. Read as
/// they stand they would look like a second, half-empty definition of the same object; the chart and the kustomization are listed
/// as gaps in their place.
/// </summary>
internal sealed class TemplatedFiles
{
    private static readonly string[] ChartParts = ["templates/", "charts/", "crds/"];

    private readonly List<string> _prefixes = [];
    private readonly HashSet<string> _patches = new(StringComparer.Ordinal);

    public TemplatedFiles(FileSet files)
    {
        foreach (var path in files.Paths)
        {
            if (path == "Chart.yaml" || path.EndsWith("/Chart.yaml", StringComparison.Ordinal))
            {
                _prefixes.AddRange(ChartParts.Select(part => path[..^"Chart.yaml".Length] + part));
            }
            else if (IsKustomization(path) && files.Open(path) is { } file)
            {
                CollectPatches(file);
            }
        }

        _prefixes.Sort(StringComparer.Ordinal);
    }

    public bool Contains(string path)
    {
        if (_patches.Contains(path))
        {
            return true;
        }

        // Any prefix of the path that is in the sorted list lies at a folder boundary.
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            if (_prefixes.BinarySearch(path[..(slash + 1)], StringComparer.Ordinal) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a patch that a kustomization names.</summary>
    public bool IsPatch(string path) => _patches.Contains(path);

    public static bool IsKustomization(ReadOnlySpan<char> path) =>
        path[(path.LastIndexOf('/') + 1)..] is "kustomization.yaml" or "kustomization.yml" or "Kustomization";

    private void CollectPatches(ManifestFile kustomization)
    {
        foreach (var root in kustomization.Yaml.Documents)
        {
            foreach (var field in (string[])["patches", "patchesStrategicMerge", "patchesJson6902", "replacements"])
            {
                foreach (var item in root[field]?.Items ?? [])
                {
                    if ((item["path"] ?? item).Text is { } relative && RootedPath.Resolve(kustomization.Folder, relative) is { } path)
                    {
                        _patches.Add(path);
                    }
                }
            }
        }
    }
}
