using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking;

/// <summary>Finds what must not stop: what callers outside can reach, then consumers and jobs, else the roots of the graph.</summary>
internal static class EntryPointFinder
{
    public static ImmutableArray<EntryPoint> Find(TargetGraph graph, IReadOnlyDictionary<string, CodeProject> projects)
    {
        var found = new Dictionary<string, EntryPoint>(StringComparer.Ordinal);
        foreach (var exposure in graph.Declaration.Exposures)
        {
            foreach (var entry in OfExposure(graph, exposure))
            {
                found.TryAdd(entry.Id, entry);
            }
        }

        if (found.Count == 0)
        {
            AddRoots(graph, projects, found);
        }

        AddBackground(graph, projects, Reached(graph, found.Values.Select(e => e.ComponentId)), found);

        return [.. found.Values];
    }

    private static IEnumerable<EntryPoint> OfExposure(TargetGraph graph, ExposureDeclaration exposure)
    {
        var kind = exposure.Kind switch
        {
            ExposureKind.Ingress => EntryPointKind.Ingress,
            ExposureKind.GatewayRoute => EntryPointKind.GatewayRoute,
            ExposureKind.LoadBalancer => EntryPointKind.LoadBalancer,
            ExposureKind.NodePort => EntryPointKind.NodePort,
            _ => EntryPointKind.PublishedPort,
        };
        if (graph.Find(exposure.TargetId) is not { } target || IsStore(graph, target))
        {
            yield break;
        }

        if (target.Kind == ComponentKind.Route && target.Id == exposure.TargetId && graph.Declaration.Routes.Any(r => r.Id == target.Id))
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

        var routes = graph.Declaration.Routes.Where(r => r.ViaWorkloadId is { } via && graph.Find(via)?.Id == target.Id).ToArray();
        if (routes.Any(r => r.IsPublic))
        {
            // The door of an ingress controller: its routes are entry points themselves.
            yield break;
        }

        var behindPort = routes.Where(r => r.ListenPort is null || exposure.Port is null || PortsOf(graph, exposure).Contains(r.ListenPort.Value)).ToArray();
        foreach (var route in behindPort)
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
    private static bool IsStore(TargetGraph graph, Component target) =>
        target.Kind.IsStore()
        || (target.Kind == ComponentKind.Route && graph.Declaration.Names.Any(n => n.Id == target.Id)
            && graph.Dependencies.Where(d => d.From == target.Id).SelectMany(d => d.Targets).All(t => graph.Find(t) is { } behind && behind.Kind.IsStore()));

    /// <summary>Ports inside that a public port leads to, as far as the exposing name maps them.</summary>
    private static IEnumerable<int> PortsOf(TargetGraph graph, ExposureDeclaration exposure)
    {
        var mappings = graph.Declaration.Names.Where(n => n.Id == exposure.TargetId || n.Id == exposure.Id).SelectMany(n => n.Ports).ToArray();
        var mapped = mappings.Where(m => m.Port == exposure.Port).Select(m => m.TargetPort ?? m.Port).ToArray();
        // A node port is another number than the service's: then every port of the service is behind it.
        return mapped.Length > 0 ? mapped : mappings.Length > 0 ? mappings.Select(m => m.TargetPort ?? m.Port) : [exposure.Port!.Value];
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
    private static void AddBackground(
        TargetGraph graph, IReadOnlyDictionary<string, CodeProject> projects, HashSet<string> reached, Dictionary<string, EntryPoint> found)
    {
        foreach (var workload in graph.Declaration.Workloads)
        {
            if (graph.Find(workload.Id) is not { } component || reached.Contains(component.Id))
            {
                continue;
            }

            var isConsumer = IsConsumer(component, projects);
            if (workload.Role == WorkloadRole.ScheduledJob || isConsumer)
            {
                var kind = isConsumer && workload.Role == WorkloadRole.Service ? EntryPointKind.Consumer : EntryPointKind.ScheduledJob;
                found.TryAdd(component.Id, Entry(component.Id, component, kind, workload.At) with { Tier = 2 });
            }
        }
    }

    private static bool IsConsumer(Component component, IReadOnlyDictionary<string, CodeProject> projects) =>
        component.Projects.Any(p => projects.TryGetValue(p, out var project) && project.Kind == ProjectKind.Worker);

    /// <summary>
    /// What nothing else needs: routes and callers; the agents on each node that nobody calls only where there is nothing else, stores
    /// only where there is nothing but stores and the names that lead to them.
    /// </summary>
    private static void AddRoots(TargetGraph graph, IReadOnlyDictionary<string, CodeProject> projects, Dictionary<string, EntryPoint> found)
    {
        var needed = graph.Dependencies.Where(d => d.Phase != Phase.Startup).SelectMany(d => d.Targets).ToHashSet(StringComparer.Ordinal);
        var roots = graph.Components
            .Where(c => !needed.Contains(c.Id) && !c.Id.StartsWith("host:", StringComparison.Ordinal) && !IsConsumer(c, projects))
            .ToArray();
        var agents = graph.Declaration.Workloads.Where(w => w.SourceKind == "DaemonSet").Select(w => graph.Find(w.Id)?.Id).ToHashSet();
        var callers = roots.Where(c => !c.Kind.IsStore() && !LeadsToStores(graph, c)).ToArray();
        var services = callers.Where(c => !agents.Contains(c.Id)).ToArray();
        foreach (var component in services.Length > 0 ? services : callers.Length > 0 ? callers : roots)
        {
            found.TryAdd(component.Id, Entry(component.Id, component, EntryPointKind.Root, component.Evidence[^1] with { How = Certainty.Inferred }));
        }
    }

    private static bool LeadsToStores(TargetGraph graph, Component route) =>
        route.Kind == ComponentKind.Route
        && graph.Dependencies.Where(d => d.From == route.Id).SelectMany(d => d.Targets).Select(graph.Find).ToArray() is { Length: > 0 } targets
        && targets.All(t => t!.Kind.IsStore());

    private static HashSet<string> Reached(TargetGraph graph, IEnumerable<string> from)
    {
        var edges = graph.Dependencies.ToLookup(d => d.From, StringComparer.Ordinal);
        var reached = new HashSet<string>(from, StringComparer.Ordinal);
        var open = new Stack<string>(reached);
        while (open.TryPop(out var id))
        {
            foreach (var target in edges[id].SelectMany(d => d.Targets))
            {
                if (reached.Add(target))
                {
                    open.Push(target);
                }
            }
        }

        return reached;
    }
}
