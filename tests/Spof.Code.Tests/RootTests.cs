using Spof.Code.Tests.Harness;

namespace Spof.Code.Tests;

/// <summary>What a scanned folder sees of the repository around it.</summary>
public sealed class RootTests
{
    private const string Plain = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""";

    private const string Props = """
        <Project>
          <PropertyGroup><AssemblyName>Acme.$(MSBuildProjectName)</AssemblyName></PropertyGroup>
          <ItemGroup><Compile Include="$(MSBuildThisFileDirectory)shared/Shared.cs" /></ItemGroup>
        </Project>
        """;

    private static Repository Repository() => new Repository()
        .With("Directory.Build.props", Props).With("shared/Shared.cs", "class Shared;")
        .With("src/A/A.csproj", Plain).With("src/B/B.csproj", Plain);

    [Fact]
    public async Task Build_files_above_the_scanned_folder_count_up_to_the_root()
    {
        using var repository = Repository();
        var project = Assert.Single((await repository.ReadAsync(folder: "src/A")).Projects);
        Assert.Equal(("Acme.A", "A.csproj", 1), (project.AssemblyName, project.Path, project.Load.Files));
    }

    [Fact]
    public async Task Build_files_above_a_project_file_count_up_to_the_root()
    {
        using var repository = Repository();
        var project = Assert.Single((await repository.ReadAsync("A.csproj", folder: "src/A")).Projects);
        Assert.Equal(("Acme.A", "A.csproj"), (project.AssemblyName, project.Path));
    }

    [Fact]
    public async Task Build_files_above_the_root_do_not_count()
    {
        using var repository = Repository();
        var model = await new CodeReader().ReadAsync(
            new CodeReaderOptions { RootPath = repository["src"], FolderPath = repository["src/A"], PackageFolders = [] }, null, CancellationToken.None);
        Assert.Equal("A", Assert.Single(model.Projects).AssemblyName);
    }

    [Fact]
    public async Task A_referenced_project_beside_the_scanned_folder_is_read()
    {
        using var repository = Repository()
            .With("src/A/A.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><ProjectReference Include="../B/B.csproj" /></ItemGroup></Project>""");
        var model = await repository.ReadAsync(folder: "src/A");
        Assert.Equal(["../B/B.csproj", "A.csproj"], model.Projects.Select(p => p.Path));
        Assert.Equal(["../B/B.csproj"], model.Projects[1].References);
    }

    [Fact]
    public async Task Places_outside_the_scanned_folder_are_named_from_it()
    {
        using var repository = Repository().With("Directory.Build.props", "<Project>");
        Assert.Equal("../../Directory.Build.props", Assert.Single((await repository.ReadAsync(folder: "src/A")).Gaps).At.Path);
    }

    [Fact]
    public async Task Exclusions_start_at_the_scanned_folder()
    {
        using var repository = Repository();
        Assert.Equal(["Acme.B"], (await repository.ReadAsync(folder: "src", exclude: ["A/**"])).Projects.Select(p => p.AssemblyName));
    }
}
