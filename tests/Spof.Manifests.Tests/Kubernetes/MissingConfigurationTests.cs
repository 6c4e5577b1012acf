using Spof.Model;

namespace Spof.Manifests.Tests.Kubernetes;

public class MissingConfigurationTests
{
    [Fact]
    public void The_routes_of_a_proxy_whose_ConfigMap_is_missing_are_unknown_and_listed()
    {
        var model = KubernetesText.ReadAll(Mounting("nginx:1.29", "/etc/nginx/nginx.conf"));

        var unknown = Assert.Single(Assert.Single(model.Targets).Unknowns);
        Assert.Equal("routes of k8s:shop/Deployment/edge", unknown.What);
        Assert.Equal("the configuration of the proxy is not in the scanned files (ConfigMap 'edge-nginx' is missing)", unknown.Reason);
        Assert.Equal("0.yaml:17", $"{unknown.At!.Path}:{unknown.At.Line}");
        Assert.Equal(GapKind.Unread, Assert.Single(model.Gaps).Kind);
    }

    [Fact]
    public void A_ConfigMap_without_the_mounted_key_is_missing_too()
    {
        var target = KubernetesText.Read(Mounting("haproxy:3", "/usr/local/etc/haproxy/haproxy.cfg"), """
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: edge-nginx, namespace: shop }
            data: { other: "" }
            """);

        Assert.Contains("has no key 'nginx.conf'", Assert.Single(target.Unknowns).Reason);
    }

    [Fact]
    public void What_is_no_configuration_of_a_proxy_is_a_note()
    {
        var model = KubernetesText.ReadAll(Mounting("shop/orders:1", "/app/nginx.conf"));

        Assert.Empty(Assert.Single(model.Targets).Unknowns);
        var gap = Assert.Single(model.Gaps);
        Assert.Equal(GapKind.Note, gap.Kind);
        Assert.Contains("ConfigMap 'edge-nginx' is missing", gap.Reason);
    }

    [Fact]
    public void A_plain_nginx_and_a_missing_certificate_are_no_fault()
    {
        var model = KubernetesText.ReadAll(
            KubernetesText.Deployment("site", image: "nginx"),
            KubernetesText.Deployment(
                "edge", image: "nginx",
                pod: "      volumes: [ { name: tls, secret: { secretName: tls } } ]",
                container: "        volumeMounts: [ { name: tls, mountPath: /etc/nginx/certs } ]"));

        Assert.Empty(Assert.Single(model.Targets).Unknowns);
        Assert.Empty(model.Gaps);
    }

    private static string Mounting(string image, string path) => KubernetesText.Deployment(
        "edge", image: image,
        pod: "      volumes: [ { name: conf, configMap: { name: edge-nginx } } ]",
        container: $"        volumeMounts:\n        - {{ name: conf, mountPath: {path}, subPath: nginx.conf }}");
}
