namespace SpofAnalyzers.Package.Tests;

/// <summary>One solution of small projects that use the package, outside of the checkout, restored and built once for all tests.</summary>
public sealed class ConsumerBuild(PackedPackage package) : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("spof-consumers-").FullName;

    public string Root => _root;

    /// <summary>A package folder of their own, so that nothing of an earlier test is taken.</summary>
    public string Packages => Path.Combine(_root, "packages");

    /// <summary>What the build printed.</summary>
    public string Output { get; private set; } = "";

    public int ExitCode { get; private set; }

    /// <summary>What the compiler reported in a project.</summary>
    internal IReadOnlyList<Reported> In(string project) => Reported.Read(Path.Combine(_root, project, "log.sarif"));

    /// <summary>What it reported of one rule, with its level; null when the rule is silent.</summary>
    internal string? Level(string project, string rule) =>
        In(project).Where(r => r.Id == rule && !r.IsSuppressed).Select(r => r.Level).Distinct().SingleOrDefault();

    internal bool IsBuilt(string project) => File.Exists(Path.Combine(_root, project, "bin", "Debug", "net10.0", project + ".dll"));

    public async ValueTask InitializeAsync()
    {
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{package.Feed}" />
              </packageSources>
            </configuration>
            """);
        Write(".editorconfig", "root = true\n");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <UseAppHost>false</UseAppHost>
                <EnableNETAnalyzers>false</EnableNETAnalyzers>
                <ErrorLog>$(MSBuildProjectDirectory)/log.sarif,version=2.1</ErrorLog>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="SpofAnalyzers" Version="{package.Version}" PrivateAssets="all" />
                <PackageReference Include="SpofAnalyzers.Annotations" Version="{package.Version}" PrivateAssets="all" Condition="'$(MSBuildProjectName)' == 'Accepting'" />
              </ItemGroup>
            </Project>
            """);
        CataloguePackage.Write(package.Feed);
        Write("spof.catalogue.json", """{ "thirdPartyHosts": { "partner-pay.io": "partner" } }""");
        foreach (var consumer in Consumers.All)
        {
            consumer.Write(_root);
        }

        Write("Consumers.slnx", "<Solution>\n" + string.Concat(Consumers.All.Select(c => $"  <Project Path=\"{c.Name}/{c.Name}.csproj\" />\n")) + "</Solution>\n");
        (ExitCode, Output) = await DotNet.RunAsync(_root, Packages, "build", "Consumers.slnx", "-c", "Debug", "-m:2");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return default;
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_root, name), text);
}

/// <summary>The classes that share the built solution.</summary>
[CollectionDefinition(nameof(ConsumerBuild))]
public sealed class ConsumerBuildCollection : ICollectionFixture<ConsumerBuild>;
