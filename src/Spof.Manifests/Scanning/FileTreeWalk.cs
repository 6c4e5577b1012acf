using Spof.Model;

namespace Spof.Manifests.Scanning;

/// <summary>Lists the files below a root: sorted, without folders that hold no source, without following links out of the root.</summary>
internal static class FileTreeWalk
{
    private static readonly HashSet<string> SkippedFolders = new(StringComparer.OrdinalIgnoreCase)
    {
        ".git", ".hg", ".svn", ".vs", ".idea", ".terraform", "bin", "obj", "node_modules", "packages",
    };

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <returns>Relative paths with forward slashes in ordinal order, and a gap for each folder or link that is not followed.</returns>
    public static (List<string> Paths, List<Gap> Gaps) List(ManifestReaderOptions options, CancellationToken cancellation)
    {
        var root = new DirectoryInfo(Path.GetFullPath(options.Root));
        var include = new PathPatterns(options.Include);
        var exclude = new PathPatterns(options.Exclude);
        var paths = new List<string>();
        var gaps = new List<Gap>();
        var folders = new Stack<(DirectoryInfo Folder, string Path)>();
        folders.Push((root, ""));
        while (folders.TryPop(out var current))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                foreach (var entry in current.Folder.EnumerateFileSystemInfos("*", Everything))
                {
                    Visit(entry, current.Path + entry.Name);
                }
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                var path = current.Path.Length == 0 ? "." : current.Path.TrimEnd('/');
                // The words of the reader of code, so that a folder that both meet is listed once.
                var reason = unreadable switch
                {
                    UnauthorizedAccessException => "access is denied",
                    DirectoryNotFoundException => "it does not exist",
                    _ => "it cannot be opened",
                };
                gaps.Add(new Gap(new SourcePosition(path, 1), $"Folder cannot be read: {reason}.", GapKind.Error));
            }
        }

        paths.Sort(StringComparer.Ordinal);
        return (paths, gaps);

        void Visit(FileSystemInfo entry, string path)
        {
            if (exclude.Match(path))
            {
                return;
            }

            var isFolder = entry is DirectoryInfo;
            if (entry.LinkTarget is not null)
            {
                VisitLink(entry, path, isFolder);
            }
            else if (!isFolder)
            {
                Keep(path);
            }
            else if (!SkippedFolders.Contains(entry.Name) && !exclude.Match(path + "/"))
            {
                folders.Push(((DirectoryInfo)entry, path + "/"));
            }
        }

        // A linked folder inside the root is met at its own place; following the link would read it twice or for ever.
        void VisitLink(FileSystemInfo link, string path, bool isFolder)
        {
            if (!IsInside(root.FullName, link))
            {
                gaps.Add(new Gap(new SourcePosition(path, 1), $"The {(isFolder ? "folder" : "file")} is a link that leaves the scanned root; not followed."));
            }
            else if (!isFolder && File.Exists(link.FullName))
            {
                Keep(path);
            }
        }

        void Keep(string path)
        {
            if (include.IsEmpty || include.Match(path))
            {
                paths.Add(path);
            }
        }
    }

    private static bool IsInside(string root, FileSystemInfo link)
    {
        try
        {
            if (link.ResolveLinkTarget(returnFinalTarget: true) is not { } target)
            {
                return false;
            }

            var relative = Path.GetRelativePath(root, target.FullName).Replace('\\', '/');
            return relative != ".." && !relative.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathRooted(relative);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
