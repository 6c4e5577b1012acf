using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SpofAnalyzers.Rules;

namespace SpofAnalyzers.Corpus;

/// <summary>Every analyzer of the package, those of rules that are off by default too.</summary>
internal static class AllRules
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(DefaultRulesAnalyzer).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !t.IsSubclassOf(typeof(DiagnosticSuppressor)))
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    public static ImmutableSortedDictionary<string, DiagnosticDescriptor> ById { get; } = Analyzers
        .SelectMany(a => a.SupportedDiagnostics).DistinctBy(d => d.Id).ToImmutableSortedDictionary(d => d.Id, d => d, StringComparer.Ordinal);
}
