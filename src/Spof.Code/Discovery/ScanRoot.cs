using System.Collections.Concurrent;
using Spof.Model;

namespace Spof.Code.Discovery;

/// <summary>
/// The root of what may be read. Project files, sources and configuration are read below it and nowhere else; a path that leaves it,
/// also through a link, is not followed. Only here are full paths turned into the relative ones that the model carries.
/// </summary>
internal sealed class ScanRoot
{
    private static readonly StringComparison PathComparison =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private readonly ConcurrentDictionary<string, string> _realDirectories = new(StringComparer.Ordinal);
    private readonly string _realPath;

    /// <param name="path">The root.</param>
    /// <param name="folder">The scanned folder, inside the root; null for the root itself.</param>
    public ScanRoot(string path, string? folder = null)
    {
        Path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        Folder = folder is null ? Path : System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder, Path));
        _realPath = RealDirectory(Path);
    }

    /// <summary>Full path without a trailing separator.</summary>
    public string Path { get; }

    /// <summary>Full path of the scanned folder, without a trailing separator.</summary>
    public string Folder { get; }

    public static StringComparer PathComparer { get; } = StringComparer.FromComparison(PathComparison);

    /// <summary>True when the path lies below the root, links resolved.</summary>
    public bool Contains(string fullPath) =>
        IsBelow(Path, fullPath) && IsBelow(_realPath, RealPath(fullPath));

    /// <summary>Path relative to the scanned folder with forward slashes; only the file name when it lies outside of the root.</summary>
    public string Relative(string fullPath)
    {
        return IsBelow(Path, fullPath)
            ? System.IO.Path.GetRelativePath(Folder, fullPath).Replace('\\', '/')
            : System.IO.Path.GetFileName(fullPath);
    }

    public SourcePosition At(string fullPath, int line = 1, int column = 1) => new(Relative(fullPath), line, column);

    /// <summary>Full path of what is asked for: a folder or file, relative to the scanned folder, or that folder itself.</summary>
    public string Target(string? path) =>
        path is null ? Folder : System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path, Folder));

    /// <summary>The nearest file of that name in the folder or above, not beyond the root; null when there is none.</summary>
    public string? FileAbove(string file, string folder)
    {
        for (var at = System.IO.Path.TrimEndingDirectorySeparator(folder); at is not null && Contains(at); at = System.IO.Path.GetDirectoryName(at))
        {
            if (System.IO.Path.Join(at, file) is var path && File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>Joins a path as project files write them, with either slash, to a folder.</summary>
    public static string Combine(string directory, string path) =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(directory, Native(path)));

    /// <summary>The path with the separators of this system.</summary>
    public static string Native(string path) =>
        System.IO.Path.DirectorySeparatorChar == '\\' ? path.Replace('/', '\\') : path.Replace('\\', '/');

    private static bool IsBelow(string root, string path) =>
        path.StartsWith(root, PathComparison) &&
        (path.Length == root.Length || root.EndsWith(System.IO.Path.DirectorySeparatorChar) || path[root.Length] == System.IO.Path.DirectorySeparatorChar);

    private string RealPath(string fullPath)
    {
        if (Target(new FileInfo(fullPath)) is { } target)
        {
            fullPath = target;
        }

        return System.IO.Path.GetDirectoryName(fullPath) is { } directory
            ? System.IO.Path.Join(RealDirectory(directory), System.IO.Path.GetFileName(fullPath))
            : fullPath;
    }

    private static string? Target(FileSystemInfo entry)
    {
        try
        {
            return entry.LinkTarget is null ? null : entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
        }
        catch (IOException)
        {
            // A link that leads nowhere or in a circle: opening it fails by itself, with a gap where it is opened.
            return null;
        }
    }

    private string RealDirectory(string directory) => _realDirectories.GetOrAdd(directory, path =>
    {
        if (Target(new DirectoryInfo(path)) is { } target)
        {
            path = target;
        }

        return System.IO.Path.GetDirectoryName(path) is { } parent
            ? System.IO.Path.Join(RealDirectory(parent), System.IO.Path.GetFileName(path))
            : path;
    });
}
