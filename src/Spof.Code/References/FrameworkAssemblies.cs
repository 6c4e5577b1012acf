using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection.PortableExecutable;
using Spof.Code.Projects;

namespace Spof.Code.References;

/// <summary>
/// Reference assemblies of .NET and ASP.NET Core: from the targeting pack of the wanted version, else of the nearest one, else the
/// implementation assemblies of an installed runtime.
/// </summary>
internal sealed class FrameworkAssemblies(IReadOnlyList<string> dotnetFolders, IReadOnlyList<string> packageFolders)
{
    public const string Net = "Microsoft.NETCore.App";
    public const string AspNetCore = "Microsoft.AspNetCore.App";

    private readonly ConcurrentDictionary<(string, Version), ImmutableArray<string>> _paths = new();

    /// <summary>
    /// Full paths of the assemblies; empty when nothing is installed. .NET Framework and .NET Standard projects are read against
    /// .NET: what facts look for has the same names there.
    /// </summary>
    /// <param name="name"><see cref="Net"/> or <see cref="AspNetCore"/>.</param>
    /// <param name="framework">The project's framework.</param>
    public ImmutableArray<string> Paths(string name, TargetFramework framework)
    {
        var wanted = framework.Family == FrameworkFamily.Net ? framework.Version : new Version(int.MaxValue, 0);
        return _paths.GetOrAdd((name, wanted), key => Find(key.Item1, key.Item2));
    }

    private ImmutableArray<string> Find(string name, Version wanted)
    {
        var packs = dotnetFolders.Select(f => Path.Join(f, "packs", name + ".Ref"))
            .Concat(packageFolders.Select(f => Path.Join(f, name.ToLowerInvariant() + ".ref")));
        if (Nearest(packs.SelectMany(Versions), wanted) is { } pack && Directory.Exists(Path.Join(pack, "ref")))
        {
            var folder = Directory.EnumerateDirectories(Path.Join(pack, "ref")).Order(StringComparer.Ordinal).LastOrDefault();
            if (folder is not null && Assemblies(folder) is { IsEmpty: false } assemblies)
            {
                return assemblies;
            }
        }

        var shared = Nearest(dotnetFolders.SelectMany(f => Versions(Path.Join(f, "shared", name))), wanted);
        return shared is null ? [] : [.. Assemblies(shared).Where(IsManaged)];
    }

    private static ImmutableArray<string> Assemblies(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal)];

    private static IEnumerable<(PackageVersion Version, string Folder)> Versions(string folder) =>
        !Directory.Exists(folder) ? [] : Directory.EnumerateDirectories(folder)
            .Select(f => (Version: PackageVersion.Parse(Path.GetFileName(f.AsSpan())), Folder: f))
            .Where(f => f.Version is not null)
            .Select(f => (f.Version!, f.Folder));

    /// <summary>Same major version, else the next higher one, else the highest; always its last patch.</summary>
    private static string? Nearest(IEnumerable<(PackageVersion Version, string Folder)> installed, Version wanted)
    {
        var all = installed.OrderByDescending(i => i.Version).ThenBy(i => i.Folder, StringComparer.Ordinal).ToArray();
        if (all.Length == 0)
        {
            return null;
        }

        var major = all.Where(i => i.Version.Numbers.Major >= wanted.Major).Select(i => i.Version.Numbers.Major).DefaultIfEmpty(all[0].Version.Numbers.Major).Min();
        return all.First(i => i.Version.Numbers.Major == major).Folder;
    }

    /// <summary>A shared framework also holds native libraries.</summary>
    private static bool IsManaged(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var image = new PEReader(stream);
            return image.HasMetadata;
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            // Not an assembly, or not readable: nothing that a project could be compiled against.
            return false;
        }
    }
}
