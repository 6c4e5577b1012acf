using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking;

/// <summary>Finds what must not stop: what callers outside can reach, then consumers and jobs, else the roots of the graph.</summary>
internal sealed class EntryPointFinder(TargetGraph graph, IReadOnlyDictionary<string, CodeProject> projects)
{
    private readonly HashSet<string> _routes = graph.Declaration.Routes.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
    private readonly ILookup<string?, RouteDeclaration> _routesVia = graph.Declaration.Routes.Where(r => r.ViaWorkloadId is not null)
        .ToLookup(r => graph.Find(r.ViaWorkloadId!)?.Id, StringComparer.Ordinal);

    private readonly ILookup<string, NameDeclaration> _names = graph.Declaration.Names.ToLookup(n => n.Id, StringComparer.Ordinal);
    private readonly ILookup<string, Dependency> _dependencies = graph.Dependencies.ToLookup(d => d.From, StringComparer.Ordinal);
    private readonly ReachedComponents _reach = new(graph);

    public ImmutableArray<EntryPoint> Find()
    {
        var found = new Dictionary<string, EntryPoint>(StringComparer.Ordinal);
        foreach (var exposure in graph.Declaration.Exposures)
        {
            foreach (var entry in OfExposure(exposure))
            {
                found.TryAdd(entry.Id, entry);
            }
        }

        if (found.Count == 0)
        {
            AddRoots(found);
        }

        AddBackground(_reach.From(found.Values.Select(e => e.ComponentId)), found);

        return [.. found.Values];
    }

    private IEnumerable<EntryPoint> OfExposure(ExposureDeclaration exposure)
    {
        var kind = exposure.Kind switch
        {
            ExposureKind.Ingress => EntryPointKind.Ingress,
            ExposureKind.GatewayRoute => EntryPointKind.GatewayRoute,
            ExposureKind.LoadBalancer => EntryPointKind.LoadBalancer,
            ExposureKind.NodePort => EntryPointKind.NodePort,
            _ => EntryPointKind.PublishedPort,
        };
        if (graph.Find(exposure.TargetId) is not { } target || IsStore(target))
        {
            yield break;
        }

        if (target.Kind == ComponentKind.Route && target.Id == exposure.TargetId && _routes.Contains(target.Id))
        {
            yield return Entry(target.Id, target, kind, exposure.At);
            yield break;
        }

        if (exposure.Kind == ExposureKind.PublishedPort)
        {
            // Its routes are exposed by themselves: on this port the workload answers on its own.
            yield return Entry(exposure.Id, target, kind, exposure.At);
            yield break;
        }

        var routes = _routesVia[target.Id].ToArray();
        if (routes.Any(r => r.IsPublic))
        {
            // The door of an ingress controller: its routes are entry points themselves.
            yield break;
        }

        var ports = exposure.Port is { } port ? PortsOf(exposure, port) : null;
        foreach (var route in routes.Where(r => r.ListenPort is not { } own || ports?.Contains(own) != false))
        {
            var id = exposure.Id + route.Id[Math.Max(0, route.Id.IndexOf('#', StringComparison.Ordinal))..];
            graph.AddAlias(id, route.Id);
            yield return Entry(id, graph.Find(route.Id)!, kind, exposure.At);
        }

        if (routes.Length == 0)
        {
            yield return Entry(exposure.Id, target, kind, exposure.At);
        }
    }

    // A name that several workloads answer to is what they are.
    private bool IsStore(Component target) =>
        target.Kind.IsStore()
        || (target.Kind == ComponentKind.Route && _names.Contains(target.Id) && Behind(target).All(c => c.Kind.IsStore()));

    /// <summary>Ports inside that a public port leads to, as far as the exposing name maps them.</summary>
    private HashSet<int> PortsOf(ExposureDeclaration exposure, int port)
    {
        var mappings = new[] { exposure.TargetId, exposure.Id }.Distinct().SelectMany(id => _names[id]).SelectMany(n => n.Ports).ToArray();
        if (mappings.Length == 0)
        {
            return [port];
        }

        // A node port is another number than the service's: then every port of the service is behind it.
        var mapped = mappings.Where(m => m.Port == port).ToArray();
        return [.. (mapped.Length > 0 ? mapped : mappings).Select(m => m.TargetPort ?? m.Port)];
    }

    private static EntryPoint Entry(string id, Component component, EntryPointKind kind, Evidence at) => new()
    {
        Id = id,
        Name = component.Name,
        Kind = kind,
        ComponentId = component.Id,
        Tier = ComponentKinds.IsForOperators(component) ? 3 : 1,
        Evidence = [at],
    };

    /// <summary>Consumers and scheduled jobs that nothing public leads to stop silently; they are asked about on a lower tier.</summary>
    private void AddBackground(HashSet<string> reached, Dictionary<string, EntryPoint> found)
    {
        foreach (var workload in graph.Declaration.Workloads)
        {
            if (graph.Find(workload.Id) is not { } component || reached.Contains(component.Id))
            {
                continue;
            }

            var isConsumer = IsConsumer(component);
            if (workload.Role == WorkloadRole.ScheduledJob || isConsumer)
            {
                var kind = isConsumer && workload.Role == WorkloadRole.Service ? EntryPointKind.Consumer : EntryPointKind.ScheduledJob;
                found.TryAdd(component.Id, Entry(component.Id, component, kind, workload.At) with { Tier = 2 });
            }
        }

        // Where no manifest deploys them, the projects themselves are the consumers.
        foreach (var component in graph.Components.Where(c => c.Projects.Contains(c.Id) && IsConsumer(c) && !reached.Contains(c.Id)))
        {
            found.TryAdd(component.Id, Entry(component.Id, component, EntryPointKind.Consumer, component.Evidence[0]) with { Tier = 2 });
        }
    }

    private bool IsConsumer(Component component) =>
        component.Projects.Any(p => projects.TryGetValue(p, out var project) && project.Kind == ProjectKind.Worker);

    /// <summary>
    /// What nothing else needs: routes and callers, and the members of a cycle that nothing outside of it needs; the agents on each node
    /// that nobody calls only where there is nothing else, stores only where there is nothing but stores and the names that lead to them.
    /// </summary>
    private void AddRoots(Dictionary<string, EntryPoint> found)
    {
        var roots = SourceGroups.Of(graph)
            .SelectMany(g => OnePerFate([.. WithoutBackends(g).Where(c => !c.Id.StartsWith("host:", StringComparison.Ordinal) && !IsConsumer(c))]))
            .ToArray();
        var agents = graph.Declaration.Workloads.Where(w => w.SourceKind == "DaemonSet").Select(w => graph.Find(w.Id)?.Id).ToHashSet();
        var callers = roots.Where(c => !c.Kind.IsStore() && !LeadsToStores(c)).ToArray();
        var services = callers.Where(c => !agents.Contains(c.Id)).ToArray();
        foreach (var component in services.Length > 0 ? services : callers.Length > 0 ? callers : roots)
        {
            found.TryAdd(component.Id, Entry(component.Id, component, EntryPointKind.Root, component.Evidence[^1] with { How = Certainty.Inferred }));
        }
    }

    /// <summary>Members of a cycle that fail without each other stop together: the one with the smallest id speaks for all of them.</summary>
    private IEnumerable<Component> OnePerFate(Component[] group)
    {
        if (group.Length < 2)
        {
            return group;
        }

        var needs = group.SelectMany(c => _dependencies[c.Id])
            .Where(d => d is { Strength: Strength.Hard, Access: Access.Both, Targets.Length: 1 } && (d.Phase & Phase.Request) != 0)
            .Select(d => (d.From, To: graph.Find(d.Targets[0])?.Id ?? d.Targets[0]))
            .ToArray();
        var forward = needs.ToLookup(n => n.From, n => n.To, StringComparer.Ordinal);
        var backward = needs.ToLookup(n => n.To, n => n.From, StringComparer.Ordinal);
        var spoken = new HashSet<string>(StringComparer.Ordinal);
        var speakers = new List<Component>();
        foreach (var component in group.OrderBy(c => c.Kind.IsStore()).ThenBy(c => c.Id, StringComparer.Ordinal))
        {
            if (spoken.Add(component.Id))
            {
                speakers.Add(component);
                var together = ReachedComponents.Follow([component.Id], id => forward[id]);
                together.IntersectWith(ReachedComponents.Follow([component.Id], id => backward[id]));
                spoken.UnionWith(together);
            }
        }

        return speakers;
    }

    /// <summary>In a cycle, a route speaks for what it joins: callers reach the others through it.</summary>
    private IEnumerable<Component> WithoutBackends(IReadOnlyList<Component> group)
    {
        var behind = group.Where(c => c.Kind == ComponentKind.Route).SelectMany(Behind).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        return group.Where(c => !behind.Contains(c.Id));
    }

    private bool LeadsToStores(Component route) =>
        route.Kind == ComponentKind.Route && Behind(route).ToArray() is { Length: > 0 } behind && behind.All(c => c.Kind.IsStore());

    private IEnumerable<Component> Behind(Component component) =>
        _dependencies[component.Id].SelectMany(d => d.Targets).Select(graph.Find).OfType<Component>();
}
