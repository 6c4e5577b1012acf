using Spof.Manifests.Scanning;

namespace Spof.Manifests.Compose;

/// <summary>Looks up the files below a folder of the scanned tree.</summary>
internal static class ScannedFolder
{
    /// <summary>Paths of the files below a folder, in ordinal order; the folder is relative to the root, which is the empty text.</summary>
    public static IEnumerable<string> Paths(FileSet files, string folder)
    {
        var prefix = folder.Length == 0 ? "" : folder + "/";
        var paths = files.Paths;
        for (var i = FirstAtLeast(paths, prefix); i < paths.Count && paths[i].StartsWith(prefix, StringComparison.Ordinal); i++)
        {
            yield return paths[i];
        }
    }

    private static int FirstAtLeast(IReadOnlyList<string> sorted, string value)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(sorted[middle], value) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
