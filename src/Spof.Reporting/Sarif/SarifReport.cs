using System.Text.Json;
using Spof.Model;
using static Spof.Reporting.SarifText;

namespace Spof.Reporting;

/// <summary>
/// Writes SARIF 2.1.0 for code scanning: one run, relative URIs, ranked results, fingerprints. Accepted findings are left out, because
/// code scanning would open them again.
/// </summary>
public sealed class SarifReport
{
    private readonly Utf8JsonWriter _json;
    private readonly Assessment _assessment;
    private readonly SarifOptions _options;
    private readonly Finding[] _results;
    private readonly IGrouping<string, Finding>[] _rules;
    private readonly SarifPlaces _places;

    private SarifReport(Utf8JsonWriter json, Assessment assessment, SarifOptions options)
    {
        _json = json;
        _assessment = assessment;
        _options = options;
        _results = [.. assessment.Findings.Where(f => f.Level != FindingLevel.None && !f.IsAccepted && f.TargetRole == TargetRole.Judged)];
        _rules = [.. _results.GroupBy(r => r.RuleId).OrderBy(r => r.Key, StringComparer.Ordinal)];
        _places = new SarifPlaces(json, options);
    }

    public static void Write(Stream stream, Assessment assessment, SarifOptions options)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        new SarifReport(json, assessment, options).Write();
    }

    private void Write()
    {
        _json.WriteStartObject();
        _json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        WriteTool();
        WriteInvocation();
        _json.WriteStartObject("automationDetails");
        _json.WriteString("id", "spof/system/");
        _json.WriteEndObject();
        _json.WriteStartObject("originalUriBaseIds");
        _json.WriteStartObject(SarifPlaces.Root);
        _json.WriteMessage("description", "The root of the scanned repository.");
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteString("columnKind", "utf16CodeUnits");
        _json.WriteStartArray("results");
        var writer = new SarifResults(_json, _places);
        foreach (var finding in _results.Take(_options.MaxResults))
        {
            writer.Write(finding, Array.FindIndex(_rules, r => r.Key == finding.RuleId));
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
    }

    private void WriteTool()
    {
        _json.WriteStartObject("tool");
        _json.WriteStartObject("driver");
        _json.WriteString("name", "SpofAnalyzers");
        _json.WriteString("fullName", $"SpofAnalyzers {_options.ToolVersion}");
        _json.WriteString("organization", "SpofAnalyzers");
        _json.WriteString("semanticVersion", _options.ToolVersion);
        _json.WriteString("informationUri", RuleBook.Root);
        _json.WriteStartArray("rules");
        foreach (var rule in _rules)
        {
            WriteRule(rule);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteRule(IGrouping<string, Finding> rule)
    {
        var id = rule.Key;
        var page = RuleBook.Find(id);
        var title = page?.Title ?? id;
        var level = LevelOf(rule.Max(r => r.Level));
        _json.WriteStartObject();
        _json.WriteString("id", id);
        _json.WriteString("name", PascalCase(title));
        _json.WriteMessage("shortDescription", Cut(Sentence(title)));
        _json.WriteMessage("fullDescription", Cut(Sentence(page?.Summary ?? title)));
        _json.WriteString("helpUri", RuleBook.HelpLink(id));
        _json.WriteStartObject("help");
        _json.WriteString("text", page?.Markdown ?? title);
        _json.WriteString("markdown", page?.Markdown ?? title);
        _json.WriteEndObject();
        _json.WriteStartObject("defaultConfiguration");
        _json.WriteString("level", level);
        _json.WriteEndObject();
        _json.WriteStartObject("properties");
        _json.WriteString("precision", PrecisionOf(rule.Min(r => r.Confidence)));
        _json.WriteString("problem.severity", level == "note" ? "recommendation" : level);
        _json.WriteStartArray("tags");
        _json.WriteStringValue("reliability");
        _json.WriteStringValue("spof");
        _json.WriteStringValue(id.StartsWith("SPOF7", StringComparison.Ordinal) ? "system" : "code");
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteInvocation()
    {
        _json.WriteStartArray("invocations");
        _json.WriteStartObject();
        _json.WriteBoolean("executionSuccessful", _options.ExitCode is 0 or 1 or 4);
        _json.WriteNumber("exitCode", _options.ExitCode);
        _json.WriteStartArray("toolExecutionNotifications");
        if (_results.Length > _options.MaxResults)
        {
            WriteNotification("warning", $"{Words.Count(_results.Length - _options.MaxResults, "result", "results")} of the lowest rank left out; the limit is {_options.MaxResults}.", null);
        }

        foreach (var gap in _assessment.System.Gaps.Take(_options.MaxResults))
        {
            WriteNotification(gap.Kind == GapKind.Note ? "note" : "warning", Sentence(gap.Reason), gap.At);
        }

        foreach (var remark in _assessment.System.Remarks.Take(_options.MaxResults))
        {
            WriteNotification(remark.IsError ? "warning" : "note", Sentence(remark.Text), remark.At);
        }

        _json.WriteEndArray();
        WriteLoad();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    /// <summary>How well the code was read, so that a clean result is not taken for a complete one.</summary>
    private void WriteLoad()
    {
        var system = _assessment.System;
        var load = LoadSummary.Of(system.Projects);
        _json.WriteStartObject("properties");
        WriteCounts("projectsByLoader", load.ProjectsByLoader);
        WriteCounts("readFromSourceBecause", load.ReadFromSourceBecause);
        _json.WriteNumber("files", load.Files);
        _json.WriteNumber("packagesMissing", load.PackagesMissing);
        _json.WriteNumber("packagesStubbed", load.PackagesStubbed);
        _json.WriteNumber("calls", load.Calls);
        _json.WriteNumber("callsBound", load.CallsBound);
        _json.WriteNumber("callsMatchedByName", load.CallsMatchedByName);
        _json.WriteNumber("endpoints", system.Coverage.Endpoints);
        _json.WriteNumber("endpointsResolved", system.Coverage.EndpointsResolved);
        _json.WriteEndObject();
    }

    private void WriteCounts(string name, IReadOnlyDictionary<string, int> counts)
    {
        _json.WriteStartObject(name);
        foreach (var (key, count) in counts)
        {
            _json.WriteNumber(key, count);
        }

        _json.WriteEndObject();
    }

    private void WriteNotification(string level, string text, SourcePosition? at)
    {
        _json.WriteStartObject();
        _json.WriteString("level", level);
        _json.WriteMessage("message", Escape(text));
        if (at is not null)
        {
            _json.WriteStartArray("locations");
            _json.WriteStartObject();
            _places.Write(at, null);
            _json.WriteEndObject();
            _json.WriteEndArray();
        }

        _json.WriteEndObject();
    }

    private static string Cut(string text) => text.Length <= 1024 ? text : text[..1023] + "…";

    private static string PascalCase(string title) =>
        string.Concat(title.Split([' ', '-', ',', '(', ')', ':', '\'', '/', '.'], StringSplitOptions.RemoveEmptyEntries).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
}
