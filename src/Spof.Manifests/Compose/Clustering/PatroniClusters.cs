using Spof.Model;

namespace Spof.Manifests.Compose.Clustering;

/// <summary>
/// PostgreSQL under Patroni: services with the same scope (and the same Citus group) are one primary with its replicas, and a store
/// for the leader key (etcd, ZooKeeper, Consul) must be up for a failover.
/// </summary>
internal static class PatroniClusters
{
    private const string Scope = "PATRONI_SCOPE";
    private const string Group = "PATRONI_CITUS_GROUP";

    private static readonly string[] CoordinatorVariables =
    [
        "PATRONI_ETCD3_HOSTS", "PATRONI_ETCD_HOSTS", "PATRONI_ETCD3_HOST", "PATRONI_ETCD_HOST", "PATRONI_ETCD3_URL", "PATRONI_ETCD_URL",
        "PATRONI_ZOOKEEPER_HOSTS", "PATRONI_CONSUL_HOST", "PATRONI_CONSUL_URL", "PATRONI_EXHIBITOR_HOSTS", "ETCDCTL_ENDPOINTS",
    ];

    /// <summary>First words of commands with which the image of Patroni runs something else.</summary>
    private static readonly string[] OtherCommands = ["haproxy", "etcd", "confd", "vip-manager", "pgbouncer"];

    public static IEnumerable<(string Id, ReplicationDeclaration Declaration)> Find(ClusterView view)
    {
        foreach (var cluster in view.Services.Where(IsMember).GroupBy(Key))
        {
            var members = cluster.OrderBy(m => m.Id, StringComparer.Ordinal).ToList();
            if (members.Count == 1 && members[0].Instances is { IsExact: true, Max: 1 })
            {
                continue;
            }

            foreach (var member in members)
            {
                var coordinators = ClusterView.Setting(member, CoordinatorVariables, []);
                yield return (member.Id, new ReplicationDeclaration
                {
                    Style = ReplicationStyle.PrimaryReplica,
                    Failover = Failover.Automatic,
                    Members = [.. members.Select(m => m.Id)],
                    ClusterName = cluster.Key,
                    CoordinatorHosts = coordinators is var (hosts, _) ? [.. HostList.Hosts(hosts)] : [],
                    Evidence = [member.Environment[Scope]!.At[0], .. coordinators is var (_, at) ? [at] : Array.Empty<Evidence>()],
                });
            }
        }
    }

    /// <summary>Members of the cluster that a service names by its scope without being one, such as its HAProxy; empty for Citus.</summary>
    public static IEnumerable<ComposeService> Behind(IReadOnlyList<ComposeService> services, ComposeService proxy) =>
        proxy.Environment.Known(Scope) is null || proxy.Environment[Group] is not null || IsMember(proxy)
            ? []
            : services.Where(s => IsMember(s) && Key(s) == Key(proxy));

    private static bool IsMember(ComposeService service) =>
        service.Environment.Known(Scope) is { Length: > 0 }
        && !OtherCommands.Any(c => service.Words.Count > 0 && ClusterView.HasWord([service.Words[0]], c))
        && !OtherCommands.Contains(service.ImageName);

    private static string Key(ComposeService service) =>
        service.Environment.Known(Group) is { Length: > 0 } group
            ? $"{service.Environment.Known(Scope)}/{group}"
            : service.Environment.Known(Scope) ?? "";
}
