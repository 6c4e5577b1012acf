using Spof.Model;

namespace Spof.Linking;

/// <summary>Allowed traffic is a hint of a dependency where nothing else shows one: inferred, strength unknown.</summary>
internal static class TrafficEdges
{
    public static void Add(TargetGraph graph)
    {
        foreach (var traffic in graph.Declaration.Traffic)
        {
            if (graph.Find(traffic.FromWorkloadId) is not { } from || graph.Find(traffic.ToWorkloadId) is not { } to
                || graph.Dependencies.Any(d => d.From == from.Id && d.Targets.Contains(to.Id)))
            {
                continue;
            }

            graph.Add(new Dependency
            {
                From = from.Id,
                Targets = [to.Id],
                Strength = Strength.Unknown,
                Evidence = [traffic.At with { How = Certainty.Inferred }],
                Unknowns = [new Unknown("strength", "a network policy allows the traffic; nothing shows that the caller needs it", traffic.At.At)],
            });
        }
    }
}
