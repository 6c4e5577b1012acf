using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Spof.Code.Discovery;
using Spof.Code.References;
using Spof.Files;

namespace Spof.Code.Caching;

/// <summary>
/// One number for everything that decides what reading the code gives: the options, this version of the tool, the names and contents of
/// all files below the root that reading may open, the restored packages and the installed SDKs. Rather too much than too little: what
/// changes without need costs a scan, what does not change would cost a wrong answer.
/// </summary>
internal static class InputFingerprint
{
    /// <summary>Folders whose content reading never opens.</summary>
    private static readonly HashSet<string> SkippedFolders = new(StringComparer.OrdinalIgnoreCase) { ".git", ".vs", "node_modules", "bin" };

    /// <summary>Files whose content counts; of all others only that they are there.</summary>
    private static readonly HashSet<string> ReadExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".cs", ".razor", ".cshtml", ".csproj", ".shproj", ".projitems", ".props", ".targets", ".sln", ".slnx", ".slnf", ".json", ".config", ".editorconfig", ".globalconfig",
    };

    /// <returns>Hexadecimal digits; null when a folder cannot be read, so that nothing can be said.</returns>
    public static string? Of(ScanRoot root, CodeReaderOptions options, IReadOnlyList<string> packageFolders, CancellationToken cancellationToken)
    {
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            Append(hash, ToolVersion());

            // A folder below the root is compiled with build files above it and with projects and files of its neighbours: all of the root counts.
            Append(hash, Path.GetRelativePath(root.Path, root.Folder));
            Append(hash, string.Join('\n', options.Exclude.Concat(["", options.TargetPath, options.Environment, ..options.InternalDomains, "", ..options.ResilienceMethods])));
            foreach (var folder in packageFolders.Concat(SdkLocation.Folders().SelectMany(f => new[] { Path.Join(f, "packs"), Path.Join(f, "shared") })))
            {
                AppendFolders(hash, folder);
            }

            AppendTree(hash, root, options.CacheFolder, cancellationToken);
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    private static string ToolVersion() =>
        string.Join(' ', new[] { typeof(CodeReader), typeof(SpofAnalyzers.Facts.FactExtractor), typeof(Model.CodeModel) }.Select(t => t.Assembly.ManifestModule.ModuleVersionId));

    /// <summary>Names of what is installed; a folder gets a new time when a version is added below it.</summary>
    private static void AppendFolders(IncrementalHash hash, string folder)
    {
        Append(hash, folder);
        if (Directory.Exists(folder))
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateDirectories().OrderBy(e => e.Name, StringComparer.Ordinal))
            {
                Append(hash, entry.Name);
                Append(hash, entry.LastWriteTimeUtc.Ticks);
            }
        }
    }

    private static void AppendTree(IncrementalHash hash, ScanRoot root, string? cache, CancellationToken cancellationToken)
    {
        var files = Files(new DirectoryInfo(root.Path), cache).ToArray();
        var contents = new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal);
        Parallel.ForEach(
            // A link that leaves the root is not followed when reading either.
            files.Where(f => ReadExtensions.Contains(f.Extension) && (f.LinkTarget is null || root.Contains(f.FullName))),
            new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount },
            file => contents[file.FullName] = HashOf(file.FullName));
        foreach (var file in files)
        {
            Append(hash, Path.GetRelativePath(root.Path, file.FullName));
            Append(hash, file.LinkTarget ?? "");
            if (contents.TryGetValue(file.FullName, out var content))
            {
                Append(hash, content.Length);
                hash.AppendData(content);
            }
            else if (file.Extension.Equals(".dll", StringComparison.OrdinalIgnoreCase))
            {
                Append(hash, file.LastWriteTimeUtc.Ticks);
            }
        }
    }

    /// <summary>Empty for a file that cannot be opened: reading lists it and takes nothing from it.</summary>
    private static byte[] HashOf(string path)
    {
        try
        {
            using var stream = RegularFile.OpenRead(path);
            return SHA256.HashData(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return [];
        }
    }

    /// <summary>All files in a fixed order. Links to folders count by their names; where they lead inside the root, it is walked anyway.</summary>
    private static IEnumerable<FileInfo> Files(DirectoryInfo folder, string? cache)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (entry is FileInfo file)
            {
                yield return file;
            }
            else if (entry is DirectoryInfo { LinkTarget: null } below && !SkippedFolders.Contains(entry.Name) && entry.FullName != cache)
            {
                foreach (var inside in Files(below, cache))
                {
                    yield return inside;
                }
            }
        }
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Append(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
