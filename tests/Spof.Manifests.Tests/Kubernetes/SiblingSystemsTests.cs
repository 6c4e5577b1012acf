using Spof.Manifests.Tests.Scanning;

namespace Spof.Manifests.Tests.Kubernetes;

public sealed class SiblingSystemsTests
{
    private static string Deployment(string name, int replicas = 1) => $$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: {{name}} }
        spec: { replicas: {{replicas}}, template: { spec: { containers: [ { name: c, image: acme/{{name}}:1 } ] } } }
        """;

    private static (string Target, string Workloads)[] Read(params (string Path, string Text)[] files)
    {
        using var tree = new TempTree(files);
        return [.. tree.Read().Targets.Select(t => (t.Id, string.Join(' ', t.Workloads.Select(w => w.Name))))];
    }

    [Fact]
    public void Systems_side_by_side_that_define_the_same_workload_are_targets_of_their_own() =>
        Assert.Equal(
            [("k8s", "agent"), ("k8s:src/blog", "db"), ("k8s:src/shop", "db orders")],
            Read(
                ("src/shop/k8s/db.yaml", Deployment("db")), ("src/shop/k8s/orders.yaml", Deployment("orders")),
                ("src/blog/k8s/db.yaml", Deployment("db", 3)), ("ops/agent.yaml", Deployment("agent"))));

    [Theory]
    [InlineData("shop/k8s/orders.yaml", "blog/k8s/posts.yaml", "orders", "posts")]
    [InlineData("k8s/base/db.yaml", "k8s/more/db.yaml", "db", "db")]
    [InlineData("k8s/all.yaml", "k8s/parts/db.yaml", "db", "db")]
    [InlineData("shop/k8s/db.yaml", "blog/deploy/db.yaml", "db", "db")]
    public void Other_folders_stay_one_target(string one, string other, string first, string second) =>
        Assert.Equal("k8s", Assert.Single(Read((one, Deployment(first)), (other, Deployment(second)))).Target);
}
