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

    internal static TargetAssessment Analyse(DeploymentTarget target) => SystemAnalyzer.Analyse(
        new SystemModel { Name = "s", Environment = "Production", Targets = [target] }, AnalysisOptions.Default, CancellationToken.None).Targets[0];
}
