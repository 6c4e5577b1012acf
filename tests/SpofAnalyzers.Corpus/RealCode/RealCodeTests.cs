using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Corpus.RealCode;

public sealed class RealCodeTests
{
    /// <summary>Folders below <c>SPOF_CORPUS</c> that hold C# projects.</summary>
    private static IReadOnlyList<string> Corpus =>
        Environment.GetEnvironmentVariable("SPOF_CORPUS") is { Length: > 0 } corpus && Directory.Exists(corpus)
            ? [.. Directory.GetDirectories(corpus).Where(d => Directory.EnumerateFiles(d, "*.csproj", SearchOption.AllDirectories).Any()).Order(StringComparer.Ordinal)]
            : [];

    [Fact]
    public async Task Every_diagnostic_in_new_projects_has_a_verdict()
    {
        using var tree = await NewProjects.CreateAsync(TestContext.Current.CancellationToken);
        var scan = await tree.ScanAsync(TestContext.Current.CancellationToken);
        Assert.All(scan.Model.Projects, p => Assert.Equal(p.Load.Candidates, p.Load.Bound));
        AssertJudged(scan);
    }

    [Fact]
    public async Task Every_diagnostic_in_the_corpus_has_a_verdict()
    {
        Assert.SkipWhen(Corpus.Count == 0, "SPOF_CORPUS has no folder with C# projects");
        foreach (var folder in Corpus)
        {
            using var tree = RealTree.CopyOf(folder);
            AssertJudged(await tree.ScanAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void Nine_of_ten_diagnostics_of_a_rule_that_warns_are_worth_acting_on()
    {
        var warnings = VerdictFile.Read().Where(v => AllRules.ById[v.Rule].DefaultSeverity == DiagnosticSeverity.Warning).GroupBy(v => v.Rule);
        Assert.All(warnings, rule => Assert.True(rule.Count(v => v.IsWorthActingOn) >= 0.9 * rule.Count(), rule.Key));
    }

    [Fact]
    public void Verdicts_are_complete_and_each_is_there_once()
    {
        var verdicts = VerdictFile.Read();
        Assert.All(verdicts, v => Assert.True(RealVerdict.Words.Contains(v.Says) && v.Note.Length > 10 && AllRules.ById.ContainsKey(v.Rule), v.Key));
        Assert.Equal(verdicts.Select(v => v.Key).Distinct(), verdicts.Select(v => v.Key));
    }

    /// <summary>No diagnostic without a verdict, and no verdict on what is not reported any more.</summary>
    private static void AssertJudged(RealScan scan)
    {
        var judged = VerdictFile.Read().Where(v => v.Tree == scan.Tree.Name).Select(v => v.Key).ToHashSet();
        var found = scan.Found.Select(f => (Key: string.Join(" | ", scan.Tree.Name, f.Rule, f.At.Path, f.At.Line), Place: f)).DistinctBy(f => f.Key).ToArray();
        var missing = found.Where(f => !judged.Contains(f.Key)).Select(f => VerdictFile.Draft(scan.Tree.Name, f.Place.Rule, f.Place.At.Path, f.Place.At.Line));
        Assert.True(!missing.Any(), "Read these places and add a verdict:\n" + string.Join(",\n", missing));
        Assert.Empty(judged.Except(found.Select(f => f.Key)));
    }
}
