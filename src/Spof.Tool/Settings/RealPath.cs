namespace Spof.Tool.Settings;

/// <summary>Paths with every symbolic link resolved, so that a file of a scanned repository cannot lead out of it.</summary>
internal static class RealPath
{
    /// <param name="path">Full path of an existing file or folder.</param>
    /// <exception cref="IOException">A link leads nowhere or in a circle.</exception>
    public static string Of(string path)
    {
        FileSystemInfo entry = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        var target = entry.LinkTarget is null ? path : entry.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        return Path.GetDirectoryName(target) is { } parent ? Path.Join(Of(parent), Path.GetFileName(target)) : target;
    }

    /// <summary>True for what lies in the folder at any depth, as the full paths say.</summary>
    public static bool IsBelow(string folder, string path) =>
        path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
