using Spof.Manifests.Scanning;

namespace Spof.Manifests.Kubernetes;

/// <summary>
/// Tells environments apart that lie side by side in a repository: folders with the names of environments (<c>k8s/staging</c> and
/// <c>k8s/production</c>), and files whose names differ only in one (<c>api.staging.yaml</c> and <c>api.production.yaml</c>), that
/// define the same object. Each is deployed without the others; what lies outside of them belongs to all.
/// </summary>
internal sealed class EnvironmentFolders
{
    /// <summary>Names of environments that mean the same, the nearest to production first.</summary>
    private static readonly string[][] Names =
        [["production", "prod", "prd", "live"], ["staging", "stage", "stg"], ["uat", "qa", "test"], ["development", "dev", "local"]];

    private readonly string _environment;

    /// <summary>Environments by the folder that they are folders of, or by the name that their files share.</summary>
    private readonly Dictionary<string, HashSet<string>> _byParent = new(StringComparer.Ordinal);

    /// <param name="files">Files with Kubernetes objects.</param>
    /// <param name="environment">Environment that the scan asks about.</param>
    public EnvironmentFolders(IReadOnlyList<ManifestFile> files, string environment)
        : this(files.Select(f => (f.Path, ObjectsOf(f))), environment)
    {
    }

    /// <param name="files">Files with what they define; two that define the same can be environments.</param>
    /// <param name="environment">Environment that the scan asks about.</param>
    public EnvironmentFolders(IEnumerable<(string Path, IEnumerable<(string Kind, string Name)> Objects)> files, string environment)
    {
        _environment = environment;
        var places = new Dictionary<(string Kind, string Name, string Parent), string>();
        var apart = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, objects) in files)
        {
            foreach (var (parent, folder, _) in Of(path))
            {
                Collect(_byParent, parent, folder);
                foreach (var (kind, name) in objects)
                {
                    if (!places.TryAdd((kind, name, parent), folder) && places[(kind, name, parent)] != folder)
                    {
                        apart.Add(parent);
                    }
                }
            }
        }

        foreach (var parent in _byParent.Keys.Where(p => !apart.Contains(p)).ToList())
        {
            _byParent.Remove(parent);
        }
    }

    /// <summary>
    /// The place of another environment than the one asked about that the file belongs to, a folder or what stands for one, such as
    /// <c>k8s/staging</c>; null when the file is to be judged.
    /// </summary>
    public string? OtherThanAsked(string path)
    {
        foreach (var (parent, folder, place) in Of(path))
        {
            if (_byParent.TryGetValue(parent, out var folders) && !IsAsked(folder, folders))
            {
                return place;
            }
        }

        return null;
    }

    private static IEnumerable<(string Kind, string Name)> ObjectsOf(ManifestFile file) =>
        from document in file.Yaml.Documents
        let kind = document["kind"]?.Text
        let name = document.Find("metadata", "name")?.Text
        where kind is not null && name is not null
        select (kind, name);

    /// <summary>True for the environment asked about; where it has no folder, for the one nearest to production.</summary>
    private bool IsAsked(string folder, HashSet<string> folders)
    {
        if (folders.Any(f => f.Equals(_environment, StringComparison.OrdinalIgnoreCase)))
        {
            return folder.Equals(_environment, StringComparison.OrdinalIgnoreCase);
        }

        var asked = RankOf(_environment);
        return RankOf(folder) == (asked >= 0 && folders.Any(f => RankOf(f) == asked) ? asked : folders.Min(RankOf));
    }

    private bool IsEnvironment(string name) => RankOf(name) >= 0 || name.Equals(_environment, StringComparison.OrdinalIgnoreCase);

    private static int RankOf(string name) => Array.FindIndex(Names, n => n.Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// Every folder of the path that has the name of an environment, outermost first, with the folder that it lies in (ending in a
    /// slash); then every word of the file's name that is one, with the path without it.
    /// </summary>
    private IEnumerable<(string Parent, string Environment, string Place)> Of(string path)
    {
        var start = 0;
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', start))
        {
            if (IsEnvironment(path[start..slash]))
            {
                yield return (path[..start], path[start..slash], path[..slash]);
            }

            start = slash + 1;
        }

        var folder = path[..start];
        var end = path.LastIndexOf('.') is var dot && dot > start ? dot : path.Length;
        while (start < end)
        {
            var length = path.AsSpan(start, end - start).IndexOfAny('.', '-', '_');
            var next = length < 0 ? end : start + length;
            if (IsEnvironment(path[start..next]))
            {
                yield return ($"{path[..start]}*{path[next..end]}", path[start..next], folder + path[start..next]);
            }

            start = next + 1;
        }
    }

    private static void Collect(Dictionary<string, HashSet<string>> folders, string parent, string folder)
    {
        if (!folders.TryGetValue(parent, out var found))
        {
            folders[parent] = found = new HashSet<string>(StringComparer.Ordinal);
        }

        found.Add(folder);
    }
}
