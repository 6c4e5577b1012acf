using Spof.Manifests.Compose;
using Spof.Manifests.Kubernetes;
using Spof.Manifests.Proxies;
using Spof.Manifests.Proxies.Caddy;
using Spof.Manifests.Proxies.Envoy;
using Spof.Manifests.Proxies.HAProxy;
using Spof.Manifests.Proxies.Nginx;
using Spof.Manifests.Proxies.Yarp;

namespace Spof.Manifests.Scanning;

/// <summary>The formats that this version reads, in the order in which they are asked.</summary>
internal static class ManifestFormats
{
    /// <summary>Proxy configurations, in files of their own and mounted into containers.</summary>
    public static IReadOnlyList<IProxyConfigParser> Proxies { get; } =
    [
        new NginxConfigParser(), new HAProxyConfigParser(), new EnvoyConfigParser(), new CaddyConfigParser(), new YarpConfigParser(),
    ];

    public static IReadOnlyList<IManifestFormat> All { get; } = [new KubernetesFormat(Proxies), new ComposeFormat(Proxies)];
}
