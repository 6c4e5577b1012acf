using Spof.Model;

namespace Spof.Tool.Tests.Samples;

/// <summary>Replicated PostgreSQL behind one HAProxy, with three etcd members, as Compose projects and as Kubernetes StatefulSets.</summary>
public sealed class PatroniTests
{
    private static readonly string[] EtcdPairs = ["etcd1+etcd2", "etcd1+etcd3", "etcd2+etcd3"];

    [Fact]
    public async Task One_image_runs_three_technologies_that_its_commands_tell_apart()
    {
        var target = await TargetAsync("compose:patroni");

        Assert.Equal(
            ["HAProxy", "PostgreSQL (Patroni)", "PostgreSQL (Patroni)", "PostgreSQL (Patroni)", "etcd", "etcd", "etcd"],
            target.Components.Where(c => c.CanFail).Select(c => c.Technology).Order(StringComparer.Ordinal));
        Assert.Equal(
            [("compose:patroni/cluster/demo", "PostgreSQL (Patroni)"), ("compose:patroni/cluster/tutorial", "etcd")],
            target.Components.Where(c => c.Id.Contains("/cluster/", StringComparison.Ordinal)).Select(c => (c.Id, c.Technology)));
    }

    [Fact]
    public async Task The_proxy_leads_to_the_cluster_that_needs_etcd_for_writes_only()
    {
        var target = await TargetAsync("compose:patroni");

        Assert.Equal(
            [
                ("cluster/demo", "cluster/tutorial", 1, Access.Write),
                ("cluster/demo", "patroni1 patroni2 patroni3", 1, Access.Both),
                ("cluster/tutorial", "etcd1 etcd2 etcd3", 2, Access.Both),
                ("haproxy", "cluster/tutorial", 1, Access.Both),
                ("haproxy#:5000", "cluster/demo", 1, Access.Both),
                ("haproxy#:5000", "haproxy", 1, Access.Both),
                ("haproxy#:5001", "cluster/demo", 1, Access.Both),
                ("haproxy#:5001", "haproxy", 1, Access.Both),
            ],
            target.Dependencies.Select(d => (Short(d.From), string.Join(' ', d.Targets.Select(Short)), d.Needed, d.Access)));
        Assert.Equal(["haproxy :5000", "haproxy :5001"], target.EntryPoints.Select(e => e.Name));
        Assert.Empty(target.Unlinked);

        static string Short(string id) => id["compose:patroni/".Length..];
    }

    [Theory]
    [InlineData("compose:patroni", "docker-compose.yml:49")]
    [InlineData("compose:patroni@citus", "docker-compose-citus.yml:51")]
    public async Task The_proxy_stops_both_ports_the_host_all_and_etcd_only_in_pairs(string id, string port)
    {
        var findings = await FindingsAsync(id);

        var proxy = Assert.Single(findings, f => f.RuleId == "SPOF7001");
        Assert.Equal((id + "/haproxy", FindingLevel.Error, Verdict.Certain), (proxy.NodeId, proxy.Level, proxy.Verdict));
        Assert.Equal(port, proxy.Chain[0].At.ToString());
        Assert.Equal("domain:host/" + id["compose:".Length..], Assert.Single(findings, f => f.RuleId == "SPOF7003").NodeId);
        Assert.Equal(
            EtcdPairs.Select(p => id + "/" + p.Replace("+", "+" + id + "/", StringComparison.Ordinal)),
            findings.Where(f => f.RuleId == "SPOF7002").Select(f => f.NodeId));
        Assert.Equal(5, findings.Length);
    }

    [Fact]
    public async Task What_the_proxy_of_Citus_leads_to_is_listed_as_not_known()
    {
        var target = await TargetAsync("compose:patroni@citus");

        var door = Assert.Single(target.EntryPoints);
        Assert.Equal(("compose:patroni@citus/haproxy#:5000", 2), (door.Id, door.Evidence.Length));
        Assert.Contains("configuration of haproxy", Assert.Single(target.Unknowns).Reason, StringComparison.Ordinal);
        Assert.Equal(["coord1", "coord2", "coord3", "work1-1", "work1-2", "work2-1", "work2-2"], target.Unreached.Select(id => id[(id.LastIndexOf('/') + 1)..]));
        Assert.Equal((11, 19), (target.Coverage.ValuesKnown, target.Coverage.Values));
    }

    [Fact]
    public async Task The_StatefulSets_fail_over_by_themselves_and_nothing_keeps_them_on_several_hosts()
    {
        var target = await TargetAsync("k8s");
        var patroni = Assert.Single(target.Components, c => c.Id == "k8s:default/StatefulSet/patronidemo");

        Assert.Equal((Count.Exactly(3), FailoverKind.Automatic), (patroni.Instances, patroni.Failover.Kind));
        Assert.Equal(["k8s:default/Service/patronidemo", "k8s:default/Service/patronidemo-repl"], patroni.Aliases);
        Assert.Equal(["citusdemo-workers", "citusdemo-0", "patronidemo"], target.EntryPoints.Select(e => e.Name));
        Assert.Equal(
            [
                ("SPOF7003", "k8s:default/StatefulSet/citusdemo-0", Verdict.Possible, FindingLevel.Note),
                ("SPOF7003", "k8s:default/StatefulSet/patronidemo", Verdict.Possible, FindingLevel.Note),
            ],
            (await FindingsAsync("k8s")).Select(f => (f.RuleId, f.NodeId, f.Verdict, f.Level)));
    }

    [Fact]
    public async Task What_is_not_read_is_listed_once()
    {
        var assessment = await Scanned.CorpusAsync("patroni");

        Assert.Equal(
            ["docker-compose-citus.yml:47", "docker-compose.yml:45", "haproxy.cfg:1", "kubernetes/openshift-example/templates/template_patroni_ephemeral.yml:2"],
            assessment.System.Gaps.Where(g => !g.Reason.StartsWith("routes of", StringComparison.Ordinal)).Select(g => g.At.ToString()));
    }

    private static async Task<DeploymentTarget> TargetAsync(string id) =>
        Assert.Single((await Scanned.CorpusAsync("patroni")).System.Targets, t => t.Id == id);

    private static async Task<Finding[]> FindingsAsync(string id) =>
        [.. (await Scanned.CorpusAsync("patroni")).Findings.Where(f => f.TargetId == id)];
}
