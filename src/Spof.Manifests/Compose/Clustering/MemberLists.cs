using Spof.Model;

namespace Spof.Manifests.Compose.Clustering;

/// <summary>
/// Clusters whose members are told the addresses of each other. Two services are members together when one names the other, or both
/// carry the same list, and they run the same image (so that a client which knows the list is not taken for a member).
/// </summary>
internal static class MemberLists
{
    /// <summary>Places that show a cluster; more would say the same.</summary>
    private const int MaxEvidence = 8;

    private static readonly Technology[] Technologies =
    [
        // etcd
        new(["ETCD_INITIAL_CLUSTER"], ["--initial-cluster", "-initial-cluster"], ["ETCD_INITIAL_CLUSTER_TOKEN"],
            ReplicationStyle.Quorum, Failover.Automatic),
        // ZooKeeper
        new(["ZOO_SERVERS", "ZOOKEEPER_SERVERS"], [], [], ReplicationStyle.Quorum, Failover.Automatic),
        // Kafka
        new(["KAFKA_CONTROLLER_QUORUM_VOTERS", "KAFKA_CFG_CONTROLLER_QUORUM_VOTERS", "KAFKA_CONTROLLER_QUORUM_BOOTSTRAP_SERVERS"], [],
            ["CLUSTER_ID", "KAFKA_KRAFT_CLUSTER_ID"], ReplicationStyle.Quorum, Failover.Automatic),
        // RabbitMQ: which queues are replicated is decided by policies and clients, not by the cluster.
        new(
            ["CLUSTER_WITH", "CLUSTERED_WITH", "JOIN_CLUSTER_HOST", "RABBITMQ_CLUSTER_NODE_NAME", "RABBITMQ_CLUSTER_NODES"],
            [], [], ReplicationStyle.Unknown, Failover.Unknown),
        // Cassandra
        new(["CASSANDRA_SEEDS"], ["--seeds"], ["CASSANDRA_CLUSTER_NAME"], ReplicationStyle.MultiPrimary, Failover.ActiveActive),
        // Galera
        new(
            ["MARIADB_GALERA_CLUSTER_ADDRESS", "WSREP_CLUSTER_ADDRESS", "CLUSTER_JOIN"],
            ["--wsrep-cluster-address", "--wsrep_cluster_address"],
            ["MARIADB_GALERA_CLUSTER_NAME", "WSREP_CLUSTER_NAME", "CLUSTER_NAME"], ReplicationStyle.Quorum, Failover.ActiveActive),
        // Elasticsearch
        new(["cluster.initial_master_nodes", "discovery.seed_hosts"], [], ["cluster.name"], ReplicationStyle.Quorum, Failover.Automatic),
        // PostgreSQL with repmgr
        new(["REPMGR_PARTNER_NODES"], [], [], ReplicationStyle.PrimaryReplica, Failover.Automatic),
        // Redis Cluster
        new(["REDIS_NODES"], [], [], ReplicationStyle.Sharded, Failover.Unknown),
    ];

    public static IEnumerable<(string Id, ReplicationDeclaration Declaration)> Find(ClusterView view) =>
        Technologies.SelectMany(t => Find(view, t));

    private static IEnumerable<(string, ReplicationDeclaration)> Find(ClusterView view, Technology technology)
    {
        var told = new List<(ComposeService Service, string Value, Evidence At)>();
        foreach (var service in view.Services)
        {
            if (ClusterView.Setting(service, technology.Variables, technology.Flags) is var (value, at))
            {
                told.Add((service, value, at));
            }
        }

        if (told.Count == 0)
        {
            yield break;
        }

        var clusters = new MemberSets();
        var byValue = new Dictionary<string, ComposeService>(StringComparer.Ordinal);
        foreach (var (service, value, _) in told)
        {
            clusters.Add(service);
            foreach (var host in HostList.Hosts(value))
            {
                if (view.ByHost(host) is { } member && member.SharesImageWith(service))
                {
                    clusters.Join(service, member);
                }
            }

            if (!byValue.TryAdd(value, service) && byValue[value].SharesImageWith(service))
            {
                clusters.Join(service, byValue[value]);
            }
        }

        foreach (var members in clusters.Sets().Where(m => m.Count > 1 || !(m[0].Instances is { IsExact: true, Max: 1 })))
        {
            var ids = members.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
            var evidence = told.Where(t => ids.Contains(t.Service.Id)).ToList();
            var name = evidence.Select(e => ClusterView.Setting(e.Service, technology.Names, [])?.Value).FirstOrDefault(n => n is not null);
            foreach (var member in members)
            {
                yield return (member.Id, new ReplicationDeclaration
                {
                    Style = technology.Style,
                    Failover = technology.Failover,
                    Members = [.. members.Select(m => m.Id)],
                    ClusterName = name,
                    Evidence = [.. evidence.OrderByDescending(e => e.Service.Id == member.Id).Select(e => e.At)
                        .Distinct().Take(MaxEvidence)],
                });
            }
        }
    }

    /// <param name="Variables">Environment variables that list members.</param>
    /// <param name="Flags">Flags that list members.</param>
    /// <param name="Names">Variables that name the cluster.</param>
    /// <param name="Style">How the copies relate.</param>
    /// <param name="Failover">How one takes over.</param>
    private sealed record Technology(
        string[] Variables, string[] Flags, string[] Names, ReplicationStyle Style, Failover Failover);
}
