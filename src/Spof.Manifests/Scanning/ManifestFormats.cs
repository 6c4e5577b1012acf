using Spof.Manifests.Kubernetes;
using Spof.Manifests.Proxies;

namespace Spof.Manifests.Scanning;

/// <summary>The formats that this version reads, in the order in which they are asked.</summary>
internal static class ManifestFormats
{
    /// <summary>Proxy configurations, in files of their own and mounted into containers.</summary>
    public static IReadOnlyList<IProxyConfigParser> Proxies { get; } = [];

    public static IReadOnlyList<IManifestFormat> All { get; } = [new KubernetesFormat(Proxies)];
}
