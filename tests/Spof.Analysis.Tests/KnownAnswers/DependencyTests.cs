using Spof.Model;

namespace Spof.Analysis.Tests.KnownAnswers;

public sealed class DependencyTests
{
    [Fact]
    public void A_hard_dependency_passes_a_loss_on_through_any_number_of_hops() =>
        Assert.Equal(
            ["api", "db", "web"],
            new SystemBuilder().Component("web").Component("api").Component("db").Needs("web", "api").Needs("api", "db").Entry("web").Cuts());

    [Fact]
    public void A_component_that_nothing_needs_stops_nothing() =>
        Assert.Equal(["web"], new SystemBuilder().Component("web").Component("db").Entry("web").Cuts());

    [Fact]
    public void A_soft_dependency_stops_nothing() =>
        Assert.Equal(
            ["web"],
            new SystemBuilder().Component("web").Component("cache").Needs("web", "cache", Strength.Soft).Entry("web").Cuts());

    [Fact]
    public void A_dependency_of_unknown_strength_may_stop_its_caller()
    {
        var system = new SystemBuilder().Component("web").Component("cache").Needs("web", "cache", Strength.Unknown).Entry("web");
        Assert.Equal(["cache?", "web"], system.Cuts());
        var possible = system.Analyse().Targets[0].EntryPoints[0].CutSets.Single(c => c.Verdict == Verdict.Possible);
        Assert.Equal("strength of the dependency of 'web' on 'cache'", Assert.Single(possible.Unknowns).What);
    }

    [Fact]
    public void A_certain_way_wins_over_a_possible_one() =>
        Assert.Equal(
            ["api", "db", "web"],
            new SystemBuilder()
                .Component("web").Component("api").Component("db")
                .Needs("web", "db", Strength.Unknown).Needs("web", "api").Needs("api", "db")
                .Entry("web").Cuts());

    [Fact]
    public void One_of_two_alternatives_is_enough() =>
        Assert.Equal(
            ["web", "a + b"],
            new SystemBuilder().Component("web").Component("a").Component("b").NeedsOf(1, "web", "a", "b").Entry("web").Cuts());

    [Fact]
    public void Two_of_three_alternatives_fail_with_any_two() =>
        Assert.Equal(
            ["web", "a + b", "a + c", "b + c"],
            new SystemBuilder()
                .Component("web").Component("a").Component("b").Component("c")
                .NeedsOf(2, "web", "a", "b", "c")
                .Entry("web").Cuts());

    [Fact]
    public void What_both_alternatives_need_is_a_single_point_of_failure() =>
        Assert.Equal(
            ["db", "web", "a + b"],
            new SystemBuilder()
                .Component("web").Component("a").Component("b").Component("db")
                .NeedsOf(1, "web", "a", "b").Needs("a", "db").Needs("b", "db")
                .Entry("web").Cuts());

    [Fact]
    public void A_target_outside_the_system_is_an_alternative_that_stays() =>
        Assert.Equal(
            ["web"],
            new SystemBuilder().Component("web").Component("a").NeedsOf(1, "web", "a", "host:elsewhere").Entry("web").Cuts());

    [Fact]
    public void An_alternative_is_found_by_its_alias() =>
        Assert.Equal(
            ["db", "web"],
            new SystemBuilder()
                .Component("web")
                .Component(SystemBuilder.Made("db") with { Aliases = ["k8s:shop/Service/db"] })
                .Needs("web", "k8s:shop/Service/db")
                .Entry("web").Cuts());

    [Fact]
    public void A_cycle_stands_as_long_as_nothing_in_it_is_lost() =>
        Assert.Equal(
            ["a", "b"],
            new SystemBuilder().Component("a").Component("b").Needs("a", "b").Needs("b", "a").Entry("a").Cuts());

    [Fact]
    public void A_cycle_through_alternatives_needs_a_cause_outside()
    {
        // a needs b or c, b needs a: losing c alone leaves a and b holding each other up, because both are still running.
        Assert.Equal(
            ["a", "b + c"],
            new SystemBuilder()
                .Component("a").Component("b").Component("c")
                .NeedsOf(1, "a", "b", "c").Needs("b", "a")
                .Entry("a").Cuts());
    }

    [Fact]
    public void A_component_that_needs_itself_is_like_one_that_does_not() =>
        Assert.Equal(["a"], new SystemBuilder().Component("a").Needs("a", "a").Entry("a").Cuts());

    [Fact]
    public void Each_entry_point_has_its_own_answer()
    {
        var system = new SystemBuilder()
            .Component("web").Component("admin").Component("db")
            .Needs("admin", "db")
            .Entry("web").Entry("admin");
        Assert.Equal(["web"], system.Cuts(entry: "web"));
        Assert.Equal(["admin", "db"], system.Cuts(entry: "admin"));
    }

    [Fact]
    public void An_entry_point_whose_component_is_missing_has_no_cut_sets() =>
        Assert.Empty(new SystemBuilder().Component("web").Entry("gone").Cuts());

    [Fact]
    public void Order_one_leaves_pairs_out()
    {
        var answer = new SystemBuilder().Component("web", 2).Component("db").Needs("web", "db").Entry("web").Analyse(maxOrder: 1);
        Assert.Equal([1], answer.Targets[0].EntryPoints[0].CutSets.Select(c => c.Order));
    }

    [Fact]
    public void The_witness_runs_from_what_is_lost_to_the_entry_point()
    {
        var cut = new SystemBuilder()
            .Component("web", 3).Component("api", 3).Component("db")
            .Needs("web", "api").Needs("api", "db")
            .Entry("web").Analyse().Targets[0].EntryPoints[0].CutSets.Single();
        Assert.Equal(["db", "api", "web"], cut.Witness);
    }

    [Fact]
    public void Background_work_counts_for_a_consumer_and_not_for_requests()
    {
        Assert.Equal(["web"], Of(EntryPointKind.Ingress));
        Assert.Equal(["db", "web"], Of(EntryPointKind.Consumer));
        Assert.Equal(["db?", "web"], Of(EntryPointKind.Declared));

        static string[] Of(EntryPointKind kind) => new SystemBuilder()
            .Component("web").Component("db")
            .Needs("web", "db", phase: Phase.Background)
            .Entry("web", kind: kind).Cuts();
    }

    [Fact]
    public void A_start_up_dependency_counts_for_starting_alone()
    {
        var system = new SystemBuilder().Component("web").Component("cache").Needs("web", "cache", phase: Phase.Startup).Entry("web");
        Assert.Equal(["web"], system.Cuts());
        Assert.Equal(["web"], system.Cuts(Mode.Write));
        Assert.Equal(["cache"], system.Cuts(Mode.Start));
    }

    [Fact]
    public void What_a_needed_component_must_have_to_start_keeps_the_entry_point_from_starting() =>
        Assert.Equal(
            ["vault"],
            new SystemBuilder()
                .Component("web").Component("api").Component("vault")
                .Needs("web", "api").Needs("api", "vault", phase: Phase.Startup)
                .Entry("web").Cuts(Mode.Start));

    [Fact]
    public void A_dependency_at_start_and_later_is_told_once_for_serving() =>
        Assert.Empty(
            new SystemBuilder()
                .Component("web").Component("db")
                .Needs("web", "db", phase: Phase.Startup | Phase.Request)
                .Entry("web").Cuts(Mode.Start));
}
