using Spof.Model;

namespace Spof.Manifests.Tests.Compose;

public class ComposeClusterTests
{
    [Fact]
    public void Members_that_name_each_other_are_one_quorum()
    {
        var scan = ComposeScan.Of("""
            services:
              zoo1: { image: zookeeper:3.9, environment: &zoo { ZOO_SERVERS: "server.1=zoo1:2888:3888;2181 server.2=zoo2:2888:3888;2181 server.3=zoo3:2888:3888;2181" } }
              zoo2: { image: zookeeper:3.9, environment: *zoo }
              zoo3: { image: zookeeper:3.9, environment: *zoo }
              app: { image: app, environment: *zoo }
            """);

        var replication = scan.Service("zoo2").Replication!;
        Assert.Equal((ReplicationStyle.Quorum, FailoverKind.Automatic), (replication.Style, replication.Failover.Kind));
        Assert.Equal(["compose:shop/zoo1", "compose:shop/zoo2", "compose:shop/zoo3"], replication.Members);
        Assert.Equal("ZOO_SERVERS", replication.Evidence[0].Text);
        Assert.Null(scan.Service("app").Replication);
    }

    [Fact]
    public void A_flag_lists_members_as_well_as_a_variable()
    {
        var scan = ComposeScan.Of("""
            services:
              etcd-a: { image: etcd, command: etcd --name a --initial-cluster a=http://etcd-a:2380,b=http://etcd-b:2380 }
              etcd-b: { image: etcd, command: ["sh", "-c", "etcd --name b --initial-cluster=a=http://etcd-a:2380,b=http://etcd-b:2380"] }
            """);

        Assert.All(scan.Target.Workloads, w => Assert.Equal(["compose:shop/etcd-a", "compose:shop/etcd-b"], w.Replication!.Members));
    }

    [Theory]
    [InlineData("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@k1:9093,2@k2:9093", ReplicationStyle.Quorum, FailoverKind.Automatic)]
    [InlineData("CASSANDRA_SEEDS", "k1", ReplicationStyle.MultiPrimary, FailoverKind.ActiveActive)]
    [InlineData("MARIADB_GALERA_CLUSTER_ADDRESS", "gcomm://k1,k2", ReplicationStyle.Quorum, FailoverKind.ActiveActive)]
    [InlineData("discovery.seed_hosts", "k1,k2", ReplicationStyle.Quorum, FailoverKind.Automatic)]
    [InlineData("RABBITMQ_CLUSTER_NODE_NAME", "rabbit@k1", ReplicationStyle.Unknown, FailoverKind.Unknown)]
    [InlineData("REPMGR_PARTNER_NODES", "k1:5432,k2", ReplicationStyle.PrimaryReplica, FailoverKind.Automatic)]
    [InlineData("MONGODB_REPLICA_SET_NAME", "rs0", ReplicationStyle.Quorum, FailoverKind.Automatic)]
    public void Every_known_way_of_clustering_is_read(string variable, string value, ReplicationStyle style, FailoverKind failover)
    {
        var scan = ComposeScan.Of($"services:\n  k1: {{ image: store, environment: {{ {variable}: '{value}' }} }}\n  k2: {{ image: store, environment: {{ {variable}: '{value}' }} }}\n");

        Assert.All(scan.Target.Workloads, w => Assert.Equal(
            (style, failover, 2), (w.Replication!.Style, w.Replication.Failover.Kind, w.Replication.Members.Length)));
    }

    [Fact]
    public void A_single_member_is_no_cluster()
    {
        var scan = ComposeScan.Of("services:\n  etcd: { image: etcd, environment: { ETCD_INITIAL_CLUSTER: 'etcd=http://etcd:2380' } }\n  mongo: { image: mongo, command: mongod --replSet rs0 }\n");

        Assert.All(scan.Target.Workloads, w => Assert.Null(w.Replication));
    }

    [Fact]
    public void Two_services_of_the_same_store_without_evidence_are_no_cluster()
    {
        var scan = ComposeScan.Of("services:\n  db1: { image: postgres }\n  db2: { image: postgres }\n");

        Assert.All(scan.Target.Workloads, w => Assert.Null(w.Replication));
    }

    [Fact]
    public void Redis_followers_fail_over_by_hand_and_with_sentinels_by_themselves()
    {
        const string Redis = """
            services:
              redis: { image: redis:7 }
              replica: { image: redis:7, command: redis-server --replicaof redis 6379 }
              app: { image: app, environment: { REDIS_MASTER_HOST: redis } }
            """;

        var manual = ComposeScan.Of(Redis);
        Assert.Equal((ReplicationStyle.PrimaryReplica, FailoverKind.Manual), (manual.Service("redis").Replication!.Style, manual.Service("redis").Replication!.Failover.Kind));
        Assert.Equal(["compose:shop/redis", "compose:shop/replica"], manual.Service("replica").Replication!.Members);
        Assert.Null(manual.Service("app").Replication);

        var watched = ComposeScan.Of(Redis + "\n  sentinel: { image: redis:7, command: redis-sentinel /etc/sentinel.conf }\n");
        Assert.Equal(FailoverKind.Automatic, watched.Service("redis").Replication!.Failover.Kind);
        Assert.Equal(["sentinel"], watched.Service("redis").Replication!.CoordinatorHosts);
        Assert.Null(watched.Service("sentinel").Replication);
    }

    [Fact]
    public void A_scaled_service_with_a_scope_is_a_cluster_of_its_own_instances()
    {
        var replication = ComposeScan.Of("services:\n  pg: { image: patroni, scale: 3, environment: { PATRONI_SCOPE: main, PATRONI_ETCD_HOSTS: 'etcd.local:2379' } }\n")
            .Service("pg").Replication!;

        Assert.Equal(["compose:shop/pg"], replication.Members);
        Assert.Equal(["etcd.local"], replication.CoordinatorHosts);
    }
}
