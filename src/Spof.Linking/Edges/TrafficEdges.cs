using Spof.Model;

namespace Spof.Linking;

/// <summary>Allowed traffic is a hint of a dependency where nothing else shows one: inferred, strength unknown.</summary>
internal static class TrafficEdges
{
    public static void Add(TargetGraph graph)
    {
        if (graph.Declaration.Traffic.IsEmpty)
        {
            return;
        }

        var shown = Shown(graph);
        foreach (var traffic in graph.Declaration.Traffic)
        {
            if (graph.Find(traffic.FromWorkloadId) is { } from && graph.Find(traffic.ToWorkloadId) is { } to && shown.Add((from.Id, to.Id)))
            {
                graph.Add(new Dependency
                {
                    From = from.Id,
                    Targets = [to.Id],
                    Strength = Strength.Unknown,
                    Evidence = [traffic.At with { How = Certainty.Inferred }],
                    Unknowns = [new Unknown("strength", $"{traffic.At.Text}; nothing shows that it must", traffic.At.At)],
                });
            }
        }
    }

    /// <summary>Who is already known to call whom, also through a name that several answer to and through the routes of a proxy.</summary>
    private static HashSet<(string From, string To)> Shown(TargetGraph graph)
    {
        var behind = graph.Dependencies.ToLookup(d => d.From, d => d.Targets, StringComparer.Ordinal);
        var shown = new HashSet<(string, string)>();
        foreach (var dependency in graph.Dependencies)
        {
            foreach (var target in dependency.Targets)
            {
                Show(dependency.From, target);
            }
        }

        foreach (var route in graph.Declaration.Routes)
        {
            if (route.ViaWorkloadId is { } via && graph.Find(via) is { } proxy)
            {
                Show(proxy.Id, route.Id);
            }
        }

        return shown;

        void Show(string from, string to)
        {
            if (shown.Add((from, to)) && graph.Find(to) is { Kind: ComponentKind.Route } route)
            {
                foreach (var target in behind[route.Id].SelectMany(t => t))
                {
                    Show(from, target);
                }
            }
        }
    }
}
