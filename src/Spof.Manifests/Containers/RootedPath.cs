namespace Spof.Manifests.Containers;

/// <summary>Paths relative to the scanned root, with forward slashes; the root itself is the empty text.</summary>
internal static class RootedPath
{
    /// <summary>The folder of a file.</summary>
    public static string Folder(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }

    /// <summary>The last segment.</summary>
    public static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>
    /// The path, relative to the root, that <paramref name="path"/> means in <paramref name="folder"/>; null when it is absolute,
    /// relative to the home folder, or leads out of the root.
    /// </summary>
    public static string? Resolve(string folder, string path)
    {
        var slashed = path.Replace('\\', '/');
        if (slashed.StartsWith('/') || slashed.StartsWith('~') || (slashed.Length >= 2 && slashed[1] == ':'))
        {
            return null;
        }

        var parts = new List<string>();
        foreach (var part in (folder + "/" + slashed).Split('/'))
        {
            if (part is "" or ".")
            {
                continue;
            }

            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count == 0)
            {
                return null;
            }
            else
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        return string.Join('/', parts);
    }
}
