using Spof.Manifests.Tests.Scanning;
using Spof.Model;

namespace Spof.Manifests.Tests.Kubernetes;

public sealed class ProjectGatewayTests
{
    private const string Settings = """
        { "ReverseProxy": {
          "Routes": { "orders": { "ClusterId": "orders", "Match": { "Path": "/orders/{**all}" } } },
          "Clusters": { "orders": { "Destinations": { "a": { "Address": "http://orders/" } } } } } }
        """;

    private static ManifestModel Read(string image, params (string Path, string Text)[] files)
    {
        using var tree = new TempTree([
            ("k8s/edge.yaml", KubernetesText.Deployment("edge", image: image)),
            ("src/Shop.Gateway/appsettings.json", Settings), ("src/Shop.Gateway/Shop.Gateway.csproj", "<Project/>"), .. files]);
        return tree.Read();
    }

    [Fact]
    public void A_workload_whose_image_names_a_project_with_YARP_routes_forwards_by_them()
    {
        var model = Read("registry.test/acme/shop-gateway:1.4");

        var route = Assert.Single(Assert.Single(model.Targets).Routes);
        Assert.Equal(("k8s:shop/Deployment/edge", "orders", "shop"), (route.ViaWorkloadId, route.Backends[0].Address.Host, route.Backends[0].Scope));
        Assert.Equal(Certainty.Resolved, route.At.How);
        Assert.Contains(model.Inputs, i => i is { Path: "src/Shop.Gateway/appsettings.json", Format: "yarp" });
        Assert.Empty(model.Gaps);
    }

    [Theory]
    [InlineData("acme/other:1")]
    [InlineData("acme/shop-gateway-tools:1")]
    public void Routes_of_a_project_that_no_workload_runs_are_listed(string image)
    {
        var model = Read(image);

        Assert.Empty(Assert.Single(model.Targets).Routes);
        Assert.Equal(("src/Shop.Gateway/appsettings.json", GapKind.Unread), Assert.Single(model.Gaps) is var gap ? (gap.At.Path, gap.Kind) : default);
    }

    [Fact]
    public void An_image_that_names_two_projects_means_neither() =>
        Assert.Empty(Assert.Single(Read(
            "acme/shop-gateway:1", ("old/Shop.Gateway/appsettings.json", Settings), ("old/Shop.Gateway/Shop.Gateway.csproj", "<Project/>")).Targets).Routes);
}
