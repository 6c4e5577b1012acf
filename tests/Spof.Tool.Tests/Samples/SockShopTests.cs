using Spof.Model;

namespace Spof.Tool.Tests.Samples;

/// <summary>Sock Shop: plain manifests of its own, of monitoring, logging and tracing, network policies and autoscalers; Compose files.</summary>
public sealed class SockShopTests
{
    private const string Shop = "k8s:sock-shop/Deployment/";

    [Fact]
    public async Task The_cluster_has_26_components_however_often_a_file_repeats_them()
    {
        var target = await ClusterAsync();
        Assert.Equal(26, target.Components.Length);
        Assert.Equal(14, target.Components.Count(c => c.Id.StartsWith(Shop, StringComparison.Ordinal)));
        Assert.Equal((1, 10), (Of(target, "front-end").Instances.Min, Of(target, "front-end").Instances.Max));
        Assert.Equal((1, 1), (Of(target, "carts").Instances.Min, Of(target, "carts").Instances.Max));
        Assert.Equal((ComponentKind.Broker, "RabbitMQ"), (Of(target, "rabbitmq").Kind, Of(target, "rabbitmq").Technology));
    }

    [Fact]
    public async Task Policies_show_ten_possible_dependencies_variables_two_and_nothing_else_is_made_up() => Assert.Equal(
        [
            "catalogue>catalogue-db Unknown", "front-end>catalogue Unknown", "front-end>orders Unknown", "front-end>user Unknown",
            "orders>orders-db Unknown", "orders>payment Unknown", "orders>shipping Unknown", "orders>user Unknown",
            "queue-master>rabbitmq Unknown", "shipping>jaeger-deployment Soft", "shipping>rabbitmq Unknown", "user>user-db Hard",
        ],
        (await ClusterAsync()).Dependencies
            .Select(d => $"{NameOf(d.From)}>{NameOf(Assert.Single(d.Targets))} {d.Strength}").Order(StringComparer.Ordinal));

    [Fact]
    public async Task The_four_open_Services_are_entry_points_and_each_stops_with_its_own_workload()
    {
        var target = await ClusterAsync();
        Assert.Equal(
            ["k8s:jaeger/Service/jaeger-query", "k8s:kube-system/Service/kibana", "k8s:monitoring/Service/prometheus", "k8s:sock-shop/Service/front-end"],
            target.EntryPoints.Select(e => e.Id).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["front-end", "jaeger-deployment", "kibana", "prometheus-deployment"],
            (await FindingsAsync()).Where(f => f.Verdict == Verdict.Certain).Select(f => NameOf(f.NodeId)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_only_policies_show_is_a_note_and_never_more()
    {
        var possible = (await FindingsAsync()).Where(f => f.Verdict == Verdict.Possible).ToArray();
        Assert.Equal(
            ["catalogue", "catalogue-db", "orders", "orders-db", "payment", "rabbitmq", "shipping", "user", "user-db"],
            possible.Select(f => NameOf(f.NodeId)).Order(StringComparer.Ordinal));
        Assert.All(possible, f => Assert.Equal(("SPOF7001", FindingLevel.Note), (f.RuleId, f.Level)));
        Assert.All(possible, f => Assert.Contains(f.Unknowns, u => u.Reason.Contains("NetworkPolicy", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_points_nowhere_or_is_not_read_is_told_once()
    {
        var gaps = (await Scanned.CorpusAsync("sock-shop")).System.Gaps;
        Assert.Equal(
            [
                "deploy/kubernetes/autoscaling/cart-hsc.yaml", "deploy/kubernetes/helm-chart",
                "deploy/kubernetes/manifests-policy/netpol-cart-access.yaml", "deploy/kubernetes/manifests-policy/netpol-cart-db-access.yaml",
                "deploy/kubernetes/terraform",
            ],
            gaps.Select(g => g.At.Path));
    }

    [Fact]
    public async Task The_Compose_files_are_for_development_and_the_edge_router_is_the_door()
    {
        var targets = (await Scanned.CorpusAsync("sock-shop")).System.Targets.Where(t => t.Kind == TargetKind.Compose).ToArray();
        Assert.Equal(
            ["compose:deploy/docker-compose", "compose:deploy/docker-compose@logging", "compose:deploy/docker-compose@monitoring"], targets.Select(t => t.Id));
        Assert.All(targets, t => Assert.Equal(TargetRole.Development, t.Role));
        Assert.Equal([15, 18, 5], targets.Select(t => t.Components.Length));
        Assert.All(targets[0].EntryPoints, e => Assert.Equal("compose:deploy/docker-compose/edge-router", e.ComponentId));
        Assert.Equal(["user>user-db"], targets[0].Dependencies.Select(d => $"{NameOf(d.From)}>{NameOf(d.Targets[0])}"));
    }

    private static async Task<DeploymentTarget> ClusterAsync() => (await Scanned.CorpusAsync("sock-shop")).System.Targets.Single(t => t.Id == "k8s");

    private static async Task<IEnumerable<Finding>> FindingsAsync() =>
        (await Scanned.CorpusAsync("sock-shop")).Findings.Where(f => f.TargetId == "k8s");

    private static Component Of(DeploymentTarget target, string name) => target.Components.Single(c => c.Id == Shop + name);

    private static string NameOf(string id) => id[(id.LastIndexOf('/') + 1)..];
}
