using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SpofAnalyzers.Facts;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Http;

/// <summary>Extracts the clients of small programs.</summary>
internal static class Clients
{
    public static IReadOnlyList<ClientFact> Of(params string[] sources) => Of(FactOptions.Default, sources);

    public static IReadOnlyList<ClientFact> Of(FactOptions options, params string[] sources)
    {
        var (context, trees) = Context(options, sources);
        return HttpFacts.Extract(context, trees, TestContext.Current.CancellationToken).Clients.Facts;
    }

    /// <summary>A compiled program, ready for extraction.</summary>
    public static (FactContext Context, IReadOnlyList<SyntaxTree> Trees) Context(FactOptions options, params string[] sources)
    {
        var compilation = Compile("Shop", sources, []);
        return (new FactContext(compilation, ConfigurationView.Empty, options), [.. compilation.SyntaxTrees]);
    }

    /// <summary>The only client of a program.</summary>
    public static ClientFact One(params string[] sources) => Assert.Single(Of(sources));

    /// <summary>A compiled assembly as a reference for another program.</summary>
    public static MetadataReference Library(string name, string source)
    {
        using var image = new MemoryStream();
        var result = Compile(name, [source], []).Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Take(5)));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    public static CSharpCompilation Compile(string name, string[] sources, MetadataReference[] more)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        var trees = sources.Select((s, i) => CSharpSyntaxTree.ParseText(s, parse, path: $"File{i}.cs")).ToList();
        var isProgram = trees.Any(t => t.GetCompilationUnitRoot().Members.OfType<Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax>().Any());
        var compilation = CSharpCompilation.Create(
            name,
            trees.Append(CSharpSyntaxTree.ParseText(RuleTest.Usings, parse, path: "Usings.g.cs")),
            [.. ReferenceBag.All, .. more],
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Take(5).ToArray();
        Assert.True(errors.Length == 0, "The program of the case does not compile:\n" + string.Join("\n", errors.AsEnumerable()));
        return compilation;
    }
}
