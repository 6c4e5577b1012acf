using Spof.Model;

namespace Spof.Analysis.Tests.KnownAnswers;

public sealed class ReadAndWriteTests
{
    [Fact]
    public void Reads_and_writes_follow_the_dependencies_that_they_use()
    {
        var system = new SystemBuilder()
            .Component("web", 3).Component("search").Component("queue")
            .Needs("web", "search", access: Access.Read).Needs("web", "queue", access: Access.Write)
            .Entry("web");
        Assert.Equal(["search"], system.Cuts());
        Assert.Equal(["queue"], system.Cuts(Mode.Write));
    }

    [Fact]
    public void Without_failover_the_primary_stops_writes_and_reads_need_any_copy()
    {
        var system = Store(FailoverKind.None, 2);
        Assert.Equal(["db(primary)"], system.Cuts(Mode.Write));
        Assert.Equal(["db(primary) + db"], system.Cuts());
    }

    [Fact]
    public void A_write_that_waits_for_the_only_standby_stops_with_either_and_a_read_with_both()
    {
        var store = SystemBuilder.Made("db") with
        {
            Instances = Count.Exactly(2),
            RequiredToWrite = Count.Exactly(2),
            Kind = ComponentKind.Database,
            Replication = ReplicationStyle.PrimaryReplica,
            Failover = Failover.Automatic,
        };
        var system = new SystemBuilder().Component("web", 3).Component(store).Needs("web", "db").Entry("web");

        Assert.Equal(["db"], system.Cuts(Mode.Write));
        Assert.Equal(["db x2"], system.Cuts());
    }

    [Fact]
    public void Manual_failover_is_no_redundancy_for_writes() =>
        Assert.Equal(["db(primary)"], Store(FailoverKind.Manual, 3).Cuts(Mode.Write));

    [Theory]
    [InlineData(FailoverKind.Automatic)]
    [InlineData(FailoverKind.ActiveActive)]
    public void With_automatic_failover_the_standby_counts_in_both_modes(FailoverKind failover)
    {
        Assert.Equal(["db x2"], Store(failover, 2).Cuts());
        Assert.Equal(["db x2"], Store(failover, 2).Cuts(Mode.Write));
    }

    [Fact]
    public void Unknown_failover_makes_the_primary_a_possible_single_point_of_failure()
    {
        var system = Store(FailoverKind.Unknown, 2);
        Assert.Equal(["db(primary)?", "db(primary) + db"], system.Cuts(Mode.Write));
        Assert.Equal(["db(primary) + db"], system.Cuts());
        var cut = system.Analyse().Targets[0].EntryPoints.Single(e => e.Mode == Mode.Write).CutSets[0];
        Assert.Equal("failover of 'db'", Assert.Single(cut.Unknowns).What);
    }

    [Fact]
    public void A_single_copy_has_no_primary_to_tell_apart()
    {
        Assert.Equal(["db"], Store(FailoverKind.None, 1).Cuts());
        Assert.Equal(["db"], Store(FailoverKind.None, 1).Cuts(Mode.Write));
    }

    [Fact]
    public void Reads_over_the_writer_address_need_the_primary() =>
        Assert.Equal(["db(primary)"], Store(FailoverKind.None, 2, Access.Write).Cuts());

    [Fact]
    public void The_reader_address_is_served_by_any_copy_whatever_the_caller_does() =>
        Assert.Equal(["db(primary) + db"], Store(FailoverKind.None, 2, Access.Read).Cuts(Mode.Write));

    [Fact]
    public void Starting_needs_the_primary_when_the_start_writes()
    {
        var system = new SystemBuilder()
            .Component("web", 3)
            .Component("db", 2, style: ReplicationStyle.PrimaryReplica, failover: FailoverKind.Manual)
            .Needs("web", "db", phase: Phase.Startup)
            .Entry("web");
        Assert.Equal(["db(primary)"], system.Cuts(Mode.Start));
    }

    [Fact]
    public void Starting_reads_from_any_copy()
    {
        var system = new SystemBuilder()
            .Component("web", 3)
            .Component("db", 2, style: ReplicationStyle.PrimaryReplica, failover: FailoverKind.Manual)
            .Needs("web", "db", access: Access.Read, phase: Phase.Startup)
            .Entry("web");
        Assert.Equal(["db(primary) + db"], system.Cuts(Mode.Start));
    }

    [Fact]
    public void The_coordinator_of_a_failover_is_a_dependency_like_any_other() =>
        Assert.Equal(
            ["etcd x2", "patroni x2"],
            new SystemBuilder()
                .Component("patroni", 2, style: ReplicationStyle.PrimaryReplica, failover: FailoverKind.Automatic)
                .Component("etcd", 3, 2, style: ReplicationStyle.Quorum)
                .Needs("patroni", "etcd")
                .Entry("patroni").Cuts(Mode.Write));

    private static SystemBuilder Store(FailoverKind failover, int instances, Access reaches = Access.Both) => new SystemBuilder()
        .Component("web", 3)
        .Component("db", instances, kind: ComponentKind.Database, style: ReplicationStyle.PrimaryReplica, failover: failover)
        .Needs("web", "db", reaches: reaches)
        .Entry("web");
}
