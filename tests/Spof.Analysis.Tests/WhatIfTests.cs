using Spof.Model;
using static Spof.Analysis.Tests.SystemBuilder;

namespace Spof.Analysis.Tests;

public sealed class WhatIfTests
{
    [Fact]
    public void What_needs_the_lost_thing_stops_and_the_rest_goes_on()
    {
        var result = Lose(Shop(), "db");
        Assert.Equal(["entry:web"], result.Stops);
        Assert.Equal(["entry:admin"], result.Survives);
        Assert.Equal(EntryPointState.Stopped, State(result, "web", Mode.Read));
        Assert.Equal(EntryPointState.Up, State(result, "admin", Mode.Write));
    }

    [Fact]
    public void Steps_tell_in_which_order_things_fall_and_because_of_what() =>
        Assert.Equal(
            [(0, "db", null), (1, "api", "db"), (2, "web", "api")],
            Lose(Shop(), "db").Steps.Select(s => (s.Round, s.ComponentId, s.BecauseOf)));

    [Fact]
    public void A_soft_dependency_degrades()
    {
        var result = Lose(new SystemBuilder().Component("web").Component("cache").Needs("web", "cache", Strength.Soft).Entry("web"), "cache");
        Assert.Equal(EntryPointState.Degraded, State(result, "web", Mode.Read));
        Assert.Equal(["entry:web"], result.Survives);
        Assert.Equal((1, "web", EntryPointState.Degraded), (result.Steps[1].Round, result.Steps[1].ComponentId, result.Steps[1].State));
    }

    [Fact]
    public void A_caller_of_something_degraded_is_degraded_too()
    {
        var system = new SystemBuilder()
            .Component("web").Component("api").Component("cache")
            .Needs("web", "api").Needs("api", "cache", Strength.Soft).Entry("web");
        Assert.Equal(EntryPointState.Degraded, State(Lose(system, "cache"), "web", Mode.Read));
    }

    [Fact]
    public void A_dependency_of_unknown_strength_possibly_stops()
    {
        var result = Lose(new SystemBuilder().Component("web").Component("cache").Needs("web", "cache", Strength.Unknown).Entry("web"), "cache");
        Assert.Equal(EntryPointState.PossiblyStopped, State(result, "web", Mode.Read));
        Assert.Empty(result.Stops);
        Assert.Empty(result.Survives);
    }

    [Fact]
    public void An_alternative_that_is_left_keeps_the_caller_up()
    {
        var system = new SystemBuilder().Component("web").Component("a").Component("b").NeedsOf(1, "web", "a", "b").Entry("web");
        Assert.Equal(EntryPointState.Up, State(Lose(system, "a"), "web", Mode.Read));
        Assert.Equal(EntryPointState.Stopped, State(Lose(system, "a", "b"), "web", Mode.Read));
    }

    [Fact]
    public void A_lost_component_is_gone_with_all_its_instances() =>
        Assert.Equal(EntryPointState.Stopped, State(Lose(new SystemBuilder().Component("web", 5).Entry("web"), "web"), "web", Mode.Read));

    [Fact]
    public void A_lost_zone_takes_the_instances_of_its_hosts()
    {
        var system = new SystemBuilder()
            .Domain(DomainKind.Zone, "a").Domain(DomainKind.Host, "h1", "domain:zone/a").Domain(DomainKind.Host, "h2")
            .Component("one", 2, placements: In(DomainKind.Host, ("h1", 2))).Component("two", 2, placements: In(DomainKind.Host, ("h1", 1), ("h2", 1)))
            .Entry("one").Entry("two");
        var result = Lose(system, "domain:zone/a");
        Assert.Equal(["entry:one"], result.Stops);
        Assert.Equal(["entry:two"], result.Survives);
        Assert.Equal(["entry:one", "entry:two"], Lose(system, "domain:zone/a", "domain:host/h2").Stops);
    }

    [Fact]
    public void Reads_and_writes_are_told_apart()
    {
        var result = Lose(
            new SystemBuilder().Component("web").Component("queue").Needs("web", "queue", access: Access.Write).Entry("web"), "queue");
        Assert.Equal(
            [EntryPointState.Up, EntryPointState.Stopped, EntryPointState.Stopped],
            result.Outcomes.Select(o => o.State));
        Assert.Equal([Mode.Write], result.Steps.Single(s => s.ComponentId == "web").Modes);
        Assert.Equal(["entry:web"], result.Stops);
    }

    [Fact]
    public void What_only_start_up_needs_does_not_stop_what_runs()
    {
        var result = Lose(
            new SystemBuilder().Component("web").Component("vault").Needs("web", "vault", phase: Phase.Startup).Entry("web"), "vault");
        Assert.Empty(result.Stops);
        Assert.Equal(EntryPointState.Stopped, State(result, "web", Mode.Start));
    }

    [Fact]
    public void An_alias_is_as_good_as_an_id() =>
        Assert.Equal(
            ["db"],
            Lose(new SystemBuilder().Component(Made("db") with { Aliases = ["svc"] }).Entry("db"), "svc").Lost);

    [Fact]
    public void What_does_not_exist_is_refused_by_name()
    {
        Assert.Contains("'nothing'", Assert.Throws<ArgumentException>(() => Lose(Shop(), "nothing")).Message);
        Assert.Contains("'elsewhere'", Assert.Throws<ArgumentException>(() => WhatIf.Lose(Shop().Build(), "elsewhere", ["db"])).Message);
    }

    [Fact]
    public void A_text_is_looked_up_as_id_then_as_name_then_as_the_end_of_an_id()
    {
        var target = new SystemBuilder()
            .Domain(DomainKind.Zone, "a")
            .Component(Made("k8s:shop/Deployment/web") with { Name = "web", Aliases = ["k8s:shop/Service/front"] })
            .Component(Made("k8s:pay/Deployment/api") with { Name = "api" })
            .Component(Made("k8s:shop/Deployment/api") with { Name = "api" })
            .Build().Targets[0];
        Assert.Equal(["k8s:shop/Deployment/web"], WhatIf.Find(target, "k8s:shop/Service/front"));
        Assert.Equal(["k8s:shop/Deployment/web"], WhatIf.Find(target, "front"));
        Assert.Equal(["k8s:pay/Deployment/api", "k8s:shop/Deployment/api"], WhatIf.Find(target, "api"));
        Assert.Equal(["k8s:shop/Deployment/api"], WhatIf.Find(target, "k8s:shop/Deployment/api"));
        Assert.Equal(["domain:zone/a"], WhatIf.Find(target, "a"));
        Assert.Empty(WhatIf.Find(target, "nothing"));
    }

    private static SystemBuilder Shop() => new SystemBuilder()
        .Component("web", 2).Component("api", 2).Component("db").Component("admin")
        .Needs("web", "api").Needs("api", "db")
        .Entry("web").Entry("admin");

    private static WhatIfResult Lose(SystemBuilder system, params string[] ids) => WhatIf.Lose(system.Build(), "k8s", ids);

    private static EntryPointState State(WhatIfResult result, string entry, Mode mode) =>
        result.Outcomes.Single(o => o.EntryPointId == "entry:" + entry && o.Mode == mode).State;
}
