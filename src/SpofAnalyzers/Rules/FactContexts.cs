using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Builds the context of a compilation from what the compiler hands to an analyzer.</summary>
internal static class FactContexts
{
    /// <summary>All rules of one compilation share what is resolved once; a compilation is always asked about with the same options.</summary>
    private static readonly ConditionalWeakTable<Compilation, StrongBox<FactContext?>> Shared = new();

    /// <summary>Null for projects that no rule looks at (tests, benchmarks, client apps).</summary>
    public static FactContext? Of(Compilation compilation, AnalyzerOptions options) =>
        Shared.GetValue(compilation, c => new StrongBox<FactContext?>(Create(c, options))).Value;

    private static FactContext? Create(Compilation compilation, AnalyzerOptions options)
    {
        var reader = new OptionReader(options.AnalyzerConfigOptionsProvider, compilation.SyntaxTrees.FirstOrDefault());
        if (ProjectShape.IsTest(compilation, reader))
        {
            return null;
        }

        var kind = ProjectShape.Kind(compilation, reader);
        if (kind == ApplicationKind.Client)
        {
            return null;
        }

        var own = reader.List(OptionKeys.InternalDomains) is null ? OwnDomains.Infer(compilation, reader) : [];
        var settings = FactOptionsReader.Read(
            reader, Catalogue.In(Files(options)), FactOptions.Default with { ApplicationKind = kind, Hosts = new HostContext(own, [], []) });
        return new FactContext(compilation, ConfigurationView.Of(Files(options), settings.IgnoredEnvironments), settings);
    }

    private static IEnumerable<(string Path, SourceText Text)> Files(AnalyzerOptions options)
    {
        foreach (var file in options.AdditionalFiles)
        {
            // Other JSON files may be large and are nobody's business here.
            if ((ConfigurationFileName.Parse(file.Path) is not null || Catalogue.IsCatalogue(file.Path)) && file.GetText() is { } text)
            {
                yield return (file.Path, text);
            }
        }
    }
}
