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
        var placements = component.CanFail && !Redundancy.IsThirdParty(component) ? component.Placements : [];
        _byKind = [At(DomainKind.Host), At(DomainKind.Zone), At(DomainKind.Region)];

        Layout[] At(DomainKind kind)
        {
            if (placements.IsEmpty)
            {
                return None;
            }

            var layouts = placements.Where(p => !p.Shares.IsEmpty).Select(p => LayoutOf(p, kind, domains));
            return [.. layouts.Where(l => l.Domains.Length > 0)];
        }
    }

    /// <summary>One placement rolled up to one kind: how many instances each domain holds.</summary>
    /// <param name="Domains">Ascending.</param>
    /// <param name="Instances">As many as domains.</param>
    /// <param name="IsComplete">
    /// True when every share lies in one of the domains: then all of them together hold whatever runs, also when nobody knows how
    /// many instances that is.
    /// </param>
    internal readonly record struct Layout(int[] Domains, int[] Instances, bool IsComplete)
    {
        /// <summary>Instances lost with the domains at these two positions, which may be the same.</summary>
        public int Lost(int i, int j) => IsComplete && Domains.Length == (i == j ? 1 : 2)
            ? All
            : Instances[i] + (i == j ? 0 : Instances[j]);

        public int LostWith(int domain, int otherDomain)
        {
            var (i, j) = (Array.IndexOf(Domains, domain), Array.IndexOf(Domains, otherDomain));
            return i < 0 && j < 0 ? 0 : Lost(i < 0 ? j : i, j < 0 ? i : j);
        }

        public int LostWith(bool[] isLost)
        {
            var (lost, domains) = (0, 0);
            for (var i = 0; i < Domains.Length; i++)
            {
                if (isLost[Domains[i]])
                {
                    (lost, domains) = (lost + Instances[i], domains + 1);
                }
            }

            return IsComplete && domains == Domains.Length ? All : lost;
        }
    }

    /// <summary>One layout per placement that names domains; each describes the same instances in its own way.</summary>
    public ReadOnlySpan<Layout> Layouts(DomainKind kind) => kind <= DomainKind.Region ? _byKind[(int)kind] : None;

    /// <summary>Instances that are surely lost with both domains; the layout that knows most decides.</summary>
    public int LostWith(DomainKind kind, int domain, int otherDomain)
    {
        var most = 0;
        foreach (var layout in Layouts(kind))
        {
            most = Math.Max(most, layout.LostWith(domain, otherDomain));
        }

        return most;
    }

    /// <summary>Instances that are surely lost when all the marked domains are.</summary>
    public int LostWith(bool[] isLost) =>
        _byKind.SelectMany(layouts => layouts).Select(layout => layout.LostWith(isLost)).DefaultIfEmpty().Max();

    private static Layout LayoutOf(Placement placement, DomainKind kind, DomainIndex domains)
    {
        var instances = new SortedDictionary<int, int>();
        var isComplete = true;
        foreach (var share in placement.Shares)
        {
            var domain = domains.Enclosing(domains.IndexOf(share.DomainId), kind);
            if (domain < 0)
            {
                isComplete = false;
            }
            else if (share.Instances > 0)
            {
                instances[domain] = instances.GetValueOrDefault(domain) + share.Instances;
            }
        }

        return new Layout([.. instances.Keys], [.. instances.Values], isComplete);
    }
}
