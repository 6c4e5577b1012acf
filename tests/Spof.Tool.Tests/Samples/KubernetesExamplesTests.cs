using Spof.Model;

namespace Spof.Tool.Tests.Samples;

/// <summary>The examples of the Kubernetes project: stores and two guestbooks, several files for one object, older kinds beside newer.</summary>
public sealed class KubernetesExamplesTests
{
    [Fact]
    public async Task Each_workload_is_one_component_whatever_kind_and_file_repeats_it()
    {
        var target = await ClusterAsync();
        Assert.Equal(
            [
                "Deployment/frontend", "Deployment/redis-master", "Pod/mysql", "ReplicationController/es", "ReplicationController/es-client",
                "ReplicationController/es-data", "ReplicationController/es-master", "ReplicationController/guestbook",
                "ReplicationController/redis-replica", "Service/elasticsearch", "StatefulSet/cassandra", "StatefulSet/cockroachdb",
            ],
            target.Components.Select(c => c.Id["k8s:default/".Length..]));
        Assert.Equal(ReplicationStyle.Quorum, target.Components.Single(c => c.Name == "cockroachdb").Replication);
        Assert.Equal(ReplicationStyle.Unknown, target.Components.Single(c => c.Name == "redis-replica").Replication);
    }

    [Fact]
    public async Task A_guestbook_without_the_named_port_does_not_stand_in_for_the_other()
    {
        var target = await ClusterAsync();
        Assert.Contains("k8s:default/Service/guestbook", target.Components.Single(c => c.Name == "guestbook").Aliases);
        Assert.Equal(["k8s:default/Service/elasticsearch"], target.Dependencies.Select(d => d.From));
    }

    [Fact]
    public async Task Stores_are_no_entry_points_and_nothing_is_certain_where_every_door_has_three_instances()
    {
        var assessment = await Scanned.CorpusAsync("kubernetes-examples");
        Assert.Equal(["k8s:default/Service/frontend", "k8s:default/Service/guestbook"], Assert.Single(assessment.System.Targets).EntryPoints.Select(e => e.Id));
        Assert.Equal(
            ["SPOF7003 Note Possible frontend", "SPOF7003 Note Possible guestbook"],
            assessment.Findings.Select(f => $"{f.RuleId} {f.Level} {f.Verdict} {f.NodeName}").Order(StringComparer.Ordinal));
        Assert.Empty(assessment.System.Gaps);
    }

    private static async Task<DeploymentTarget> ClusterAsync() => Assert.Single((await Scanned.CorpusAsync("kubernetes-examples")).System.Targets);
}
