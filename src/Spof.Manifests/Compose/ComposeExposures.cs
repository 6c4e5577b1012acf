using Spof.Manifests.Proxies;
using Spof.Model;

namespace Spof.Manifests.Compose;

/// <summary>What callers outside of the host can reach: ports published on an address other than loopback.</summary>
internal static class ComposeExposures
{
    public static IEnumerable<ExposureDeclaration> Of(ComposeService service, ProxyRoutes proxy)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var port in service.Ports.Where(p => p.IsLoopback == false))
        {
            var routes = proxy.Routes.Where(r => r.ListenPort is null || r.ListenPort == port.ContainerPort).ToList();
            foreach (var route in routes.Where(r => seen.Add(r.Id)))
            {
                yield return new ExposureDeclaration(route.Id, ExposureKind.PublishedPort, route.Id, port.HostPort, port.At);
            }

            var answersItself = routes.Count == 0 || (port.ContainerPort is { } own && proxy.OwnPorts.Contains(own));
            var id = service.Id + (port.IsRandom || port.HostPort is null ? $"#random:{port.ContainerPort}" : $"#:{port.HostPort}");
            if (answersItself && seen.Add(id))
            {
                yield return new ExposureDeclaration(id, ExposureKind.PublishedPort, service.Id, port.HostPort, port.At);
            }
        }
    }

    /// <summary>Ports whose address on the host a variable hides.</summary>
    public static IEnumerable<Unknown> Unknowns(ComposeService service) =>
        service.Ports.Where(p => p.IsLoopback is null).Select(p => new Unknown(
            $"published port of {service.Id}", "a variable without default decides on which address of the host it is published", p.At.At));
}
