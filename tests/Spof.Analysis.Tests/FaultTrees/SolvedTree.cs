using Spof.Analysis.FaultTrees;

namespace Spof.Analysis.Tests.FaultTrees;

internal static class SolvedTree
{
    public static FaultTreeSolution Solve(FaultTreeModel model, string? top = null, FaultTreeOptions? options = null) =>
        FaultTreeSolution.Of(FaultTree.Compile(model, top), options, TestContext.Current.CancellationToken);

    /// <summary>A model whose events are all names that are no gate, each with the same probability.</summary>
    public static FaultTreeModel Model(double? probability, params (string Name, Formula Formula)[] gates)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (_, formula) in gates)
        {
            Collect(formula, names);
        }

        return new FaultTreeModel(
            "test",
            [.. gates.Select(g => new GateDefinition(g.Name, g.Formula))],
            [.. names.Except(gates.Select(g => g.Name)).Select(n => new EventDefinition(n, probability))],
            []);
    }

    public static Formula[] Events(string prefix, int count) => [.. Enumerable.Range(1, count).Select(i => Formula.Of($"{prefix}{i}"))];

    /// <summary>The names of each set, sorted.</summary>
    public static List<string> Sets(FaultTreeSolution solution) =>
        [.. solution.CutSets!.List().Select(s => TruthTable.Name(s.Select(e => solution.Tree.Events[e].Name))).Order(StringComparer.Ordinal)];

    private static void Collect(Formula formula, SortedSet<string> names)
    {
        if (formula is ReferenceFormula reference)
        {
            names.Add(reference.Name);
        }

        foreach (var argument in formula is OperationFormula operation ? operation.Arguments : [])
        {
            Collect(argument, names);
        }
    }
}
