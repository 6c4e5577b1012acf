using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SpofAnalyzers.Tests.Harness;

/// <summary>
/// Runs one analyzer over a complete small program and compares what it reports with the marked spans.
/// The program must compile; a program without marks must stay silent.
/// </summary>
internal sealed class RuleTest
{
    public required DiagnosticAnalyzer Analyzer { get; init; }

    /// <summary>Analyzers that run beside it.</summary>
    public ImmutableArray<DiagnosticAnalyzer> Others { get; init; } = [];

    /// <summary>Where the analyzer knows many rules: the one that counts. Null counts all.</summary>
    public string? Rule { get; init; }

    /// <summary>Takes out some of what the analyzer reports.</summary>
    public DiagnosticSuppressor? Suppressor { get; init; }

    public string AssemblyName { get; init; } = "Shop";

    public OutputKind OutputKind { get; init; } = OutputKind.ConsoleApplication;

    public ImmutableArray<MetadataReference> References { get; init; } = ReferenceBag.All;

    /// <summary>References besides the framework: projects as the IDE sees them, or assemblies.</summary>
    public ImmutableArray<MetadataReference> More { get; init; } = [];

    /// <summary>Libraries that no registry has, by the name of their assembly and the declarations that the case needs.</summary>
    public IReadOnlyList<(string Assembly, string Declarations)> Libraries { get; init; } = [];

    /// <summary>Additional files, such as ("appsettings.json", "{ … }").</summary>
    public IReadOnlyList<(string Path, string Text)> AdditionalFiles { get; init; } = [];

    /// <summary>Lines of a global analyzer configuration, such as "spof.allowed_hosts = a.example".</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Global usings of the web SDK, so that cases read as real code does.</summary>
    internal const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    /// <summary>Runs the analyzer over the sources; each is a file of its own.</summary>
    public async Task<ImmutableArray<Diagnostic>> RunAsync(params string[] markedSources)
    {
        var sources = markedSources.Select(MarkedSource.Parse).ToArray();
        var parse = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None);
        var trees = sources.Select((s, i) => CSharpSyntaxTree.ParseText(s.Text, parse, path: $"File{i}.cs")).ToList();
        var hasTopLevel = trees.Any(t => t.GetCompilationUnitRoot().Members.OfType<Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax>().Any());
        var hasMain = sources.Any(s => s.Text.Contains(" Main(", StringComparison.Ordinal));
        var kind = OutputKind == OutputKind.ConsoleApplication && !hasTopLevel && !hasMain ? OutputKind.DynamicallyLinkedLibrary : OutputKind;
        var isWeb = References.Length == ReferenceBag.All.Length;
        var allTrees = isWeb ? trees.Append(CSharpSyntaxTree.ParseText(Usings, parse, path: "Usings.g.cs")) : trees;
        var compilation = CSharpCompilation.Create(AssemblyName, allTrees, [.. References, .. More, .. Libraries.Select(l => DeclaredLibrary.Of(l.Assembly, l.Declarations))],
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false, specificDiagnosticOptions: SwitchedOn()));
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToArray();
        Assert.True(errors.Length == 0, "The program of the case does not compile:\n" + string.Join("\n", errors.Take(10)));

        var options = new AnalyzerOptions(
            [.. AdditionalFiles.Select(f => (AdditionalText)new InMemoryText(f.Path, f.Text))],
            new BuildOptions(Options, kind));
        var exceptions = new List<Exception>();
        var run = new CompilationWithAnalyzers(compilation, Suppressor is null ? [Analyzer, .. Others] : [Analyzer, .. Others, Suppressor], new CompilationWithAnalyzersOptions(
            options, (e, _, _) => exceptions.Add(e), concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false));
        var found = await run.GetAnalyzerDiagnosticsAsync();
        Assert.True(exceptions.Count == 0, "The analyzer threw:\n" + string.Join("\n", exceptions));
        return [.. found.Where(d => Rule is null || d.Id == Rule).OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan)];
    }

    /// <summary>Runs the analyzer and compares the reported spans with the marked ones.</summary>
    public async Task VerifyAsync(params string[] markedSources)
    {
        var found = await RunAsync(markedSources);
        var expected = markedSources.SelectMany((m, i) => MarkedSource.Parse(m).Spans.Select(s => Show($"File{i}.cs", MarkedSource.Parse(m).Text, s.Span, s.Id)));
        var actual = found.Select(d => d.Location.IsInSource
            ? Show(d.Location.SourceTree!.FilePath, d.Location.SourceTree.ToString(), d.Location.SourceSpan, ExpectsId(markedSources) ? d.Id : null)
            : $"{d.Location.GetLineSpan()} {d.Id}");
        Assert.Equal(string.Join("\n", expected), string.Join("\n", actual));
    }

    /// <summary>Rules that are off by default run as if a team had switched them on.</summary>
    private IEnumerable<KeyValuePair<string, ReportDiagnostic>> SwitchedOn() =>
        Others.Append(Analyzer).SelectMany(a => a.SupportedDiagnostics).Where(d => !d.IsEnabledByDefault).Select(d => KeyValuePair.Create(d.Id, ReportDiagnostic.Info));

    private static bool ExpectsId(string[] sources) => sources.Any(s => s.Contains("{|SPOF", StringComparison.Ordinal));

    private static string Show(string file, string text, TextSpan span, string? id)
    {
        var line = text.AsSpan(0, span.Start).Count('\n') + 1;
        return $"{file}:{line} {id} {text.Substring(span.Start, span.Length)}";
    }

    private sealed class InMemoryText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class BuildOptions(IReadOnlyList<string> lines, OutputKind kind) : AnalyzerConfigOptionsProvider
    {
        private readonly Values _values = new(lines
            .Append(kind == OutputKind.ConsoleApplication ? "build_property.OutputType = Exe" : "build_property.OutputType = Library")
            .Select(l => l.Split('=', 2))
            .GroupBy(p => p[0].Trim(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.First()[1].Trim(), StringComparer.OrdinalIgnoreCase));

        public override AnalyzerConfigOptions GlobalOptions => _values;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _values;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _values;

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
                values.TryGetValue(key, out value);
        }
    }
}
