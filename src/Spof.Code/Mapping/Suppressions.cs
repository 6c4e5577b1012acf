using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Spof.Model;
using SpofAnalyzers.Rules;

namespace Spof.Code.Mapping;

/// <summary>
/// Applies to a finding what the compiler applies to a diagnostic: severities of <c>.editorconfig</c> files, <c>NoWarn</c>, <c>#pragma warning disable</c>
/// and <c>[SuppressMessage]</c>.
/// </summary>
internal static class Suppressions
{
    /// <summary>The finding with its level; null when it is suppressed or switched off.</summary>
    public static RuleFinding? Apply(RuleFinding finding, Compilation compilation)
    {
        var effective = CompilationWithAnalyzers.GetEffectiveDiagnostics([finding.ToDiagnostic(compilation)], compilation).FirstOrDefault();
        return effective is null or { IsSuppressed: true } or { Severity: DiagnosticSeverity.Hidden } ? null : finding with { Severity = effective.Severity };
    }

    /// <summary>Says what is not shown, so that nothing is lost silently; null when everything is.</summary>
    public static Assumption? Note(IEnumerable<string> suppressed)
    {
        var counts = suppressed.GroupBy(id => id, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} ({g.Count()})").ToArray();
        return counts.Length == 0 ? null : new Assumption(
            "accepted-in-code",
            string.Create(CultureInfo.InvariantCulture, $"What code rules would say is taken as accepted where the code suppresses it, or an .editorconfig file or NoWarn switches it off: {string.Join(", ", counts)}."));
    }
}
