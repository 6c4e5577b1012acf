using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>Node labels that stand for a failure domain.</summary>
internal static class Topology
{
    public static DomainKind? KindOf(string? key) => key switch
    {
        "kubernetes.io/hostname" => DomainKind.Host,
        "topology.kubernetes.io/zone" or "failure-domain.beta.kubernetes.io/zone" => DomainKind.Zone,
        "topology.kubernetes.io/region" or "failure-domain.beta.kubernetes.io/region" => DomainKind.Region,
        _ => null,
    };
}
