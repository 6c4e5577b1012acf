namespace Spof.Manifests.Containers;

/// <summary>Paths inside an image: absolute, with forward slashes.</summary>
internal static class ImagePath
{
    /// <summary>The absolute path that <paramref name="path"/> means in <paramref name="folder"/>; a drive letter is dropped.</summary>
    public static string Combine(string folder, string path)
    {
        var slashed = path.Replace('\\', '/');
        if (slashed.Length >= 2 && char.IsAsciiLetter(slashed[0]) && slashed[1] == ':')
        {
            slashed = "/" + slashed[2..].TrimStart('/');
        }

        var parts = new List<string>();
        foreach (var part in (slashed.StartsWith('/') ? slashed : folder + "/" + slashed).Split('/'))
        {
            if (part is "" or ".")
            {
                continue;
            }

            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        return "/" + string.Join('/', parts);
    }

    /// <summary>What remains of a path below a folder ("" for the folder itself), or null when it is not below it.</summary>
    public static string? Below(string folder, string path)
    {
        if (path == folder)
        {
            return "";
        }

        if (folder == "/")
        {
            return path[1..];
        }

        return path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal)
            ? path[(folder.Length + 1)..]
            : null;
    }
}
