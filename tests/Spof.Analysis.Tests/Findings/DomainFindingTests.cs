using Spof.Model;
using static Spof.Analysis.Tests.SystemBuilder;

namespace Spof.Analysis.Tests.Findings;

public sealed class DomainFindingTests
{
    [Fact]
    public void A_host_that_takes_all_instances_is_told()
    {
        var finding = new SystemBuilder()
            .Domain(DomainKind.Host, "h1")
            .Component("web", 2, placements: In(DomainKind.Host, ("h1", 2))).Entry("web").Analyse().Findings.Single();
        Assert.Equal(("SPOF7003", FindingLevel.Warning, FailureClass.Host), (finding.RuleId, finding.Level, finding.Class!.Value));
        Assert.Equal("domain:host/h1", finding.NodeId);
        Assert.Equal(
            "Losing host 'h1' stops the only entry point: web. It takes too many instances of 'web' with it.", finding.Message);
    }

    [Fact]
    public void A_host_whose_only_victim_is_a_single_instance_is_said_already() =>
        Assert.Equal(
            ["SPOF7001"],
            new SystemBuilder()
                .Domain(DomainKind.Host, "h1")
                .Component("web", placements: In(DomainKind.Host, ("h1", 1))).Entry("web").Analyse().Findings.Select(f => f.RuleId));

    [Fact]
    public void A_host_that_also_takes_a_redundant_component_is_told_beside_the_single_instance()
    {
        var findings = new SystemBuilder()
            .Domain(DomainKind.Host, "h1")
            .Component("web", 2, placements: In(DomainKind.Host, ("h1", 2)))
            .Component("db", placements: In(DomainKind.Host, ("h1", 1)))
            .Needs("web", "db").Entry("web").Analyse().Findings;
        Assert.Equal(["SPOF7001", "SPOF7003"], findings.Select(f => f.RuleId));
    }

    [Fact]
    public void A_told_host_tells_all_that_it_stops_also_what_a_single_point_in_it_stops()
    {
        var findings = new SystemBuilder()
            .Domain(DomainKind.Host, "h1")
            .Component("web", 2, placements: In(DomainKind.Host, ("h1", 2)))
            .Component("db", placements: In(DomainKind.Host, ("h1", 1)))
            .Component("orders", 2).Component("help", 2)
            .Needs("orders", "db").Entry("web").Entry("orders").Entry("help").Analyse().Findings;

        var host = findings.Single(f => f.RuleId == "SPOF7003" && f.NodeId == "domain:host/h1");
        Assert.Equal(["entry:orders", "entry:web"], host.Stops.Order(StringComparer.Ordinal));
        Assert.Equal(["entry:help"], host.Survives);
        Assert.StartsWith("Losing host 'h1' stops 2 of 3 entry points: ", host.Message, StringComparison.Ordinal);
        Assert.Equal(["web"], host.Witness);
    }

    [Fact]
    public void A_pair_tells_all_that_it_stops_also_what_one_of_the_two_stops_alone()
    {
        var pair = new SystemBuilder()
            .Component("web", 3).Component("pay", 3).Component("help", 3)
            .Component("a").Component("b")
            .NeedsOf(1, "web", "a", "b").Needs("pay", "a").Entry("web").Entry("pay").Entry("help").Analyse().Findings.Single(f => f.RuleId == "SPOF7002");
        Assert.Equal(["entry:pay", "entry:web"], pair.Stops.Order(StringComparer.Ordinal));
        Assert.Equal(["entry:help"], pair.Survives);
    }

    [Fact]
    public void The_chain_of_a_domain_shows_what_falls_with_it_first_what_decides()
    {
        static Placement At(string name, int instances, string domain = "a") => In(DomainKind.Zone, (domain, instances)) with
        {
            Evidence = [new Evidence(EvidenceLayer.Manifest, new SourcePosition(name + ".yaml", 1), name)],
        };
        var finding = new SystemBuilder()
            .Domain(DomainKind.Zone, "a").Domain(DomainKind.Zone, "b")
            .Component("web", 2, placements: In(DomainKind.Zone, ("a", 1), ("b", 1)) with { Evidence = At("web", 1).Evidence })
            .Component("aside", placements: At("aside", 1))
            .Component("cache", 2, placements: At("cache", 2))
            .Component("store", 2, placements: At("store", 2))
            .Needs("web", "store").Needs("store", "cache").Entry("web").Analyse().Findings.Single(f => f.NodeId == "domain:zone/a");

        Assert.Equal([finding.Witness[0], finding.Witness[0] == "store" ? "cache" : "store"], finding.Chain.Select(e => e.Text));
    }

    [Fact]
    public void An_unnamed_zone_is_no_question_where_an_unnamed_host_certainly_stops_the_same()
    {
        Placement[] open = [new() { Kind = DomainKind.Host, Together = Count.Exactly(2) }, new() { Kind = DomainKind.Zone, Together = Count.Between(1, 2, "not constrained") }];
        Assert.Equal(["SPOF7003"], new SystemBuilder().Component("web", 2, placements: open).Entry("web").Analyse().Findings.Select(f => f.RuleId));

        Placement[] named = [In(DomainKind.Host, ("h1", 2)), open[1]];
        Assert.Equal(
            ["domain:host/h1"],
            new SystemBuilder().Domain(DomainKind.Host, "h1").Component("web", 2, placements: named).Entry("web").Analyse().Findings.Select(f => f.NodeId));
    }

    [Fact]
    public void Two_alternatives_on_one_host_are_lost_together() =>
        Assert.Contains(
            new SystemBuilder()
                .Domain(DomainKind.Host, "h1")
                .Component("web", 3)
                .Component("a", placements: In(DomainKind.Host, ("h1", 1))).Component("b", placements: In(DomainKind.Host, ("h1", 1)))
                .NeedsOf(1, "web", "a", "b").Entry("web").Analyse().Findings,
            f => f.RuleId == "SPOF7003" && f.NodeId == "domain:host/h1");

    [Fact]
    public void Host_zone_and_region_are_told_apart_because_their_remedies_differ()
    {
        var findings = new SystemBuilder()
            .Domain(DomainKind.Region, "eu").Domain(DomainKind.Zone, "a", "domain:region/eu").Domain(DomainKind.Host, "h1", "domain:zone/a")
            .Component("web", 2, placements: In(DomainKind.Host, ("h1", 2)))
            .Entry("web").Analyse().Findings;
        Assert.Equal(
            [("SPOF7003", FindingLevel.Warning), ("SPOF7004", FindingLevel.Warning), ("SPOF7005", FindingLevel.Note)],
            findings.Select(f => (f.RuleId, f.Level)));
    }

    [Fact]
    public void Unconstrained_instances_give_one_note_a_component_for_all_kinds_of_domain()
    {
        var finding = new SystemBuilder()
            .Component("web", 3, placements: [Together(DomainKind.Host, 1, null), Together(DomainKind.Zone, 1, null)])
            .Entry("web", 0).Analyse().Findings.Single();
        Assert.Equal(("SPOF7003", FindingLevel.Note, Verdict.Possible), (finding.RuleId, finding.Level, finding.Verdict));
        Assert.StartsWith(
            "Losing one host or zone with several instances of 'web' may stop the only entry point: web. "
            + "Nothing keeps them on different hosts or zones.",
            finding.Message);
    }

    [Fact]
    public void Instances_spread_over_hosts_but_not_over_zones_give_a_note_about_zones()
    {
        var finding = new SystemBuilder()
            .Component("web", 2, placements: [Together(DomainKind.Host, 1, 1), Together(DomainKind.Zone, 1, null)])
            .Entry("web").Analyse().Findings.Single();
        Assert.Equal(("SPOF7004", FindingLevel.Note), (finding.RuleId, finding.Level));
    }

    [Fact]
    public void A_zone_without_a_name_that_must_hold_a_majority_is_a_warning()
    {
        var finding = new SystemBuilder()
            .Component("etcd", 3, 2, style: ReplicationStyle.Quorum, placements: Together(DomainKind.Zone, 2, 3))
            .Entry("etcd").Analyse().Findings.Single();
        Assert.Equal(("SPOF7004", FindingLevel.Warning), (finding.RuleId, finding.Level));
        Assert.StartsWith("Losing the zone that holds 2 of 3 instances of 'etcd' stops the only entry point: etcd.", finding.Message);
    }

    [Fact]
    public void The_zone_of_a_primary_that_is_a_single_point_of_failure_is_said_already() =>
        Assert.DoesNotContain(
            new SystemBuilder()
                .Component("db", 2, style: ReplicationStyle.PrimaryReplica, failover: FailoverKind.None, placements: In(DomainKind.Zone, ("a", 1), ("b", 1)))
                .Entry("db").Analyse().Findings,
            f => f.RuleId == "SPOF7004");

    [Fact]
    public void The_chain_lists_what_falls_with_the_domain_and_the_stopped_entry_point_needs_and_nothing_else()
    {
        static Component OnH1(string name, int instances = 2) => Made(name) with
        {
            Instances = Count.Exactly(instances),
            Placements =
            [
                In(DomainKind.Host, ("h1", instances)) with
                {
                    Evidence = [new Evidence(EvidenceLayer.Manifest, new SourcePosition($"deploy/{name}.yaml", 3), "nodeName: h1")],
                },
            ],
        };

        var finding = new SystemBuilder()
            .Domain(DomainKind.Host, "h1")
            .Component(OnH1("web")).Component(OnH1("a", 1)).Component(OnH1("b", 1)).Component(OnH1("cache")).Component(OnH1("reports"))
            .NeedsOf(1, "web", "a", "b").Needs("web", "cache", Strength.Soft).Needs("reports", "web")
            .Entry("web").Analyse().Findings.Single(f => f.RuleId == "SPOF7003");
        Assert.Equal(["deploy/web.yaml", "deploy/a.yaml", "deploy/b.yaml"], finding.Chain.Select(e => e.At.Path));
    }

    [Fact]
    public void A_Compose_project_is_not_told_to_spread_over_hosts_that_it_cannot_have()
    {
        static string FixIn(TargetKind kind, int instances = 2) => new SystemBuilder { Kind = kind }
            .Domain(DomainKind.Host, "h1")
            .Component("web", instances, placements: In(DomainKind.Host, ("h1", instances))).Entry("web").Analyse().Findings.Single().Fix;
        Assert.Contains("anti-affinity", FixIn(TargetKind.Kubernetes));
        Assert.DoesNotContain("anti-affinity", FixIn(TargetKind.Compose));
        Assert.Contains("several hosts", FixIn(TargetKind.Compose));
        Assert.Contains("spread them over hosts", FixIn(TargetKind.Kubernetes, 1));
        Assert.DoesNotContain("spread them over hosts", FixIn(TargetKind.Compose, 1));
    }

    [Fact]
    public void A_domain_of_a_lower_tier_is_a_note() =>
        Assert.Equal(
            FindingLevel.Note,
            new SystemBuilder().Component("web", 2, placements: In(DomainKind.Zone, ("a", 2))).Entry("web", 2).Analyse().Findings.Single().Level);
}
