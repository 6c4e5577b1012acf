using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Xml;
using Spof.Code.Projects;

namespace Spof.Code.References;

/// <summary>A package found on disk.</summary>
/// <param name="Id">Package id as asked for.</param>
/// <param name="Version">The version that was found.</param>
/// <param name="Folder">Full path of its folder.</param>
internal sealed record LocalPackage(string Id, PackageVersion Version, string Folder);

/// <summary>A dependency that a package declares.</summary>
internal sealed record PackageDependency(string Id, PackageVersionRange Range);

/// <summary>The local folders into which packages were restored. Nothing is downloaded.</summary>
internal sealed class PackageFolders
{
    private readonly ConcurrentDictionary<string, ImmutableArray<LocalPackage>> _versions = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<(string, TargetFramework), ImmutableArray<string>> _assemblies = new();
    private readonly ConcurrentDictionary<(string, TargetFramework), ImmutableArray<PackageDependency>> _dependencies = new();

    public PackageFolders(IReadOnlyList<string> paths) => Paths = paths;

    public IReadOnlyList<string> Paths { get; }

    /// <summary>The folders asked for, else those of this machine.</summary>
    public static IReadOnlyList<string> Of(CodeReaderOptions options) =>
        options.PackageFolders is { IsDefault: false } given ? given : OfThisMachine();

    /// <summary>The folder of this machine: NUGET_PACKAGES, else the one in the user's profile.</summary>
    public static IReadOnlyList<string> OfThisMachine()
    {
        var path = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
            ? set
            : Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Directory.Exists(path) ? [Path.GetFullPath(path)] : [];
    }

    public LocalPackage? Find(string id, PackageVersionRange range)
    {
        var installed = _versions.GetOrAdd(id, Versions);
        var chosen = range.Choose([.. installed.Select(p => p.Version)]);
        return chosen is null ? null : installed.First(p => p.Version.Equals(chosen));
    }

    /// <summary>Assemblies to compile against: the nearest folder below <c>ref</c>, else below <c>lib</c>.</summary>
    public ImmutableArray<string> Assemblies(LocalPackage package, TargetFramework framework) =>
        _assemblies.GetOrAdd((package.Folder, framework), key =>
        {
            foreach (var kind in (ReadOnlySpan<string>)["ref", "lib"])
            {
                var parent = Path.Join(key.Item1, kind);
                if (!Directory.Exists(parent))
                {
                    continue;
                }

                var folders = Directory.EnumerateDirectories(parent)
                    .Select(f => (Path: f, Framework: TargetFramework.Parse(Path.GetFileName(f))))
                    .Where(f => f.Framework is not null)
                    .OrderBy(f => f.Path, StringComparer.Ordinal)
                    .ToArray();
                if (key.Item2.TryNearest(folders.Select(f => f.Framework!), out var nearest))
                {
                    return [.. Directory.EnumerateFiles(folders.First(f => f.Framework == nearest).Path, "*.dll").Order(StringComparer.Ordinal)];
                }

                if (folders.Length == 0)
                {
                    return [.. Directory.EnumerateFiles(parent, "*.dll").Order(StringComparer.Ordinal)];
                }
            }

            return [];
        });

    /// <summary>Dependencies that the package's manifest declares for the framework.</summary>
    public ImmutableArray<PackageDependency> Dependencies(LocalPackage package, TargetFramework framework) =>
        _dependencies.GetOrAdd((package.Folder, framework), key => ReadDependencies(package, key.Item2));

    /// <summary>Id of the package that an assembly lies in; null when it lies in none of the folders.</summary>
    public string? PackageOf(string assembly)
    {
        foreach (var folder in Paths)
        {
            if (assembly.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                return assembly[(folder.Length + 1)..].Split(Path.DirectorySeparatorChar)[0];
            }
        }

        return null;
    }

    private ImmutableArray<LocalPackage> Versions(string id)
    {
        // An id comes from a project file; it must name a folder directly below.
        if (id.AsSpan().IndexOfAny('/', '\\') >= 0 || id is "." or "..")
        {
            return [];
        }

        return
        [
            .. Paths.Select(p => Path.Join(p, id.ToLowerInvariant()))
                .Where(Directory.Exists)
                .SelectMany(Directory.EnumerateDirectories)
                .Select(f => (Folder: f, Version: PackageVersion.Parse(Path.GetFileName(f.AsSpan()))))
                .Where(f => f.Version is not null)
                .Select(f => new LocalPackage(id, f.Version!, f.Folder))
                .OrderBy(p => p.Version),
        ];
    }

    private static ImmutableArray<PackageDependency> ReadDependencies(LocalPackage package, TargetFramework framework)
    {
        try
        {
            var nuspec = Path.Join(package.Folder, package.Id.ToLowerInvariant() + ".nuspec");
            var dependencies = SafeXml.Load(nuspec).Descendants().FirstOrDefault(e => e.Name.LocalName == "dependencies");
            if (dependencies is null)
            {
                return [];
            }

            var groups = dependencies.Elements().Where(e => e.Name.LocalName == "group")
                .Select(e => (Element: e, Framework: TargetFramework.Parse(e.AttributeText("targetFramework"))))
                .ToArray();
            var from = groups.Length == 0 ? dependencies
                : framework.TryNearest(groups.Where(g => g.Framework is not null).Select(g => g.Framework!), out var nearest)
                    ? groups.First(g => g.Framework == nearest).Element
                    : groups.FirstOrDefault(g => g.Framework is null).Element;
            return from is null ? [] :
            [
                .. from.Elements()
                    .Where(e => e.Name.LocalName == "dependency" && e.AttributeText("id") is { Length: > 0 })
                    .Select(e => new PackageDependency(e.AttributeText("id")!, PackageVersionRange.Parse(e.AttributeText("version")))),
            ];
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            // A package without a readable manifest still has assemblies; what it depends on is then found missing by name.
            return [];
        }
    }
}
