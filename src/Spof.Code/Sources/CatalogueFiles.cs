using System.Collections.Concurrent;
using System.Collections.Immutable;
using Spof.Code.Discovery;
using Spof.Code.Projects;
using Spof.Code.References;
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

/// <summary>
/// Finds the catalogues of a project, each file read once: <c>spof.catalogue.json</c> in its folder and in each folder above it up to the
/// scanned root, those that its packages ship, and those that a build names.
/// </summary>
internal sealed class CatalogueFiles(ScanRoot root, Func<string, bool> isExcluded)
{
    private readonly PackageCatalogues _packages = new(root);
    private readonly ConcurrentDictionary<string, Lazy<CatalogueFile>> _found = new(ScanRoot.PathComparer);
    private readonly ConcurrentDictionary<string, Lazy<CatalogueFile>> _given = new(ScanRoot.PathComparer);

    public ProjectCatalogues Of(ProjectFile project, IEnumerable<PackageFolder> packages)
    {
        string[] above = [.. Above(project.Directory)];
        var files = above.Select(path => Once(_found, path, Read))
            // What a build names it has read itself, wherever that lies.
            .Concat(project.GivenCatalogues.Except(above, ScanRoot.PathComparer).Select(path => Once(_given, path, p => CatalogueFile.Read(p, root))))
            .Concat(packages.SelectMany(p => _packages.Of(p)))
            .ToArray();
        return new ProjectCatalogues(
            Catalogue.In(files.Where(f => f.Text is not null).Select(f => (f.Path, f.Text!))), [.. files.SelectMany(f => f.Gaps)]);
    }

    private static CatalogueFile Once(ConcurrentDictionary<string, Lazy<CatalogueFile>> files, string path, Func<string, CatalogueFile> read) =>
        files.GetOrAdd(path, p => new Lazy<CatalogueFile>(() => read(p))).Value;

    private IEnumerable<string> Above(string projectFolder)
    {
        for (var at = projectFolder; at is not null && root.Contains(at); at = Path.GetDirectoryName(at))
        {
            var path = Path.Combine(at, Catalogue.FileName);
            if (File.Exists(path))
            {
                yield return path;
            }
        }
    }

    private CatalogueFile Read(string path) =>
        isExcluded(path) ? new CatalogueFile(path, null, [])
        : root.Contains(path) ? CatalogueFile.Read(path, root)
        : CatalogueFile.Unread(path, new Gap(root.At(path), "The file is a link that leaves the scanned root; not followed."));
}
