using Spof.Model;

namespace Spof.Linking;

/// <summary>Collects the failure domains that manifests name, and nests zones in regions and hosts in zones where that is declared.</summary>
internal static class DomainRegister
{
    public static void Add(TargetGraph graph)
    {
        foreach (var declared in graph.Declaration.Domains)
        {
            graph.AddDomain(new Domain(declared.Id, declared.Kind, declared.Id[(declared.Id.IndexOf('/', StringComparison.Ordinal) + 1)..], declared.ParentId, [declared.At]));
        }

        var regionOfZone = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var placement in graph.Declaration.Workloads.Select(w => w.Placement).Where(p => p.Regions.Length == 1))
        {
            foreach (var zone in placement.Zones)
            {
                regionOfZone.TryAdd(zone, placement.Regions[0]);
            }
        }

        foreach (var workload in graph.Declaration.Workloads)
        {
            var placement = workload.Placement;
            foreach (var region in placement.Regions)
            {
                Add(graph, DomainKind.Region, region, null, placement);
            }

            foreach (var zone in placement.Zones)
            {
                var region = regionOfZone.TryGetValue(zone, out var name) ? Placements.DomainId(DomainKind.Region, name) : null;
                Add(graph, DomainKind.Zone, zone, region, placement);
            }

            if (placement.Host is { } host)
            {
                var zone = placement.Zones is [var only] ? Placements.DomainId(DomainKind.Zone, only) : null;
                Add(graph, DomainKind.Host, host, zone, placement);
            }
        }
    }

    private static void Add(TargetGraph graph, DomainKind kind, string name, string? parent, PlacementDeclaration placement) =>
        graph.AddDomain(new Domain(Placements.DomainId(kind, name), kind, name, parent, [.. placement.LimitedBy.Where(l => l.Kind == kind).Select(l => l.At)]));
}
