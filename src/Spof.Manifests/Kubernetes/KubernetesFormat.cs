using Spof.Manifests.Proxies;
using Spof.Manifests.Scanning;

namespace Spof.Manifests.Kubernetes;

/// <summary>Plain Kubernetes manifests, YAML or JSON: all of a repository are one target.</summary>
internal sealed class KubernetesFormat(IReadOnlyList<IProxyConfigParser> proxies) : IManifestFormat
{
    public string Name => "kubernetes";

    public bool IsCandidate(string path) => FileNames.IsYaml(path) || FileNames.IsJson(path);

    public bool Claims(ManifestFile file) =>
        file.Text.Contains("apiVersion", StringComparison.Ordinal) && file.Text.Contains("kind", StringComparison.Ordinal)
        && file.Yaml.Documents.Any(d => d["apiVersion"]?.Text is not null && d["kind"]?.Text is not null);

    public void Read(IReadOnlyList<ManifestFile> claimed, ManifestReading reading) => _ = proxies;
}
