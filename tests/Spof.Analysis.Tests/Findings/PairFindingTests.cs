using Spof.Model;
using static Spof.Analysis.Tests.SystemBuilder;

namespace Spof.Analysis.Tests.Findings;

public sealed class PairFindingTests
{
    [Fact]
    public void Two_third_parties_are_a_weak_pair()
    {
        var finding = new SystemBuilder()
            .Component("web", 3).ThirdParty("a.example.com").ThirdParty("b.example.com")
            .NeedsOf(1, "web", "host:a.example.com", "host:b.example.com").Entry("web", 0).Analyse().Findings.Single();
        Assert.Equal(("SPOF7002", FindingLevel.Warning, FailureClass.ThirdParty), (finding.RuleId, finding.Level, finding.Class!.Value));
        Assert.Equal("Losing 'a.example.com' and 'b.example.com' together stops the only entry point: web.", finding.Message);
        Assert.Equal(["host:a.example.com", "host:b.example.com"], finding.Nodes);
        Assert.Equal("host:a.example.com+host:b.example.com", finding.NodeId);
    }

    [Fact]
    public void Only_tier_0_makes_a_pair_a_warning() =>
        Assert.Equal(FindingLevel.Note, Alternatives(1).Analyse().Findings.Single().Level);

    [Fact]
    public void Two_single_instances_that_nothing_keeps_apart_are_a_weak_pair() =>
        Assert.Equal("SPOF7002", Alternatives(0).Analyse().Findings.Single().RuleId);

    [Fact]
    public void Two_single_instances_on_different_hosts_are_kept_apart() =>
        Assert.Empty(Alternatives(0, In(DomainKind.Host, ("h1", 1)), In(DomainKind.Host, ("h2", 1))).Analyse().Findings);

    [Fact]
    public void Two_instances_of_one_component_are_no_finding_but_stay_in_the_cut_sets()
    {
        var assessment = new SystemBuilder().Component("web", 2).Entry("web", 0).Analyse();
        Assert.Empty(assessment.Findings);
        Assert.Equal(2, assessment.Targets[0].EntryPoints[0].CutSets.Single().Order);
    }

    [Fact]
    public void Copies_of_a_store_that_a_person_must_fail_over_are_a_weak_pair_for_reads()
    {
        var finding = new SystemBuilder()
            .Component("db", 2, style: ReplicationStyle.PrimaryReplica, failover: FailoverKind.Manual).Entry("db", 0)
            .Analyse().Findings.Single(f => f.RuleId == "SPOF7002");
        Assert.Equal("Losing two instances of 'db' stops reads of the only entry point: db.", finding.Message);
        Assert.Equal("db", finding.NodeId);
    }

    [Fact]
    public void A_third_party_with_an_instance_is_no_plausible_pair() =>
        Assert.Empty(
            new SystemBuilder()
                .Component("web", 3).Component("own").ThirdParty("a.example.com")
                .NeedsOf(1, "web", "own", "host:a.example.com").Entry("web", 0).Analyse().Findings);

    [Fact]
    public void A_possible_pair_is_no_finding() =>
        Assert.Empty(
            new SystemBuilder()
                .Component("web", 3).Component("a").Component("b")
                .Depends(new Dependency { From = "web", Targets = ["a", "b"], Strength = Strength.Unknown })
                .Entry("web", 0).Analyse().Findings);

    private static SystemBuilder Alternatives(int tier, Placement? first = null, Placement? second = null) => new SystemBuilder()
        .Component("web", 3)
        .Component("a", placements: first is null ? [] : [first])
        .Component("b", placements: second is null ? [] : [second])
        .NeedsOf(1, "web", "a", "b")
        .Entry("web", tier);
}
