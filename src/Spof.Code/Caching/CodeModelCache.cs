using System.Text.Json;
using Spof.Code.Discovery;
using Spof.Code.References;
using Spof.Code.Sources;
using Spof.Model;
using Spof.Model.Json;

namespace Spof.Code.Caching;

/// <summary>
/// Keeps what reading the code gave, by the fingerprint of all that it was read from. Whatever goes wrong with it costs a scan and
/// nothing else: it may be deleted, and two scans may use it at once. It holds no value of configuration; those files are read again.
/// </summary>
internal sealed class CodeModelCache
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private readonly ScanRoot _root;
    private readonly CodeReaderOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly string _folder;
    private string? _key;

    private CodeModelCache(ScanRoot root, CodeReaderOptions options, string folder, CancellationToken cancellationToken)
    {
        _root = root;
        _options = options;
        _folder = folder;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Null where none is wanted, and where what was read cannot be told for sure: a build has its own inputs.</summary>
    public static CodeModelCache? For(ScanRoot root, CodeReaderOptions options, CancellationToken cancellationToken) =>
        options is { CacheFolder: { } folder, IsExact: false, BinaryLog: null }
            ? new CodeModelCache(root, options, folder, cancellationToken)
            : null;

    /// <summary>What an earlier scan of the same inputs gave; null when there was none.</summary>
    public CodeModel? Find()
    {
        _key = Fingerprint();
        if (_key is null)
        {
            return null;
        }

        try
        {
            using var stream = File.OpenRead(PathOf(_key));
            return WithConfiguration(CodeModelJson.Read(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps the result, unless an input has changed since <see cref="Find"/>.</summary>
    public void Store(CodeModel model)
    {
        if (_key is null || Fingerprint() != _key)
        {
            return;
        }

        try
        {
            CreateFolder();
            var path = PathOf(_key);
            var written = $"{path}.{Guid.NewGuid():N}";
            using (var stream = File.Create(written))
            {
                CodeModelJson.Write(stream, model);
            }

            File.Move(written, path, overwrite: true);
            RemoveOld();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A cache that cannot be written saves no time, and does no harm.
        }
    }

    private string? Fingerprint() => InputFingerprint.Of(_root, _options, PackageFolders.Of(_options), _cancellationToken);

    private string PathOf(string key) => Path.Join(_folder, key + ".json");

    private CodeModel WithConfiguration(CodeModel model)
    {
        var exclusions = new Exclusions(_root, _options.Exclude);
        return model with
        {
            Projects =
            [
                .. model.Projects.Select(p => p with
                {
                    Configuration = ConfigurationFiles.Read(_root, Path.GetDirectoryName(Path.GetFullPath(p.Path, _root.Folder))!, p.AssemblyName, exclusions.Contain).Files,
                }),
            ],
        };
    }

    /// <summary>Lines of the user's code are for the user alone.</summary>
    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_folder);
        }
        else
        {
            Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private void RemoveOld()
    {
        var oldest = DateTime.UtcNow - Kept;
        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles("*.json*").Where(f => f.LastWriteTimeUtc < oldest))
        {
            file.Delete();
        }
    }
}
