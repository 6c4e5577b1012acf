using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Analysis.Tests.Oracle;

public sealed class AlgebraTests
{
    private const int Systems = 400;

    [Fact]
    public void Other_names_and_another_order_change_nothing()
    {
        for (var seed = 0; seed < Systems; seed++)
        {
            var target = RandomSystems.Create(seed);
            // Names that sort the other way round.
            string Renamed(string id) => id.StartsWith('c') ? "x" + (9 - (id[1] - '0')) : id;
            var renamed = target with
            {
                Components = [.. target.Components.Reverse().Select(c => c with { Id = Renamed(c.Id) })],
                Dependencies = [.. target.Dependencies.Reverse().Select(d => d with { From = Renamed(d.From), Targets = [.. d.Targets.Select(Renamed)] })],
                Domains = [.. target.Domains.Reverse()],
                EntryPoints = [.. target.EntryPoints.Select(e => e with { ComponentId = Renamed(e.ComponentId) })],
            };
            Assert.Equal(
                Lines(target, cut => cut.Events.Select(e => e with { NodeId = Renamed(e.NodeId) })), Lines(renamed, cut => cut.Events));
        }
    }

    [Fact]
    public void One_more_instance_never_adds_a_certain_single_point_of_failure()
    {
        for (var seed = 0; seed < Systems; seed++)
        {
            var target = RandomSystems.Create(seed);
            var more = target with
            {
                Components =
                [
                    .. target.Components.Select(c =>
                        c.Replication == ReplicationStyle.None && c.Instances.IsExact && c.Instances.Min >= (c.Required.Max ?? int.MaxValue)
                            ? c with { Instances = Count.Exactly(c.Instances.Min!.Value + 1) }
                            : c),
                ],
            };
            AssertNothingNew(target, more, seed);
        }
    }

    [Fact]
    public void A_dependency_that_becomes_soft_never_adds_a_cut_set()
    {
        for (var seed = 0; seed < Systems; seed++)
        {
            var target = RandomSystems.Create(seed);
            var softer = target with { Dependencies = [.. target.Dependencies.Select((d, i) => i == 0 ? d with { Strength = Strength.Soft } : d)] };
            AssertNothingNew(target, softer, seed);
        }
    }

    [Fact]
    public void One_more_alternative_never_adds_a_cut_set()
    {
        for (var seed = 0; seed < Systems; seed++)
        {
            var target = RandomSystems.Create(seed);
            var more = target with
            {
                Dependencies = [.. target.Dependencies.Select((d, i) => i == 0 ? d with { Targets = d.Targets.Add("host:spare") } : d)],
            };
            AssertNothingNew(target, more, seed);
        }
    }

    [Fact]
    public void The_same_system_gives_the_same_assessment()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            Json.DeepEquality.AssertSame(OracleTests.Analyse(RandomSystems.Create(seed)), OracleTests.Analyse(RandomSystems.Create(seed)));
        }
    }

    // Whatever stops the safer system stopped the weaker one as well, by itself or through a part of it.
    private static void AssertNothingNew(DeploymentTarget weaker, DeploymentTarget safer, int seed)
    {
        var before = OracleTests.Analyse(weaker);
        var after = OracleTests.Analyse(safer);
        for (var i = 0; i < after.EntryPoints.Length; i++)
        {
            // Starting lists only what serving does not, so the three functions are compared together.
            if (after.EntryPoints[i].Mode == Mode.Start)
            {
                continue;
            }

            foreach (var cut in after.EntryPoints[i].CutSets.Where(c => c.Verdict == Verdict.Certain && c.Events[0].Class <= FailureClass.ThirdParty))
            {
                Assert.True(
                    before.EntryPoints[i].CutSets.Any(b => b.Verdict == Verdict.Certain && Covers(cut.Events, b.Events)),
                    $"seed {seed}: {BruteForce.Name(cut.Events)} is new");
            }
        }
    }

    private static bool Covers(ImmutableArray<FailureEvent> larger, ImmutableArray<FailureEvent> smaller) => smaller.All(
        s => larger.Any(l => l.Class == s.Class && l.NodeId == s.NodeId && l.Role == s.Role && l.Count >= s.Count));

    private static string[] Lines(DeploymentTarget target, Func<CutSet, IEnumerable<FailureEvent>> events) =>
    [
        .. OracleTests.Analyse(target).EntryPoints
            .SelectMany(a => a.CutSets.Select(c => $"{a.EntryPointId} {a.Mode} {BruteForce.Name(events(c))} {c.Verdict}"))
            .Order(StringComparer.Ordinal),
    ];
}
