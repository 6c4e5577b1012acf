using Spof.Model;
using Spof.Tool.Scanning;
using Spof.Tool.Settings;

namespace Spof.Tool.Tests.Samples;

/// <summary>A small repository, one web service in C# with a Compose file that runs it twice, scanned as <c>spof scan</c> does.</summary>
internal sealed class Shop : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("spof-shop-").FullName;

    public Shop() => With("compose.yaml", """
        name: shop
        services:
          checkout:
            image: acme/checkout:1
            ports: ["80:8080"]
            deploy: { replicas: 2 }
        """)
        .With("src/Checkout/Checkout.csproj", """
        <Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>
        """);

    public Shop With(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    public Task<Assessment> ScanAsync() => Scan.RunAsync(
        new ScanRequest { Folder = _folder, Root = _folder, Settings = SettingsFile.Load(null, _folder, _folder) }, null, TestContext.Current.CancellationToken);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
