using System.Collections.Immutable;
using Spof.Analysis.FaultTrees;

namespace Spof.Analysis.Tests.FaultTrees;

/// <summary>Small random fault trees with everything that may occur: shared gates, quorums, constants, negations that cancel out.</summary>
internal static class RandomTrees
{
    /// <summary>Probabilities are multiples of one sixteenth, so that exact sums fit into 64 bits.</summary>
    public const int Denominator = 16;

    public static FaultTreeModel Create(int seed)
    {
        var random = new Random(seed);
        var events = seed % 100 == 0 ? random.Next(11, 15) : random.Next(4, 10);
        var gates = random.Next(1, 9);
        var houses = random.Next(0, 2);
        var definitions = new List<GateDefinition>();
        for (var g = gates - 1; g >= 0; g--)
        {
            definitions.Add(new GateDefinition($"g{g}", Operation(random, g, gates, events, houses, 0)));
        }

        return new FaultTreeModel(
            $"random {seed}",
            [.. definitions.OrderBy(_ => random.Next())],
            [.. Enumerable.Range(0, events).Select(e => new EventDefinition($"e{e}", random.Next(0, 10) == 0 ? random.Next(0, 2) : random.Next(1, Denominator) / (double)Denominator))],
            [.. Enumerable.Range(0, houses).Select(h => new HouseDefinition($"h{h}", random.Next(2) == 0))]);
    }

    private static Formula Operation(Random random, int gate, int gates, int events, int houses, int depth)
    {
        ImmutableArray<Formula> arguments = [.. Enumerable.Range(0, random.Next(15) == 0 ? 1 : random.Next(2, 5)).Select(_ => Argument(random, gate, gates, events, houses, depth))];

        // OR and AND mostly take turns, as in real trees; else much of a tree is absorbed.
        return random.Next(12) switch
        {
            < 3 => new OperationFormula((gate + depth) % 2 == 0 ? FormulaOperator.And : FormulaOperator.Or, arguments),
            < 5 => new OperationFormula(FormulaOperator.And, arguments),
            < 7 => new OperationFormula(FormulaOperator.Or, arguments),
            < 11 => new OperationFormula(FormulaOperator.AtLeast, arguments, random.Next(random.Next(20) == 0 ? 0 : 1, arguments.Length + 1)),
            _ => Formula.Not(Formula.Not(new OperationFormula(FormulaOperator.Cardinality, arguments, random.Next(1, arguments.Length + 1), arguments.Length))),
        };
    }

    private static Formula Argument(Random random, int gate, int gates, int events, int houses, int depth) => random.Next(20) switch
    {
        < 8 when gate + 1 < gates => Formula.Of($"g{random.Next(gate + 1, Math.Min(gates, gate + 4))}"),
        8 when depth < 2 => Operation(random, gate, gates, events, houses, depth + 1),
        9 when houses > 0 && random.Next(4) == 0 => random.Next(2) == 0 ? Formula.Of("h0") : Formula.Not(Formula.Of("h0")),
        10 when random.Next(10) == 0 => new ConstantFormula(random.Next(2) == 0),
        12 => Formula.Not(new OperationFormula(FormulaOperator.Nand, [Event(random, events), Event(random, events)])),
        _ => Event(random, events),
    };

    private static Formula Event(Random random, int events) => Formula.Of($"e{random.Next(events)}");
}
