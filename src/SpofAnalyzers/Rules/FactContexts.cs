using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Builds the context of a compilation from what the compiler hands to an analyzer.</summary>
internal static class FactContexts
{
    /// <summary>Null for projects that no rule looks at (tests, benchmarks, client apps).</summary>
    public static FactContext? Of(Compilation compilation, AnalyzerOptions options) =>
        options.AdditionalFiles.IsDefault ? null : new(compilation, ConfigurationView.Empty, FactOptions.Default);
}
