using System.Collections.Immutable;
using Spof.Analysis.FaultTrees;

namespace Spof.Analysis.Tests.FaultTrees;

public sealed class AlgebraTests
{
    private const int Trees = 2000;

    [Fact]
    public void A_spare_for_an_event_adds_no_cut_and_no_probability()
    {
        for (var seed = 0; seed < Trees; seed++)
        {
            var model = RandomTrees.Create(seed);
            var before = SolvedTree.Solve(model, "g0");
            var after = SolvedTree.Solve(WithSpare(model, "e0"), "g0");
            var cuts = before.CutSets!.List().Select(s => s.Select(e => before.Tree.Events[e].Name).ToHashSet()).ToArray();
            foreach (var set in after.CutSets!.List())
            {
                var names = set.Select(e => after.Tree.Events[e].Name).ToHashSet();
                Assert.True(cuts.Any(c => c.IsSubsetOf(names)), $"seed {seed}: {TruthTable.Name(names)}");
            }

            Assert.True(after.Probability <= before.Probability * (1 + 1e-14), $"seed {seed}");
        }
    }

    [Fact]
    public void Other_names_and_another_order_change_nothing()
    {
        for (var seed = 0; seed < Trees; seed++)
        {
            var model = RandomTrees.Create(seed);
            var (before, after) = (SolvedTree.Solve(model, "g0"), SolvedTree.Solve(Relabelled(model, new Random(seed)), "Xg0"));
            Assert.Equal(SolvedTree.Sets(before), SolvedTree.Sets(after).Select(s => s.Replace("X", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
            Assert.Equal(before.Probability!.Value, after.Probability!.Value, 1e-13);
        }
    }

    private static FaultTreeModel WithSpare(FaultTreeModel model, string name)
    {
        var spared = Formula.And(Formula.Of(name), Formula.Of("spare"));
        return model with
        {
            Gates = [.. model.Gates.Select(g => g with { Formula = Map(g.Formula, n => n == name ? spared : Formula.Of(n), a => a) })],
            Events = model.Events.Add(new EventDefinition("spare", 0.5)),
        };
    }

    private static FaultTreeModel Relabelled(FaultTreeModel model, Random random) => model with
    {
        Gates = [.. model.Gates.OrderBy(_ => random.Next()).Select(g => new GateDefinition("X" + g.Name, Map(g.Formula, n => Formula.Of("X" + n), a => [.. a.OrderBy(_ => random.Next())])))],
        Events = [.. model.Events.OrderBy(_ => random.Next()).Select(e => e with { Name = "X" + e.Name })],
        HouseEvents = [.. model.HouseEvents.Select(h => h with { Name = "X" + h.Name })],
    };

    private static Formula Map(Formula formula, Func<string, Formula> rename, Func<ImmutableArray<Formula>, ImmutableArray<Formula>> order) => formula switch
    {
        ReferenceFormula reference => rename(reference.Name),
        OperationFormula operation => operation with { Arguments = order([.. operation.Arguments.Select(a => Map(a, rename, order))]) },
        _ => formula,
    };
}
