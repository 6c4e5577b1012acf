using System.Globalization;
using Spof.Benchmarks.Generation;
using Spof.Benchmarks.Measurement;

namespace Spof.Benchmarks;

/// <summary>
/// What a scan costs beside a full build and beside <c>MSBuildWorkspace</c>, on the same generated solution, in CPU seconds. Ratios
/// are what counts: they hold on other machines.
/// </summary>
internal sealed class LoadBenchmark(string tool, TextWriter output)
{
    private readonly List<(string What, Measured Cost, Measured Reference)> _rows = [];

    public async Task RunAsync(string folder, int projects, int files, int repetitions)
    {
        var solution = SolutionGenerator.Write(folder, projects, files);
        await output.WriteLineAsync($"{solution.Projects} projects, {solution.Files} files, {solution.Lines} lines");
        await RunAsync("dotnet", ["restore", solution.SolutionFile, "-p:NuGetAudit=false"], 1, folder);

        // One node: what further ones use is not told to the process that started them.
        var build = await RunAsync(
            "dotnet",
            ["build", solution.SolutionFile, "--no-restore", "--no-incremental", "-m:1", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-v:q"],
            1,
            folder);
        var workspace = await RunAsync(Environment.ProcessPath!, ["open-workspace", solution.SolutionFile], 1, folder);
        var cache = new Dictionary<string, string?> { ["SPOF_CACHE"] = Path.Join(folder, ".cache") };
        string[] scanning = [tool, "scan", folder, "--nologo", "--fail-on", "none"];
        var scan = await RunAsync("dotnet", [.. scanning, "--no-cache"], repetitions, folder);
        var exact = await RunAsync("dotnet", [.. scanning, "--exact"], 1, folder);
        await RunAsync("dotnet", scanning, 1, folder, cache);
        var again = await RunAsync("dotnet", scanning, repetitions, folder, cache);
        Add("dotnet build --no-incremental", build, build);
        Add("MSBuildWorkspace, all compilations", workspace, build);
        Add("spof scan", scan, build);
        Add("spof scan, against MSBuildWorkspace", scan, workspace);
        Add("spof scan --exact", exact, build);
        Add("spof scan, nothing changed", again, build);
        await WriteAsync();
    }

    private void Add(string what, Measured cost, Measured reference) => _rows.Add((what, cost, reference));

    private async Task WriteAsync()
    {
        await output.WriteLineAsync("| run | CPU s | wall s | peak MB | ratio |");
        await output.WriteLineAsync("| --- | ---: | ---: | ---: | ---: |");
        foreach (var (what, cost, reference) in _rows)
        {
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| {what} | {cost.CpuSeconds:F2} | {cost.WallSeconds:F2} | {cost.PeakMegabytes:F0} | {cost.CpuSeconds / reference.CpuSeconds:F3} |"));
        }
    }

    /// <summary>The cheapest of several runs: what disturbs a run only ever makes it dearer.</summary>
    private static async Task<Measured> RunAsync(
        string program, IReadOnlyList<string> arguments, int repetitions, string folder, IReadOnlyDictionary<string, string?>? environment = null)
    {
        Measured? best = null;
        for (var i = 0; i < repetitions; i++)
        {
            var run = await ChildProcess.RunAsync(program, arguments, folder, environment);
            best = best is null || run.CpuSeconds < best.CpuSeconds ? run : best;
        }

        return best!;
    }
}
