using Spof.Code.Caching;
using Spof.Code.Discovery;
using Spof.Code.Exact;
using Spof.Model;

namespace Spof.Code;

/// <summary>
/// Reads the C# side of a repository from its source: project files as data, packages and targeting packs as metadata. Unless the options
/// ask for it, nothing is built, restored or downloaded, and no code of the repository runs. What cannot be read is a gap; the rest goes on.
/// </summary>
public sealed class CodeReader
{
    /// <summary>Reads all projects. The result does not depend on the order in which they were read.</summary>
    /// <param name="options">What to read.</param>
    /// <param name="progress">Told after each project.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InvalidDataException">The binary log that was given cannot be read or tells of none of the projects.</exception>
    /// <exception cref="DirectoryNotFoundException">The root or the scanned folder does not exist.</exception>
    public async Task<CodeModel> ReadAsync(CodeReaderOptions options, IProgress<CodeProgress>? progress, CancellationToken cancellationToken)
    {
        var root = new ScanRoot(options.RootPath, options.FolderPath);
        if (!Directory.Exists(root.Path) || !Directory.Exists(root.Folder))
        {
            throw new DirectoryNotFoundException("The folder to scan does not exist.");
        }

        // Before all else: what it restores is an input.
        var notRestored = options.Restores ? await PackageRestore.RunAsync(root, options, cancellationToken) : [];
        var model = await ReadAsync(root, options, progress, cancellationToken);
        return notRestored.IsEmpty ? model : model with { Gaps = [.. model.Gaps.Concat(notRestored).OrderBy(g => g.At).ThenBy(g => g.Reason, StringComparer.Ordinal)] };
    }

    private static async Task<CodeModel> ReadAsync(ScanRoot root, CodeReaderOptions options, IProgress<CodeProgress>? progress, CancellationToken cancellationToken)
    {
        var cache = CodeModelCache.For(root, options, cancellationToken);
        if (cache?.Find() is { } known)
        {
            return known;
        }

        var model = await new CodeReading(root, options, progress, cancellationToken).RunAsync();
        cache?.Store(model);
        return model;
    }
}
