using System.Collections.Immutable;

namespace Spof.Manifests.Kubernetes;

/// <summary>The DNS names of a Service beside its short name.</summary>
internal static class ServiceNames
{
    public static ImmutableArray<string> Of(string name, string ns) =>
        [$"{name}.{ns}", $"{name}.{ns}.svc", $"{name}.{ns}.svc.cluster.local"];
}
