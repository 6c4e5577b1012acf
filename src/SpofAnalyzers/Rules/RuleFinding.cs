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
    /// <summary>
    /// The finding at a place of the compilation: where its own place is in another project, at the first other place that shows it. Null
    /// when there is none: nothing can be reported into files of others.
    /// </summary>
    public RuleFinding? In(Compilation compilation)
    {
        if (IsIn(compilation, Location))
        {
            return this;
        }

        var own = AdditionalLocations.FirstOrDefault(l => IsIn(compilation, l));
        return own is null ? null : this with { Location = own, AdditionalLocations = AdditionalLocations.Replace(own, Location) };
    }

    public Diagnostic ToDiagnostic(Compilation compilation) =>
        Diagnostic.Create(Rule, Location, Severity, AdditionalLocations.Where(l => IsIn(compilation, l)), Properties, Arguments.ToArray<object>());

    private static bool IsIn(Compilation compilation, Location location) =>
        location.SourceTree is not { } tree || compilation.ContainsSyntaxTree(tree);
}
