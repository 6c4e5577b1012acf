using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SpofAnalyzers.Facts;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.State;

/// <summary>Compiles sources as the tool sees them and extracts the facts.</summary>
internal static class StateCompilation
{
    public static CSharpCompilation Of(params string[] sources) => Named("Shop", [], sources);

    public static CSharpCompilation Named(string assembly, IEnumerable<MetadataReference> references, params string[] sources)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None);
        var trees = sources.Select((s, i) => CSharpSyntaxTree.ParseText(MarkedSource.Parse(s).Text, parse, path: $"File{i}.cs"))
            .Append(CSharpSyntaxTree.ParseText(RuleTest.Usings, parse, path: "Usings.g.cs"))
            .ToArray();
        var hasProgram = trees.Any(t => t.GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement));
        var compilation = CSharpCompilation.Create(assembly, trees, ReferenceBag.All.Concat(references), new CSharpCompilationOptions(
            hasProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    public static FactContext Context(Compilation compilation, FactOptions? options = null) =>
        new(compilation, ConfigurationView.Empty, options ?? FactOptions.Default);

    public static IReadOnlyList<StateFact> Facts(FactContext context) =>
        StateFacts.Extract(context, [.. context.Compilation.SyntaxTrees.Where(t => !t.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))], default);

    public static IReadOnlyList<StateFact> Facts(params string[] sources) => Facts(Context(Of(sources)));
}
