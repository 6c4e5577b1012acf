using System.Formats.Tar;

namespace Spof.Files;

/// <summary>
/// Opens files of a scanned tree that have content of their own. A pipe, socket or device is not opened: a pipe without a writer would
/// block for ever, and a device might never end.
/// </summary>
internal static class RegularFile
{
    /// <exception cref="IOException">The file does not exist, is no regular file, or cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static FileStream OpenRead(string path)
    {
        Require(path);
        return File.OpenRead(path);
    }

    /// <summary>Makes sure that opening the file does not block.</summary>
    /// <exception cref="IOException">The file does not exist or is no regular file.</exception>
    public static void Require(string path)
    {
        FileSystemInfo file = new FileInfo(path);
        var target = file.LinkTarget is null ? path : file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;

        // Everything but a regular file has the length 0, so that only empty files need the second look.
        if (!OperatingSystem.IsWindows() && new FileInfo(target).Length == 0 && TypeOf(target) != TarEntryType.RegularFile)
        {
            throw new IOException("The file is no regular file.");
        }
    }

    /// <summary>The type of an empty file. What goes into an archive is the one place where the platform tells it without opening the file.</summary>
    private static TarEntryType? TypeOf(string path)
    {
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
        {
            writer.WriteEntry(path, "file");
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType;
    }
}
