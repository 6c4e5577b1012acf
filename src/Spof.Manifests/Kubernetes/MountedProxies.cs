using Spof.Manifests.Proxies;
using Spof.Manifests.Scanning;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>Hands the configuration files that containers mount to the parser of the proxy that they belong to.</summary>
internal static class MountedProxies
{
    public static List<RouteDeclaration> Read(
        IReadOnlyList<WorkloadReading> workloads, IReadOnlyList<IProxyConfigParser> parsers, ManifestReading reading)
    {
        var routes = new List<RouteDeclaration>();
        foreach (var workload in workloads)
        {
            foreach (var file in workload.Containers.SelectMany(c => c.Member.Files).DistinctBy(f => f.Value.At))
            {
                // Base64 has no lines of its own to point at.
                if (file.Value is not { Text: { } text, FirstLine: { } origin } || parsers.FirstOrDefault(p => p.Claims(file.Name, text)) is not { } parser)
                    continue;
                var id = workload.Declaration.Id;
                var read = parser.Parse(new ProxyConfigSource(file.Name, text, origin, workload.Declaration.Scope, id, id));
                routes.AddRange(read.Routes);
                reading.Add(read.Gaps);
            }
        }

        return [.. routes.DistinctBy(r => r.Id)];
    }
}
