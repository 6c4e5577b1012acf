using Spof.Model;

namespace Spof.Analysis.Tests.Oracle;

public sealed class OracleTests
{
    private const int Systems = 5000;

    [Fact]
    public void Cut_sets_and_verdicts_equal_those_of_the_definition_on_random_systems()
    {
        var (certain, possible, pairs) = (0, 0, 0);
        for (var seed = 0; seed < Systems; seed++)
        {
            var target = RandomSystems.Create(seed);
            var oracle = new BruteForce(target);
            foreach (var answer in Analyse(target).EntryPoints)
            {
                var entryPoint = target.EntryPoints.Single(e => e.Id == answer.EntryPointId);
                string[] actual = [.. answer.CutSets.Select(c => $"{BruteForce.Name(c.Events)} {c.Verdict}").Order(StringComparer.Ordinal)];
                var expected = oracle.CutSets(entryPoint, answer.Mode);
                if (!expected.SequenceEqual(actual))
                {
                    Assert.Fail(
                        $"seed {seed}, {answer.EntryPointId}, {answer.Mode}: missing [{string.Join("; ", expected.Except(actual))}], "
                        + $"too many [{string.Join("; ", actual.Except(expected))}]");
                }

                certain += answer.CutSets.Count(c => c.Verdict == Verdict.Certain);
                possible += answer.CutSets.Count(c => c.Verdict == Verdict.Possible);
                pairs += answer.CutSets.Count(c => c.Order == 2);
            }
        }

        // The systems must really exercise the question.
        Assert.True(certain > Systems && possible > Systems && pairs > Systems, $"{certain} certain, {possible} possible, {pairs} pairs");
    }

    [Fact]
    public void What_a_finding_stops_and_spares_equals_what_trying_the_loss_out_shows()
    {
        var exact = new Dictionary<string, int>();
        for (var seed = 0; seed < 1500; seed++)
        {
            var target = RandomSystems.Create(seed);
            var assessment = AnalyseSystem(target);
            var ofPrimaries = assessment.Targets[0].EntryPoints.SelectMany(a => a.CutSets).SelectMany(c => c.Events)
                .Where(e => e.Role is not null).Select(e => e.NodeId).ToHashSet();
            foreach (var finding in assessment.Findings.Where(f => f.Class is not null && f.Modes is not [Mode.Start]))
            {
                string[] nodes = finding.Nodes.IsEmpty ? [finding.NodeId] : [.. finding.Nodes.Distinct()];
                var tried = WhatIf.Lose(assessment.System, target.Id, nodes);
                var stops = finding.Verdict == Verdict.Certain ? tried.Stops : [.. target.EntryPoints.Select(e => e.Id).Except(tried.Survives)];
                var where = $"seed {seed}, {finding.RuleId} {finding.NodeId}: ";

                // Losing one copy, or an unnamed domain, is less than losing all of the component.
                var isAll = nodes.All(n => n.StartsWith("domain:", StringComparison.Ordinal))
                    || (finding.Class <= FailureClass.ThirdParty && !nodes.Any(ofPrimaries.Contains) && (finding.Nodes.IsEmpty || nodes.Length == 2));
                if (isAll)
                {
                    exact[finding.RuleId] = exact.GetValueOrDefault(finding.RuleId) + 1;
                    Assert.Equal(where + Join(stops), where + Join(finding.Stops));
                    Assert.Equal(where + Join(tried.Survives), where + Join(finding.Survives));
                }
                else
                {
                    Assert.Equal(where, where + Join(finding.Stops.Except(stops)));
                    Assert.Equal(where, where + Join(tried.Survives.Except(finding.Survives)));
                }
            }
        }

        Assert.All(["SPOF7001", "SPOF7003", "SPOF7004", "SPOF7005"], rule => Assert.True(exact.GetValueOrDefault(rule) > 50, $"{rule}: {exact.GetValueOrDefault(rule)}"));
        Assert.True(exact.GetValueOrDefault("SPOF7002") > 0);

        static string Join(IEnumerable<string> ids) => string.Join(' ', ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Domains_are_told_where_they_are_news_by_the_definition()
    {
        var told = 0;
        for (var seed = 0; seed < 1500; seed++)
        {
            var target = RandomSystems.Create(seed);
            var oracle = new BruteForce(target);
            var assessment = AnalyseSystem(target);
            var expected = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var answer in assessment.Targets[0].EntryPoints.Where(a => a.Mode != Mode.Start))
            {
                var entryPoint = target.EntryPoints.Single(e => e.Id == answer.EntryPointId);
                foreach (var cut in answer.CutSets.Where(c => c.Order == 1 && c.Events[0].NodeId.StartsWith("domain:", StringComparison.Ordinal)))
                {
                    if (oracle.IsNews(entryPoint, answer.Mode, cut.Events[0], cut.Verdict == Verdict.Certain))
                    {
                        expected.Add(cut.Events[0].NodeId);
                    }
                }
            }

            var actual = assessment.Findings.Where(f => f.NodeId.StartsWith("domain:", StringComparison.Ordinal)).Select(f => f.NodeId).Order(StringComparer.Ordinal);
            Assert.True(expected.SequenceEqual(actual), $"seed {seed}: {string.Join(", ", expected)} against {string.Join(", ", actual)}");
            told += expected.Count;
        }

        Assert.True(told > 500, $"{told} domains told");
    }

    [Fact]
    public void Every_witness_is_a_way_over_dependencies_and_every_possible_set_says_what_is_unknown()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var target = RandomSystems.Create(seed);
            foreach (var answer in Analyse(target).EntryPoints)
            {
                foreach (var cut in answer.CutSets)
                {
                    Assert.Equal(target.EntryPoints.Single(e => e.Id == answer.EntryPointId).ComponentId, cut.Witness[^1]);
                    for (var i = 0; i + 1 < cut.Witness.Length; i++)
                    {
                        Assert.Contains(
                            target.Dependencies,
                            d => d.From == cut.Witness[i + 1] && d.Targets.Contains(cut.Witness[i]) && d.Strength != Strength.Soft);
                    }

                    Assert.Equal(cut.Verdict == Verdict.Possible, cut.Unknowns.Length > 0);
                    if (cut.Events.All(e => e.Class <= FailureClass.ThirdParty))
                    {
                        Assert.Contains(cut.Witness[0], cut.Events.Select(e => e.NodeId));
                    }
                }
            }
        }
    }

    internal static TargetAssessment Analyse(DeploymentTarget target) => AnalyseSystem(target).Targets[0];

    private static Assessment AnalyseSystem(DeploymentTarget target) => SystemAnalyzer.Analyse(
        new SystemModel { Name = "s", Environment = "Production", Targets = [target] }, AnalysisOptions.Default, CancellationToken.None);
}
