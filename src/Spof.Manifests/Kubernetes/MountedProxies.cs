using Spof.Manifests.Containers;
using Spof.Manifests.Proxies;
using Spof.Manifests.Scanning;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>
/// Hands the configuration files that containers mount, or that lie in the project they run, to the parser of the proxy that they
/// belong to.
/// </summary>
internal sealed class MountedProxies(IReadOnlyList<IProxyConfigParser> parsers, ProjectGateways gateways)
{
    public List<RouteDeclaration> Routes { get; } = [];

    public List<Unknown> Unknowns { get; } = [];

    public List<Gap> Gaps { get; } = [];

    public void Read(IReadOnlyList<WorkloadReading> workloads)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var workload in workloads)
        {
            foreach (var container in workload.Containers.Where(c => !c.Declaration.IsInit))
            {
                foreach (var routes in parsers.SelectMany(p => Read(p, workload.Declaration, container.Member)))
                {
                    Add(routes);
                }

                foreach (var missing in container.Missing.Where(m => ProxyConfigurationPath.IsAt(m.Path)))
                {
                    var reason = $"the configuration of the proxy is not in the scanned files ({missing.Missing})";
                    Unknowns.Add(new Unknown($"routes of {workload.Declaration.Id}", reason, missing.At));
                    Gaps.Add(new Gap(missing.At, $"{workload.Declaration.SourceKind} '{workload.Declaration.Name}': {reason}; where it forwards to is not known."));
                }
            }
        }

        foreach (var routes in gateways.Read(workloads))
        {
            Add(routes);
        }

        void Add(ProxyRoutes routes)
        {
            Routes.AddRange(routes.Routes.Where(r => known.Add(r.Id)));
            Unknowns.AddRange(routes.Unknowns);
            Gaps.AddRange(routes.Gaps);
        }
    }

    private static IEnumerable<ProxyRoutes> Read(IProxyConfigParser parser, WorkloadDeclaration workload, ClusterMember container)
    {
        // Base64 has no lines of its own to point at.
        var files = container.Files.Where(f => f.Value is { Text: not null, FirstLine: not null })
            .Select(f => new IncludedConfig(f.Path, f.Value.Text!, f.Value.FirstLine!)).ToList();
        var claimed = files.Where(f => parser.Claims(f.FileName, f.Text)).ToList();

        // The main file includes the others; without one the image's own main file does, and each stands for itself.
        if (claimed.Find(f => f.FileName.EndsWith("/nginx.conf", StringComparison.Ordinal)) is { } main)
        {
            claimed = [main];
        }

        foreach (var file in claimed)
        {
            var folder = RootedPath.Folder(file.FileName);
            yield return parser.Parse(new ProxyConfigSource(file.FileName, file.Text, file.Origin, workload.Scope, workload.Id)
            {
                Environment = container.Variable,
                Include = pattern => Included(files, pattern, folder),
            });
        }
    }

    private static IReadOnlyList<IncludedConfig> Included(List<IncludedConfig> files, string pattern, string folder)
    {
        var wanted = new PathPatterns([ImagePath.Combine(folder, pattern).TrimStart('/')]);
        return files.FindAll(f => wanted.Match(f.FileName.TrimStart('/')));
    }
}
