using Spof.Model;

namespace Spof.Code.Discovery;

/// <summary>Lists the files of a folder and of those below it in a fixed order.</summary>
internal static class FolderWalk
{
    /// <summary>Names of folders that never hold a project or a source of it.</summary>
    private static readonly HashSet<string> SkippedFolders = new(StringComparer.OrdinalIgnoreCase) { "obj", "node_modules" };

    /// <param name="root">Links that leave it are not followed.</param>
    /// <param name="folder">Where to start.</param>
    /// <param name="skip">Decides by full path about folders that are not walked, besides hidden ones, obj and node_modules.</param>
    /// <param name="gaps">Receives folders that cannot be read and links that leave the root.</param>
    /// <returns>Full paths, sorted folder by folder.</returns>
    public static IEnumerable<string> Files(ScanRoot root, string folder, Func<string, bool> skip, ICollection<Gap> gaps)
    {
        var pending = new Stack<string>();
        pending.Push(folder);
        while (pending.TryPop(out var current))
        {
            List<FileSystemInfo> entries;
            try
            {
                entries = [.. new DirectoryInfo(current).EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal)];
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                gaps.Add(new Gap(root.At(current), $"Folder cannot be read: {Reasons.Of(e)}.", GapKind.Error));
                continue;
            }

            var folders = new List<string>();
            foreach (var entry in entries)
            {
                if (entry is DirectoryInfo)
                {
                    if (IsWalked(root, entry, skip, gaps))
                    {
                        folders.Add(entry.FullName);
                    }
                }
                else
                {
                    yield return entry.FullName;
                }
            }

            for (var i = folders.Count - 1; i >= 0; i--)
            {
                pending.Push(folders[i]);
            }
        }
    }

    private static bool IsWalked(ScanRoot root, FileSystemInfo folder, Func<string, bool> skip, ICollection<Gap> gaps)
    {
        if (folder.Name.StartsWith('.') || SkippedFolders.Contains(folder.Name) || skip(folder.FullName))
        {
            return false;
        }

        if (folder.LinkTarget is null)
        {
            return true;
        }

        // A link to a place inside the root is walked where it really is.
        if (!root.Contains(folder.FullName))
        {
            gaps.Add(new Gap(root.At(folder.FullName), "The folder is a link that leaves the scanned root; not followed."));
        }

        return false;
    }
}
