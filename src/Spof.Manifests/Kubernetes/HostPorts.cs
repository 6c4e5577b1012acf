using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>Ports that pods open on the nodes they run on.</summary>
internal static class HostPorts
{
    /// <summary>Those of a container that others than the node itself reach; what exports metrics serves no caller of the system.</summary>
    public static List<(int Port, SourcePosition At)> Of(YamlNode container)
    {
        var ports = new List<(int, SourcePosition)>();
        if (container["image"]?.Text?.Contains("exporter", StringComparison.OrdinalIgnoreCase) == true)
        {
            return ports;
        }

        foreach (var port in container["ports"]?.Items ?? [])
        {
            var name = port["name"]?.Text ?? "";
            var isMetrics = name.Contains("metrics", StringComparison.OrdinalIgnoreCase) || name.Contains("scrape", StringComparison.OrdinalIgnoreCase);
            if (port["hostPort"] is { Integer: > 0 and var number } at && port["hostIP"]?.Text is not ("127.0.0.1" or "::1") && !isMetrics)
            {
                ports.Add((number, at.At));
            }
        }

        return ports;
    }

    /// <summary>The workloads that open them, as entries from outside.</summary>
    public static IEnumerable<ExposureDeclaration> Exposures(IReadOnlyList<WorkloadReading> workloads) =>
        from workload in workloads
        where workload.Declaration.Role == WorkloadRole.Service
        from container in workload.Containers
        where !container.Declaration.IsInit
        from port in container.HostPorts
        select new ExposureDeclaration(
            $"{workload.Declaration.Id}#:{port.Port}", ExposureKind.NodePort, workload.Declaration.Id, port.Port,
            new Evidence(EvidenceLayer.Manifest, port.At, $"hostPort: {port.Port}"));
}
