using Spof.Model;

namespace Spof.Linking.Tests;

public sealed class ComponentTests
{
    private static Component Create(WorkloadDeclaration workload) => ComponentFactory.Create(workload.Id, workload, []);

    [Theory]
    [InlineData("postgres:17", ComponentKind.Database)]
    [InlineData("docker.io/bitnami/postgresql:16", ComponentKind.Database)]
    [InlineData("mcr.microsoft.com/mssql/server:2022-latest", ComponentKind.Database)]
    [InlineData("redis:7-alpine", ComponentKind.Cache)]
    [InlineData("rabbitmq:3-management", ComponentKind.Broker)]
    [InlineData("oliver006/redis_exporter", ComponentKind.Workload)]
    [InlineData("acme/postgrest:1", ComponentKind.Workload)]
    [InlineData("acme/my-redis-client:1", ComponentKind.Cache)]
    [InlineData("nginx:1.27", ComponentKind.Gateway)]
    public void The_image_tells_the_kind_by_whole_words(string image, ComponentKind kind) =>
        Assert.Equal(kind, Create(Given.Workload("x", containers: Given.Container("x", image))).Kind);

    [Fact]
    public void Several_instances_of_a_store_are_redundancy_only_with_evidence()
    {
        var component = Create(Given.Workload("db", 3, containers: Given.Container("db", "postgres:17")));
        Assert.Equal(ReplicationStyle.Unknown, component.Replication);
        Assert.Equal(FailoverKind.Unknown, component.Failover.Kind);
        Assert.Contains(component.Unknowns, u => u.What == "replication");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(5, 3)]
    public void A_quorum_needs_a_majority(int members, int needed)
    {
        var workload = Given.Workload("etcd", members) with { Replication = new ReplicationDeclaration { Style = ReplicationStyle.Quorum, Failover = Failover.Automatic } };
        Assert.Equal(Count.Exactly(needed), Create(workload).Required);
    }

    [Fact]
    public void Members_that_are_separate_services_join_under_one_cluster()
    {
        var ids = Enumerable.Range(1, 3).Select(i => $"k8s:shop/Deployment/etcd{i}").ToArray();
        var replication = new ReplicationDeclaration { Style = ReplicationStyle.Quorum, Failover = Failover.Automatic, Members = [.. ids], Evidence = [Given.At("ETCD_INITIAL_CLUSTER")] };
        var members = Enumerable.Range(1, 3).Select(i => Given.Workload($"etcd{i}") with { Replication = replication }).ToArray();
        var user = Given.Workload("app", containers: Given.Container("app", "acme/app:1", ("ETCD", "http://etcd1:2379,http://etcd2:2379,http://etcd3:2379")));
        var target = Given.Link(Given.Cluster([.. members, user], members.Select(m => Given.Service(m.Name, m))));

        var cluster = Assert.Single(Assert.Single(target.From(user.Id)).Targets);
        Assert.False(target.Component(cluster).CanFail);
        var quorum = Assert.Single(target.From(cluster));
        Assert.Equal((3, 2), (quorum.Targets.Length, quorum.Needed));
    }

    [Fact]
    public void The_client_library_tells_what_an_unnamed_image_is()
    {
        var store = Given.Workload("store", containers: Given.Container("store", "acme/base:1"));
        var orders = Given.Workload("orders", containers: Given.Container("orders", "acme/orders:1", ("Cache", "store:6380")));
        var target = Given.Link(
            Given.Cluster([store, orders], [Given.Service("store", store)]), Given.Project("Orders", dependencies: Given.Reads("Cache", Technology.Redis)));

        Assert.Equal((ComponentKind.Cache, "Redis"), (target.Component(store.Id).Kind, target.Component(store.Id).Technology));
    }
}
