using System.IO.Compression;
using SpofAnalyzers.Package.Tests;

[assembly: AssemblyFixture(typeof(PackedPackage))]

namespace SpofAnalyzers.Package.Tests;

/// <summary>The package, packed once for all tests from what was built with them, under a version that no cache knows.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("spof-package-").FullName;

    public string Version { get; } = "0.0.1-t" + Guid.NewGuid().ToString("N")[..12];

    public string File => Path.Combine(Folder, "feed", $"SpofAnalyzers.{Version}.nupkg");

    /// <summary>The packed files in a folder.</summary>
    public string Content => Path.Combine(Folder, "content");

    public async ValueTask InitializeAsync()
    {
        var packed = await DotNet.RunAsync(
            Checkout.Root, Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? "",
            "pack", Path.Combine("src", "SpofAnalyzers.Package"), "-c", Checkout.Configuration, "--no-build", "-o", Path.Combine(Folder, "feed"), "-p:PackageVersion=" + Version);
        Assert.True(packed.ExitCode == 0, packed.Output);
        await ZipFile.ExtractToDirectoryAsync(File, Content);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return default;
    }
}
