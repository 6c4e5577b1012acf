using System.IO.Compression;
using SpofAnalyzers.Package.Tests;

[assembly: AssemblyFixture(typeof(PackedPackage))]

namespace SpofAnalyzers.Package.Tests;

/// <summary>The packages, packed once for all tests from what was built with them, under a version that no cache knows.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("spof-package-").FullName;

    public string Version { get; } = "0.0.1-t" + Guid.NewGuid().ToString("N")[..12];

    public string Feed => Path.Combine(Folder, "feed");

    /// <summary>The packed files of a package in a folder.</summary>
    public string Content(string id) => Path.Combine(Folder, id);

    public async ValueTask InitializeAsync()
    {
        foreach (var id in new[] { "SpofAnalyzers", "SpofAnalyzers.Annotations" })
        {
            var project = Path.Combine("src", id == "SpofAnalyzers" ? "SpofAnalyzers.Package" : id);
            var packed = await DotNet.RunAsync(
                Checkout.Root, Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? "",
                "pack", project, "-c", Checkout.Configuration, "--no-build", "-o", Feed, "-p:PackageVersion=" + Version);
            Assert.True(packed.ExitCode == 0, packed.Output);
            await ZipFile.ExtractToDirectoryAsync(Path.Combine(Feed, $"{id}.{Version}.nupkg"), Content(id));
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return default;
    }
}
