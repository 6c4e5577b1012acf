using Spof.Model;

namespace Spof.Manifests.Compose.Clustering;

/// <summary>Clusters whose members only know the name of the cluster: MongoDB replica sets, shards of Redis Cluster.</summary>
internal static class SharedNames
{
    private static readonly string[] ReplicaSetVariables = ["MONGODB_REPLICA_SET_NAME", "MONGO_REPLICA_SET_NAME"];
    private static readonly string[] ReplicaSetFlags = ["--replSet", "--replset"];
    private static readonly string[] RedisClusterFlags = ["--cluster-enabled"];

    public static IEnumerable<(string Id, ReplicationDeclaration Declaration)> Find(ClusterView view)
    {
        foreach (var found in Find(view, ReplicaSetVariables, ReplicaSetFlags, ReplicationStyle.Quorum, Failover.Automatic, isNamed: true))
        {
            yield return found;
        }

        // Whether shards have copies is decided when the cluster is created.
        foreach (var found in Find(view, [], RedisClusterFlags, ReplicationStyle.Sharded, Failover.Unknown, isNamed: false))
        {
            yield return found;
        }
    }

    private static IEnumerable<(string, ReplicationDeclaration)> Find(
        ClusterView view, string[] variables, string[] flags, ReplicationStyle style, Failover failover, bool isNamed)
    {
        var told = view.Services.Select(s => (Service: s, Setting: ClusterView.Setting(s, variables, flags)))
            .Where(t => t.Setting is { Value: not ("" or "no") });
        foreach (var cluster in told.GroupBy(t => (t.Setting!.Value.Value, t.Service.ImageName)))
        {
            var members = cluster.OrderBy(m => m.Service.Id, StringComparer.Ordinal).ToList();
            if (members.Count == 1 && members[0].Service.Instances is { IsExact: true, Max: 1 })
            {
                continue;
            }

            foreach (var (service, _) in members)
            {
                yield return (service.Id, new ReplicationDeclaration
                {
                    Style = style,
                    Failover = failover,
                    Members = [.. members.Select(m => m.Service.Id)],
                    ClusterName = isNamed ? cluster.Key.Value : null,
                    Evidence = [.. members.Select(m => m.Setting!.Value.At)],
                });
            }
        }
    }
}
