using System.Collections.Concurrent;
using System.Collections.Immutable;
using Spof.Code.Discovery;
using Spof.Code.References;
using Spof.Model;
using SpofAnalyzers.Rules;

namespace Spof.Code.Sources;

/// <summary>
/// Reads the catalogues that a package ships in its folder <c>spof</c>. Its build files, which hand them to the compiler, are not
/// evaluated: the place is the convention. What a package holds is as little trusted as the scanned tree.
/// </summary>
internal sealed class PackageCatalogues(ScanRoot root)
{
    private const string FolderName = "spof";

    /// <summary>A package needs one.</summary>
    private const int MaxFiles = 16;

    private readonly ConcurrentDictionary<string, Lazy<ImmutableArray<CatalogueFile>>> _byPackage = new(ScanRoot.PathComparer);

    public ImmutableArray<CatalogueFile> Of(PackageFolder package) =>
        _byPackage.GetOrAdd(package.Path, _ => new Lazy<ImmutableArray<CatalogueFile>>(() => Read(package))).Value;

    private ImmutableArray<CatalogueFile> Read(PackageFolder package)
    {
        var folder = Path.Join(package.Path, FolderName);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        try
        {
            string[] paths = [.. Directory.EnumerateFiles(folder).Where(Catalogue.IsCatalogue).Order(StringComparer.Ordinal)];
            var inside = new ScanRoot(package.Path);
            return
            [
                .. paths.Take(MaxFiles).Select(path => inside.Contains(path)
                    ? CatalogueFile.Read(path, root, package.Id)
                    : Unread(path, package, "is a link that leaves the package; not followed")),
                .. paths.Skip(MaxFiles).Take(1).Select(path => Unread(path, package, $"and those after it are not read: a package may hold {MaxFiles} catalogues")),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [Unread(folder, package, $"cannot be read: {Reasons.Of(e)}")];
        }
    }

    private CatalogueFile Unread(string path, PackageFolder package, string why) =>
        CatalogueFile.Unread(path, new Gap(root.At(path), $"'{Path.GetFileName(path)}' of package '{package.Id}' {why}."));
}
