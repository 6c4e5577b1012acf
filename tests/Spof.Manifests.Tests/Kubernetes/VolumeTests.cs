namespace Spof.Manifests.Tests.Kubernetes;

public sealed class VolumeTests
{
    private static string[] Read(string volumes, string spec = "  replicas: 1", params string[] others) =>
        [.. KubernetesText.ReadWorkload([KubernetesText.Deployment(kind: "StatefulSet", spec: spec, pod: $"      volumes: [ {volumes} ]"), .. others])
            .Volumes.Select(v => $"{v.Name}:{v.Kind}")];

    [Theory]
    [InlineData("{ name: a, emptyDir: { } }", "a:Ephemeral")]
    [InlineData("{ name: a }", "a:Ephemeral")]
    [InlineData("{ name: a, hostPath: { path: /data } }", "a:Host")]
    [InlineData("{ name: a, configMap: { name: c } }", "a:Configuration")]
    [InlineData("{ name: a, secret: { secretName: c } }", "a:Configuration")]
    [InlineData("{ name: a, projected: { sources: [ ] } }", "a:Configuration")]
    [InlineData("{ name: a, nfs: { server: nas, path: / } }", "a:Claim")]
    [InlineData("{ name: a, persistentVolumeClaim: { claimName: data } }", "data:Claim")]
    public void The_source_of_a_volume_decides_what_it_depends_on(string volume, string expected) => Assert.Equal([expected], Read(volume));

    [Fact]
    public void A_claim_template_takes_the_place_of_a_volume_with_its_name() =>
        Assert.Equal(["data:Claim"], Read("{ name: data, emptyDir: { } }", "  volumeClaimTemplates: [ { metadata: { name: data }, spec: { } } ]"));

    [Theory]
    [InlineData("kubernetes.io/no-provisioner", "data:Host")]
    [InlineData("ebs.csi.aws.com", "data:Claim")]
    public void A_storage_class_without_network_storage_binds_to_a_host(string provisioner, string expected) => Assert.Equal(
        [expected],
        Read("", "  volumeClaimTemplates: [ { metadata: { name: data }, spec: { storageClassName: fast } } ]", $"""
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata: {"{"} name: fast {"}"}
            provisioner: {provisioner}
            """));

    [Theory]
    [InlineData("hostPath: { path: /data }", "volumeName: pv", "data:Host")]
    [InlineData("local: { path: /data }", "storageClassName: manual", "data:Host")]
    [InlineData("nfs: { server: nas, path: / }", "volumeName: pv", "data:Claim")]
    [InlineData("hostPath: { path: /data }", "storageClassName: other", "data:Claim")]
    public void A_claim_on_a_volume_of_one_host_binds_to_it(string source, string claim, string expected) => Assert.Equal(
        [expected],
        Read("{ name: a, persistentVolumeClaim: { claimName: data } }", "  replicas: 1", $"""
            apiVersion: v1
            kind: PersistentVolume
            metadata: {"{"} name: pv {"}"}
            spec: {"{"} storageClassName: manual, {source} {"}"}
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {"{"} name: data, namespace: shop {"}"}
            spec: {"{"} {claim} {"}"}
            """));

    [Theory]
    [InlineData("[ ReadWriteOnce ]", "  replicas: 3", "", true)]
    [InlineData("[ ReadWriteOncePod ]", "  replicas: 3", "", true)]
    [InlineData("[ ReadWriteMany ]", "  replicas: 3", "", false)]
    [InlineData("[ ReadWriteOnce, ReadOnlyMany ]", "  replicas: 3", "", false)]
    [InlineData("[ ReadWriteOnce ]", "  replicas: 1", "", false)]
    [InlineData("[ ReadWriteOnce ]", "  replicas: 3", "      topologySpreadConstraints: [ { topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: orders } } } ]", false)]
    public void A_claim_that_one_host_alone_can_attach_holds_all_instances_on_it(string modes, string spec, string pod, bool isOneHost)
    {
        var workload = KubernetesText.ReadWorkload(
            KubernetesText.Deployment(spec: spec, pod: "      volumes: [ { name: d, persistentVolumeClaim: { claimName: data } } ]\n" + pod),
            $"apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {{ name: data, namespace: shop }}\nspec: {{ accessModes: {modes} }}\n");

        Assert.Equal(isOneHost ? "1.yaml:4" : null, workload.Placement.OneHost is { } at ? $"{at.At.Path}:{at.At.Line}" : null);
    }

    [Fact]
    public void A_claim_template_gives_each_instance_a_claim_of_its_own() =>
        Assert.Null(KubernetesText.ReadWorkload(KubernetesText.Deployment(
            kind: "StatefulSet", spec: "  replicas: 3\n  volumeClaimTemplates: [ { metadata: { name: data }, spec: { accessModes: [ ReadWriteOnce ] } } ]")).Placement.OneHost);
}
