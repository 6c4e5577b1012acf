using System.Collections.Concurrent;
using Spof.Files;
using Spof.Model;

namespace Spof.Manifests.Scanning;

/// <summary>The files of the scanned tree; a file is read when first opened. Safe to use from several threads.</summary>
internal sealed class FileSet
{
    private readonly string _root;
    private readonly long _maxFileSize;
    private readonly HashSet<string> _known;
    private readonly ConcurrentDictionary<string, Lazy<ManifestFile?>> _opened = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Gap> _gaps = new();

    public FileSet(string root, IReadOnlyList<string> paths, long maxFileSize)
    {
        _root = Path.GetFullPath(root);
        _maxFileSize = maxFileSize;
        Paths = paths;
        _known = new HashSet<string>(paths, StringComparer.Ordinal);
    }

    /// <summary>All paths, relative to the root, in ordinal order.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>What could not be opened so far.</summary>
    public IEnumerable<Gap> Gaps => _gaps;

    public bool Contains(string path) => _known.Contains(path);

    /// <summary>Opens a file of the tree; null when it is not in the tree or cannot be read as text (then a gap says why).</summary>
    public ManifestFile? Open(string path) =>
        _known.Contains(path) ? _opened.GetOrAdd(path, p => new Lazy<ManifestFile?>(() => Load(p))).Value : null;

    private ManifestFile? Load(string path)
    {
        try
        {
            using var stream = RegularFile.OpenRead(Path.Combine(_root, path));
            if (stream.Length > _maxFileSize)
            {
                return Refuse(path, $"The file is larger than {_maxFileSize} bytes and is not read.", GapKind.Unread);
            }

            using var reader = new StreamReader(stream);
            var text = reader.ReadToEnd();
            return text.Contains('\0', StringComparison.Ordinal)
                ? Refuse(path, "The file is not text and is not read.", GapKind.Unread)
                : new ManifestFile(path, text);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Refuse(path, "File cannot be read: it cannot be opened.", GapKind.Error);
        }
    }

    private ManifestFile? Refuse(string path, string reason, GapKind kind)
    {
        _gaps.Enqueue(new Gap(new SourcePosition(path, 1), reason, kind));
        return null;
    }
}
