using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Manifests.Compose.Clustering;

/// <summary>
/// Copies that are told which primary they follow: Redis, PostgreSQL and MySQL replicas. Following alone is no failover; sentinels
/// that watch a Redis primary make it automatic.
/// </summary>
internal static class Followers
{
    private static readonly Technology[] Technologies =
    [
        new(["REDIS_MASTER_HOST", "REDIS_REPLICA_OF"], ["--replicaof", "--slaveof"], HasSentinels: true),
        new(["POSTGRESQL_MASTER_HOST", "PG_MASTER_HOST", "PRIMARY_HOST"], [], HasSentinels: false),
        new(["MYSQL_MASTER_HOST", "MARIADB_MASTER_HOST"], [], HasSentinels: false),
    ];

    private static readonly string[] SentinelVariables = ["REDIS_MASTER_HOST", "SENTINEL_MONITOR_HOST"];

    public static IEnumerable<(string Id, ReplicationDeclaration Declaration)> Find(ClusterView view)
    {
        var sentinels = view.Services.Where(IsSentinel).ToList();
        return Technologies.SelectMany(t => Find(view, t, t.HasSentinels ? sentinels : []));
    }

    private static IEnumerable<(string, ReplicationDeclaration)> Find(
        ClusterView view, Technology technology, List<ComposeService> sentinels)
    {
        var followers = new List<(ComposeService Service, ComposeService Primary, Evidence At)>();
        foreach (var service in view.Services)
        {
            if (!sentinels.Contains(service) && ClusterView.Setting(service, technology.Variables, technology.Flags) is var (value, at)
                && HostList.Hosts(value).FirstOrDefault() is { } host && view.ByHost(host) is { } primary && primary.Id != service.Id
                && primary.SharesImageWith(service))
            {
                followers.Add((service, primary, at));
            }
        }

        foreach (var cluster in followers.GroupBy(f => f.Primary.Id))
        {
            var primary = cluster.First().Primary;
            var watching = sentinels.Where(s => Watches(s, primary, view)).ToList();
            ImmutableArray<string> members = [.. cluster.Select(f => f.Service.Id).Append(primary.Id).Order(StringComparer.Ordinal)];
            foreach (var id in members)
            {
                yield return (id, new ReplicationDeclaration
                {
                    Style = ReplicationStyle.PrimaryReplica,
                    Failover = watching.Count > 0 ? Failover.Automatic : Failover.Manual,
                    Members = members,
                    CoordinatorHosts = [.. watching.Select(s => s.Name)],
                    Evidence = [.. cluster.Select(f => f.At)],
                });
            }
        }
    }

    private static bool IsSentinel(ComposeService service) =>
        service.ImageName.Contains("sentinel", StringComparison.OrdinalIgnoreCase)
        || ClusterView.HasWord(service.Words, "redis-sentinel") || ClusterView.HasWord(service.Words, "--sentinel");

    /// <summary>A sentinel with its primary in a mounted file is taken to watch the only primary there is.</summary>
    private static bool Watches(ComposeService sentinel, ComposeService primary, ClusterView view)
    {
        var named = ClusterView.Setting(sentinel, SentinelVariables, []) is var (value, _) ? HostList.Hosts(value).FirstOrDefault() : null;
        return named is null || view.ByHost(named)?.Id == primary.Id;
    }

    /// <param name="Variables">Variables that name the primary.</param>
    /// <param name="Flags">Flags that name the primary.</param>
    /// <param name="HasSentinels">True when sentinels may watch it.</param>
    private sealed record Technology(string[] Variables, string[] Flags, bool HasSentinels);
}
