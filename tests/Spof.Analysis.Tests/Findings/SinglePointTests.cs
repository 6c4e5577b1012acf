using Spof.Model;
using static Spof.Analysis.Tests.SystemBuilder;

namespace Spof.Analysis.Tests.Findings;

public sealed class SinglePointTests
{
    [Fact]
    public void One_finding_a_node_merges_entry_points_and_modes()
    {
        var finding = Shop().Analyse().Findings.Single(f => f.NodeId == "orders-db");
        Assert.Equal("SPOF7001", finding.RuleId);
        Assert.Equal(FindingLevel.Error, finding.Level);
        Assert.Equal("Losing 'orders-db' stops 2 of 3 entry points: checkout, orders.", finding.Message);
        Assert.Equal(["entry:checkout", "entry:orders"], finding.Stops);
        Assert.Equal(["entry:catalogue"], finding.Survives);
        Assert.Equal([Mode.Read, Mode.Write], finding.Modes);
        Assert.Equal((FailureClass.Instance, Verdict.Certain, Confidence.VeryHigh), (finding.Class!.Value, finding.Verdict, finding.Confidence));
        Assert.Equal("k8s", finding.TargetId);
    }

    [Fact]
    public void A_database_of_others_is_told_of_a_standby_and_not_of_a_second_payment_provider()
    {
        static string FixOf(ComponentKind? store) => new SystemBuilder()
            .Component("web", 3)
            .Component(Made("host:db.acme.io") with { Kind = ComponentKind.ThirdParty, StoreBehind = store })
            .Needs("web", "host:db.acme.io").Entry("web").Analyse().Findings.Single().Fix;
        Assert.Contains("multi-AZ", FixOf(ComponentKind.Database));
        Assert.DoesNotContain("payments", FixOf(ComponentKind.Database));
        Assert.Contains("payments", FixOf(null));
    }

    [Fact]
    public void The_chain_runs_from_code_over_configuration_to_the_manifest()
    {
        var finding = Shop().Analyse().Findings.Single(f => f.NodeId == "orders-db");
        Assert.Equal(
            ["src/orders.cs:21", "src/orders.json:7", "deploy/orders-db.yaml:12"],
            finding.Chain.Select(e => e.At.ToString()));
        Assert.Equal(["orders-db", "orders"], finding.Witness);
    }

    [Fact]
    public void A_system_without_single_points_of_failure_has_no_findings() =>
        Assert.Empty(new SystemBuilder().Component("web", 3).Component("db", 3, 2, style: ReplicationStyle.Quorum).Needs("web", "db").Entry("web").Analyse().Findings);

    [Theory]
    [InlineData(0, Certainty.Declared, FindingLevel.Error)]
    [InlineData(1, Certainty.Resolved, FindingLevel.Error)]
    [InlineData(1, Certainty.Inferred, FindingLevel.Warning)]
    [InlineData(2, Certainty.Declared, FindingLevel.Warning)]
    [InlineData(3, Certainty.Declared, FindingLevel.Warning)]
    public void The_level_follows_tier_and_the_weakest_hop(int tier, Certainty how, FindingLevel level)
    {
        var findings = new SystemBuilder().Component("web", 3).Component("db").Needs("web", "db", how: how).Entry("web", tier).Analyse().Findings;
        Assert.Equal(level, Assert.Single(findings).Level);
    }

    [Theory]
    [InlineData(ReplicationStyle.Unknown, FindingLevel.Note, "Show that the instances replicate")]
    [InlineData(ReplicationStyle.Sharded, FindingLevel.Error, "Lower the number of instances that are needed")]
    public void Copies_that_may_not_replicate_ask_for_proof_and_shards_for_replicas(ReplicationStyle style, FindingLevel level, string fix)
    {
        var system = new SystemBuilder().Component("web", 3).Component("db", 3, style == ReplicationStyle.Sharded ? 3 : 1, style: style).Needs("web", "db").Entry("web");
        var finding = system.Analyse().Findings.First(f => f.RuleId == "SPOF7001");
        Assert.Equal(level, finding.Level);
        Assert.StartsWith(fix, finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_weak_hop_anywhere_on_the_way_weakens_the_finding()
    {
        var finding = Assert.Single(
            new SystemBuilder()
                .Component("web", 3).Component("api", 3).Component("db")
                .Needs("web", "api", how: Certainty.Inferred).Needs("api", "db")
                .Entry("web").Analyse().Findings);
        Assert.Equal((Confidence.Medium, FindingLevel.Warning), (finding.Confidence, finding.Level));
    }

    [Fact]
    public void The_surest_entry_point_speaks_for_the_finding()
    {
        var finding = new SystemBuilder()
            .Component("web", 3).Component("admin", 3).Component("db")
            .Needs("web", "db", how: Certainty.Inferred).Needs("admin", "db")
            .Entry("web", 0).Entry("admin")
            .Analyse().Findings.Single();
        Assert.Equal((FindingLevel.Error, "src/admin.cs"), (finding.Level, finding.Chain[0].At.Path));
    }

    [Fact]
    public void What_hangs_on_something_unknown_is_a_note_that_says_what()
    {
        var finding = Assert.Single(
            new SystemBuilder()
                .Component(Made("web") with { Instances = Count.Unknown("variable 'replicas' has no default") })
                .Entry("web", 0).Analyse().Findings);
        Assert.Equal((FindingLevel.Note, Verdict.Possible), (finding.Level, finding.Verdict));
        Assert.Equal(
            "Losing 'web' may stop the only entry point: web. Not known: instances of 'web' (variable 'replicas' has no default).",
            finding.Message);
        Assert.Single(finding.Unknowns);
    }

    [Fact]
    public void A_certain_stop_is_told_without_the_possible_ones()
    {
        var finding = new SystemBuilder()
            .Component("web", 3).Component("admin", 3).Component("db")
            .Needs("web", "db").Needs("admin", "db", Strength.Unknown)
            .Entry("web").Entry("admin").Entry("other")
            .Analyse().Findings.Single();
        Assert.Equal(Verdict.Certain, finding.Verdict);
        Assert.Equal(["entry:web"], finding.Stops);
        Assert.Equal(["entry:other"], finding.Survives);
        Assert.Empty(finding.Unknowns);
    }

    [Fact]
    public void Only_what_stops_is_named_as_stopped()
    {
        var finding = new SystemBuilder()
            .Component("web", 3).Component("queue").Needs("web", "queue", access: Access.Write).Entry("web").Entry("other")
            .Analyse().Findings.Single();
        Assert.Equal("Losing 'queue' stops writes of 1 of 2 entry points: web.", finding.Message);
    }

    [Fact]
    public void What_only_keeps_from_starting_is_a_warning_with_its_own_fix()
    {
        var finding = new SystemBuilder()
            .Component("web", 3).Component("cache", kind: ComponentKind.Cache).Needs("web", "cache", phase: Phase.Startup).Entry("web", 0)
            .Analyse().Findings.Single();
        Assert.Equal(("SPOF7001", FindingLevel.Warning), (finding.RuleId, finding.Level));
        Assert.Equal([Mode.Start], finding.Modes);
        Assert.Equal("Losing 'cache' keeps the only entry point from starting: web.", finding.Message);
        Assert.StartsWith("Let the service start without it", finding.Fix);
    }

    [Theory]
    [InlineData(ComponentKind.Workload, 1, 10, "Let it never run fewer than two instances")]
    [InlineData(ComponentKind.Workload, 1, 1, "Run at least two instances")]
    [InlineData(ComponentKind.Database, 1, 3, "Add a standby")]
    public void Where_an_autoscaler_may_leave_one_instance_the_fix_is_its_minimum(ComponentKind kind, int min, int max, string expected)
    {
        var web = SystemBuilder.Made("web") with { Kind = kind, Instances = min == max ? Count.Exactly(min) : Count.Between(min, max, "scaled") };
        Assert.StartsWith(expected, new SystemBuilder().Component(web).Entry("web").Analyse().Findings.First(f => f.RuleId == "SPOF7001").Fix);
    }

    [Fact]
    public void A_third_party_is_called_one()
    {
        var finding = new SystemBuilder()
            .Component("web", 3).ThirdParty("api.example.com").Needs("web", "host:api.example.com").Entry("web")
            .Analyse().Findings.Single();
        Assert.Equal(FailureClass.ThirdParty, finding.Class);
        Assert.Equal("Losing the third party 'api.example.com' stops the only entry point: web.", finding.Message);
        Assert.StartsWith("Add a fallback", finding.Fix);
    }

    [Fact]
    public void Manual_failover_is_told_in_place_of_the_single_point_of_failure()
    {
        var component = Made("db") with
        {
            Kind = ComponentKind.Database,
            Instances = Count.Exactly(2),
            Replication = ReplicationStyle.PrimaryReplica,
            Failover = new Failover(FailoverKind.Manual, 900),
        };
        var findings = new SystemBuilder().Component("web", 3).Component(component).Needs("web", "db").Entry("web").Analyse().Findings;
        var finding = findings.Single(f => f.RuleId != "SPOF7002");
        Assert.Equal(("SPOF7006", FindingLevel.Error), (finding.RuleId, finding.Level));
        Assert.Equal(
            "Losing the primary of 'db' stops writes of the only entry point until a person fails over (about 15 min): web.",
            finding.Message);
    }

    [Fact]
    public void A_primary_without_failover_stays_a_single_point_of_failure()
    {
        var finding = new SystemBuilder()
            .Component("web", 3)
            .Component("db", 2, style: ReplicationStyle.PrimaryReplica, failover: FailoverKind.None)
            .Needs("web", "db").Entry("web").Analyse().Findings.Single(f => f.RuleId != "SPOF7002");
        Assert.Equal("SPOF7001", finding.RuleId);
        Assert.StartsWith("Losing the primary of 'db' stops writes", finding.Message);
    }

    [Fact]
    public void Development_targets_are_answered_and_marked_and_rank_lower()
    {
        var judged = Shop();
        var development = Shop();
        development.Role = TargetRole.Development;
        var (a, b) = (judged.Analyse().Findings[0], development.Analyse().Findings[0]);
        Assert.Equal((TargetRole.Judged, TargetRole.Development), (a.TargetRole, b.TargetRole));
        Assert.Equal(a.Level, b.Level);
        Assert.True(b.Rank < a.Rank);
    }

    [Fact]
    public void The_fingerprint_ignores_lines_counts_and_messages()
    {
        var one = Shop().Analyse().Findings.Single(f => f.NodeId == "orders-db");
        var other = Shop()
            .Component("late").Entry("late")
            .Analyse().Findings.Single(f => f.NodeId == "orders-db");
        Assert.NotEqual(one.Message, other.Message);
        Assert.Equal(one.Fingerprint, other.Fingerprint);
        Assert.Matches("^[0-9a-f]{16}$", one.Fingerprint);
    }

    [Fact]
    public void A_published_fingerprint_never_changes() =>
        Assert.Equal("b966767fdb30fbf5", Shop().Analyse().Findings.Single(f => f.NodeId == "orders-db").Fingerprint);

    [Fact]
    public void Findings_come_in_the_order_of_their_rank()
    {
        var findings = Shop().Component("late").Entry("late", 3).Analyse().Findings;
        Assert.Equal(findings.Select(f => f.Rank).OrderDescending(), findings.Select(f => f.Rank));
        Assert.Equal("orders-db", findings[0].NodeId);
        Assert.All(findings, f => Assert.InRange(f.Rank, 0, 100));
    }

    [Fact]
    public void An_error_ranks_above_every_warning()
    {
        var findings = new SystemBuilder()
            .Component("small", 3).Component("one").Needs("small", "one").Entry("small", 1)
            .Component("a", 3).Component("two").Needs("a", "two", how: Certainty.Inferred)
            .Entry("a", 0, name: "a1").Entry("a", 0, name: "a2").Entry("a", 0, name: "a3")
            .Analyse().Findings;
        Assert.Equal([FindingLevel.Error, FindingLevel.Warning], findings.Select(f => f.Level));
    }

    [Fact]
    public void More_than_five_names_are_counted()
    {
        var system = new SystemBuilder().Component("db");
        for (var i = 0; i < 7; i++)
        {
            system.Component($"web{i}", 3).Needs($"web{i}", "db").Entry($"web{i}");
        }

        Assert.Equal(
            "Losing 'db' stops 7 of 7 entry points: web0, web1, web2, web3, web4 and 2 more.",
            system.Analyse().Findings.Single().Message);
    }

    [Fact]
    public void Every_kind_of_component_has_a_fix_that_names_a_risk()
    {
        var fixes = Enum.GetValues<ComponentKind>().Select(Analysis.Findings.Fixes.OfSingleInstance).ToArray();
        Assert.All(fixes, f => Assert.EndsWith(".", f));
        Assert.True(fixes.Distinct().Count() >= fixes.Length - 1);
    }

    private static SystemBuilder Shop() => new SystemBuilder()
        .Component("checkout", 3).Component("orders", 3).Component("catalogue", 3)
        .Component("orders-db", kind: ComponentKind.Database)
        .Needs("checkout", "orders").Needs("orders", "orders-db")
        .Entry("checkout", 0).Entry("orders").Entry("catalogue");
}
