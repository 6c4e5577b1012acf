using System.Diagnostics;

namespace Spof.Benchmarks.Compilers;

/// <summary>The SDK that a build in the current folder uses.</summary>
internal static class Sdk
{
    public static string Folder()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["--info"]) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text.Split('\n').Select(l => l.Trim()).First(l => l.StartsWith("Base Path:", StringComparison.Ordinal))["Base Path:".Length..].Trim();
    }
}
