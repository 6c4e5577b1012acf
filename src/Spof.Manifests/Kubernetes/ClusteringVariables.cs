using System.Collections.Immutable;
using Spof.Manifests.Compose.Clustering;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>Environment variables and arguments by which the instances of a store join one cluster.</summary>
internal static class ClusteringVariables
{
    private const string PerTopic = "each topic has its own replication factor";
    private const string NoSentinel = "no sentinel is declared, so nothing is known to promote a replica";
    private const string PerQueue = "quorum queues and streams are replicated, classic queues live on one node";
    private const string PerIndex = "each index has its own number of replicas";
    private const string PerKeyspace = "each keyspace has its own replication factor";

    private static readonly ImmutableArray<Mark> Marks =
    [
        new("PATRONI_SCOPE", null, ReplicationStyle.PrimaryReplica, Failover.Automatic, IsClusterName: true),
        new("REPMGR_PARTNER_NODES", null, ReplicationStyle.PrimaryReplica, Failover.Automatic),
        new("ETCD_INITIAL_CLUSTER", "--initial-cluster", ReplicationStyle.Quorum, Failover.Automatic, ListsMembers: true),
        new("ETCD_DISCOVERY_SRV", "--discovery-srv", ReplicationStyle.Quorum, Failover.Automatic),
        new("ZOO_SERVERS", null, ReplicationStyle.Quorum, Failover.Automatic, ListsMembers: true, Image: "zookeeper"),
        new("KAFKA_CONTROLLER_QUORUM_VOTERS", null, ReplicationStyle.Quorum, Failover.Automatic, PerTopic, ListsMembers: true),
        new("KAFKA_CFG_CONTROLLER_QUORUM_VOTERS", null, ReplicationStyle.Quorum, Failover.Automatic, PerTopic, ListsMembers: true),
        new("CASSANDRA_SEEDS", null, ReplicationStyle.MultiPrimary, Failover.ActiveActive, PerKeyspace, Image: "cassandra"),
        new("K8S_SERVICE_NAME", null, ReplicationStyle.Quorum, Failover.Automatic, PerQueue, Image: "rabbitmq"),
        new(null, null, ReplicationStyle.Quorum, Failover.Automatic, PerQueue, Image: "rabbitmq", ConfigText: "cluster_formation."),
        new("RABBITMQ_K8S_SERVICE_NAME", null, ReplicationStyle.Quorum, Failover.Automatic, PerQueue),
        new("RABBITMQ_CLUSTER_NODE_NAME", null, ReplicationStyle.Quorum, Failover.Automatic, PerQueue),
        new("MONGODB_REPLICA_SET_NAME", "--replSet", ReplicationStyle.Quorum, Failover.Automatic, Image: "mongo"),
        new("MARIADB_GALERA_CLUSTER_ADDRESS", "--wsrep-cluster-address", ReplicationStyle.Quorum, Failover.ActiveActive),
        new("discovery.seed_hosts", null, ReplicationStyle.Quorum, Failover.Automatic, PerIndex),
        new("ELASTICSEARCH_CLUSTER_HOSTS", null, ReplicationStyle.Quorum, Failover.Automatic, PerIndex, Image: "elasticsearch"),
        new("REDIS_SENTINEL_HOST", null, ReplicationStyle.PrimaryReplica, Failover.Automatic, Image: "redis"),
        new("REDIS_MASTER_HOST", null, ReplicationStyle.PrimaryReplica, Failover.Unknown, NoSentinel, Image: "redis"),
        new("MYSQL_MASTER_HOST", null, ReplicationStyle.PrimaryReplica, Failover.Manual, Image: "mysql"),
        new("MARIADB_MASTER_HOST", null, ReplicationStyle.PrimaryReplica, Failover.Manual, Image: "mariadb"),
        new("POSTGRESQL_MASTER_HOST", null, ReplicationStyle.PrimaryReplica, Failover.Manual, Image: "postgres"),
        new(null, "-bootstrap-expect", ReplicationStyle.Quorum, Failover.Automatic, Image: "consul"),
        new(null, "--join", ReplicationStyle.Quorum, Failover.ActiveActive, Image: "cockroach"),
    ];

    private static readonly string[] Coordinators =
    [
        "PATRONI_ETCD3_HOSTS", "PATRONI_ETCD3_HOST", "PATRONI_ETCD_HOSTS", "PATRONI_ETCD_HOST", "PATRONI_CONSUL_HOST",
        "PATRONI_ZOOKEEPER_HOSTS",
        "KAFKA_ZOOKEEPER_CONNECT", "KAFKA_CFG_ZOOKEEPER_CONNECT", "REDIS_SENTINEL_HOST",
    ];

    /// <param name="workloadId">Logical id of the workload.</param>
    /// <param name="containers">Its containers.</param>
    /// <param name="resolve">Workload behind a host name, or null.</param>
    /// <returns>The evidence of replication, and why copies of the data stay unknown; nulls when nothing says so.</returns>
    public static (ReplicationDeclaration? Replication, string? DataUnknown) Read(
        string workloadId, IReadOnlyList<ClusterMember> containers, Func<string, string?> resolve)
    {
        foreach (var mark in Marks)
        {
            foreach (var container in containers)
            {
                // Applications name the same variables to reach a store; the product's own image makes the mark one of the store.
                if (mark.Image is { } image && !(container.Image?.Contains(image, StringComparison.OrdinalIgnoreCase) ?? false))
                {
                    continue;
                }

                if (EvidenceOf(mark, container) is not { } evidence)
                {
                    continue;
                }

                var value = mark.Variable is null ? null : container.ValueOf(mark.Variable);
                var members = mark.ListsMembers ? Members(value ?? ArgumentValue(mark, container), resolve) : [];
                return (
                    new ReplicationDeclaration
                    {
                        Style = mark.Style,
                        Failover = mark.Failover,
                        Members = [.. members.Append(workloadId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                        ClusterName = mark.IsClusterName ? value : null,
                        CoordinatorHosts = CoordinatorsOf(container),
                        Evidence = [evidence],
                    },
                    mark.DataUnknown);
            }
        }

        return (null, null);
    }

    private static Evidence? EvidenceOf(Mark mark, ClusterMember container)
    {
        if (mark.Variable is { } variable && container.EvidenceOf(variable) is { } set)
        {
            return set;
        }

        if (mark.ConfigText is { } text && container.Files.FirstOrDefault(f => f.Contains(text)) is { } file)
        {
            return file.Value.Evidence;
        }

        return mark.Argument is { } argument && container.Arguments.FirstOrDefault(a => IsOption(a.Text, argument)) is { } found
            ? new Evidence(EvidenceLayer.Manifest, found.At, argument)
            : null;
    }

    // The option alone, "--option=value", or a word of a shell line.
    private static bool IsOption(string argument, string option)
    {
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            var end = at + option.Length;
            var startsWord = at == 0 || char.IsWhiteSpace(argument[at - 1]) || argument[at - 1] is '-' or '"' or '\'';
            if (startsWord && (end == argument.Length || argument[end] is '=' or '"' or '\'' || char.IsWhiteSpace(argument[end])))
            {
                return true;
            }
        }

        return false;

        int Next(int from) => argument.IndexOf(option, from, StringComparison.Ordinal);
    }

    private static string? ArgumentValue(Mark mark, ClusterMember container)
    {
        var prefix = mark.Argument + "=";
        return container.Arguments.FirstOrDefault(a => a.Text.StartsWith(prefix, StringComparison.Ordinal))?.Text[prefix.Length..];
    }

    private static IEnumerable<string> Members(string? value, Func<string, string?> resolve) =>
        value is null ? [] : HostList.Hosts(value).Select(resolve).OfType<string>();

    private static ImmutableArray<string> CoordinatorsOf(ClusterMember container) =>
        [.. Coordinators.Select(container.ValueOf).OfType<string>().SelectMany(HostList.Hosts).Distinct(StringComparer.Ordinal)];

    /// <param name="Variable">Environment variable.</param>
    /// <param name="Argument">Option on the command line.</param>
    /// <param name="Style">How the copies relate.</param>
    /// <param name="Failover">How one takes over.</param>
    /// <param name="DataUnknown">Why copies of the data are not known from this alone.</param>
    /// <param name="IsClusterName">True when the value names the cluster.</param>
    /// <param name="ListsMembers">True when the value lists the hosts of the members.</param>
    /// <param name="Image">Word that the image must contain, for marks that mean something for one product only.</param>
    /// <param name="ConfigText">Text of a mounted configuration file.</param>
    private sealed record Mark(
        string? Variable, string? Argument, ReplicationStyle Style, Failover Failover, string? DataUnknown = null,
        bool IsClusterName = false, bool ListsMembers = false, string? Image = null, string? ConfigText = null);
}
