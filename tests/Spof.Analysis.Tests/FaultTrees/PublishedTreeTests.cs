using Spof.Analysis.FaultTrees;
using Spof.Analysis.FaultTrees.OpenPsa;

namespace Spof.Analysis.Tests.FaultTrees;

/// <summary>
/// Published trees with known answers. They are not part of this repository; the Debian package <c>scram</c> brings the ones named
/// here, and the variable <c>SPOF_FAULT_TREES</c> names another folder with them. Skipped where they are absent.
/// </summary>
public sealed class PublishedTreeTests
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("SPOF_FAULT_TREES") ?? "/usr/share/scram/input";

    [Theory]
    [InlineData("Chinese/chinese.xml", "Chinese/chinese-basic-events.xml", "0 12 0 24 188 168", 0.00456932)]
    [InlineData("Baobab/baobab1.xml", "Baobab/baobab1-basic-events.xml", "0 1 1 70 400 2212 14748 8460 10624 6600 3072", 1.2823e-06)]
    [InlineData("Baobab/baobab2.xml", "Baobab/baobab2-basic-events.xml", "0 6 121 268 630 3780", 0.0208686)]
    [InlineData("ThreeMotor/three_motor.xml", null, "1 3 0 8", 0.0211538)]
    public void Counts_by_order_and_probability_are_the_known_ones(string gates, string? events, string counts, double probability)
    {
        var model = Read(gates, events);
        foreach (var engine in Enum.GetValues<FaultTreeEngine>())
        {
            var solution = SolvedTree.Solve(model, options: new FaultTreeOptions { Engine = engine });
            Assert.Equal(counts, string.Join(' ', solution.CutSets!.CountByOrder.Skip(1)));

            // That many digits are published.
            Assert.Equal(1, solution.Probability!.Value / probability, 1e-5);
        }
    }

    [Fact]
    public void A_tree_with_real_negations_is_refused() => Assert.Contains(
        "is not coherent",
        Assert.Throws<FaultTreeException>(() => FaultTree.Compile(Read("CEA9601/CEA9601.xml", "CEA9601/CEA9601-basic-events.xml"))).Message,
        StringComparison.Ordinal);

    private static FaultTreeModel Read(params string?[] names)
    {
        string[] files = [.. names.OfType<string>().Select(n => Path.Combine(Folder, n))];
        Assert.SkipUnless(files.All(File.Exists), $"no published trees in {Folder}");
        return OpenPsaReader.Read([.. files.Select(f => new MemoryStream(File.ReadAllBytes(f)))]);
    }
}
