using System.Globalization;
using Spof.Benchmarks.Measurement;

namespace Spof.Benchmarks;

/// <summary>
/// CPU seconds of <c>spof faulttree</c> on published fault trees, start-up included, beside the cheapest algorithm of the reference
/// solver in the same run. A model is an <c>.xml</c> file, together with <c>NAME-basic-events.xml</c> where there is one.
/// </summary>
/// <param name="tool">Path of <c>spof.dll</c>.</param>
/// <param name="scram">The reference solver; null to measure without.</param>
/// <param name="output">Where the table goes.</param>
internal sealed class FaultTreeBenchmark(string tool, string? scram, TextWriter output)
{
    private const string EventsSuffix = "-basic-events.xml";
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);
    private static readonly string[] Algorithms = ["--bdd", "--zbdd", "--mocus"];

    private static readonly (string Name, string[] Ours, string[] Reference)[] Questions =
    [
        ("order ≤ 2", ["--order", "2", "--no-probability"], ["-l", "2"]),
        ("all sets", ["--no-probability"], ["-l", "1000"]),
        ("probability", ["--no-cut-sets"], ["-l", "2", "--probability", "true"]),
    ];

    public async Task RunAsync(string folder, int repetitions)
    {
        await output.WriteLineAsync("| model | " + string.Join(" | ", Questions.Select(q => scram is null ? q.Name : $"{q.Name} | scram")) + " |");
        await output.WriteLineAsync("| --- |" + string.Concat(Enumerable.Repeat(" ---: |", Questions.Length * (scram is null ? 1 : 2))));
        foreach (var model in Directory.GetFiles(folder, "*.xml", SearchOption.AllDirectories).Where(f => !f.EndsWith(EventsSuffix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var events = model[..^".xml".Length] + EventsSuffix;
            string[] files = File.Exists(events) ? [model, events] : [model];
            await output.WriteAsync($"| {Path.GetFileNameWithoutExtension(model)} |");
            foreach (var (_, ours, reference) in Questions)
            {
                await WriteAsync(await BestAsync("dotnet", [[tool, "faulttree", .. files, "--limit", "0", .. ours]], folder, repetitions));
                if (scram is not null)
                {
                    // The report of all sets can be larger than a disk; it goes where nothing is kept.
                    var algorithms = ours.Contains("--no-cut-sets") ? ["--bdd"] : Algorithms;
                    await WriteAsync(await BestAsync(scram, [.. algorithms.Select(a => (string[])[a, .. reference, .. files, "-o", "/dev/null"])], folder, repetitions));
                }
            }

            await output.WriteLineAsync();
        }
    }

    private Task WriteAsync((double Cpu, string? Algorithm)? best) =>
        output.WriteAsync(best is { } b ? string.Create(CultureInfo.InvariantCulture, $" {b.Cpu:F2}{(b.Algorithm is null ? "" : " " + b.Algorithm)} |") : " no answer |");

    /// <summary>The cheapest way and run; null when none answers in time.</summary>
    private static async Task<(double Cpu, string? Algorithm)?> BestAsync(string program, string[][] ways, string folder, int repetitions)
    {
        (double Cpu, string? Algorithm)? best = null;
        foreach (var way in ways)
        {
            for (var i = 0; i < repetitions; i++)
            {
                var run = await ChildProcess.TryRunAsync(program, way, folder, TimeLimit);
                if (run is null)
                {
                    break;
                }

                if (best is null || run.CpuSeconds < best.Value.Cpu)
                {
                    best = (run.CpuSeconds, ways.Length > 1 ? way[0].TrimStart('-') : null);
                }
            }
        }

        return best;
    }
}
