using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Spof.Code.Discovery;
using Spof.Code.Projects;
using Spof.Model;

namespace Spof.Code.References;

/// <summary>A package of a project.</summary>
/// <param name="Id">Package id.</param>
/// <param name="Path">Full path of its folder.</param>
internal readonly record struct PackageFolder(string Id, string Path);

/// <summary>What a project compiles against besides other projects.</summary>
internal sealed record ResolvedReferences
{
    public ImmutableArray<MetadataReference> References { get; init; } = [];

    /// <summary>Ids of all packages that the project or one that it references asks for.</summary>
    public ImmutableArray<string> PackagesReferenced { get; init; } = [];

    /// <summary>The packages that lie in a local folder, where it was for us to find them.</summary>
    public ImmutableArray<PackageFolder> Packages { get; init; } = [];

    /// <summary>Packages whose assemblies were found.</summary>
    public int PackagesResolved { get; init; }

    public ImmutableArray<string> PackagesStubbed { get; init; } = [];

    public ImmutableArray<string> PackagesMissing { get; init; } = [];

    public ImmutableArray<Gap> Gaps { get; init; } = [];
}

/// <summary>
/// Finds what a project compiles against: restored packages, else packages lying in the local folders, else declarations of ours;
/// and the framework. References are shared by all projects.
/// </summary>
internal sealed class ReferenceResolver(ScanRoot root, FrameworkAssemblies frameworks, PackageFolders folders)
{
    private readonly ConcurrentDictionary<string, MetadataReference> _metadata = new(ScanRoot.PathComparer);
    private readonly ConcurrentDictionary<string, Version?> _versions = new(ScanRoot.PathComparer);
    private readonly DeclarationStubs _stubs = new();

    /// <param name="project">The project.</param>
    /// <param name="referenced">Projects it references, also indirectly: their packages flow to it.</param>
    public ResolvedReferences Resolve(ProjectFile project, IReadOnlyList<ProjectFile> referenced)
    {
        if (project.CompilerReferences is { } given)
        {
            return OfCompiler(given, project, referenced);
        }

        var gaps = new List<Gap>();
        var framework = frameworks.Paths(FrameworkAssemblies.Net, project.Framework);
        var aspNetCore = frameworks.Paths(FrameworkAssemblies.AspNetCore, project.Framework);
        if (framework.IsEmpty)
        {
            gaps.Add(new Gap(root.At(project.Path), "No .NET reference assemblies were found; the project is read without them.", GapKind.Error));
        }
        else if (project.Framework.Family == FrameworkFamily.NetFramework)
        {
            gaps.Add(new Gap(root.At(project.Path), $"Reference assemblies of {project.Framework} are not used; the project is read against .NET.", GapKind.Note));
        }

        var assemblies = new AssemblySet(AssemblyVersion);
        assemblies.AddRange(framework);
        if (project.UsesAspNetCore || referenced.Any(r => r.UsesAspNetCore))
        {
            assemblies.AddRange(aspNetCore);
        }

        var direct = Requests(project, referenced);
        var restored = Restored(project, gaps);
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var packages = new List<PackageFolder>();
        foreach (var (id, package) in restored)
        {
            found.Add(id);
            assemblies.AddRange(package.Assemblies);
            if (package.Folder is { } folder)
            {
                packages.Add(new PackageFolder(id, folder));
            }
        }

        string[] unversioned = [.. project.Packages.Where(p => p.HasNoVersion && !found.Contains(p.Id)).Select(p => p.Id)];
        var closure = PackageClosure.Of(
            direct.Where(r => !found.Contains(r.Id) && !unversioned.Contains(r.Id, StringComparer.OrdinalIgnoreCase)), folders, project.Framework);
        foreach (var package in closure.Found.Where(p => !found.Contains(p.Id)))
        {
            found.Add(package.Id);
            packages.Add(new PackageFolder(package.Id, package.Folder));
            assemblies.AddRange(folders.Assemblies(package, project.Framework));
        }

        assemblies.AddRange(project.AssemblyReferences);
        var missing = new List<string>();
        foreach (var id in closure.Missing.Concat(unversioned).Where(id => !found.Contains(id)))
        {
            if (!StandIn(id, framework, aspNetCore, assemblies))
            {
                missing.Add(id);
            }
        }

        // It is a part of .NET Framework and needs no package there.
        string[] included = project.Framework.Family == FrameworkFamily.NetFramework ? ["System.Data.SqlClient"] : [];
        var stubs = DeclarationStubs.For(missing.Concat(included), id => found.Contains(id) || assemblies.Contains(id));
        if (stubs.Count > 0)
        {
            // What our declarations extend (IServiceCollection, IHttpClientBuilder, IDistributedCache) ships with ASP.NET Core.
            AddExtensions(aspNetCore, assemblies);
        }

        var references = assemblies.Paths.Select(Metadata).ToList();
        AddStubs(stubs, framework, aspNetCore, assemblies, references);
        var stubbed = missing.Where(id => DeclarationStubs.Cover(id) && stubs.Contains(DeclarationStubs.LibraryOf(id))).ToImmutableArray();
        var privateOnly = project.Packages.Where(p => p.IsPrivate).Select(p => p.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unknown = missing.Except(stubbed).Where(id => !privateOnly.Contains(id)).ToImmutableArray();
        if (!unknown.IsEmpty)
        {
            gaps.Add(new Gap(root.At(project.Path), $"Packages not found, calls into them are told by their names at most: {string.Join(", ", unknown)}."));
        }

        string[] unstated = [.. project.Packages.Where(p => string.IsNullOrWhiteSpace(p.Version) && !p.HasNoVersion && !p.IsPrivate && !unknown.Contains(p.Id)).Select(p => p.Id)];
        if (unstated.Length > 0)
        {
            gaps.Add(new Gap(
                root.At(project.Path), $"No file that was read gives a version to {string.Join(", ", unstated)}; any version is taken.", GapKind.Note));
        }

        return new ResolvedReferences
        {
            References = [.. references],
            PackagesReferenced = [.. direct.Select(r => r.Id)],
            Packages = [.. packages],
            PackagesResolved = found.Count,
            PackagesStubbed = stubbed,
            PackagesMissing = unknown,
            Gaps = [.. gaps],
        };
    }

    /// <summary>What the build hands to the compiler. A referenced project takes part as a compilation, not as an assembly that may not exist yet.</summary>
    private ResolvedReferences OfCompiler(ImmutableArray<string> paths, ProjectFile project, IReadOnlyList<ProjectFile> referenced)
    {
        var projects = referenced.Select(r => r.AssemblyName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        string[] assemblies = [.. paths.Where(p => !projects.Contains(Path.GetFileNameWithoutExtension(p)) && File.Exists(p))];
        return new ResolvedReferences
        {
            References = [.. assemblies.Select(Metadata)],
            PackagesReferenced = [.. Requests(project, referenced).Select(r => r.Id)],
            PackagesResolved = assemblies.Select(p => folders.PackageOf(p)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count(),
        };
    }

    /// <summary>The project's own packages, and those of projects that it references unless they are private there.</summary>
    private static List<PackageRequest> Requests(ProjectFile project, IReadOnlyList<ProjectFile> referenced)
    {
        var requests = new Dictionary<string, PackageRequest>(StringComparer.OrdinalIgnoreCase);
        foreach (var package in project.Packages)
        {
            requests[package.Id] = new PackageRequest(package.Id, PackageVersionRange.Parse(package.Version), IsDirect: true);
        }

        foreach (var package in referenced.SelectMany(r => r.Packages).Where(p => !p.IsPrivate))
        {
            var range = PackageVersionRange.Parse(package.Version);
            if (!requests.TryGetValue(package.Id, out var known))
            {
                requests.Add(package.Id, new PackageRequest(package.Id, range, IsDirect: false));
            }
            else if (!known.IsDirect && range.Min is { } min && (known.Version.Min is null || min.CompareTo(known.Version.Min) > 0))
            {
                requests[package.Id] = known with { Version = range };
            }
        }

        return [.. requests.Values.OrderBy(r => r.Id, StringComparer.OrdinalIgnoreCase)];
    }

    private IReadOnlyDictionary<string, RestoredPackage> Restored(ProjectFile project, List<Gap> gaps)
    {
        var path = Path.Join(project.IntermediateFolder, "project.assets.json");
        if (File.Exists(path) && root.Contains(path))
        {
            try
            {
                if (ProjectAssets.Read(path, project.Framework, folders) is { } assets)
                {
                    return assets.Packages;
                }
            }
            catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidDataException)
            {
                gaps.Add(new Gap(root.At(path), $"File cannot be read: {Reasons.Of(e)}.", GapKind.Error));
            }
        }

        return ImmutableDictionary<string, RestoredPackage>.Empty;
    }

    /// <summary>A package that the framework contains, or that ASP.NET Core contains and a worker or console project restores by itself.</summary>
    private static bool StandIn(string id, ImmutableArray<string> framework, ImmutableArray<string> aspNetCore, AssemblySet assemblies)
    {
        if (assemblies.Contains(id) || framework.Any(p => IsNamed(p, id)))
        {
            return true;
        }

        if (!aspNetCore.Any(p => IsNamed(p, id)))
        {
            return false;
        }

        if (id.StartsWith("Microsoft.Extensions.", StringComparison.OrdinalIgnoreCase))
        {
            AddExtensions(aspNetCore, assemblies);
        }
        else
        {
            assemblies.AddMissing(aspNetCore);
        }

        return true;
    }

    private static void AddExtensions(ImmutableArray<string> aspNetCore, AssemblySet assemblies) =>
        assemblies.AddMissing(aspNetCore.Where(p => Path.GetFileName(p).StartsWith("Microsoft.Extensions.", StringComparison.OrdinalIgnoreCase)
            || IsNamed(p, "System.Threading.RateLimiting")));

    private static bool IsNamed(string path, string assembly) =>
        Path.GetFileNameWithoutExtension(path.AsSpan()).Equals(assembly, StringComparison.OrdinalIgnoreCase);

    private void AddStubs(
        IReadOnlyList<StubLibrary> stubs, ImmutableArray<string> framework, ImmutableArray<string> aspNetCore,
        AssemblySet assemblies, List<MetadataReference> references)
    {
        var added = new Dictionary<string, MetadataReference>(StringComparer.Ordinal);
        foreach (var library in stubs)
        {
            // A real assembly that it builds on takes the place of the stub; then the declarations are bound against the project's own references.
            var isOnStubsOnly = library.Needs.All(added.ContainsKey);
            var own = framework.Concat(aspNetCore).Select(Metadata);
            var basis = isOnStubsOnly ? own : references;
            var key = isOnStubsOnly
                ? framework.FirstOrDefault() ?? ""
                : string.Join('|', assemblies.Paths);
            added[library.Name] = _stubs.Reference(library, [.. basis, .. library.Needs.Where(added.ContainsKey).Select(n => added[n])], key);
        }

        references.AddRange(added.Values);
    }

    private MetadataReference Metadata(string path) => _metadata.GetOrAdd(path, static p => MetadataReference.CreateFromFile(p));

    private Version? AssemblyVersion(string path) => _versions.GetOrAdd(path, static p =>
    {
        try
        {
            return AssemblyName.GetAssemblyName(p).Version;
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            // A file that is no assembly loses against any that is one.
            return null;
        }
    });

    /// <summary>Assemblies by simple name; of two with one name the higher version stays, as the build decides.</summary>
    private sealed class AssemblySet(Func<string, Version?> version)
    {
        private readonly SortedDictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);

        public IEnumerable<string> Paths => _paths.Values;

        public bool Contains(string name) => _paths.ContainsKey(name);

        public void AddRange(IEnumerable<string> paths)
        {
            foreach (var path in paths)
            {
                var name = Path.GetFileNameWithoutExtension(path);
                if (!_paths.TryGetValue(name, out var present) || (present != path && version(path) > version(present)))
                {
                    _paths[name] = path;
                }
            }
        }

        public void AddMissing(IEnumerable<string> paths)
        {
            foreach (var path in paths)
            {
                _paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);
            }
        }
    }
}
