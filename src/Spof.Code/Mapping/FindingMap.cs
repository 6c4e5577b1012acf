using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Spof.Model;
using Spof.Text;
using SpofAnalyzers.Rules;

namespace Spof.Code.Mapping;

/// <summary>Turns what a rule says into a finding of the model.</summary>
internal static class FindingMap
{
    public static CodeFinding Of(RuleFinding finding, string assembly)
    {
        var properties = finding.Properties
            .Where(p => !string.IsNullOrEmpty(p.Value))
            .ToImmutableSortedDictionary(p => p.Key, p => Redaction.Text(p.Value!), StringComparer.Ordinal);
        var message = string.Format(
            CultureInfo.InvariantCulture, finding.Rule.MessageFormat.ToString(CultureInfo.InvariantCulture), [.. finding.Arguments.Cast<object>()]);
        return new CodeFinding(
            finding.Rule.Id,
            finding.Severity switch
            {
                DiagnosticSeverity.Error => FindingLevel.Error,
                DiagnosticSeverity.Warning => FindingLevel.Warning,
                DiagnosticSeverity.Info => FindingLevel.Note,
                _ => FindingLevel.None,
            },
            message.EndsWith('.') ? message : message + ".",
            finding.Fix,
            NodeOf(finding, assembly, properties),
            "code:" + assembly,
            [.. EvidenceMap.Of([finding.Location, .. finding.AdditionalLocations]).Select(e => Named(e, properties))],
            properties);
    }

    public static StatedAcceptance? StatedOf(AcceptanceInCode? acceptance) =>
        acceptance is not null && EvidenceMap.Of(acceptance.At) is { } at
            ? new StatedAcceptance(acceptance.Owner, acceptance.Reason, acceptance.Until, at.At)
            : null;

    /// <summary>Of a configuration file the key is shown, never the line: it may hold a password.</summary>
    private static Evidence Named(Evidence evidence, ImmutableSortedDictionary<string, string> properties) =>
        evidence is { Layer: EvidenceLayer.Config, Text: "" } && properties.TryGetValue("configKey", out var key) ? evidence with { Text = key } : evidence;

    /// <summary>The third party, else the client, else the type that the place belongs to, else the project.</summary>
    private static string NodeOf(RuleFinding finding, string assembly, ImmutableSortedDictionary<string, string> properties)
    {
        if (properties.TryGetValue("host", out var host))
        {
            return "host:" + host.ToLowerInvariant();
        }

        return "code:" + assembly
            + (properties.TryGetValue("clientName", out var client) ? "/" + client : TypeAt(finding.Location) is { } type ? "/" + type : "");
    }

    private static string? TypeAt(Location location) =>
        location.SourceTree?.GetRoot().FindNode(location.SourceSpan)
            .FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax>()?.Identifier.ValueText;
}
