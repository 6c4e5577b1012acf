using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Spof.Benchmarks.Compilers;

namespace Spof.Benchmarks;

/// <summary>What all rules cost while somebody types, warm, and in a project that none of them is about.</summary>
internal sealed class EditorBenchmark(TextWriter output)
{
    private const int WarmUp = 20;
    private const int Runs = 30;
    private const int FileLines = 500;
    private const string TypedAfter = "Clamp(count ?? ";

    /// <param name="calls">Compiler calls of a generated solution, with the package.</param>
    public async Task RunAsync(IReadOnlyList<CompilerCall> calls)
    {
        await TypeAsync(Load(calls, ".Api"));
        await MissAsync(Load(calls, ".Domain"));
    }

    private static LoadedCall Load(IEnumerable<CompilerCall> calls, string project) =>
        LoadedCall.Load(calls.First(c => c.Folder.EndsWith(project, StringComparison.Ordinal)).WithOnly(AnalyzerBenchmark.Ours));

    /// <summary>
    /// Each run types a digit into one file: the compilation is new, its other files are not. An analyzer that does nothing shows what
    /// binding the file for any analyzer costs.
    /// </summary>
    private async Task TypeAsync(LoadedCall project)
    {
        var (compilation, file) = WithLongFile(project.Compilation);
        var (rules, nothing, compiler) = (new List<(double, double)>(), new List<(double, double)>(), new List<(double, double)>());
        var at = file.ToString().IndexOf(TypedAfter, StringComparison.Ordinal) + TypedAfter.Length;
        for (var i = 0; i < WarmUp + Runs; i++)
        {
            var digit = (i % 9 + 1).ToString(CultureInfo.InvariantCulture);
            var changed = file.WithChangedText(file.GetText().WithChanges(new TextChange(new TextSpan(at, 0), digit)));
            compiler.Add(await TimeAsync(compilation.ReplaceSyntaxTree(file, changed), typed => Task.FromResult(typed.GetSemanticModel(changed).GetDiagnostics())));
            nothing.Add(await TimeAsync(compilation.ReplaceSyntaxTree(file, changed), typed => AnalyzeAsync(project.With(typed, [new IdleAnalyzer()]), changed)));
            rules.Add(await TimeAsync(compilation.ReplaceSyntaxTree(file, changed), typed => AnalyzeAsync(project.With(typed, project.Analyzers), changed)));
        }

        await output.WriteLineAsync($"typing into a file of {file.GetText().Lines.Count} lines: {Show(rules)} with all rules, "
            + $"{Show(nothing)} with an analyzer that does nothing, {Show(compiler)} for the compiler's own diagnostics");
    }

    private async Task MissAsync(LoadedCall project)
    {
        var spent = new List<double>();
        for (var i = 0; i < WarmUp + Runs; i++)
        {
            // A new compilation, as after a change, with nothing known about it.
            var again = project.Compilation.WithAssemblyName(project.Compilation.AssemblyName + i.ToString(CultureInfo.InvariantCulture));
            var result = await project.With(again, project.Analyzers).GetAnalysisResultAsync(default);
            spent.Add(result.AnalyzerTelemetryInfo.Values.Sum(t => t.ExecutionTime.TotalMilliseconds));
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"a project of {project.Compilation.SyntaxTrees.Length} files that no rule is about: {Median(spent):F2} ms for all rules"));
    }

    private static async Task AnalyzeAsync(CompilationWithAnalyzers analysis, SyntaxTree file)
    {
        await analysis.GetAnalyzerSyntaxDiagnosticsAsync(file, default);
        await analysis.GetAnalyzerSemanticDiagnosticsAsync(analysis.Compilation.GetSemanticModel(file), filterSpan: null, default);
    }

    /// <summary>Joins several endpoint files to one, as long as real ones get.</summary>
    private static (Compilation Compilation, SyntaxTree File) WithLongFile(Compilation compilation)
    {
        var (joined, lines) = (new List<SyntaxTree>(), new List<string>());
        foreach (var tree in compilation.SyntaxTrees.Where(t => t.FilePath.EndsWith("Endpoints.cs", StringComparison.Ordinal)).TakeWhile(_ => lines.Count < FileLines))
        {
            var text = tree.ToString().Split('\n');
            lines.AddRange(joined.Count == 0 ? text : text.SkipWhile(l => !l.StartsWith("namespace", StringComparison.Ordinal)).Skip(1));
            joined.Add(tree);
        }

        var file = joined[0].WithChangedText(SourceText.From(string.Join('\n', lines)));
        return (compilation.RemoveSyntaxTrees(joined).AddSyntaxTrees(file), file);
    }

    /// <summary>Milliseconds on the clock, and of CPU: what else runs on the machine disturbs the second less.</summary>
    private static async Task<(double Wall, double Cpu)> TimeAsync(Compilation compilation, Func<Compilation, Task> run)
    {
        var (clock, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await run(compilation);
        return (clock.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
    }

    private static string Show(IReadOnlyCollection<(double Wall, double Cpu)> runs) =>
        string.Create(CultureInfo.InvariantCulture, $"{Median(runs.Select(r => r.Wall)):F1} ms ({Median(runs.Select(r => r.Cpu)):F1} CPU ms)");

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Skip(WarmUp).Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
