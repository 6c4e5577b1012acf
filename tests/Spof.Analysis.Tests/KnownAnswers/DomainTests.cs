using Spof.Model;
using static Spof.Analysis.Tests.SystemBuilder;

namespace Spof.Analysis.Tests.KnownAnswers;

public sealed class DomainTests
{
    [Fact]
    public void A_host_that_holds_all_instances_stops_the_entry_point() =>
        Assert.Equal(
            ["domain:host/h1", "web x2"],
            new SystemBuilder().Component("web", 2, placements: In(DomainKind.Host, ("h1", 2))).Entry("web").Cuts());

    [Fact]
    public void A_host_that_leaves_enough_instances_stops_nothing_by_itself() =>
        Assert.Equal(
            ["domain:host/h1 + domain:host/h2"],
            new SystemBuilder().Component("web", 3, placements: In(DomainKind.Host, ("h1", 2), ("h2", 1))).Entry("web").Cuts());

    [Fact]
    public void Three_quorum_members_over_two_zones_lose_their_majority_with_the_zone_that_holds_two() =>
        Assert.Equal(
            ["domain:zone/a", "etcd x2"],
            new SystemBuilder()
                .Component("etcd", 3, 2, style: ReplicationStyle.Quorum, placements: In(DomainKind.Zone, ("a", 2), ("b", 1)))
                .Entry("etcd").Cuts());

    [Fact]
    public void Components_that_share_a_named_host_are_lost_with_it() =>
        Assert.Equal(
            ["web", "domain:host/h1", "a + b"],
            new SystemBuilder()
                .Component("web").Component("a", placements: In(DomainKind.Host, ("h1", 1))).Component("b", placements: In(DomainKind.Host, ("h1", 1)))
                .NeedsOf(1, "web", "a", "b")
                .Entry("web").Cuts());

    [Fact]
    public void A_region_takes_its_zones_and_their_hosts_with_it() =>
        Assert.Equal(
            ["domain:region/eu", "web x2"],
            new SystemBuilder()
                .Domain(DomainKind.Region, "eu")
                .Domain(DomainKind.Zone, "a", "domain:region/eu").Domain(DomainKind.Zone, "b", "domain:region/eu")
                .Domain(DomainKind.Host, "h1", "domain:zone/a").Domain(DomainKind.Host, "h2", "domain:zone/b")
                .Component("web", 2, placements: In(DomainKind.Host, ("h1", 1), ("h2", 1)))
                .Entry("web").Cuts());

    [Fact]
    public void Two_hosts_say_nothing_new_when_their_instances_are_a_listed_pair() =>
        Assert.Equal(
            ["web x2"],
            new SystemBuilder().Component("web", 2, placements: In(DomainKind.Host, ("h1", 1), ("h2", 1))).Entry("web").Cuts());

    [Fact]
    public void Two_hosts_that_hold_more_than_a_pair_of_instances_are_a_weak_pair_of_their_own() =>
        Assert.Equal(
            ["domain:host/h1 + domain:host/h2"],
            new SystemBuilder().Component("web", 4, placements: In(DomainKind.Host, ("h1", 2), ("h2", 2))).Entry("web").Cuts());

    [Fact]
    public void All_named_domains_together_hold_every_instance_however_many_there_are() =>
        Assert.Equal(
            ["web?", "domain:zone/a + domain:zone/b"],
            new SystemBuilder()
                .Component(Made("web") with
                {
                    Instances = Count.Unknown("not given"),
                    Placements = [In(DomainKind.Zone, ("a", 1), ("b", 1))],
                })
                .Entry("web").Cuts().Where(c => !c.StartsWith("domain:zone/") || c.Contains('+')));

    [Fact]
    public void Hosts_are_not_paired_with_zones() =>
        Assert.DoesNotContain(
            new SystemBuilder()
                .Component("web", 3).Component("a", 2, placements: In(DomainKind.Host, ("h1", 2))).Component("b", 2, placements: In(DomainKind.Zone, ("z", 2)))
                .NeedsOf(1, "web", "a", "b")
                .Entry("web").Cuts(),
            c => c.Contains("host") && c.Contains("zone"));

    [Fact]
    public void Unconstrained_instances_may_share_a_host() =>
        Assert.Equal(
            ["host of web?", "web x2"],
            new SystemBuilder().Component("web", 2, placements: Together(DomainKind.Host, 1, 2)).Entry("web").Cuts());

    [Fact]
    public void Instances_that_are_kept_apart_share_no_host() =>
        Assert.Equal(
            ["web x2"],
            new SystemBuilder().Component("web", 2, placements: Together(DomainKind.Host, 1, 1)).Entry("web").Cuts());

    [Fact]
    public void An_unnamed_zone_that_must_hold_a_majority_is_certain() =>
        Assert.Equal(
            ["zone of etcd", "etcd x2"],
            new SystemBuilder()
                .Component("etcd", 3, 2, style: ReplicationStyle.Quorum, placements: Together(DomainKind.Zone, 2, 2))
                .Entry("etcd").Cuts());

    [Fact]
    public void Where_one_instance_is_enough_its_unnamed_host_says_nothing_more() =>
        Assert.Equal(
            ["web"],
            new SystemBuilder().Component("web", 1, placements: Together(DomainKind.Host, 1, 1)).Entry("web").Cuts());

    [Fact]
    public void Unnamed_hosts_of_two_components_are_not_paired() =>
        Assert.Equal(
            ["web"],
            new SystemBuilder()
                .Component("web")
                .Component("a", 3, placements: Together(DomainKind.Host, null, null)).Component("b", 3, placements: Together(DomainKind.Host, null, null))
                .NeedsOf(1, "web", "a", "b")
                .Entry("web").Cuts());

    [Fact]
    public void Which_zone_holds_the_primary_is_not_known()
    {
        var system = new SystemBuilder()
            .Component("db", 2, style: ReplicationStyle.PrimaryReplica, failover: FailoverKind.None, placements: In(DomainKind.Zone, ("a", 1), ("b", 1)))
            .Entry("db");
        Assert.Equal(["db(primary)", "domain:zone/a?", "domain:zone/b?"], system.Cuts(Mode.Write));
    }

    [Fact]
    public void A_parent_of_a_narrower_kind_is_no_parent() =>
        Assert.Equal(
            ["domain:host/h1", "web x2"],
            new SystemBuilder()
                .Domain(DomainKind.Host, "h1", "domain:host/h1").Domain(DomainKind.Zone, "z", "domain:host/h1")
                .Component("web", 2, placements: In(DomainKind.Host, ("h1", 2)))
                .Entry("web").Cuts());
}
