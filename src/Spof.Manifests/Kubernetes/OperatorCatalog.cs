using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>A resource from which an operator makes a replicated store, with what the operator's own documentation says of it.</summary>
internal sealed record OperatorResource
{
    public required string Group { get; init; }

    public required string Kind { get; init; }

    public required ImmutableArray<OperatorPart> Parts { get; init; }

    /// <summary>Label of the pods whose value is the resource's name, for Services that people write; null when unknown.</summary>
    public string? NameLabel { get; init; }

    /// <summary>Label of the pods that tells copies from the primary.</summary>
    public string? RoleLabel { get; init; }

    /// <summary>Where the resource states anti-affinity; null when the operator has none of its own.</summary>
    public AntiAffinityStyle AntiAffinity { get; init; }
}

/// <summary>How an operator states that its pods keep apart.</summary>
internal enum AntiAffinityStyle
{
    /// <summary>Only what the pod template of the resource says.</summary>
    None,

    /// <summary>
    /// CloudNativePG: <c>spec.affinity.{enablePodAntiAffinity,podAntiAffinityType,topologyKey}</c>, preferred by host unless stated.
    /// </summary>
    CloudNativePg,

    /// <summary>Percona: <c>affinity.antiAffinityTopologyKey</c> beside the size, required when stated and not "none".</summary>
    Percona,
}

/// <summary>One set of instances of an operator resource.</summary>
internal sealed record OperatorPart
{
    /// <summary>Appended to the logical id; empty for the store itself, <c>#sentinel</c> and the like for what watches over it.</summary>
    public string Suffix { get; init; } = "";

    public required string Technology { get; init; }

    public required ComponentKind Component { get; init; }

    /// <summary>Path of the number of instances; <c>[]</c> adds up over the items of a list.</summary>
    public required string CountPath { get; init; }

    public required int DefaultCount { get; init; }

    /// <summary>True when the part exists only where <see cref="CountPath"/> is stated.</summary>
    public bool IsOptional { get; init; }

    public required ReplicationStyle Style { get; init; }

    public Failover Failover { get; init; } = Failover.Automatic;

    /// <summary>Host names that the operator makes; <c>{0}</c> is the name of the resource.</summary>
    public ImmutableArray<(string Pattern, Access Serves)> Names { get; init; } = [];

    public int? Port { get; init; }

    /// <summary>Where the resource states scheduling as a pod specification does; "" is the specification of the resource itself.</summary>
    public string? PodTemplatePath { get; init; }

    /// <summary>
    /// Labels that the operator puts on the pods besides <see cref="OperatorResource.NameLabel"/>; <c>{0}</c> is the name of the
    /// resource. Selectors that the resource states are held against them.
    /// </summary>
    public ImmutableArray<(string Key, string Value)> PodLabels { get; init; } = [];

    /// <summary>
    /// Where the resource states how many standbys each write waits for, and without which it does not return; null when it cannot.
    /// </summary>
    public string? SynchronousPath { get; init; }

    /// <summary>Why copies of the data are not known from the resource alone; null when they are.</summary>
    public string? DataUnknown { get; init; }
}

/// <summary>The operator resources that are read.</summary>
internal static class OperatorCatalog
{
    private static readonly Dictionary<(string, string), OperatorResource> Table = new OperatorResource[]
    {
        // https://cloudnative-pg.io: Services <name>-rw (primary), -ro (standbys), -r (any).
        new()
        {
            Group = "postgresql.cnpg.io", Kind = "Cluster", AntiAffinity = AntiAffinityStyle.CloudNativePg,
            NameLabel = "cnpg.io/cluster", RoleLabel = "role",
            Parts = [new()
            {
                Technology = "PostgreSQL", Component = ComponentKind.Database, CountPath = "instances", DefaultCount = 1,
                Style = ReplicationStyle.PrimaryReplica, Port = 5432,
                // The older minSyncReplicas gives way to availability: the operator lowers it while standbys are away.
                SynchronousPath = "postgresql/synchronous",
                Names = [("{0}-rw", Access.Both), ("{0}-ro", Access.Read), ("{0}-r", Access.Read)],
            }],
        },
        // Zalando postgres-operator: Services <name> (master) and <name>-repl.
        new()
        {
            Group = "acid.zalan.do", Kind = "postgresql", NameLabel = "cluster-name", RoleLabel = "spilo-role",
            Parts = [new()
            {
                Technology = "PostgreSQL", Component = ComponentKind.Database, CountPath = "numberOfInstances", DefaultCount = 1,
                Style = ReplicationStyle.PrimaryReplica, Port = 5432,
                Names = [("{0}", Access.Both), ("{0}-repl", Access.Read), ("{0}-pooler", Access.Both)],
            }],
        },
        // RabbitMQ cluster operator: Services <name> and <name>-nodes; partition handling pause_minority.
        new()
        {
            Group = "rabbitmq.com", Kind = "RabbitmqCluster", NameLabel = "app.kubernetes.io/name",
            Parts = [new()
            {
                Technology = "RabbitMQ", Component = ComponentKind.Broker, CountPath = "replicas", DefaultCount = 1,
                Style = ReplicationStyle.Quorum, Port = 5672, Names = [("{0}", Access.Both), ("{0}-nodes", Access.Both)],
                PodTemplatePath = "",
                DataUnknown = "quorum queues and streams are replicated, classic queues live on one node",
            }],
        },
        // Spotahome redis-operator: Services rfs-<name> (sentinels), rfr-<name>, rfrm-<name> (master), rfrs-<name> (replicas).
        new()
        {
            Group = "databases.spotahome.com", Kind = "RedisFailover",
            Parts =
            [
                new()
                {
                    Technology = "Redis", Component = ComponentKind.Cache, CountPath = "redis/replicas", DefaultCount = 3,
                    Style = ReplicationStyle.PrimaryReplica, Port = 6379,
                    Names = [("rfs-{0}", Access.Both), ("rfr-{0}", Access.Both), ("rfrm-{0}", Access.Both), ("rfrs-{0}", Access.Read)],
                    PodTemplatePath = "redis",
                    PodLabels = [("app.kubernetes.io/name", "{0}"), ("app.kubernetes.io/component", "redis"), ("app.kubernetes.io/part-of", "redis-failover")],
                },
                new()
                {
                    Suffix = "#sentinel", Technology = "Redis Sentinel", Component = ComponentKind.Coordination,
                    CountPath = "sentinel/replicas", DefaultCount = 3, Style = ReplicationStyle.Quorum, Port = 26379,
                    PodTemplatePath = "sentinel",
                    PodLabels = [("app.kubernetes.io/name", "{0}"), ("app.kubernetes.io/component", "sentinel"), ("app.kubernetes.io/part-of", "redis-failover")],
                },
            ],
        },
        // Strimzi: Services <name>-kafka-bootstrap and <name>-kafka-brokers, <name>-zookeeper-client.
        new()
        {
            Group = "kafka.strimzi.io", Kind = "Kafka", NameLabel = "strimzi.io/cluster",
            Parts =
            [
                new()
                {
                    Technology = "Kafka", Component = ComponentKind.Broker, CountPath = "kafka/replicas", DefaultCount = 1,
                    Style = ReplicationStyle.PrimaryReplica, Port = 9092,
                    Names = [("{0}-kafka-bootstrap", Access.Both), ("{0}-kafka-brokers", Access.Both)],
                    PodTemplatePath = "kafka/template/pod",
                    DataUnknown = "each topic has its own replication factor",
                },
                new()
                {
                    Suffix = "#zookeeper", Technology = "ZooKeeper", Component = ComponentKind.Coordination, IsOptional = true,
                    CountPath = "zookeeper/replicas", DefaultCount = 1, Style = ReplicationStyle.Quorum, Port = 2181,
                    Names = [("{0}-zookeeper-client", Access.Both)],
                },
            ],
        },
        // Percona XtraDB Cluster: Galera, every member takes writes, a majority must be up.
        new()
        {
            Group = "pxc.percona.com", Kind = "PerconaXtraDBCluster", AntiAffinity = AntiAffinityStyle.Percona,
            NameLabel = "app.kubernetes.io/instance",
            Parts = [new()
            {
                Technology = "MySQL", Component = ComponentKind.Database, CountPath = "pxc/size", DefaultCount = 3,
                Style = ReplicationStyle.Quorum, Failover = Failover.ActiveActive, Port = 3306,
                Names =
                [
                    ("{0}-pxc", Access.Both), ("{0}-haproxy", Access.Both), ("{0}-haproxy-replicas", Access.Read),
                    ("{0}-proxysql", Access.Both),
                ],
            }],
        },
        new()
        {
            Group = "psmdb.percona.com", Kind = "PerconaServerMongoDB", AntiAffinity = AntiAffinityStyle.Percona,
            NameLabel = "app.kubernetes.io/instance",
            Parts = [new()
            {
                Technology = "MongoDB", Component = ComponentKind.Database, CountPath = "replsets[]/size", DefaultCount = 3,
                Style = ReplicationStyle.Quorum, Port = 27017,
                Names = [("{0}-rs0", Access.Both), ("{0}-mongos", Access.Both)],
            }],
        },
        new()
        {
            Group = "mongodbcommunity.mongodb.com", Kind = "MongoDBCommunity",
            Parts = [new()
            {
                Technology = "MongoDB", Component = ComponentKind.Database, CountPath = "members", DefaultCount = 1,
                Style = ReplicationStyle.Quorum, Port = 27017, Names = [("{0}-svc", Access.Both)],
                PodTemplatePath = "statefulSet/spec/template/spec",
                PodLabels = [("app", "{0}-svc")],
            }],
        },
        // Elastic Cloud on Kubernetes: Service <name>-es-http.
        new()
        {
            Group = "elasticsearch.k8s.elastic.co", Kind = "Elasticsearch", NameLabel = "elasticsearch.k8s.elastic.co/cluster-name",
            Parts = [new()
            {
                Technology = "Elasticsearch", Component = ComponentKind.SearchEngine, CountPath = "nodeSets[]/count", DefaultCount = 1,
                Style = ReplicationStyle.Quorum, Port = 9200, Names = [("{0}-es-http", Access.Both), ("{0}-es-internal-http", Access.Both)],
                DataUnknown = "each index has its own number of replicas",
            }],
        },
    }.ToDictionary(r => (r.Group, r.Kind));

    public static IEnumerable<OperatorResource> All => Table.Values;

    public static OperatorResource? Find(string group, string kind) => Table.GetValueOrDefault((group, kind));
}
