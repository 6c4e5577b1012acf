using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking;

/// <summary>Works out how instances lie over hosts, zones and regions from what is declared.</summary>
internal static class Placements
{
    public static string DomainId(DomainKind kind, string name) => $"domain:{kind.ToString().ToLowerInvariant()}/{name}";

    public static ImmutableArray<Placement> Of(WorkloadDeclaration workload)
    {
        if (workload.Instances.Min is not { } n || n < 1)
        {
            return [];
        }

        var declared = workload.Placement;
        var hosts = declared.Host is { } host ? ImmutableArray.Create(host) : [];
        var placements = ImmutableArray.CreateBuilder<Placement>(3);
        placements.Add(OfKind(DomainKind.Host, hosts, n, declared));
        placements.Add(OfKind(DomainKind.Zone, declared.Zones, n, declared));
        if (declared.Regions.Length > 0)
        {
            placements.Add(OfKind(DomainKind.Region, declared.Regions, n, declared));
        }

        return placements.ToImmutable();
    }

    private static Placement OfKind(DomainKind kind, ImmutableArray<string> names, int n, PlacementDeclaration declared)
    {
        var rule = HardRule(kind, declared);
        var evidence = declared.LimitedBy.Where(l => l.Kind == kind).Select(l => l.At).ToImmutableArray();
        if (names.Length == 1)
        {
            return new Placement { Kind = kind, Shares = [new DomainShare(DomainId(kind, names[0]), n)], Evidence = evidence };
        }

        if (kind == DomainKind.Host && names.Length == 0 && declared.OneHost is { } oneHost)
        {
            return new Placement { Kind = kind, Together = Count.Exactly(n), Evidence = [oneHost] };
        }

        var mostTogether = MostTogether(rule, names.Length, n);
        if (kind == DomainKind.Host && names.Length == 0)
        {
            // A host lies in one zone: what a zone may hold bounds what a host may hold.
            var zoneRule = HardRule(DomainKind.Zone, declared);
            var inZone = MostTogether(zoneRule, declared.Zones.Length, n);
            if (inZone < mostTogether)
            {
                (mostTogether, rule) = (inZone, zoneRule);
            }
        }

        evidence = rule is null ? evidence : evidence.Add(rule.At);

        if (names.Length > 1 && mostTogether * names.Length == n)
        {
            // Every domain must hold its full share, so it is known which one holds what.
            return new Placement
            {
                Kind = kind,
                Shares = [.. names.Order(StringComparer.Ordinal).Select(name => new DomainShare(DomainId(kind, name), mostTogether))],
                Evidence = evidence,
            };
        }

        // With d domains to choose from, some domain holds at least ⌈n/d⌉ instances (pigeonhole); with d unknown, at least one.
        var least = names.Length > 1 ? (n + names.Length - 1) / names.Length : 1;
        var together = least == mostTogether
            ? Count.Exactly(least)
            : Count.Between(least, mostTogether, rule is null
                ? $"nothing keeps the instances from sharing one {kind.ToString().ToLowerInvariant()}"
                : $"the rule allows up to {mostTogether} instances in one {kind.ToString().ToLowerInvariant()}");
        return new Placement { Kind = kind, Together = together, Evidence = evidence };
    }

    /// <summary>The strictest rule that the scheduler must obey.</summary>
    private static SpreadDeclaration? HardRule(DomainKind kind, PlacementDeclaration declared) =>
        declared.Spread.Where(s => s.Kind == kind && s.IsHard).OrderBy(s => s.MaxSkew ?? 0).FirstOrDefault();

    /// <summary>
    /// Most instances that one domain may hold. Anti-affinity: 1. Spread with d domains and skew s:
    /// min(n, ⌊(n+(d−1)·s)/d⌋), where d is the number of named domains or the declared minimum. No hard rule, or d unknown: n.
    /// </summary>
    private static int MostTogether(SpreadDeclaration? rule, int namedDomains, int n)
    {
        if (rule is null)
        {
            return n;
        }

        if (rule.MaxSkew is not { } skew)
        {
            return 1;
        }

        var d = namedDomains > 0 ? namedDomains : rule.MinDomains ?? 0;
        return d == 0 ? n : Math.Min(n, (n + ((d - 1) * skew)) / d);
    }
}
