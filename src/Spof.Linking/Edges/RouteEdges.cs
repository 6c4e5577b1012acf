using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking;

/// <summary>Makes each route a component that stops when its proxy or what answers behind it does.</summary>
internal static class RouteEdges
{
    public static void Add(TargetGraph graph, AddressLinker linker)
    {
        foreach (var route in graph.Declaration.Routes)
        {
            if (graph.Find(route.Id) is not null)
            {
                continue;
            }

            graph.Add(ComponentFactory.Virtual(route.Id, NameOf(graph, route), ComponentKind.Route, null, [route.At]));
            if (route.ViaWorkloadId is { } via && graph.Find(via) is { } proxy)
            {
                graph.Add(new Dependency { From = route.Id, Targets = [proxy.Id], Strength = Strength.Hard, Evidence = [route.At] });
            }

            AddBackends(graph, linker, route);
        }
    }

    private static void AddBackends(TargetGraph graph, AddressLinker linker, RouteDeclaration route)
    {
        var linked = route.Backends
            .Select(b => (Backend: b, Link: linker.Link([b.Address], b.Scope, null, route.Id, [b.At])))
            .Where(b => b.Link is not null)
            .ToArray();
        var targets = linked.SelectMany(b => b.Link!.Targets).Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (targets.Length > 0)
        {
            var evidence = linked.Select(b => Resolved(b.Backend.At)).ToImmutableArray();
            var clustered = linker.Clustered(targets);
            var needed = route.IsSplit ? clustered.Length : 1;
            graph.Add(new Dependency { From = route.Id, Targets = clustered, Needed = needed, Strength = Strength.Hard, Evidence = evidence });
        }
    }

    private static Evidence Resolved(Evidence at) => at.How == Certainty.Inferred ? at : at with { How = Certainty.Resolved };

    private static string NameOf(TargetGraph graph, RouteDeclaration route)
    {
        var proxy = route.ViaWorkloadId is { } via ? graph.Find(via)?.Name : null;
        var place = (route.Host ?? "") + (route.Path ?? (route.ListenPort is { } port ? ":" + port : ""));
        var owner = proxy ?? route.Id.Split('#')[0].Split('/')[^1];
        return place.Length == 0 ? owner : $"{owner} {place}";
    }
}
