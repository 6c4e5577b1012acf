using Spof.Model;

namespace Spof.Manifests.Tests.Kubernetes;

public sealed class StoreTests
{
    private static string Resource(string apiVersion, string kind, string spec) => $"""
        apiVersion: {apiVersion}
        kind: {kind}
        metadata: {"{"} name: main, namespace: shop {"}"}
        spec: {spec}
        """;

    private static WorkloadDeclaration Stateful(string container, string image, string kind = "StatefulSet", string name = "db") =>
        KubernetesText.ReadWorkload(KubernetesText.Deployment(name, kind: kind, spec: "  replicas: 3", container: container, image: image));

    [Fact]
    public void A_CloudNativePG_cluster_is_a_database_with_writer_and_reader_names()
    {
        var target = KubernetesText.Read(Resource("postgresql.cnpg.io/v1", "Cluster", "{ instances: 3 }"));

        var workload = Assert.Single(target.Workloads);
        Assert.Equal(("k8s:shop/Cluster/main", ComponentKind.Database, "PostgreSQL"), (workload.Id, workload.Kind, workload.Technology));
        Assert.Equal((Count.Exactly(3), "instances: 3"), (workload.Instances, workload.InstancesAt.Text));
        Assert.Equal((ReplicationStyle.PrimaryReplica, FailoverKind.Automatic), (workload.Replication?.Style, workload.Replication?.Failover.Kind));
        Assert.Equal([("main-r", Access.Read), ("main-ro", Access.Read), ("main-rw", Access.Both)], target.Names.Select(n => (n.Name, n.Serves)));
        Assert.Contains("main-rw.shop.svc.cluster.local", target.Names[2].OtherNames);
        Assert.All(target.Names, n => Assert.Equal([workload.Id], n.WorkloadIds));
    }

    [Theory]
    [InlineData("{ instances: 2, postgresql: { synchronous: { method: any, number: 1 } } }", 1)]
    [InlineData("{ instances: 3, postgresql: { synchronous: { method: first, number: 2, dataDurability: required } } }", 2)]
    [InlineData("{ instances: 2, postgresql: { synchronous: { method: any, number: 1, dataDurability: preferred } } }", 0)]
    [InlineData("{ instances: 2, postgresql: { synchronous: { method: any, number: 1, standbyNamesPost: [ other ] } } }", 0)]
    [InlineData("{ instances: 2, minSyncReplicas: 1, maxSyncReplicas: 1 }", 0)]
    [InlineData("{ instances: 2 }", 0)]
    public void Writes_of_CloudNativePG_wait_for_synchronous_standbys_unless_availability_is_preferred(string spec, int standbys) =>
        Assert.Equal(standbys, KubernetesText.ReadWorkload(Resource("postgresql.cnpg.io/v1", "Cluster", spec)).Replication!.SynchronousStandbys);

    [Theory]
    [InlineData("{ instances: 3 }", DomainKind.Host, false)]
    [InlineData("{ instances: 3, affinity: { podAntiAffinityType: required, topologyKey: topology.kubernetes.io/zone } }", DomainKind.Zone, true)]
    public void CloudNativePG_prefers_separate_hosts_unless_told_otherwise(string spec, DomainKind kind, bool isHard)
    {
        var spread = Assert.Single(KubernetesText.ReadWorkload(Resource("postgresql.cnpg.io/v1", "Cluster", spec)).Placement.Spread);

        Assert.Equal((kind, isHard), (spread.Kind, spread.IsHard));
    }

    [Fact]
    public void CloudNativePG_without_anti_affinity_spreads_nothing() =>
        Assert.Empty(KubernetesText.ReadWorkload(Resource("postgresql.cnpg.io/v1", "Cluster", "{ affinity: { enablePodAntiAffinity: false } }")).Placement.Spread);

    [Theory]
    [InlineData("cnpg.io/cluster: main, role: primary", 1, Access.Both)]
    [InlineData("cnpg.io/cluster: main, role: replica", 1, Access.Read)]
    [InlineData("cnpg.io/cluster: other", 0, Access.Both)]
    public void A_Service_that_selects_the_pods_of_an_operator_leads_to_its_resource(string selector, int found, Access serves)
    {
        var target = KubernetesText.Read(
            Resource("postgresql.cnpg.io/v1", "Cluster", "{ instances: 3 }"),
            $"apiVersion: v1\nkind: Service\nmetadata: {{ name: own, namespace: shop }}\nspec: {{ selector: {{ {selector} }} }}\n");

        var name = target.Names.Single(n => n.Name == "own");
        Assert.Equal((found, serves), (name.WorkloadIds.Length, name.Serves));
    }

    [Fact]
    public void A_Cluster_of_another_group_is_no_database() =>
        Assert.Empty(KubernetesText.ReadAll(Resource("cluster.x-k8s.io/v1beta1", "Cluster", "{ instances: 3 }")).Targets);

    [Theory]
    [InlineData("acid.zalan.do/v1", "postgresql", "{ numberOfInstances: 2 }", 2, ReplicationStyle.PrimaryReplica, "main")]
    [InlineData("rabbitmq.com/v1beta1", "RabbitmqCluster", "{ }", 1, ReplicationStyle.Quorum, "main")]
    [InlineData("rabbitmq.com/v1beta1", "RabbitmqCluster", "{ replicas: 3 }", 3, ReplicationStyle.Quorum, "main")]
    [InlineData("pxc.percona.com/v1", "PerconaXtraDBCluster", "{ pxc: { size: 3 } }", 3, ReplicationStyle.Quorum, "main-haproxy")]
    [InlineData("psmdb.percona.com/v1", "PerconaServerMongoDB", "{ replsets: [ { name: rs0, size: 3 } ] }", 3, ReplicationStyle.Quorum, "main-rs0")]
    [InlineData("psmdb.percona.com/v1", "PerconaServerMongoDB", "{ replsets: [ { size: 3 }, { size: 3 } ] }", 6, ReplicationStyle.Sharded, "main-mongos")]
    [InlineData("mongodbcommunity.mongodb.com/v1", "MongoDBCommunity", "{ members: 3 }", 3, ReplicationStyle.Quorum, "main-svc")]
    [InlineData("elasticsearch.k8s.elastic.co/v1", "Elasticsearch", "{ nodeSets: [ { count: 3 }, { count: 2 } ] }", 5, ReplicationStyle.Quorum, "main-es-http")]
    public void Operator_resources_are_known(string apiVersion, string kind, string spec, int instances, ReplicationStyle style, string name)
    {
        var target = KubernetesText.Read(Resource(apiVersion, kind, spec));

        var workload = Assert.Single(target.Workloads);
        Assert.Equal((Count.Exactly(instances), style), (workload.Instances, workload.Replication?.Style));
        Assert.Contains(target.Names, n => n.Name == name && n.WorkloadIds is [var id] && id == workload.Id);
    }

    [Fact]
    public void Instances_of_an_operator_resource_that_are_no_number_are_unknown() =>
        Assert.True(KubernetesText.ReadWorkload(Resource("postgresql.cnpg.io/v1", "Cluster", "{ instances: some }")).Instances.IsUnknown);

    [Fact]
    public void A_RedisFailover_is_a_cache_watched_by_sentinels()
    {
        var target = KubernetesText.Read(Resource("databases.spotahome.com/v1", "RedisFailover", "{ redis: { replicas: 2 } }"));

        Assert.Equal([("k8s:shop/RedisFailover/main", 2), ("k8s:shop/RedisFailover/main#sentinel", 3)], target.Workloads.Select(w => (w.Id, w.Instances.Min!.Value)));
        Assert.Equal(["k8s:shop/RedisFailover/main#sentinel"], target.Workloads[0].Replication?.CoordinatorHosts);
        Assert.Contains(target.Names, n => n.Name == "rfrs-main" && n.Serves == Access.Read);
    }

    [Fact]
    public void Kafka_counts_its_node_pools_and_has_ZooKeeper_only_where_stated()
    {
        const string Pool = """
            apiVersion: kafka.strimzi.io/v1beta2
            kind: KafkaNodePool
            metadata: { name: brokers, namespace: shop, labels: { strimzi.io/cluster: main } }
            spec: { replicas: 3, roles: [ broker ] }
            """;

        Assert.Equal(3, KubernetesText.ReadWorkload(Resource("kafka.strimzi.io/v1beta2", "Kafka", "{ kafka: { } }"), Pool).Instances.Min);
        Assert.Equal(
            ["k8s:shop/Kafka/main", "k8s:shop/Kafka/main#zookeeper"],
            KubernetesText.Read(Resource("kafka.strimzi.io/v1beta2", "Kafka", "{ kafka: { replicas: 3 }, zookeeper: { replicas: 3 } }")).Workloads.Select(w => w.Id));
    }

    [Theory]
    [InlineData("PATRONI_SCOPE", "main", "spilo", ReplicationStyle.PrimaryReplica)]
    [InlineData("ETCD_INITIAL_CLUSTER", "db-0=http://db-0.db:2380", "quay.io/coreos/etcd", ReplicationStyle.Quorum)]
    [InlineData("ZOO_SERVERS", "server.1=db-0.db:2888:3888;2181", "zookeeper:3.9", ReplicationStyle.Quorum)]
    [InlineData("CASSANDRA_SEEDS", "db-0.db", "cassandra:4", ReplicationStyle.MultiPrimary)]
    [InlineData("KAFKA_CONTROLLER_QUORUM_VOTERS", "0@db-0.db:9093", "apache/kafka", ReplicationStyle.Quorum)]
    [InlineData("K8S_SERVICE_NAME", "db", "rabbitmq:3", ReplicationStyle.Quorum)]
    public void Clustering_variables_are_evidence_of_replication(string variable, string value, string image, ReplicationStyle style)
    {
        var workload = Stateful($"        env: [ {{ name: {variable}, value: \"{value}\" }} ]", image);

        Assert.Equal(style, workload.Replication?.Style);
        Assert.Equal([workload.Id], workload.Replication!.Members);
        Assert.Equal($"env {variable}", Assert.Single(workload.Replication.Evidence).Text);
    }

    [Theory]
    [InlineData("        args: [ --replSet, rs0 ]", "mongo:7")]
    [InlineData("        args: [ '--initial-cluster=a=http://a:2380' ]", "etcd")]
    [InlineData("        command: [ sh, -c, 'exec /cockroach/cockroach start --join=db-0.db' ]", "cockroachdb/cockroach:v23")]
    public void Clustering_options_are_evidence_of_replication(string container, string image) =>
        Assert.NotNull(Stateful(container, image).Replication);

    [Fact]
    public void A_mounted_rabbitmq_configuration_with_peer_discovery_is_evidence()
    {
        var workload = KubernetesText.ReadWorkload(
            KubernetesText.Deployment("mq", kind: "StatefulSet", image: "rabbitmq:3", pod: "      volumes: [ { name: c, configMap: { name: mq } } ]", container: "        volumeMounts: [ { name: c, mountPath: /etc/rabbitmq } ]"),
            "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: mq, namespace: shop }\ndata:\n  rabbitmq.conf: |\n    cluster_formation.peer_discovery_backend = k8s\n");

        Assert.Equal(ReplicationStyle.Quorum, workload.Replication?.Style);
    }

    [Theory]
    [InlineData("        env: [ { name: POSTGRES_DB, value: orders } ]", "postgres:16")]
    [InlineData("        env: [ { name: CASSANDRA_SEEDS, value: cassandra } ]", "shop/orders:1")]
    [InlineData("        env: [ { name: REDIS_SENTINEL_HOST, value: sentinel } ]", "shop/orders:1")]
    [InlineData("        args: [ --initial-cluster-state=new ]", "etcd")]
    [InlineData("        args: [ --join, x ]", "shop/orders:1")]
    public void Other_variables_and_clients_are_no_evidence(string container, string image) => Assert.Null(Stateful(container, image).Replication);

    [Fact]
    public void Patroni_names_its_cluster_and_its_coordinators()
    {
        var replication = Stateful(
            "        env: [ { name: PATRONI_SCOPE, value: main }, { name: PATRONI_ETCD3_HOSTS, value: \"'etcd-0.etcd:2379','etcd-1.etcd:2379'\" } ]", "patroni").Replication!;

        Assert.Equal("main", replication.ClusterName);
        Assert.Equal(["etcd-0.etcd", "etcd-1.etcd"], replication.CoordinatorHosts);
    }

    [Fact]
    public void Three_Services_that_name_each_other_are_one_etcd()
    {
        const string All = "a=http://etcd-a:2380,b=http://etcd-b.shop.svc:2380,c=http://etcd-c:2380";
        string[] files =
        [
            .. from letter in (string[])["a", "b", "c"]
               from file in (string[])
               [
                   KubernetesText.Deployment("etcd-" + letter, spec: "  replicas: 1", image: "etcd", container: $"        env: [ {{ name: ETCD_INITIAL_CLUSTER, value: '{All}' }} ]"),
                   $"apiVersion: v1\nkind: Service\nmetadata: {{ name: etcd-{letter}, namespace: shop }}\nspec: {{ selector: {{ app: etcd-{letter} }} }}\n",
               ]
               select file,
        ];

        Assert.All(
            KubernetesText.Read(files).Workloads,
            w => Assert.Equal(["k8s:shop/Deployment/etcd-a", "k8s:shop/Deployment/etcd-b", "k8s:shop/Deployment/etcd-c"], w.Replication!.Members));
    }
}
