using System.Numerics;
using System.Text.Json;
using Spof.Analysis.FaultTrees;

namespace Spof.Reporting;

/// <summary>What was found out about a fault tree, for programs. The members are told in <c>docs/usage.md</c>.</summary>
public static class FaultTreeJson
{
    /// <param name="output">Where to write.</param>
    /// <param name="solution">The answer.</param>
    /// <param name="maxOrder">The order limit that was asked for.</param>
    /// <param name="limit">How many cut sets are listed.</param>
    public static void Write(Stream output, FaultTreeSolution solution, int? maxOrder, int limit)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        var tree = solution.Tree;
        json.WriteStartObject();
        json.WriteString("schemaVersion", "1.0");
        json.WriteString("model", tree.Name);
        json.WriteString("top", tree.TopName);
        json.WriteNumber("gates", tree.Gates.Length);
        json.WriteNumber("events", tree.Events.Length);
        WriteCutSets(json, solution, maxOrder, limit);
        WriteNumber(json, "probability", solution.Probability);
        if (solution.WhyNoProbability is { } why)
        {
            json.WriteString("noProbabilityBecause", why);
        }

        WriteImportances(json, solution);
        json.WriteEndObject();
    }

    private static void WriteCutSets(Utf8JsonWriter json, FaultTreeSolution solution, int? maxOrder, int limit)
    {
        if (solution.CutSets is not { } sets)
        {
            json.WriteNull("minimalCutSets");
            json.WriteString("noMinimalCutSetsBecause", solution.WhyNoCutSets);
            return;
        }

        json.WriteStartObject("minimalCutSets");
        WriteNumber(json, "maxOrder", maxOrder);
        WriteCount(json, "total", sets.Total);
        json.WriteStartArray("byOrder");
        for (var order = 0; order < sets.CountByOrder.Length; order++)
        {
            if (!sets.CountByOrder[order].IsZero)
            {
                json.WriteStartObject();
                json.WriteNumber("order", order);
                WriteCount(json, "count", sets.CountByOrder[order]);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("listed");
        foreach (var set in sets.List().Take(limit))
        {
            json.WriteStartArray();
            foreach (var e in set)
            {
                json.WriteStringValue(solution.Tree.Events[e].Name);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteImportances(Utf8JsonWriter json, FaultTreeSolution solution)
    {
        json.WriteStartArray("importances");
        foreach (var i in solution.Importances)
        {
            json.WriteStartObject();
            json.WriteString("event", solution.Tree.Events[i.Event].Name);
            WriteNumber(json, "probability", solution.Tree.Events[i.Event].Probability);
            WriteNumber(json, "birnbaum", i.Birnbaum);
            WriteNumber(json, "criticality", i.Criticality);
            WriteNumber(json, "fussellVesely", i.FussellVesely);
            WriteNumber(json, "riskAchievementWorth", i.RiskAchievementWorth);
            WriteNumber(json, "riskReductionWorth", i.RiskReductionWorth);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Text, for a count may have more digits than a number of JSON is read with.
    private static void WriteCount(Utf8JsonWriter json, string name, BigInteger count) => json.WriteString(name, count.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
