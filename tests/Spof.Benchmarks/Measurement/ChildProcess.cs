using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Spof.Benchmarks.Measurement;

/// <summary>Runs a program and measures it from outside. One at a time: the operating system only sums up all children.</summary>
internal static partial class ChildProcess
{
    private const int Children = -1;
    private static readonly TimeSpan SampleEvery = TimeSpan.FromMilliseconds(10);

    /// <param name="program">The executable.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Working folder.</param>
    /// <param name="environment">Variables to set; null removes one.</param>
    public static async Task<Measured> RunAsync(
        string program, IReadOnlyList<string> arguments, string folder, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var (measured, text) = await RunAsync(program, arguments, folder, environment, Timeout.InfiniteTimeSpan);
        return measured.ExitCode <= 1
            ? measured
            : throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' ended with {measured.ExitCode}:\n{text}");
    }

    /// <summary>Like <see cref="RunAsync(string, IReadOnlyList{string}, string, IReadOnlyDictionary{string, string})"/>, for a program that may fail or never end.</summary>
    /// <returns>Null when it does not end well in time.</returns>
    public static async Task<Measured?> TryRunAsync(string program, IReadOnlyList<string> arguments, string folder, TimeSpan limit)
    {
        var (measured, _) = await RunAsync(program, arguments, folder, null, limit);
        return measured.ExitCode == 0 ? measured : null;
    }

    private static async Task<(Measured Measured, string Text)> RunAsync(
        string program, IReadOnlyList<string> arguments, string folder, IReadOnlyDictionary<string, string?>? environment, TimeSpan limit)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        var before = ChildrenCpu();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{program}' does not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        double? peak = null;
        while (!process.WaitForExit(SampleEvery))
        {
            peak = PeakMemory(process.Id) ?? peak;
            if (limit != Timeout.InfiniteTimeSpan && clock.Elapsed > limit)
            {
                process.Kill();
            }
        }

        clock.Stop();
        var text = await output + await errors;
        var cpu = OperatingSystem.IsWindows() ? process.TotalProcessorTime.TotalSeconds : ChildrenCpu() - before;
        return (new Measured(cpu, clock.Elapsed.TotalSeconds, peak, process.ExitCode), text);
    }

    /// <summary>High-water mark of the resident memory, in megabytes.</summary>
    private static double? PeakMemory(int process)
    {
        try
        {
            foreach (var line in File.ReadLines($"/proc/{process}/status"))
            {
                if (line.StartsWith("VmHWM:", StringComparison.Ordinal))
                {
                    return double.Parse(line.AsSpan("VmHWM:".Length, line.Length - "VmHWM:".Length - "kB".Length).Trim(), CultureInfo.InvariantCulture) / 1024;
                }
            }
        }
        catch (IOException)
        {
            // The process has just ended, or the system has no such file: the last sample stands.
        }

        return null;
    }

    private static double ChildrenCpu()
    {
        if (OperatingSystem.IsWindows())
        {
            return 0;
        }

        if (GetResourceUsage(Children, out var usage) != 0)
        {
            throw new InvalidOperationException("The system does not tell what the child processes used.");
        }

        return usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetResourceUsage(int who, out ResourceUsage usage);

    /// <summary>The start of the system's <c>struct rusage</c> on 64-bit systems; the rest is room for what is not read.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct ResourceUsage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
