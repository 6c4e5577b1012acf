using System.Text.Json;
using Spof.Model;

namespace Spof.Reporting;

/// <summary>What a SARIF run says about itself besides the findings.</summary>
/// <param name="ToolVersion">Semantic version of the tool.</param>
/// <param name="ExitCode">Exit code of the run.</param>
/// <param name="MaxResults">Results written at most; a notification tells how many were left out.</param>
/// <param name="PathPrefix">The scanned folder relative to the root of the repository, with a trailing slash; empty for the root itself.</param>
/// <param name="ReadFile">Gives the text of a scanned file for the code-scanning fingerprint; null when it cannot be read.</param>
public sealed record SarifOptions(string ToolVersion, int ExitCode, int MaxResults = 1000, string PathPrefix = "", Func<string, string?>? ReadFile = null);

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
    private readonly string[] _rules;
    private readonly Dictionary<string, IReadOnlyList<string>> _lineHashes = new(StringComparer.Ordinal);

    private SarifReport(Utf8JsonWriter json, Assessment assessment, SarifOptions options)
    {
        _json = json;
        _assessment = assessment;
        _options = options;
        _results = [.. assessment.Findings.Where(f => f.Level != FindingLevel.None && !f.IsAccepted && f.TargetRole == TargetRole.Judged)];
        _rules = [.. _results.Select(r => r.RuleId).Distinct().Order(StringComparer.Ordinal)];
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
        _json.WriteStartObject("SRCROOT");
        WriteMessage("description", "The root of the scanned repository.");
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteString("columnKind", "utf16CodeUnits");
        _json.WriteStartArray("results");
        foreach (var finding in _results.Take(_options.MaxResults))
        {
            WriteResult(finding);
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
        foreach (var id in _rules)
        {
            WriteRule(id);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteRule(string id)
    {
        var page = RuleBook.Find(id);
        var title = page?.Title ?? id;
        var ofRule = _results.Where(r => r.RuleId == id).ToArray();
        _json.WriteStartObject();
        _json.WriteString("id", id);
        _json.WriteString("name", PascalCase(title));
        WriteMessage("shortDescription", Cut(Sentence(title)));
        WriteMessage("fullDescription", Cut(Sentence(page?.Summary ?? title)));
        _json.WriteString("helpUri", RuleBook.HelpLink(id));
        _json.WriteStartObject("help");
        _json.WriteString("text", page?.Markdown ?? title);
        _json.WriteString("markdown", page?.Markdown ?? title);
        _json.WriteEndObject();
        _json.WriteStartObject("defaultConfiguration");
        _json.WriteString("level", LevelOf(ofRule.Max(r => r.Level)));
        _json.WriteEndObject();
        _json.WriteStartObject("properties");
        _json.WriteString("precision", PrecisionOf(ofRule.Min(r => r.Confidence)));
        _json.WriteString("problem.severity", ofRule.Max(r => r.Level) switch { FindingLevel.Error => "error", FindingLevel.Warning => "warning", _ => "recommendation" });
        _json.WriteStartArray("tags");
        _json.WriteStringValue("reliability");
        _json.WriteStringValue("spof");
        _json.WriteStringValue(id[4] is '6' ? "manifest" : id[4] is '7' ? "system" : "code");
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteInvocation()
    {
        _json.WriteStartArray("invocations");
        _json.WriteStartObject();
        _json.WriteBoolean("executionSuccessful", _options.ExitCode is 0 or 1);
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
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteNotification(string level, string text, SourcePosition? at)
    {
        _json.WriteStartObject();
        _json.WriteString("level", level);
        WriteMessage("message", text);
        if (at is not null)
        {
            _json.WriteStartArray("locations");
            _json.WriteStartObject();
            WritePhysicalLocation(at, null);
            _json.WriteEndObject();
            _json.WriteEndArray();
        }

        _json.WriteEndObject();
    }

    private void WriteResult(Finding finding)
    {
        var main = MainPlace(finding);
        var related = finding.Chain.Where(e => e != main).ToArray();
        _json.WriteStartObject();
        _json.WriteString("ruleId", finding.RuleId);
        _json.WriteNumber("ruleIndex", Array.BinarySearch(_rules, finding.RuleId, StringComparer.Ordinal));
        _json.WriteString("level", LevelOf(finding.Level));
        _json.WriteNumber("rank", Math.Clamp(Math.Round(finding.Rank, 1), 0, 100));
        WriteMessage("message", Message(finding, related));
        _json.WriteStartArray("locations");
        _json.WriteStartObject();
        WritePhysicalLocation(main?.At ?? new SourcePosition("spof.yml", 1), main?.Text);
        WriteLogicalLocation(finding);
        _json.WriteEndObject();
        _json.WriteEndArray();
        WriteRelated(related);
        WriteCodeFlow(finding);
        _json.WriteStartObject("partialFingerprints");
        if (main is not null && LineHash(main.At) is { } hash)
        {
            _json.WriteString("primaryLocationLineHash", hash);
        }

        _json.WriteString("spofFinding/v1", finding.Fingerprint);
        _json.WriteEndObject();
        _json.WriteStartObject("properties");
        _json.WriteString("precision", PrecisionOf(finding.Confidence));
        _json.WriteString("verdict", finding.Verdict.ToString().ToLowerInvariant());
        foreach (var (key, value) in finding.Properties)
        {
            _json.WriteString(key, value);
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteRelated(Evidence[] related)
    {
        if (related.Length == 0)
        {
            return;
        }

        _json.WriteStartArray("relatedLocations");
        for (var i = 0; i < related.Length; i++)
        {
            _json.WriteStartObject();
            _json.WriteNumber("id", i + 1);
            WritePhysicalLocation(related[i].At, related[i].Text);
            WriteMessage("message", Step(related[i]));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteCodeFlow(Finding finding)
    {
        if (finding.Chain.Length < 2)
        {
            return;
        }

        _json.WriteStartArray("codeFlows");
        _json.WriteStartObject();
        _json.WriteStartArray("threadFlows");
        _json.WriteStartObject();
        _json.WriteStartArray("locations");
        foreach (var hop in finding.Chain.Take(50))
        {
            _json.WriteStartObject();
            _json.WriteStartObject("location");
            WritePhysicalLocation(hop.At, hop.Text);
            WriteMessage("message", Step(hop));
            _json.WriteEndObject();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WritePhysicalLocation(SourcePosition at, string? text)
    {
        _json.WriteStartObject("physicalLocation");
        _json.WriteStartObject("artifactLocation");
        _json.WriteString("uri", string.Join('/', FromRoot(at.Path).Split('/').Select(Uri.EscapeDataString)));
        _json.WriteString("uriBaseId", "SRCROOT");
        _json.WriteEndObject();
        _json.WriteStartObject("region");
        _json.WriteNumber("startLine", at.Line);
        _json.WriteNumber("startColumn", at.Column);
        _json.WriteNumber("endLine", at.Line);
        _json.WriteNumber("endColumn", at.Column + Math.Max(1, text?.Length ?? 1));
        if (text is not null)
        {
            _json.WriteStartObject("snippet");
            _json.WriteString("text", text);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteLogicalLocation(Finding finding)
    {
        _json.WriteStartArray("logicalLocations");
        _json.WriteStartObject();
        _json.WriteString("fullyQualifiedName", finding.NodeId);
        _json.WriteString("kind", "resource");
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteMessage(string name, string text)
    {
        _json.WriteStartObject(name);
        _json.WriteString("text", text);
        _json.WriteEndObject();
    }

    /// <summary>The line that a person would change: the manifest resource, else the configuration key, else the code.</summary>
    private static Evidence? MainPlace(Finding finding) =>
        finding.Class is null ? finding.Chain.FirstOrDefault()
        : finding.Chain.LastOrDefault(e => e.Layer == EvidenceLayer.Manifest) ?? finding.Chain.LastOrDefault(e => e.Layer == EvidenceLayer.Config) ?? finding.Chain.FirstOrDefault();

    private static string Message(Finding finding, Evidence[] related)
    {
        var chain = related.Select((e, i) => $"[{e.Layer.ToString().ToLowerInvariant()}]({i + 1})").ToArray();
        return chain.Length == 0 ? Escape(finding.Message) : $"{Escape(finding.Message)} Shown by {string.Join(" → ", chain)}.";
    }

    private static string Step(Evidence hop) =>
        Escape($"{hop.Layer}: {(hop.Text.Length == 0 ? hop.At.ToString() : hop.Text)}{(hop.How == Certainty.Inferred ? " (inferred)" : "")}.");

    /// <summary>Brackets of scanned text must not become links of a SARIF message.</summary>
    private static string Escape(string text) => SafeText.Of(text, 1000).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";

    private static string Cut(string text) => text.Length <= 1024 ? text : text[..1023] + "…";

    private static string LevelOf(FindingLevel level) => level switch { FindingLevel.Error => "error", FindingLevel.Warning => "warning", _ => "note" };

    private static string PrecisionOf(Confidence confidence) => confidence switch
    {
        Confidence.VeryHigh => "very-high",
        Confidence.High => "high",
        Confidence.Medium => "medium",
        _ => "low",
    };

    private static string PascalCase(string title) =>
        string.Concat(title.Split([' ', '-', ',', '(', ')', ':', '\'', '/', '.'], StringSplitOptions.RemoveEmptyEntries).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

    /// <summary>A path as seen from the root of the repository; what lies beside the scanned folder starts with "..".</summary>
    private string FromRoot(string path)
    {
        var folder = _options.PathPrefix;
        while (folder.Length > 0 && path.StartsWith("../", StringComparison.Ordinal))
        {
            path = path[3..];
            folder = folder[..(folder.LastIndexOf('/', folder.Length - 2) + 1)];
        }

        return folder + path;
    }

    private string? LineHash(SourcePosition at)
    {
        if (!_lineHashes.TryGetValue(at.Path, out var hashes))
        {
            hashes = _options.ReadFile?.Invoke(at.Path) is { } text ? LineHashes.Of(text) : [];
            _lineHashes[at.Path] = hashes;
        }

        return at.Line <= hashes.Count ? hashes[at.Line - 1] : null;
    }
}
