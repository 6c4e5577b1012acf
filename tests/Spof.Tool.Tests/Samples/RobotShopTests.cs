using Spof.Model;

namespace Spof.Tool.Tests.Samples;

/// <summary>A shop in Compose, with a chart that is not rendered and loose Kubernetes objects beside it.</summary>
public sealed class RobotShopTests
{
    [Fact]
    public async Task The_shop_has_twelve_services_of_which_four_are_stores()
    {
        var target = await TargetAsync("compose:robot-shop");

        Assert.Equal(12, target.Components.Length);
        Assert.Equal(
            [
                ("mongodb", ComponentKind.Database, "MongoDB"), ("mysql", ComponentKind.Database, "MySQL"),
                ("rabbitmq", ComponentKind.Broker, "RabbitMQ"), ("redis", ComponentKind.Cache, "Redis"),
            ],
            target.Components.Where(c => c.Kind != ComponentKind.Workload).Select(c => (c.Name, c.Kind, c.Technology!)));
        Assert.Equal("compose:robot-shop/web#:8080", Assert.Single(target.EntryPoints).Id);
    }

    [Fact]
    public async Task A_start_order_is_all_that_the_file_shows_and_the_door_the_only_certain_single_point()
    {
        var assessment = await Scanned.CorpusAsync("robot-shop");
        var target = await TargetAsync("compose:robot-shop");

        Assert.Equal(12, target.Dependencies.Length);
        Assert.All(target.Dependencies, d => Assert.Equal((Phase.Startup, Strength.Unknown), (d.Phase, d.Strength)));
        var findings = assessment.Findings.Where(f => f.TargetId == target.Id).ToArray();
        Assert.Equal("compose:robot-shop/web", Assert.Single(findings, f => f.Verdict == Verdict.Certain).NodeId);
        Assert.All(findings.Where(f => f.Verdict != Verdict.Certain), f => Assert.Equal((FindingLevel.Note, Mode.Start), (f.Level, Assert.Single(f.Modes))));
        Assert.Equal(
            ["catalogue", "mongodb", "mysql", "payment", "rabbitmq", "redis", "shipping", "user"],
            findings.Where(f => f.Verdict != Verdict.Certain).Select(f => f.NodeId["compose:robot-shop/".Length..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_load_generator_needs_the_door_by_its_variable()
    {
        var target = await TargetAsync("compose:robot-shop@load");

        Assert.Contains(target.Dependencies, d =>
            d.From == "compose:robot-shop@load/load" && d.Targets.SequenceEqual(["compose:robot-shop@load/web"])
            && d.Strength == Strength.Hard && d.Evidence[^1] is { Text: "HOST", How: Certainty.Inferred });
    }

    [Fact]
    public async Task The_log_agent_on_each_node_is_no_entry_point()
    {
        var target = await TargetAsync("k8s");

        Assert.Contains(target.Components, c => c.Id == "k8s:logging/DaemonSet/fluentd" && c.Instances.IsUnknown);
        Assert.Equal(["k8s:default/Deployment/load", "k8s:default/Deployment/payment-fix"], target.EntryPoints.Select(e => e.Id));
        Assert.Equal(["web", "INSTANA_AGENT_HOST"], target.Unlinked.Select(u => u.Text));
    }

    [Fact]
    public async Task Absent_Dockerfiles_are_told_once_for_each_Compose_file()
    {
        var gaps = (await Scanned.CorpusAsync("robot-shop")).System.Gaps;

        Assert.Equal(
            ["dispatch/docker-compose.yaml:12", "docker-compose-load.yaml:6", "docker-compose.yaml:5", "payment/docker-compose.yaml:10"],
            gaps.Where(g => g.Reason.Contains("Dockerfile", StringComparison.Ordinal)).Select(g => g.At.ToString()));
        Assert.Contains(gaps, g => g.At.Path == "web/default.conf.template" && g.Reason.Contains("nginx", StringComparison.Ordinal));
        Assert.Contains(gaps, g => g.At.Path == "K8s/helm" && g.Reason.EndsWith("Helm chart, not rendered", StringComparison.Ordinal));
        Assert.Equal(9, gaps.Length);
    }

    private static async Task<DeploymentTarget> TargetAsync(string id) =>
        Assert.Single((await Scanned.CorpusAsync("robot-shop")).System.Targets, t => t.Id == id);
}
