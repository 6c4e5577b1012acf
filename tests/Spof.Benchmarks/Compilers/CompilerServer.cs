using System.Diagnostics;
using System.Text;

namespace Spof.Benchmarks.Compilers;

/// <summary>
/// A compiler server of our own, as a build uses one: what it has compiled and what the runtime has prepared serves the next project. It is
/// told apart from those of others by the name of its pipe.
/// </summary>
internal sealed class CompilerServer(string compiler) : IDisposable
{
    private readonly string _pipe = "spof-" + Guid.NewGuid().ToString("N");
    private Process? _process;

    /// <summary>User and system time of the server so far; what the clients use to ask it is left out.</summary>
    public double CpuSeconds
    {
        get
        {
            _process!.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <returns>What the compiler printed.</returns>
    public async Task<string> CompileAsync(CompilerCall call)
    {
        var response = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(response, call.Arguments.Where(a => !a.StartsWith("/noconfig", StringComparison.Ordinal)).Select(a => '"' + a.Replace("\"", "") + '"'), Encoding.UTF8);
            var start = new ProcessStartInfo("dotnet", [compiler, "/noconfig", "/shared:" + _pipe, "/keepalive:600", "@" + response])
            {
                WorkingDirectory = call.Folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync() + await errors;
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"The compiler ended with {process.ExitCode} in {call.Folder}:\n{output}");
            }

            _process ??= Find();
            return output;
        }
        finally
        {
            File.Delete(response);
        }
    }

    public void Dispose()
    {
        _process?.Kill();
        _process?.Dispose();
    }

    private Process Find() =>
        Directory.EnumerateDirectories("/proc")
            .Select(d => int.TryParse(Path.GetFileName(d), out var id) ? id : 0)
            .Where(id => id > 0 && CommandLine(id).Contains("-pipename:" + _pipe, StringComparison.Ordinal))
            .Select(Process.GetProcessById)
            .FirstOrDefault() ?? throw new InvalidOperationException("The compiler compiled by itself: it could not start its server.");

    private static string CommandLine(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
