using Spof.Manifests.Kubernetes;
using Spof.Manifests.Proxies;
using Spof.Manifests.Scanning;
using Spof.Model;

namespace Spof.Manifests.Tests.Kubernetes;

/// <summary>Reads manifests given as text, one file each: 0.yaml, 1.yaml, …</summary>
internal static class KubernetesText
{
    public static ManifestModel ReadAll(params string[] files) => ReadAll(ManifestFormats.Proxies, files);

    public static ManifestModel ReadAll(IReadOnlyList<IProxyConfigParser> proxies, params string[] files)
    {
        var format = new KubernetesFormat(proxies);
        var reading = new ManifestReading(new FileSet(".", [], 0), "Production");
        var texts = files.Select((text, i) => new ManifestFile($"{i}.yaml", text)).Where(format.Claims).ToList();
        format.Read(texts, reading);
        return reading.ToModel();
    }

    public static TargetDeclaration Read(params string[] files) => Assert.Single(ReadAll(files).Targets);

    public static WorkloadDeclaration ReadWorkload(params string[] files) => Assert.Single(Read(files).Workloads);

    /// <summary>A Deployment with one container; text at the given indentation is put where it belongs.</summary>
    public static string Deployment(
        string name = "orders", string ns = "shop", string spec = "  replicas: 2", string pod = "", string container = "", string image = "shop/orders:1",
        string kind = "Deployment") => $"""
        apiVersion: apps/v1
        kind: {kind}
        metadata:
          name: {name}
          namespace: {ns}
        spec:
        {spec}
          template:
            metadata:
              labels: {"{"} app: {name} {"}"}
            spec:
        {pod}
              containers:
              - name: main
                image: {image}
        {container}
        """;
}
