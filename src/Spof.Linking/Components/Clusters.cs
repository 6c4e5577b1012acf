using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking;

/// <summary>Joins separate workloads that are members of one cluster (three services that are one etcd) under one component.</summary>
internal static class Clusters
{
    /// <summary>Adds a component for each cluster of several workloads; returns the cluster's id by member.</summary>
    public static IReadOnlyDictionary<string, string> Join(TargetGraph graph, HostResolver hosts)
    {
        var clusterByMember = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var workload in graph.Declaration.Workloads)
        {
            if (workload.Replication is not { Members.Length: > 1 } replication || clusterByMember.ContainsKey(workload.Id))
            {
                continue;
            }

            var members = replication.Members.Where(m => graph.Find(m) is not null).Order(StringComparer.Ordinal).ToImmutableArray();
            if (members.Length < 2)
            {
                continue;
            }

            var first = graph.Find(members[0])!;
            var name = replication.ClusterName ?? first.Name.TrimEnd([.. "0123456789-_"]);
            var id = FreeId(graph, $"{graph.Declaration.Id}/cluster/{name}");
            graph.Add(ComponentFactory.Virtual(id, name, first.Kind, first.Technology, [.. replication.Evidence, workload.At]) with
            {
                Replication = replication.Style,
                Failover = replication.Failover,
            });
            AddMembers(graph, id, members, replication);
            foreach (var member in members)
            {
                clusterByMember[member] = id;
            }
        }

        AddCoordinators(graph, hosts, clusterByMember);
        return clusterByMember;
    }

    /// <summary>The id, numbered where another cluster has the same name: an etcd and a PostgreSQL called alike, or alike in two namespaces.</summary>
    private static string FreeId(TargetGraph graph, string id)
    {
        var free = id;
        for (var number = 2; graph.Find(free) is not null; number++)
        {
            free = $"{id}~{number}";
        }

        return free;
    }

    private static void AddMembers(TargetGraph graph, string id, ImmutableArray<string> members, ReplicationDeclaration replication)
    {
        var isRedundant = replication.Style is ReplicationStyle.Quorum or ReplicationStyle.MultiPrimary
            || replication.Failover.Kind is FailoverKind.Automatic or FailoverKind.ActiveActive;
        var needed = replication.Style == ReplicationStyle.Quorum ? (members.Length / 2) + 1
            : replication.Style == ReplicationStyle.Sharded ? members.Length
            : 1;
        graph.Add(new Dependency
        {
            From = id,
            Targets = members,
            Needed = needed,
            Strength = Strength.Hard,
            Access = Access.Read | Access.Write,
            Evidence = replication.Evidence,
            Unknowns = isRedundant ? [] : [new Unknown("failover", "nothing says how another member takes over", replication.Evidence.FirstOrDefault()?.At)],
        });
    }

    /// <summary>A cluster whose failover is decided elsewhere (Patroni by its etcd) cannot take writes without it; reads go on.</summary>
    private static void AddCoordinators(TargetGraph graph, HostResolver hosts, Dictionary<string, string> clusterByMember)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var workload in graph.Declaration.Workloads)
        {
            if (workload.Replication is not { CoordinatorHosts.Length: > 0 } replication)
            {
                continue;
            }

            var from = clusterByMember.GetValueOrDefault(workload.Id, workload.Id);
            if (!done.Add(from))
            {
                continue;
            }

            var targets = replication.CoordinatorHosts
                .Select(host => graph.Find(host)?.Id ?? hosts.Find(host, workload.Scope))
                .OfType<string>()
                .Select(id => clusterByMember.GetValueOrDefault(id, id))
                .Distinct(StringComparer.Ordinal)
                .ToImmutableArray();
            if (targets.Length > 0)
            {
                graph.Add(new Dependency { From = from, Targets = targets, Strength = Strength.Hard, Access = Access.Write, Evidence = replication.Evidence });
            }
        }
    }
}
