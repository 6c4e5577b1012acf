using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Spof.Benchmarks.Compilers;

/// <summary>A call of the compiler as an IDE holds it: the compilation, and the analyzers of one package with their options.</summary>
internal sealed class LoadedCall
{
    private readonly CompilationWithAnalyzersOptions _options;

    private LoadedCall(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, AnalyzerOptions options)
    {
        (Compilation, Analyzers) = (compilation, analyzers);
        _options = new(options, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: true, reportSuppressedDiagnostics: false);
    }

    public CSharpCompilation Compilation { get; }

    public ImmutableArray<DiagnosticAnalyzer> Analyzers { get; }

    /// <param name="call">A call whose analyzers are those to measure.</param>
    public static LoadedCall Load(CompilerCall call)
    {
        var arguments = CSharpCommandLineParser.Default.Parse(call.Arguments, call.Folder, sdkDirectory: null);
        var trees = arguments.SourceFiles.Select(f => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(f.Path)), arguments.ParseOptions, f.Path)).ToList();
        var references = arguments.MetadataReferences.Select(r => MetadataReference.CreateFromFile(Path.Combine(call.Folder, r.Reference)));
        var configurations = AnalyzerConfigSet.Create(arguments.AnalyzerConfigPaths.Select(p => AnalyzerConfig.Parse(File.ReadAllText(p), p)).ToList());
        var compilation = CSharpCompilation.Create(arguments.CompilationName, trees, references, arguments.CompilationOptions);
        var files = arguments.AdditionalFiles.Select(AdditionalText (f) => new FileText(f.Path));
        var loader = new Loader();
        var analyzers = arguments.AnalyzerReferences
            .SelectMany(r => new AnalyzerFileReference(Path.Combine(call.Folder, r.FilePath), loader).GetAnalyzers(LanguageNames.CSharp));
        return new LoadedCall(compilation, [.. analyzers], new AnalyzerOptions([.. files], new Configurations(configurations)));
    }

    public CompilationWithAnalyzers With(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers) => new(compilation, analyzers, _options);

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }

    private sealed class FileText(string path) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(File.ReadAllText(path));

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Configurations(AnalyzerConfigSet set) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(set.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(set.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(set.GetOptionsForSourcePath(textFile.Path).AnalyzerOptions);
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
