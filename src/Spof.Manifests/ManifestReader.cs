using Spof.Manifests.Scanning;
using Spof.Model;

namespace Spof.Manifests;

/// <summary>Reads every manifest below a folder.</summary>
public static class ManifestReader
{
    /// <summary>
    /// Walks the tree once, opens what may be a manifest, and lets each format read the files it claims. Bad input becomes a
    /// <see cref="Gap"/>; the same tree gives the same model.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">The root does not exist.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ManifestModel Read(ManifestReaderOptions options, CancellationToken cancellation = default)
    {
        if (!Directory.Exists(options.Root))
        {
            throw new DirectoryNotFoundException($"The folder '{options.Root}' does not exist.");
        }

        var (paths, gaps) = FileTreeWalk.List(options, cancellation);
        var systemName = options.SystemName ?? new DirectoryInfo(options.Root).Name;
        var reading = new ManifestReading(new FileSet(options.Root, paths, options.MaxFileSize), options.Environment, systemName);
        reading.Add(gaps);

        var formats = ManifestFormats.All;
        var templated = new TemplatedFiles(reading.Files);
        var owners = Classify(paths, reading.Files, formats, templated, cancellation);
        foreach (var format in formats)
        {
            cancellation.ThrowIfCancellationRequested();
            var claimed = owners.Where(o => o.Format == format).Select(o => o.File!).ToList();
            foreach (var file in claimed)
            {
                reading.AddInput(file.Path, format.Name);
            }

            format.Read(claimed, reading);
        }

        var unclaimed = owners.Where(o => o.Format is null).Select(o => o.Path);
        var unread = unclaimed.Where(path => (!templated.Contains(path) || templated.IsPatch(path)) && !reading.WasRead(path)).ToList();
        var manifestFolders = owners.Where(o => o.Format is not null).Select(o => o.File!.Folder).ToHashSet(StringComparer.Ordinal);
        reading.Add(UnreadFormats.Gaps(unread, reading.Files, templated, manifestFolders));
        return reading.ToModel();
    }

    private static (string Path, ManifestFile? File, IManifestFormat? Format)[] Classify(
        List<string> paths, FileSet files, IReadOnlyList<IManifestFormat> formats, TemplatedFiles templated, CancellationToken cancellation)
    {
        var owners = new (string, ManifestFile?, IManifestFormat?)[paths.Count];
        Parallel.For(0, paths.Count, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            owners[i] = (paths[i], null, null);
            if (templated.Contains(paths[i]))
            {
                return;
            }

            ManifestFile? file = null;
            foreach (var format in formats)
            {
                if (!format.IsCandidate(paths[i]))
                {
                    continue;
                }

                file ??= files.Open(paths[i]);
                if (file is null || !format.Claims(file))
                {
                    continue;
                }

                owners[i] = (paths[i], file, format);
                return;
            }
        });
        return owners;
    }
}
