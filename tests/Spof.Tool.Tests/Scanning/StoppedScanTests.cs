using System.Diagnostics;

namespace Spof.Tool.Tests.Scanning;

/// <summary>A whole scan that is given up or interrupted: one exit code, one line, no half of an output and no child left behind.</summary>
public sealed class StoppedScanTests
{
    /// <summary>A project whose evaluation by the SDK never ends; it says that it has begun.</summary>
    private static TemporaryFolder Endless()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are those of Unix.");
        return new TemporaryFolder()
            .With("App/App.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <Target Name="Wait" BeforeTargets="CoreCompile"><Exec Command="echo $$ &gt; $(MSBuildProjectDirectory)/../begun; exec sleep 600" /></Target>
                </Project>
                """)
            .With("App/A.cs", "class A;");
    }

    private static string[] Scan(TemporaryFolder folder) =>
        ["scan", folder["App"], "--exact", "-o", folder["out.json"], "-o", folder["out.sarif"]];

    /// <summary>The process that waits.</summary>
    private static async Task<int> BegunAsync(TemporaryFolder folder, Process scan)
    {
        int child;
        while (!int.TryParse(File.Exists(folder["begun"]) ? File.ReadAllText(folder["begun"]) : "", out child))
        {
            Assert.False(scan.HasExited);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return child;
    }

    private static async Task GoneAsync(int process)
    {
        while (Directory.Exists($"/proc/{process}") && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static void NothingIsWritten(TemporaryFolder folder) =>
        Assert.Equal(["App"], Directory.GetFileSystemEntries(folder.Root).Select(Path.GetFileName).Where(n => n != "begun"));

    [Fact]
    public async Task A_scan_that_takes_longer_than_its_limit_ends_with_130_and_leaves_nothing()
    {
        using var folder = Endless();
        using var scan = SpofProcess.Start([.. Scan(folder), "--time-limit", "4"]);

        var (code, output, error) = await SpofProcess.EndAsync(scan);

        Assert.Equal((130, ""), (code, output));
        Assert.Equal("spof: the time limit of 4 s was reached; nothing is written", error.Trim().Split('\n')[^1]);
        NothingIsWritten(folder);
        if (int.TryParse(File.Exists(folder["begun"]) ? File.ReadAllText(folder["begun"]) : "", out var child))
        {
            await GoneAsync(child);
        }
    }

    /// <summary>SIGINT is signal 2, the second bit of the mask.</summary>
    private static bool IgnoresInterrupts() => File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } mask
        && (Convert.ToUInt64(mask[7..].Trim(), 16) & 2) != 0;

    [Fact]
    public async Task A_scan_that_the_user_interrupts_ends_with_130_and_leaves_nothing()
    {
        Assert.SkipWhen(IgnoresInterrupts(), "What runs in the background of a shell ignores interrupts, and so does what it starts.");
        using var folder = Endless();
        using var scan = SpofProcess.Start(Scan(folder));
        var child = await BegunAsync(folder, scan);
        using (var kill = Process.Start("kill", ["-INT", scan.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var (code, output, error) = await SpofProcess.EndAsync(scan);

        Assert.Equal((130, ""), (code, output));
        Assert.Equal("spof: cancelled", error.Trim().Split('\n')[^1]);
        NothingIsWritten(folder);
        await GoneAsync(child);
    }
}
