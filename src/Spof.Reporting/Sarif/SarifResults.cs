using System.Text.Json;
using Spof.Model;
using static Spof.Reporting.SarifText;

namespace Spof.Reporting;

/// <summary>Writes findings as results of SARIF: where they stand, what shows them, how they are told apart.</summary>
internal sealed class SarifResults(Utf8JsonWriter json, SarifPlaces places)
{
    /// <param name="finding">The finding.</param>
    /// <param name="ruleIndex">Position of its rule in the run.</param>
    public void Write(Finding finding, int ruleIndex)
    {
        var main = FindingPlaces.MainOf(finding);
        var related = finding.Chain.Where(e => e != main).ToArray();
        json.WriteStartObject();
        json.WriteString("ruleId", finding.RuleId);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", LevelOf(finding.Level));
        json.WriteNumber("rank", Math.Clamp(Math.Round(finding.Rank, 1), 0, 100));
        json.WriteMessage("message", Message(finding, related));
        json.WriteStartArray("locations");
        json.WriteStartObject();
        places.Write(main?.At ?? new SourcePosition("spof.yml", 1), main?.Text);
        WriteLogicalLocation(finding);
        json.WriteEndObject();
        json.WriteEndArray();
        WriteRelated(related);
        WriteCodeFlow(finding);
        json.WriteStartObject("partialFingerprints");
        if (main is not null && places.LineHash(main.At) is { } hash)
        {
            json.WriteString("primaryLocationLineHash", hash);
        }

        json.WriteString("spofFinding/v1", finding.Fingerprint);
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("precision", PrecisionOf(finding.Confidence));
        json.WriteString("verdict", Words.Of(finding.Verdict));
        foreach (var (key, value) in finding.Properties)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteRelated(Evidence[] related)
    {
        if (related.Length == 0)
        {
            return;
        }

        json.WriteStartArray("relatedLocations");
        for (var i = 0; i < related.Length; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("id", i + 1);
            places.Write(related[i].At, related[i].Text);
            json.WriteMessage("message", Step(related[i]));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteCodeFlow(Finding finding)
    {
        if (finding.Chain.Length < 2)
        {
            return;
        }

        json.WriteStartArray("codeFlows");
        json.WriteStartObject();
        json.WriteStartArray("threadFlows");
        json.WriteStartObject();
        json.WriteStartArray("locations");
        foreach (var hop in finding.Chain.Take(50))
        {
            json.WriteStartObject();
            json.WriteStartObject("location");
            places.Write(hop.At, hop.Text);
            json.WriteMessage("message", Step(hop));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteLogicalLocation(Finding finding)
    {
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", finding.NodeId);
        json.WriteString("kind", "resource");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string Message(Finding finding, Evidence[] related)
    {
        var chain = related.Select((e, i) => $"[{Words.Of(e.Layer)}]({i + 1})").ToArray();
        return chain.Length == 0 ? Escape(finding.Message) : $"{Escape(finding.Message)} Shown by {string.Join(" → ", chain)}.";
    }

    private static string Step(Evidence hop) =>
        Escape($"{hop.Layer}: {(hop.Text.Length == 0 ? hop.At.ToString() : hop.Text)}{(hop.How == Certainty.Inferred ? " (inferred)" : "")}.");
}
