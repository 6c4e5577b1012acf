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

    [Theory]
    [InlineData("patroni", "haproxy", ComponentKind.LoadBalancer, "HAProxy")]
    [InlineData("patroni", "/usr/local/bin/etcd", ComponentKind.Coordination, "etcd")]
    [InlineData("acme/base:1", "redis-server", ComponentKind.Cache, "Redis")]
    [InlineData("mariadb:11", "mysqld", ComponentKind.Database, "MariaDB")]
    [InlineData("patroni", "/entrypoint.sh", ComponentKind.Database, "PostgreSQL (Patroni)")]
    [InlineData("postgres:17", "etcdctl", ComponentKind.Database, "PostgreSQL")]
    public void The_command_tells_the_kind_and_the_image_the_product(string image, string command, ComponentKind kind, string technology)
    {
        var component = Create(Given.Workload("x", containers: Given.Container("x", image) with { Arguments = [command, "--verbose"] }));

        Assert.Equal((kind, technology), (component.Kind, component.Technology));
    }

    [Theory]
    [InlineData("mongodb", "acme/shop-mongodb", ComponentKind.Database)]
    [InlineData("mongodb-importer", "acme/shop-mongodb-importer", ComponentKind.Workload)]
    [InlineData("mongodb", "acme/shop", ComponentKind.Workload)]
    public void An_image_built_here_is_a_product_only_if_it_and_the_workload_carry_its_name(string name, string image, ComponentKind kind)
    {
        var build = new BuildDeclaration("mongo", "mongo/Dockerfile", null, [], Given.At("build: mongo"), null);

        Assert.Equal(kind, Create(Given.Workload(name, containers: Given.Container(name, image) with { Build = build })).Kind);
        Assert.Equal(ComponentKind.Workload, Create(Given.Workload(name, containers: Given.Container(name, image) with { Build = build with { EntryAssembly = "Shop" } })).Kind);
    }

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
    public void Two_clusters_of_one_name_are_two_components()
    {
        WorkloadDeclaration[] workloads = [.. Members("etcd1", "etcd2"), .. Members("pg1", "pg2")];
        var target = Given.Link(Given.Cluster(workloads));

        Assert.Equal(["k8s/cluster/prod", "k8s/cluster/prod~2"], target.Components.Where(c => !c.CanFail).Select(c => c.Id));
        Assert.Equal([workloads[2].Id, workloads[3].Id], Assert.Single(target.From("k8s/cluster/prod~2")).Targets);

        static WorkloadDeclaration[] Members(params string[] names)
        {
            var workloads = names.Select(n => Given.Workload(n)).ToArray();
            var replication = new ReplicationDeclaration { Style = ReplicationStyle.Quorum, ClusterName = "prod", Members = [.. workloads.Select(w => w.Id)] };
            return [.. workloads.Select(w => w with { Replication = replication })];
        }
    }

    [Fact]
    public void A_cluster_needs_its_coordinator_for_writes_whatever_variable_names_it()
    {
        var replication = new ReplicationDeclaration
        {
            Style = ReplicationStyle.PrimaryReplica, Failover = Failover.Automatic, ClusterName = "demo", CoordinatorHosts = ["etcd"],
            Members = ["k8s:shop/Deployment/pg1", "k8s:shop/Deployment/pg2"], Evidence = [Given.At("PATRONI_SCOPE")],
        };
        WorkloadDeclaration[] members = [Member("pg1"), Member("pg2")];
        var etcd = Given.Workload("etcd");
        var target = Given.Link(Given.Cluster([.. members, etcd], [.. members.Append(etcd).Select(m => Given.Service(m.Name, m))]));

        Assert.All(members, m => Assert.Empty(target.From(m.Id)));
        Assert.Equal(Access.Write, Assert.Single(target.Dependencies, d => d.Targets.Contains(etcd.Id)).Access);

        WorkloadDeclaration Member(string name) =>
            Given.Workload(name, containers: Given.Container(name, "patroni", ("PATRONI_ETCD3_HOSTS", "etcd:2379"))) with { Replication = replication };
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

    [Theory]
    [InlineData(2, 1, 2)]
    [InlineData(3, 1, 2)]
    [InlineData(2, 5, 2)]
    [InlineData(3, 0, null)]
    [InlineData(1, 1, null)]
    public void A_write_needs_the_primary_and_the_standbys_that_it_waits_for(int instances, int standbys, int? needed)
    {
        var workload = Given.Workload("db", instances, kind: "Cluster") with
        {
            Kind = ComponentKind.Database,
            Replication = new ReplicationDeclaration { Style = ReplicationStyle.PrimaryReplica, Failover = Failover.Automatic, SynchronousStandbys = standbys },
        };

        var component = Create(workload);

        Assert.Equal(needed, component.RequiredToWrite?.Min);
        Assert.Equal(Count.Exactly(1), component.Required);
    }
}
