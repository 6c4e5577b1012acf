using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Rules;

/// <summary>What a rule says about a fact; the analyzer turns it into a diagnostic, the tool into a finding.</summary>
/// <param name="Rule">Descriptor; carries the default severity.</param>
/// <param name="Fix">What to do, in one or two sentences; the message and the page say more.</param>
/// <param name="Severity">Severity for this case; another than that of the descriptor where a rule knows a weaker or a stronger form.</param>
/// <param name="Location">The place to squiggle.</param>
/// <param name="AdditionalLocations">Other places that show it.</param>
/// <param name="Arguments">Arguments of the message format.</param>
/// <param name="Properties">dependencyKind, host, category, clientName, configKey as far as known.</param>
internal sealed record RuleFinding(
    DiagnosticDescriptor Rule,
    string Fix,
    DiagnosticSeverity Severity,
    Location Location,
    ImmutableArray<Location> AdditionalLocations,
    ImmutableArray<string> Arguments,
    ImmutableDictionary<string, string?> Properties)
{
    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Rule, Location, Severity, AdditionalLocations, Properties, Arguments.ToArray<object>());
}
