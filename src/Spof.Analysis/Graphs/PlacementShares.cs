using Spof.Model;

namespace Spof.Analysis.Graphs;

/// <summary>How many instances of one component each named domain holds, seen at host, zone and region level.</summary>
internal sealed class PlacementShares
{
    /// <summary>Stands for every instance, however many there are.</summary>
    public const int All = int.MaxValue / 4;

    private static readonly Layout[] None = [];
    private readonly Layout[][] _byKind;

    public PlacementShares(Component component, DomainIndex domains)
    {
        var placements = component.CanFail && !Redundancy.IsThirdParty(component) ? component.Placements.OrEmpty() : [];
        _byKind = [At(DomainKind.Host), At(DomainKind.Zone), At(DomainKind.Region)];

        Layout[] At(DomainKind kind)
        {
            if (placements.IsEmpty)
                return None;
            var layouts = placements.Where(p => !p.Shares.OrEmpty().IsEmpty).Select(p => LayoutOf(p, kind, domains));
            return [.. layouts.Where(l => l.Domains.Length > 0)];
        }
    }

    /// <summary>One placement rolled up to one kind: how many instances each domain holds.</summary>
    internal readonly record struct Layout(int[] Domains, int[] Instances)
    {
        public int In(int domain)
        {
            var at = Array.IndexOf(Domains, domain);
            return at < 0 ? 0 : Instances[at];
        }
    }

    /// <summary>One layout per placement that names domains; each describes the same instances in its own way.</summary>
    public ReadOnlySpan<Layout> Layouts(DomainKind kind) => kind <= DomainKind.Region ? _byKind[(int)kind] : None;

    /// <summary>Instances that are surely lost with this domain, or with both; the layout that knows most decides.</summary>
    public int LostWith(DomainKind kind, int domain, int otherDomain = -1)
    {
        var most = 0;
        foreach (var layout in Layouts(kind))
            most = Math.Max(most, layout.In(domain) + (otherDomain < 0 ? 0 : layout.In(otherDomain)));
        return most;
    }

    private static Layout LayoutOf(Placement placement, DomainKind kind, DomainIndex domains)
    {
        var instances = new SortedDictionary<int, int>();
        var isComplete = true;
        foreach (var share in placement.Shares)
        {
            var domain = domains.Enclosing(domains.IndexOf(share.DomainId), kind);
            if (domain < 0)
                isComplete = false;
            else if (share.Instances > 0)
                instances[domain] = instances.GetValueOrDefault(domain) + share.Instances;
        }

        // When only one domain is named, whatever runs runs there, also when nobody knows how many that is.
        return isComplete && instances.Count == 1
            ? new Layout([.. instances.Keys], [All])
            : new Layout([.. instances.Keys], [.. instances.Values]);
    }
}
