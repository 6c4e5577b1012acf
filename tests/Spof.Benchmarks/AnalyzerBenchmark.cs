using System.Globalization;
using Spof.Benchmarks.Compilers;
using Spof.Benchmarks.Generation;
using Spof.Benchmarks.Measurement;

namespace Spof.Benchmarks;

/// <summary>
/// What the package costs a build: the compiler's own report of all analyzers beside those of neighbouring packages, and the CPU time of
/// the compiler server with the package and without it, over the same calls of the compiler.
/// </summary>
internal sealed class AnalyzerBenchmark(string package, TextWriter output)
{
    public const string Ours = "SpofAnalyzers";
    private static readonly (string Id, string Version)[] Neighbours = [("Roslynator.Analyzers", "5.0.1"), ("Meziantou.Analyzer", "3.0.321")];

    public async Task RunAsync(string folder, int projects, int files, int repetitions)
    {
        var version = Path.GetFileNameWithoutExtension(package)[(Ours.Length + 1)..];
        var solution = SolutionGenerator.Write(folder, projects, files, [.. Neighbours, (Ours, version)]);
        await output.WriteLineAsync($"{solution.Projects} projects, {solution.Files} files, {solution.Lines} lines");
        var calls = await CallsAsync(folder, solution.SolutionFile);
        await ReportAsync(calls);
        await CompareAsync(calls, repetitions);
        await new EditorBenchmark(output).RunAsync(calls);
    }

    private async Task<IReadOnlyList<CompilerCall>> CallsAsync(string folder, string solution)
    {
        // The package is taken into a folder of its own, so that another one of that version that is in the cache is not taken for it.
        var packages = new Dictionary<string, string?> { ["NUGET_PACKAGES"] = Path.Join(folder, ".packages") };
        string[] source = ["-p:RestoreAdditionalProjectSources=" + Path.GetDirectoryName(package), "-p:NuGetAudit=false"];
        await ChildProcess.RunAsync("dotnet", ["restore", solution, .. source], folder, packages);
        var log = Path.Join(folder, "build.binlog");
        var build = await ChildProcess.RunAsync(
            "dotnet", ["build", solution, "--no-restore", "-m:1", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-v:q", "-bl:" + log], folder, packages);
        return build.ExitCode == 0 ? BuildLog.Calls(log) : throw new InvalidOperationException("The generated solution does not build.");
    }

    /// <summary>All packages in one build: whoever looks at a method first pays for binding it, so only these figures compare.</summary>
    private async Task ReportAsync(IReadOnlyList<CompilerCall> calls)
    {
        using var server = Server();
        var seconds = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var call in calls)
        {
            AnalyzerReport.Add(await server.CompileAsync(call.With("/reportanalyzer")), seconds, a => a == Ours);
        }

        await output.WriteLineAsync("| analyzers | s | ours to it |");
        await output.WriteLineAsync("| --- | ---: | ---: |");
        foreach (var (name, spent) in seconds.Where(s => s.Value > 0))
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {name} | {spent:F3} | {seconds[Ours] / spent:F2} |"));
        }
    }

    private async Task CompareAsync(IReadOnlyList<CompilerCall> calls, int repetitions)
    {
        var neighbours = Neighbours.Select(n => n.Id).ToArray();
        CompilerCall[] with = [.. calls.Select(c => c.Without(neighbours))];
        CompilerCall[] without = [.. with.Select(c => c.Without(Ours))];
        var (cheapestWith, cheapestWithout) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < repetitions; i++)
        {
            cheapestWithout = Math.Min(cheapestWithout, await CostAsync(without));
            cheapestWith = Math.Min(cheapestWith, await CostAsync(with));
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"compiler server over all projects: {cheapestWithout:F2} CPU s without, {cheapestWith:F2} with the package, ratio {cheapestWith / cheapestWithout:F3}"));
    }

    private static async Task<double> CostAsync(IEnumerable<CompilerCall> calls)
    {
        using var server = Server();
        foreach (var call in calls)
        {
            await server.CompileAsync(call);
        }

        return server.CpuSeconds;
    }

    private static CompilerServer Server() => new(Path.Join(Sdk.Folder(), "Roslyn", "bincore", "csc.dll"));
}
