using System.Numerics;
using Spof.Analysis.CutSets;
using Spof.Analysis.FaultTrees;
using Spof.Analysis.FaultTrees.OpenPsa;

namespace Spof.Analysis.Tests.FaultTrees;

public sealed class TreeOracleTests
{
    private const int Trees = 20_000;

    [Fact]
    public void All_engines_give_the_minimal_cut_sets_of_the_definition_on_random_trees()
    {
        var (sets, large) = (0, 0);
        for (var seed = 0; seed < Trees; seed++)
        {
            var model = RandomTrees.Create(seed);
            var tree = FaultTree.Compile(model, "g0");
            var expected = new TruthTable(model, "g0").MinimalCutSets();
            sets += expected.Count;
            large += expected.Count(s => Order(s) > 2);
            foreach (var engine in Enum.GetValues<FaultTreeEngine>())
            {
                Same(seed, engine, expected, Solve(tree, new FaultTreeOptions { Engine = engine, Probability = false }), int.MaxValue);
                var order = 1 + (seed % 3);
                Same(seed, engine, expected, Solve(tree, new FaultTreeOptions { Engine = engine, Probability = false, MaxOrder = order }), order);
            }

            Assert.Equal(UpTo(expected, 2).Where(s => s.Length > 0), Families(tree));
        }

        // The trees must really exercise the question.
        Assert.True(sets > 3 * Trees / 2 && large > Trees / 3, $"{sets} sets, {large} of more than two events");
    }

    [Fact]
    public void Probability_and_importances_equal_exact_rational_arithmetic_on_random_trees()
    {
        for (var seed = 0; seed < Trees; seed++)
        {
            var model = RandomTrees.Create(seed);
            var solution = Solve(FaultTree.Compile(model, "g0"), new FaultTreeOptions { CutSets = false });
            var oracle = new TruthTable(model, "g0");
            var p = oracle.Numerator();
            Near(seed, p * oracle.Unit, solution.Probability!.Value);
            foreach (var importance in p == 0 ? [] : solution.Importances)
            {
                var e = Array.FindIndex([.. model.Events], d => d.Name == solution.Tree.Events[importance.Event].Name);
                var (with, without) = (oracle.Numerator(e, true), oracle.Numerator(e, false));
                var q = (long)(model.Events[e].Probability!.Value * RandomTrees.Denominator);
                Near(seed, (with - without) * oracle.Unit, importance.Birnbaum);
                Near(seed, Ratio((with - without) * (BigInteger)q, p * (BigInteger)RandomTrees.Denominator), importance.Criticality);
                Near(seed, Ratio(with * (BigInteger)q, p * (BigInteger)RandomTrees.Denominator), importance.FussellVesely);
                Near(seed, Ratio(with, p), importance.RiskAchievementWorth);
                Near(seed, without == 0 ? double.PositiveInfinity : Ratio(p, without), importance.RiskReductionWorth);
            }
        }
    }

    [Fact]
    public void A_tree_written_and_read_again_is_the_same_tree()
    {
        for (var seed = 0; seed < Trees; seed += 20)
        {
            var tree = FaultTree.Compile(RandomTrees.Create(seed), "g0");
            using var stream = new MemoryStream();
            OpenPsaWriter.Write(tree, stream);
            stream.Position = 0;
            var again = FaultTree.Compile(OpenPsaReader.Read(stream));
            Assert.Equal(tree.Events, again.Events);
            var (before, after) = (Solve(tree, new FaultTreeOptions()), Solve(again, new FaultTreeOptions()));
            Assert.Equal(SolvedTree.Sets(before), SolvedTree.Sets(after));
            Near(seed, before.Probability!.Value, after.Probability!.Value);
        }
    }

    private static FaultTreeSolution Solve(FaultTree tree, FaultTreeOptions options) => FaultTreeSolution.Of(tree, options, TestContext.Current.CancellationToken);

    private static void Same(int seed, FaultTreeEngine engine, List<string> all, FaultTreeSolution solution, int maxOrder)
    {
        var expected = UpTo(all, maxOrder);
        var actual = SolvedTree.Sets(solution);
        if (!expected.SequenceEqual(actual))
        {
            Assert.Fail($"seed {seed}, {engine}, up to {maxOrder}: missing [{string.Join("; ", expected.Except(actual))}], too many [{string.Join("; ", actual.Except(expected))}]");
        }

        var counts = solution.CutSets!.CountByOrder;
        for (var order = 0; order < counts.Length; order++)
        {
            Assert.Equal(expected.Count(s => Order(s) == order), counts[order]);
        }

        Assert.Equal(expected.Count, solution.CutSets.Total);
    }

    private static List<string> UpTo(List<string> sets, int order) => [.. sets.Where(s => Order(s) <= order)];

    private static int Order(string set) => set.Length == 0 ? 0 : set.Count(c => c == '+') + 1;

    /// <summary>The families of order 2 that the system analysis uses, on the same tree.</summary>
    private static List<string> Families(FaultTree tree)
    {
        if (tree.Events.IsEmpty)
        {
            return [];
        }

        var families = new CutFamily[tree.Events.Length + tree.Gates.Length];
        var gates = new GateFamily(tree.Events.Length, _ => true);
        for (var node = 0; node < families.Length; node++)
        {
            families[node] = tree.IsEvent(node)
                ? new CutFamily([node], [])
                : gates.Combine([.. tree.GateOf(node).Children.Select(c => families[c])], tree.GateOf(node).Threshold, 2, CancellationToken.None);
        }

        var top = families[tree.Top];
        var pairs = top.Pairs.Select(p => TruthTable.Name([tree.Events[CutFamily.First(p)].Name, tree.Events[CutFamily.Second(p)].Name]));
        return [.. top.Singles.Select(e => tree.Events[e].Name).Concat(pairs).Order(StringComparer.Ordinal)];
    }

    private static double Ratio(BigInteger numerator, BigInteger denominator) => (double)numerator / (double)denominator;

    private static void Near(int seed, double expected, double actual)
    {
        if (!(expected == actual || Math.Abs(expected - actual) <= 1e-13 * Math.Max(1, Math.Abs(expected))))
        {
            Assert.Fail(FormattableString.Invariant($"seed {seed}: {expected:R} expected, {actual:R} computed"));
        }
    }
}
