using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking.Tests;

/// <summary>min(n, ⌊(n+(d−1)·s)/d⌋) by the design's formula, and the pigeonhole bound ⌈n/d⌉.</summary>
public sealed class PlacementTests
{
    private static Placement Zone(int n, ImmutableArray<string> zones, params SpreadDeclaration[] spread) =>
        Placements.Of(Given.Workload("x", n) with { Placement = new PlacementDeclaration { Zones = zones, Spread = [.. spread] } })
            .Single(p => p.Kind == DomainKind.Zone);

    private static SpreadDeclaration Hard(int? skew, int? minDomains = null) => new(DomainKind.Zone, skew, minDomains, true, Given.At());

    [Fact]
    public void Pinned_to_one_zone_all_instances_share_it() =>
        Assert.Equal([new DomainShare("domain:zone/a", 3)], Zone(3, ["a"]).Shares);

    [Fact]
    public void Spread_evenly_over_named_zones_each_holds_its_share() =>
        Assert.Equal(
            [new DomainShare("domain:zone/a", 1), new DomainShare("domain:zone/b", 1), new DomainShare("domain:zone/c", 1)],
            Zone(3, ["c", "a", "b"], Hard(1)).Shares);

    [Fact]
    public void Three_members_over_two_zones_leave_two_in_one_unnamed_zone()
    {
        var placement = Zone(3, ["a", "b"], Hard(1));
        Assert.Empty(placement.Shares);
        Assert.Equal((2, 2), (placement.Together.Min, placement.Together.Max));
    }

    [Theory]
    [InlineData(3, 1, 3, 1)]
    [InlineData(4, 1, 3, 2)]
    [InlineData(6, 2, 3, 3)]
    [InlineData(2, 1, 3, 1)]
    [InlineData(5, 1, 2, 3)]
    public void A_declared_minimum_of_domains_bounds_what_one_holds(int n, int skew, int domains, int most) =>
        Assert.Equal(most, Zone(n, [], Hard(skew, domains)).Together.Max);

    [Fact]
    public void With_the_number_of_domains_unknown_all_may_share_one()
    {
        var placement = Zone(3, [], Hard(1));
        Assert.Equal((1, 3), (placement.Together.Min, placement.Together.Max));
        Assert.NotNull(placement.Together.Reason);
    }

    [Fact]
    public void Required_anti_affinity_allows_one_a_domain() => Assert.Equal(1, Zone(3, [], Hard(null)).Together.Max);

    [Fact]
    public void What_is_kept_apart_by_zone_is_kept_apart_by_host()
    {
        var workload = Given.Workload("x", 3) with { Placement = new PlacementDeclaration { Spread = [Hard(null)] } };
        Assert.Equal(1, Placements.Of(workload).Single(p => p.Kind == DomainKind.Host).Together.Max);

        var byHost = Given.Workload("x", 3) with { Placement = new PlacementDeclaration { Spread = [Hard(null) with { Kind = DomainKind.Host }] } };
        Assert.Equal(3, Placements.Of(byHost).Single(p => p.Kind == DomainKind.Zone).Together.Max);
    }

    [Fact]
    public void A_preferred_rule_guarantees_nothing() =>
        Assert.Equal(3, Zone(3, [], new SpreadDeclaration(DomainKind.Zone, 1, 3, IsHard: false, Given.At())).Together.Max);

    [Fact]
    public void A_zone_lies_in_the_region_that_the_workload_is_pinned_to()
    {
        var workload = Given.Workload("x", 2) with { Placement = new PlacementDeclaration { Zones = ["a"], Regions = ["r"] } };
        var target = Given.Link(Given.Cluster([workload]));

        Assert.Equal("domain:region/r", target.Domains.Single(d => d.Id == "domain:zone/a").ParentId);
    }

    [Fact]
    public void What_holds_all_instances_on_one_host_places_them_together_for_certain()
    {
        var claim = Given.At("accessModes: ReadWriteOnce");
        var host = Placements.Of(Given.Workload("orders", 3) with { Placement = new PlacementDeclaration { OneHost = claim } })[0];

        Assert.Equal((DomainKind.Host, Count.Exactly(3)), (host.Kind, host.Together));
        Assert.Equal([claim], host.Evidence);
    }
}
