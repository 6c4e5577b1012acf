using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>Reads what a pod's volumes depend on: the pod, one host, the storage class, or configuration objects.</summary>
internal sealed class VolumeReader(ObjectSet objects)
{
    private static readonly HashSet<string> HostBoundProvisioners = new(StringComparer.Ordinal)
    {
        "kubernetes.io/no-provisioner", "rancher.io/local-path", "microk8s.io/hostpath", "docker.io/hostpath", "k8s.io/minikube-hostpath",
        "openebs.io/local",
    };

    /// <param name="ns">Namespace of the pod.</param>
    /// <param name="podSpec">Specification of the pod.</param>
    /// <param name="claimTemplates"><c>volumeClaimTemplates</c> of a StatefulSet, or null.</param>
    public IReadOnlyList<VolumeDeclaration> Read(string ns, YamlNode podSpec, YamlNode? claimTemplates)
    {
        var volumes = new List<VolumeDeclaration>();
        var taken = new HashSet<string>(StringComparer.Ordinal);

        // A claim template takes the place of a volume with its name.
        foreach (var template in claimTemplates?.Items ?? [])
        {
            if (template.Find("metadata", "name") is not { Text: { } name } at)
            {
                continue;
            }

            taken.Add(name);
            volumes.Add(new VolumeDeclaration(name, KindOfClaim(template["spec"], null), Shown(at.At, $"volumeClaimTemplate {name}")));
        }

        foreach (var volume in podSpec["volumes"]?.Items ?? [])
        {
            if (volume["name"]?.Text is { } name && !taken.Contains(name) && Declaration(ns, name, volume) is { } declared)
            {
                volumes.Add(declared);
            }
        }

        return volumes;
    }

    /// <summary>
    /// The claim that all instances share and that one host alone can attach (ReadWriteOnce), so that all of them run there; null when
    /// there is none.
    /// </summary>
    public Evidence? OneHost(string ns, YamlNode podSpec)
    {
        foreach (var volume in podSpec["volumes"]?.Items ?? [])
        {
            if (volume.Find("persistentVolumeClaim", "claimName")?.Text is { } name
                && objects.Find("PersistentVolumeClaim", ns, name) is { } claim
                && claim.Spec?["accessModes"] is { Items: { Count: > 0 } modes } at
                && modes.All(m => m.Text is "ReadWriteOnce" or "ReadWriteOncePod"))
            {
                return Shown(at.At, $"PersistentVolumeClaim {name}, accessModes: {modes[0].Text}");
            }
        }

        return null;
    }

    private VolumeDeclaration? Declaration(string ns, string name, YamlNode volume)
    {
        var source = volume.Entries.FirstOrDefault(e => e.Key != "name");
        switch (source.Key)
        {
            case null:
                return new VolumeDeclaration(name, VolumeKind.Ephemeral, Shown(volume.At, $"volume {name}"));
            case "emptyDir" or "ephemeral":
                return Declared(VolumeKind.Ephemeral);
            case "hostPath" or "local":
                return Declared(VolumeKind.Host);
            case "configMap" or "secret" or "projected" or "downwardAPI" or "image":
                return Declared(VolumeKind.Configuration);
            case "persistentVolumeClaim":
                var claim = source.Value["claimName"]?.Text ?? name;
                var found = objects.Find("PersistentVolumeClaim", ns, claim);
                var at = Shown(source.KeyAt, $"persistentVolumeClaim {claim}");
                return new VolumeDeclaration(claim, found is null ? VolumeKind.Claim : KindOfClaim(found.Spec, found), at);
            default:
                return Declared(VolumeKind.Claim);
        }

        VolumeDeclaration Declared(VolumeKind kind) => new(name, kind, Shown(source.KeyAt, $"{source.Key} volume {name}"));
    }

    // A claim is bound to the volume it names, or to one of its class; only when all of those lie on a host does the claim.
    private VolumeKind KindOfClaim(YamlNode? spec, KubernetesObject? claim)
    {
        var storageClass = spec?["storageClassName"]?.Text;
        if (spec?["volumeName"]?.Text is { Length: > 0 } volumeName && objects.Find("PersistentVolume", "", volumeName) is { } bound)
        {
            return IsOnHost(bound) ? VolumeKind.Host : VolumeKind.Claim;
        }

        if (storageClass is not null && objects.Find("StorageClass", "", storageClass)?.Node["provisioner"]?.Text is { } provisioner
            && HostBoundProvisioners.Contains(provisioner))
        {
            return VolumeKind.Host;
        }

        var candidates = objects.OfKind("PersistentVolume").Where(v => MayBind(v, storageClass, claim)).ToList();
        return candidates.Count > 0 && candidates.TrueForAll(IsOnHost) ? VolumeKind.Host : VolumeKind.Claim;
    }

    private static bool MayBind(KubernetesObject volume, string? storageClass, KubernetesObject? claim) =>
        volume.Spec?["claimRef"] is { } reference
            ? claim is not null && reference["name"]?.Text == claim.Name && (reference["namespace"]?.Text ?? "default") == claim.Namespace
            : storageClass is not null && (volume.Spec?["storageClassName"]?.Text ?? "") == storageClass;

    private static bool IsOnHost(KubernetesObject volume) => volume.Spec?["hostPath"] is not null || volume.Spec?["local"] is not null;

    private static Evidence Shown(SourcePosition at, string text) => new(EvidenceLayer.Manifest, at, text);
}
