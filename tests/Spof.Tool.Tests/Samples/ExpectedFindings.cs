using System.Text.Encodings.Web;
using System.Text.Json;
using Spof.Model;

namespace Spof.Tool.Tests.Samples;

/// <summary>What a sample's <c>expected.json</c> says of each finding of the judged target.</summary>
internal sealed record ExpectedFinding(
    string Rule, string Level, string Node, string? Class, string Modes, string[] Stops, string[] Chain)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static string Write(Assessment assessment)
    {
        var findings = assessment.Findings
            .Where(f => f.TargetRole == TargetRole.Judged)
            .Select(Of)
            .OrderBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Node, StringComparer.Ordinal).ThenBy(f => f.Class, StringComparer.Ordinal);
        return JsonSerializer.Serialize(findings, Options) + "\n";
    }

    private static ExpectedFinding Of(Finding finding) => new(
        finding.RuleId,
        Lower(finding.Level.ToString()),
        finding.NodeId,
        finding.Class is { } c ? Lower(c.ToString()) : null,
        string.Join(' ', finding.Modes.Select(m => Lower(m.ToString()))),
        [.. finding.Stops],
        [.. finding.Chain.Select(e => $"{Lower(e.Layer.ToString())} {e.At}: {e.Text}")]);

    private static string Lower(string word) => char.ToLowerInvariant(word[0]) + word[1..];
}
