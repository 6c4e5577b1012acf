using System.Numerics;
using Spof.Analysis.FaultTrees;

namespace Spof.Analysis.Tests.FaultTrees;

/// <summary>Trees whose answer is known in closed form.</summary>
public sealed class KnownTreeTests
{
    [Fact]
    public void A_bridge_of_five_parts_has_four_minimal_cut_sets()
    {
        // The textbook bridge: a and b leave the source, d and e reach the sink, c joins them. 0.97848 works at 0.9 each.
        var model = SolvedTree.Model(
            0.1,
            ("top", Formula.And(Path("a", "d"), Path("b", "e"), Path("a", "c", "e"), Path("b", "c", "d"))));
        var solution = SolvedTree.Solve(model);
        Assert.Equal(["a+b", "a+c+e", "b+c+d", "d+e"], SolvedTree.Sets(solution));
        Assert.Equal(1 - 0.97848, solution.Probability!.Value, 1e-15);

        static Formula Path(params string[] parts) => Formula.Or([.. parts.Select(Formula.Of)]);
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(20, 7)]
    [InlineData(60, 31)]
    public void At_least_k_of_n_is_the_binomial_distribution(int n, int k)
    {
        var solution = SolvedTree.Solve(SolvedTree.Model(0.25, ("top", Formula.AtLeast(k, SolvedTree.Events("e", n)))));
        var expected = Enumerable.Range(k, n - k + 1).Sum(i => (double)Choose(n, i) * Math.Pow(0.25, i) * Math.Pow(0.75, n - i));
        Assert.Equal(1, solution.Probability!.Value / expected, 1e-12);
        Assert.Equal(Choose(n, k), solution.CutSets!.Total);
        Assert.Equal(Choose(n, k), solution.CutSets.CountByOrder[k]);
        Assert.Equal(k, solution.CutSets.List().First().Length);
    }

    [Fact]
    public void More_sets_than_a_machine_word_counts_are_counted_and_begun_to_be_listed()
    {
        var groups = Enumerable.Range(0, 40).Select(g => Formula.Or(SolvedTree.Events($"g{g}e", 30))).ToArray();
        var solution = SolvedTree.Solve(SolvedTree.Model(0.5, ("top", Formula.And(groups))));
        Assert.Equal(BigInteger.Pow(30, 40), solution.CutSets!.Total);
        Assert.Equal(100, solution.CutSets.List().Take(100).Distinct().Count());
        Assert.All(solution.CutSets.List().Take(100), s => Assert.Equal(40, s.Length));
    }

    [Fact]
    public void A_set_with_more_events_than_a_word_has_bits_is_listed()
    {
        var solution = SolvedTree.Solve(SolvedTree.Model(0.5, ("top", Formula.Or(Formula.And(SolvedTree.Events("a", 70)), Formula.And(SolvedTree.Events("b", 90)), Formula.Of("c")))));
        Assert.Equal([1, 70, 90], solution.CutSets!.List().Select(s => s.Length));
    }

    [Fact]
    public void An_order_limit_leaves_out_larger_sets_only_also_across_modules()
    {
        var pair = Formula.And(Formula.Of("a"), Formula.Of("b"));
        var model = SolvedTree.Model(0.5, ("top", Formula.Or(Formula.And(Formula.Of("m"), Formula.Of("c")), Formula.Of("d"))), ("m", Formula.Or(pair, Formula.Of("x"))));
        var two = SolvedTree.Solve(model, options: new FaultTreeOptions { MaxOrder = 2 });
        Assert.Equal(["c+x", "d"], SolvedTree.Sets(two));
        Assert.Equal(["a+b+c", "c+x", "d"], SolvedTree.Sets(SolvedTree.Solve(model)));
    }

    [Theory]
    [InlineData(true, "", 1)]
    [InlineData(false, null, 0)]
    public void A_top_event_that_always_or_never_happens_has_the_empty_set_or_none(bool value, string? sets, double probability)
    {
        var model = new FaultTreeModel("m", [new GateDefinition("top", Formula.Or(Formula.Of("h"), new ConstantFormula(false)))], [], [new HouseDefinition("h", value)]);
        var solution = SolvedTree.Solve(model);
        Assert.Equal(sets is null ? [] : [sets], SolvedTree.Sets(solution));
        Assert.Equal(probability, solution.Probability);
        Assert.Empty(solution.Importances);
    }

    [Fact]
    public void An_event_without_a_probability_leaves_the_cut_sets()
    {
        var solution = SolvedTree.Solve(SolvedTree.Model(null, ("top", Formula.Or(Formula.Of("a"), Formula.Of("b")))));
        Assert.Equal(["a", "b"], SolvedTree.Sets(solution));
        Assert.Null(solution.Probability);
        Assert.Equal("'a' has no probability", solution.WhyNoProbability);
    }

    [Fact]
    public void A_diagram_that_grows_too_large_is_given_up_with_a_reason()
    {
        // Two of many pairs that cross each other: no order keeps all of them together.
        var pairs = Enumerable.Range(0, 12).SelectMany(i => Enumerable.Range(i + 1, 11).Select(j => Formula.And(Formula.Of($"e{i}"), Formula.Of($"e{j}")))).ToArray();
        var model = SolvedTree.Model(0.5, ("top", Formula.AtLeast(9, pairs)));
        var solution = SolvedTree.Solve(model, options: new FaultTreeOptions { NodeLimit = 100 });
        Assert.Null(solution.CutSets);
        Assert.Null(solution.Probability);
        Assert.Equal("a diagram of its minimal cut sets of 'top' has more than 100 nodes", solution.WhyNoCutSets);
        Assert.NotNull(SolvedTree.Solve(model).Probability);
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_gates_and_a_diagram_of_as_many_levels_are_solved()
    {
        const int Length = 100_000;
        var gates = Enumerable.Range(0, Length).Select(i => new GateDefinition(
            $"g{i}",
            i + 1 == Length ? Formula.Of("shared")
            : i % 2 == 0 ? Formula.Or(Formula.Of($"e{i}"), Formula.Of($"g{i + 1}")) : Formula.And(Formula.Or(Formula.Of("shared"), Formula.Of($"e{i}")), Formula.Of($"g{i + 1}"))));
        var model = new FaultTreeModel("chain", [.. gates], [new EventDefinition("shared", 0.001), .. Enumerable.Range(0, Length - 1).Select(i => new EventDefinition($"e{i}", 1e-9))], []);
        var solution = SolvedTree.Solve(model, options: new FaultTreeOptions { MaxOrder = 2 });
        Assert.Contains("e0", SolvedTree.Sets(solution));
        Assert.InRange(solution.Probability!.Value, 0.001, 0.0011);
    }

    private static BigInteger Choose(int n, int k) => Enumerable.Range(1, k).Aggregate(BigInteger.One, (c, i) => c * (n - k + i) / i);
}
