using Spof.Manifests.Scanning;

namespace Spof.Manifests.Kubernetes;

/// <summary>
/// Tells systems apart that lie side by side in one repository (<c>shop/k8s</c> and <c>blog/k8s</c>):
/// where two sibling folders define the same workload in a subfolder of the same name, each is deployed without the other.
/// </summary>
internal static class SiblingSystems
{
    /// <summary>Folder of each system, relative to the root, with its files; the empty folder for those of no such system.</summary>
    public static IEnumerable<(string Folder, IReadOnlyList<ManifestFile> Files)> Split(IReadOnlyList<ManifestFile> files)
    {
        var folders = Folders(files);
        if (folders.Count == 0)
        {
            return [("", files)];
        }

        return files.GroupBy(f => FolderOf(f.Path, folders), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, (IReadOnlyList<ManifestFile>)g.ToList()));
    }

    private static HashSet<string> Folders(IReadOnlyList<ManifestFile> files)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        var firsts = new Dictionary<(string, string?, string), string>();
        foreach (var file in files)
        {
            foreach (var document in file.Yaml.Documents)
            {
                if (document["kind"]?.Text is not { } kind || !ObjectReader.IsController(kind) || document.Find("metadata", "name")?.Text is not { } name)
                {
                    continue;
                }

                var key = (kind, document.Find("metadata", "namespace")?.Text, name);
                if (!firsts.TryAdd(key, file.Path) && Siblings(firsts[key], file.Path) is var (one, other))
                {
                    folders.Add(one);
                    folders.Add(other);
                }
            }
        }

        return folders;
    }

    /// <summary>The two folders in which paths differ, when all folders below them have the same names and there is one at least.</summary>
    private static (string One, string Other)? Siblings(string a, string b)
    {
        var (inA, inB) = (a.Split('/')[..^1], b.Split('/')[..^1]);
        if (inA.Length != inB.Length)
        {
            return null;
        }

        var at = 0;
        while (at < inA.Length && inA[at] == inB[at])
        {
            at++;
        }

        return at + 1 < inA.Length && inA.AsSpan(at + 1).SequenceEqual(inB.AsSpan(at + 1))
            ? (string.Join('/', inA[..(at + 1)]), string.Join('/', inB[..(at + 1)]))
            : null;
    }

    private static string FolderOf(string path, HashSet<string> folders)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            if (folders.Contains(path[..slash]))
            {
                return path[..slash];
            }
        }

        return "";
    }
}
