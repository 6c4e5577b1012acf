namespace Spof.Manifests.Scanning;

/// <summary>Paths inside the scanned tree.</summary>
internal static class RelativePath
{
    /// <summary>Joins a folder of the tree and a path written relative to it; null when that leads out of the tree.</summary>
    public static string? Combine(string folder, string relative)
    {
        var segments = new List<string>();
        foreach (var segment in $"{folder}/{relative.Replace('\\', '/')}".Split('/'))
        {
            switch (segment)
            {
                case "" or ".":
                    break;
                case "..":
                    if (segments.Count == 0)
                        return null;
                    segments.RemoveAt(segments.Count - 1);
                    break;
                default:
                    segments.Add(segment);
                    break;
            }
        }

        return relative.StartsWith('/') ? null : string.Join('/', segments);
    }
}
