using System.Diagnostics;

namespace Spof.Tool.Tests;

/// <summary>The built <c>spof</c> as a process of its own, as a user runs it.</summary>
internal static class SpofProcess
{
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "spof.exe" : "spof");

    /// <param name="arguments">Arguments of spof.</param>
    /// <param name="environment">Variables besides those of the test.</param>
    /// <param name="wrapper">A command that runs the command that follows it; null for none.</param>
    public static Process Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string[]? wrapper = null)
    {
        string[] command = [.. wrapper ?? [], Executable, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public static async Task<(int Code, string Out, string Error)> RunAsync(
        IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string[]? wrapper = null)
    {
        using var process = Start(arguments, environment, wrapper);
        return await EndAsync(process);
    }

    /// <summary>Waits for the end; a process that does not end is ended with the test.</summary>
    public static async Task<(int Code, string Out, string Error)> EndAsync(Process process)
    {
        try
        {
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
