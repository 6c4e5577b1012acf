using Spof.Model;

namespace Spof.Tool.Tests.Samples;

/// <summary>Real manifests by other people; each result below was read against the files.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Trees => Repository.Corpus is { } corpus
        ? [.. Directory.GetDirectories(corpus).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)]
        : ["absent"];

    [Theory]
    [MemberData(nameof(Trees))]
    public async Task Every_tree_is_scanned_to_the_end(string tree)
    {
        var assessment = await Scanned.CorpusAsync(tree);
        Assert.True(assessment.System.Inputs.Length + assessment.System.Gaps.Length > 0);
        Assert.All(assessment.System.Gaps, g => Assert.True(File.Exists(Path.Combine(Repository.Corpus!, tree, g.At.Path)) || Directory.Exists(Path.Combine(Repository.Corpus!, tree, g.At.Path)), g.At.Path));
        Assert.All(assessment.Findings.Where(f => f.Level == FindingLevel.Error), f => Assert.True(f.Confidence >= Confidence.High));
    }

    [Fact]
    public async Task In_patroni_etcd_is_a_quorum_and_HAProxy_the_only_single_point_on_its_one_host()
    {
        var assessment = await Scanned.CorpusAsync("patroni");
        var findings = assessment.Findings.Where(f => f.TargetId == "compose:patroni" && f.Verdict == Verdict.Certain).ToArray();
        Assert.Equal(["compose:patroni/haproxy"], findings.Where(f => f.RuleId == "SPOF7001" && !f.Modes.SequenceEqual([Mode.Start])).Select(f => f.NodeId));
        Assert.Equal(["domain:host/patroni"], findings.Where(f => f.RuleId == "SPOF7003").Select(f => f.NodeId));
    }
}
