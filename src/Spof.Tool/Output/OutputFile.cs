namespace Spof.Tool.Output;

/// <summary>
/// Writes one output. A regular file is complete or as it was before: what is behind a symbolic link is replaced, not the link. Devices
/// and pipes cannot be replaced, only written to.
/// </summary>
internal static class OutputFile
{
    /// <exception cref="IOException">The path cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        path = Path.GetFullPath(path);
        var link = new FileInfo(path);
        var target = link.LinkTarget is null ? path : link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        if (OpenDirectly(path) is { } direct)
        {
            using (direct)
            {
                direct.Write(content);
            }

            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var partial = $"{target}.{Environment.ProcessId}.partial";
        try
        {
            File.WriteAllBytes(partial, content);
            File.Move(partial, target, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    /// <summary>
    /// The opened device or pipe; null for a regular file and where there is nothing yet. Only a regular file can be given the length that
    /// it has. What is asked is what the path leads to, because an open pipe (/dev/stdout, process substitution) has no path of its own,
    /// and it stays open, because a pipe may be opened only once.
    /// </summary>
    private static FileStream? OpenDirectly(string path)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        try
        {
            stream.SetLength(stream.Length);
        }
        catch (Exception problem) when (problem is NotSupportedException or IOException)
        {
            return stream;
        }

        stream.Dispose();
        return null;
    }
}
