using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Spof.Analysis.FaultTrees;

namespace Spof.Reporting;

/// <summary>What was found out about a fault tree, for people.</summary>
/// <param name="output">Where to write.</param>
/// <param name="solution">The answer.</param>
/// <param name="maxOrder">The order limit that was asked for.</param>
/// <param name="limit">How many cut sets and how many events are listed.</param>
public sealed class FaultTreeReport(TextWriter output, FaultTreeSolution solution, int? maxOrder, int limit)
{
    private readonly FaultTree _tree = solution.Tree;

    public void Write()
    {
        output.WriteLine($"Fault tree {SafeText.Of(_tree.Name)}, top event {SafeText.Of(_tree.TopName)}");
        output.WriteLine($"{Words.Count(_tree.Gates.Length, "gate", "gates")}, {Words.Count(_tree.Events.Length, "basic event", "basic events")}");
        output.WriteLine();
        WriteCutSets();
        output.WriteLine();
        output.WriteLine(solution.Probability is { } p ? $"Probability of the top event  {Exact(p)}" : $"Probability of the top event: none, {SafeText.Of(solution.WhyNoProbability!)}");
        if (!solution.Importances.IsEmpty && limit > 0)
        {
            output.WriteLine();
            WriteImportances();
        }
    }

    private void WriteCutSets()
    {
        var what = "Minimal cut sets" + (maxOrder is { } order ? $" up to order {order}" : "");
        if (solution.CutSets is not { } sets)
        {
            output.WriteLine($"{what}: none, {SafeText.Of(solution.WhyNoCutSets!)}");
            return;
        }

        output.WriteLine($"{what}: {Number(sets.Total)}");
        for (var i = 0; i < sets.CountByOrder.Length; i++)
        {
            if (!sets.CountByOrder[i].IsZero)
            {
                output.WriteLine($"  order {i,-3} {Number(sets.CountByOrder[i]),20}");
            }
        }

        var listed = sets.List().Take(limit).ToArray();
        if (listed.Length == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(listed.Length == sets.Total ? "All of them" : $"The first {listed.Length}");
        foreach (var set in listed)
        {
            output.WriteLine($"  {set.Length,-3} {Text(set)}");
        }
    }

    private string Text(ImmutableArray<int> set) => set.IsEmpty ? "(nothing: the top event always happens)" : string.Join(", ", set.Select(e => SafeText.Of(_tree.Events[e].Name)));

    private void WriteImportances()
    {
        var listed = solution.Importances.OrderByDescending(i => i.Criticality).ThenByDescending(i => i.Birnbaum).ThenBy(i => i.Event).Take(limit).ToArray();
        var width = Math.Clamp(listed.Max(i => SafeText.Of(_tree.Events[i.Event].Name).Length), 5, 40);
        output.WriteLine(listed.Length == solution.Importances.Length ? "Importance" : $"Importance, the first {listed.Length} of {solution.Importances.Length}");
        output.WriteLine($"  {"event".PadRight(width)}  probability   Birnbaum  criticality  Fussell-Vesely        RAW        RRW");
        foreach (var i in listed)
        {
            var e = _tree.Events[i.Event];
            output.WriteLine(
                $"  {SafeText.Of(e.Name).PadRight(width)}  {Short(e.Probability!.Value),11} {Short(i.Birnbaum),10} {Short(i.Criticality),12} {Short(i.FussellVesely),15} {Short(i.RiskAchievementWorth),10} {Short(i.RiskReductionWorth),10}");
        }
    }

    private static string Number(BigInteger count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Exact(double p) => p.ToString("G15", CultureInfo.InvariantCulture);

    private static string Short(double value) => double.IsFinite(value) ? value.ToString("G4", CultureInfo.InvariantCulture) : double.IsPositiveInfinity(value) ? "∞" : "-";
}
