using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>The failure domains that placements name.</summary>
internal static class NamedDomains
{
    public static ImmutableArray<DomainDeclaration> Of(ImmutableArray<WorkloadDeclaration> workloads)
    {
        var domains = new Dictionary<string, DomainDeclaration>(StringComparer.Ordinal);
        foreach (var placement in workloads.Select(w => w.Placement).Where(p => !p.Evidence.IsEmpty))
        {
            var region = placement.Regions is [var only] ? Topology.IdOf(DomainKind.Region, only) : null;
            var zone = placement.Zones is [var single] ? Topology.IdOf(DomainKind.Zone, single) : null;
            foreach (var name in placement.Regions)
                Add(DomainKind.Region, name, null, placement.Evidence[0]);
            foreach (var name in placement.Zones)
                Add(DomainKind.Zone, name, region, placement.Evidence[0]);
            if (placement.Host is { } host)
                Add(DomainKind.Host, host, zone ?? region, placement.Evidence[0]);
        }

        return [.. domains.Values.OrderBy(d => d.Id, StringComparer.Ordinal)];

        void Add(DomainKind kind, string name, string? parent, Evidence at)
        {
            var id = Topology.IdOf(kind, name);
            if (!domains.TryGetValue(id, out var known))
                domains[id] = new DomainDeclaration(id, kind, parent, at);
            else if (known.ParentId is null && parent is not null)
                domains[id] = known with { ParentId = parent };
        }
    }
}
