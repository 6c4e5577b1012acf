using System.Diagnostics;
using System.Text.Json;

namespace Spof.Tool.Tests.Samples;

/// <summary>What a machine has restored and who reads the projects changes nothing of what is found.</summary>
public sealed class ThreeWaysTests
{
    private static readonly string Packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
        ? set
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    [Fact]
    public async Task FragileShop_gives_the_same_findings_by_source_by_the_SDK_and_with_neither_packages_nor_obj()
    {
        using var folder = new TemporaryFolder();
        Copy(Repository.Sample("FragileShop"), folder);
        folder.With("Directory.Packages.props", await File.ReadAllTextAsync(Path.Combine(Repository.Root, "Directory.Packages.props"), TestContext.Current.CancellationToken));
        var shop = folder[""];

        var hidden = await ScanAsync([shop], new() { ["NUGET_PACKAGES"] = Directory.CreateDirectory(folder["none"]).FullName });
        await RestoreAsync(folder);
        var source = await ScanAsync([shop]);
        var exact = await ScanAsync([shop, "--exact"]);

        // Otherwise the three would be one.
        Assert.Equal(0, PackagesIn(hidden));
        Assert.NotEqual(0, PackagesIn(source));
        Assert.Equal(["exact"], LoadersIn(exact));
        Assert.Equal(["source"], LoadersIn(source));

        Assert.NotEmpty(FindingsIn(source));
        Assert.Equal(FindingsIn(source), FindingsIn(hidden));
        Assert.Equal(FindingsIn(source), FindingsIn(exact));
    }

    private static async Task<JsonElement> ScanAsync(string[] arguments, Dictionary<string, string>? environment = null)
    {
        var (code, output, error) = await SpofProcess.RunAsync(["scan", .. arguments, "--format", "json", "--fail-on", "none"], environment);
        Assert.True(code == 0, error);
        return JsonDocument.Parse(output).RootElement;
    }

    private static string[] FindingsIn(JsonElement result) =>
    [
        .. result.GetProperty("findings").EnumerateArray()
            .Select(f => $"{f.GetProperty("fingerprint")} {f.GetProperty("ruleId")} {f.GetProperty("level")} {f.GetProperty("nodeId")} {f.GetProperty("message")}"),
    ];

    private static int PackagesIn(JsonElement result) =>
        result.GetProperty("projects").EnumerateArray().Sum(p => p.GetProperty("load").TryGetProperty("packagesResolved", out var number) ? number.GetInt32() : 0);

    private static string[] LoadersIn(JsonElement result) =>
        [.. result.GetProperty("projects").EnumerateArray().Select(p => p.GetProperty("load").GetProperty("loader").GetString()!).Distinct()];

    /// <summary>From what this machine has: no network. A project whose packages are not all here stays as it was.</summary>
    private static async Task RestoreAsync(TemporaryFolder folder)
    {
        using var restore = Process.Start(new ProcessStartInfo("dotnet", ["restore", folder["FragileShop.slnx"], "--source", Packages, "-v", "q"])
        {
            WorkingDirectory = folder.Root,
            RedirectStandardOutput = true,
        })!;
        await restore.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await restore.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(Directory.GetFiles(folder.Root, "project.assets.json", SearchOption.AllDirectories));
    }

    private static void Copy(string sample, TemporaryFolder folder)
    {
        foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(sample, file);
            if (!relative.Split(Path.DirectorySeparatorChar).Any(s => s is "obj" or "bin"))
            {
                folder.With(relative, File.ReadAllText(file));
            }
        }
    }
}
