using Spof.Model;
using static Spof.Analysis.Tests.SystemBuilder;

namespace Spof.Analysis.Tests.KnownAnswers;

public sealed class RedundancyTests
{
    [Fact]
    public void A_single_instance_is_a_single_point_of_failure() =>
        Assert.Equal(["web"], new SystemBuilder().Component("web").Entry("web").Cuts());

    [Fact]
    public void Two_instances_of_which_one_is_needed_are_a_pair() =>
        Assert.Equal(["web x2"], new SystemBuilder().Component("web", 2).Entry("web").Cuts());

    [Fact]
    public void Two_instances_that_are_both_needed_are_each_a_single_point_of_failure() =>
        Assert.Equal(["web"], new SystemBuilder().Component("web", 2, 2).Entry("web").Cuts());

    [Fact]
    public void Three_instances_of_which_one_is_needed_have_no_set_of_order_two() =>
        Assert.Empty(new SystemBuilder().Component("web", 3).Entry("web").Cuts());

    [Fact]
    public void A_quorum_of_three_survives_one_loss_and_not_two() =>
        Assert.Equal(["etcd x2"], new SystemBuilder().Component("etcd", 3, 2, style: ReplicationStyle.Quorum).Entry("etcd").Cuts());

    [Fact]
    public void A_quorum_of_two_is_worse_than_one_instance_of_its_own() =>
        Assert.Equal(["etcd"], new SystemBuilder().Component("etcd", 2, 2, style: ReplicationStyle.Quorum).Entry("etcd").Cuts());

    [Fact]
    public void A_sharded_store_loses_a_part_with_every_instance() =>
        Assert.Equal(["shards"], new SystemBuilder().Component("shards", 4, 1, style: ReplicationStyle.Sharded).Entry("shards").Cuts());

    [Fact]
    public void Several_copies_of_a_store_without_evidence_of_replication_are_possibly_no_redundancy() =>
        Assert.Equal(["db?", "db x2"], new SystemBuilder().Component("db", 2, style: ReplicationStyle.Unknown).Entry("db").Cuts());

    [Fact]
    public void A_single_copy_of_a_store_is_certain_whatever_its_replication() =>
        Assert.Equal(["db"], new SystemBuilder().Component("db", style: ReplicationStyle.Unknown).Entry("db").Cuts());

    [Fact]
    public void An_autoscaled_component_is_judged_at_its_minimum()
    {
        Assert.Equal(["web"], Autoscaled(1));
        Assert.Equal(["web x2"], Autoscaled(2));

        static string[] Autoscaled(int min) => new SystemBuilder()
            .Component(Made("web") with { Instances = Count.Between(min, 10, "autoscaled") })
            .Entry("web")
            .Cuts();
    }

    [Fact]
    public void An_unknown_number_of_instances_makes_a_possible_single_point_of_failure()
    {
        var system = new SystemBuilder()
            .Component(Made("web") with { Instances = Count.Unknown("variable 'replicas' has no default") })
            .Entry("web");
        Assert.Equal(["web?"], system.Cuts());
        var cut = system.Analyse().Targets[0].EntryPoints[0].CutSets[0];
        Assert.Equal([new Unknown("instances of 'web'", "variable 'replicas' has no default", new SourcePosition("deploy/web.yaml", 12))], cut.Unknowns);
    }

    [Fact]
    public void The_component_s_own_unknown_is_named_rather_than_a_made_up_one()
    {
        var stated = new Unknown("instances", "variable 'n' has no default", new SourcePosition("main.tf", 4));
        var cut = new SystemBuilder()
            .Component(Made("web") with { Instances = Count.Unknown("not known"), Unknowns = [stated] })
            .Entry("web")
            .Analyse().Targets[0].EntryPoints[0].CutSets[0];
        Assert.Equal([stated with { What = "instances of 'web'" }], cut.Unknowns);
    }

    [Fact]
    public void An_upper_bound_alone_is_no_redundancy_for_sure() =>
        Assert.Equal(
            ["web?", "web x2"],
            new SystemBuilder().Component(Made("web") with { Instances = new Count(null, 2, "at most") }).Entry("web").Cuts());

    [Fact]
    public void A_component_scaled_to_zero_is_not_counted_as_lost() =>
        Assert.Empty(new SystemBuilder().Component("web", 0).Entry("web").Cuts());

    [Fact]
    public void More_needed_than_there_are_means_that_each_one_is_needed() =>
        Assert.Equal(["web"], new SystemBuilder().Component("web", 2, 3).Entry("web").Cuts());

    [Fact]
    public void A_third_party_is_lost_as_a_whole() =>
        Assert.Equal(
            ["web", "host:api.example.com"],
            new SystemBuilder()
                .Component("web")
                .Component(Made("host:api.example.com") with { Kind = ComponentKind.ThirdParty, Instances = Count.Unknown("not ours") })
                .Needs("web", "host:api.example.com")
                .Entry("web")
                .Cuts());

    [Fact]
    public void An_outside_host_that_is_no_third_party_is_judged_by_what_is_known_of_it()
    {
        var managed = Made("host:orders.db.example.net") with
        {
            Kind = ComponentKind.Database,
            Replication = ReplicationStyle.Unknown,
            Instances = Count.Unknown("its redundancy stands in the infrastructure code"),
        };
        var system = new SystemBuilder().Component("web", 3).Component(managed).Needs("web", managed.Id).Entry("web");
        Assert.Equal(["host:orders.db.example.net?"], system.Cuts());
        Assert.Equal("instances of 'host:orders.db.example.net'", Assert.Single(system.Analyse().Targets[0].EntryPoints[0].CutSets[0].Unknowns).What);
    }

    [Fact]
    public void A_scheduled_job_starts_anew_and_is_no_instance_to_lose()
    {
        var system = new SystemBuilder().Component("job").Component("db").Needs("job", "db").Entry("job", kind: EntryPointKind.ScheduledJob);
        Assert.Equal(["db"], system.Cuts());
        Assert.Equal(["db", "job"], system.Entry("job", name: "also public").Cuts(entry: "job"));
    }

    [Fact]
    public void A_route_cannot_be_lost_by_itself() =>
        Assert.Equal(
            ["api", "proxy"],
            new SystemBuilder()
                .Component(Made("route") with { Kind = ComponentKind.Route, CanFail = false })
                .Component("proxy")
                .Component("api")
                .Needs("route", "proxy")
                .Needs("route", "api")
                .Entry("route")
                .Cuts());
}
