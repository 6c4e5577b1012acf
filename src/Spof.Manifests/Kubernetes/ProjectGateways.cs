using Spof.Manifests.Containers;
using Spof.Manifests.Proxies;
using Spof.Manifests.Proxies.Yarp;
using Spof.Manifests.Scanning;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>
/// Finds the YARP gateways among the workloads: those whose image has the name of a project that holds routes in its settings,
/// without regard to case and punctuation.
/// </summary>
internal sealed class ProjectGateways
{
    private readonly ManifestReading _reading;
    private readonly YarpConfigParser? _parser;
    private readonly ILookup<string, string> _foldersByName;

    public ProjectGateways(IReadOnlyList<IProxyConfigParser> parsers, ManifestReading reading)
    {
        _reading = reading;
        _parser = parsers.OfType<YarpConfigParser>().FirstOrDefault();
        var withRoutes = reading.Files.Paths
            .Where(p => RootedPath.FileName(p) == "appsettings.json" && reading.Files.Open(p) is { } file && _parser?.Claims(p, file.Text) == true)
            .Select(RootedPath.Folder).ToHashSet(StringComparer.Ordinal);
        var named =
            from path in withRoutes.Count == 0 ? [] : reading.Files.Paths
            where path.EndsWith("proj", StringComparison.OrdinalIgnoreCase)
            let folder = RootedPath.Folder(path)
            where withRoutes.Contains(folder)
            from name in new[] { RootedPath.FileName(folder), Path.GetFileNameWithoutExtension(path) }
            select (Name: Normalise(name), Folder: folder);
        _foldersByName = named.Where(n => n.Name.Length > 0).Distinct().ToLookup(n => n.Name, n => n.Folder, StringComparer.Ordinal);
    }

    /// <summary>The routes of each gateway; an image that names several projects means none.</summary>
    public IEnumerable<ProxyRoutes> Read(IReadOnlyList<WorkloadReading> workloads)
    {
        if (_parser is null || _foldersByName.Count == 0)
        {
            yield break;
        }

        foreach (var workload in workloads)
        {
            foreach (var container in workload.Containers.Where(c => c.Declaration is { IsInit: false, Image: not null }))
            {
                if (_foldersByName[NameOf(container.Declaration.Image!)].ToList() is [var folder]
                    && YarpProject.Read(folder, _parser, workload.Declaration.Scope, workload.Declaration.Id, container.Member.Variable, _reading) is { } found)
                {
                    yield return found with { Routes = [.. found.Routes.Select(ByImageName)] };
                }
            }
        }
    }

    private static RouteDeclaration ByImageName(RouteDeclaration route) => route with { At = route.At with { How = Certainty.Resolved } };

    private static string NameOf(string image)
    {
        var name = RootedPath.FileName(image);
        var end = name.AsSpan().IndexOfAny(':', '@');
        return Normalise(end < 0 ? name : name[..end]);
    }

    private static string Normalise(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
