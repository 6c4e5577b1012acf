using System.Collections.Concurrent;
using System.Collections.Immutable;
using Spof.Code.Discovery;
using Spof.Model;
using SpofAnalyzers.Rules;

namespace Spof.Code.Sources;

/// <summary>The catalogues that hold for a project.</summary>
/// <param name="Catalogues">What counts first first.</param>
/// <param name="Gaps">Files, and entries of files, that were not understood.</param>
internal sealed record ProjectCatalogues(IReadOnlyList<Catalogue> Catalogues, ImmutableArray<Gap> Gaps)
{
    public static ProjectCatalogues None { get; } = new([], []);
}

/// <summary>Reads <c>spof.catalogue.json</c> in the folder of a project and in each folder above it up to the scanned root, each once.</summary>
internal sealed class CatalogueFiles(ScanRoot root, Func<string, bool> isExcluded)
{
    private readonly ConcurrentDictionary<string, Lazy<ReadCatalogue>> _byFolder = new(ScanRoot.PathComparer);

    public ProjectCatalogues Of(string projectFolder)
    {
        var read = new List<ReadCatalogue>();
        for (var at = projectFolder; at is not null && root.Contains(at); at = Path.GetDirectoryName(at))
        {
            read.Add(_byFolder.GetOrAdd(at, folder => new Lazy<ReadCatalogue>(() => Read(Path.Combine(folder, Catalogue.FileName)))).Value);
        }

        return new ProjectCatalogues([.. read.Select(r => r.Catalogue).OfType<Catalogue>()], [.. read.SelectMany(r => r.Gaps)]);
    }

    private ReadCatalogue Read(string path)
    {
        if (!File.Exists(path) || isExcluded(path))
        {
            return new ReadCatalogue(null, []);
        }

        if (!root.Contains(path))
        {
            return new ReadCatalogue(null, [new Gap(root.At(path), "The file is a link that leaves the scanned root; not followed.")]);
        }

        try
        {
            var catalogue = Catalogue.Of(SourceFile.Read(path));
            return new ReadCatalogue(
                catalogue, [.. catalogue.Problems.Select(p => new Gap(root.At(path, p.At.Line, p.At.Column), $"Not a valid catalogue: {p.Reason}.", GapKind.Error))]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new ReadCatalogue(null, [new Gap(root.At(path), $"File cannot be read: {Reasons.Of(e)}.", GapKind.Error)]);
        }
    }

    private sealed record ReadCatalogue(Catalogue? Catalogue, ImmutableArray<Gap> Gaps);
}
