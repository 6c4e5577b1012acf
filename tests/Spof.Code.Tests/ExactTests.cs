using System.Diagnostics;
using Spof.Code.References;
using Spof.Code.Tests.Harness;
using Spof.Model;

namespace Spof.Code.Tests;

/// <summary>Reading with the SDK of the user: what it knows better, what it must leave alone, and what happens when it fails.</summary>
public sealed class ExactTests
{
    private const string Client = """
        using System.Net.Http;
        using System.Threading.Tasks;

        public class Payments
        {
            private static readonly HttpClient Http = new();

            public Task<string> GetAsync() => Http.GetStringAsync("https://api.stripe.com/v1/charges");
        }
        """;

    private const string Program = "System.Console.WriteLine(new Payments().GetAsync());";

    private static string Project(string body, string frameworks = "<TargetFramework>net10.0</TargetFramework>") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><OutputType>Exe</OutputType>{frameworks}<EnableDefaultCompileItems>false</EnableDefaultCompileItems></PropertyGroup>
          <ItemGroup><Compile Include="Program.cs" /></ItemGroup>
          {body}
        </Project>
        """;

    private static Repository OneProject(string project) =>
        new Repository().With("App/App.csproj", project).With("App/Program.cs", Program).With("App/extra/Payments.cs", Client);

    private static string[] HostsOf(CodeModel model) =>
        [.. model.Projects.SelectMany(p => p.Dependencies).SelectMany(d => d.Address.Endpoints).Select(e => e.Host).Distinct()];

    [Fact]
    public async Task Sources_that_a_target_adds_are_seen_by_the_SDK_alone()
    {
        using var repository = OneProject(Project("""
            <Target Name="AddSources" BeforeTargets="CoreCompile"><ItemGroup><Compile Include="extra/*.cs" /></ItemGroup></Target>
            """));

        var source = await repository.ReadAsync();
        var exact = await repository.ReadAsync(isExact: true);

        Assert.Equal("source", source.Projects[0].Load.Loader);
        Assert.Empty(HostsOf(source));
        Assert.Equal("exact", exact.Projects[0].Load.Loader);
        Assert.Equal(["api.stripe.com"], HostsOf(exact));
        Assert.Equal("App/extra/Payments.cs", exact.Projects[0].Dependencies[0].Evidence[0].At.Path);
        Assert.Empty(exact.Gaps);
    }

    [Fact]
    public async Task Projects_for_several_frameworks_are_read_for_the_most_capable_one()
    {
        using var repository = OneProject(Project(
            """<ItemGroup Condition="$([MSBuild]::GetTargetFrameworkVersion('$(TargetFramework)')) == '10.0'"><Compile Include="extra/*.cs" /></ItemGroup>""",
            "<TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks>"));

        var exact = await repository.ReadAsync(isExact: true);

        Assert.Equal("exact", exact.Projects[0].Load.Loader);
        Assert.Equal(["api.stripe.com"], HostsOf(exact));
    }

    [Fact]
    public async Task A_project_that_the_SDK_cannot_evaluate_is_named_and_read_from_source_and_the_others_go_on()
    {
        using var repository = OneProject(Project("""<ItemGroup><Compile Include="extra/*.cs" /></ItemGroup>"""))
            .With("Broken/Broken.csproj", """
                <Project Sdk="No.Such.Sdk/1.0">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                </Project>
                """)
            .With("Broken/Payments.cs", Client);

        var exact = await repository.ReadAsync(isExact: true);

        Assert.Equal([("App", "exact"), ("Broken", "source")], exact.Projects.Select(p => (p.AssemblyName, p.Load.Loader)));
        Assert.Null(exact.Projects[0].Load.LoaderReason);
        Assert.StartsWith("the SDK does not evaluate the project", exact.Projects[1].Load.LoaderReason, StringComparison.Ordinal);
        var gap = Assert.Single(exact.Gaps, g => g.At.Path == "Broken/Broken.csproj" && g.Reason.StartsWith("--exact:", StringComparison.Ordinal));
        Assert.True(gap.IsError);
        Assert.Contains("read from source", gap.Reason, StringComparison.Ordinal);
        Assert.All(exact.Projects, p => Assert.NotEmpty(p.Dependencies));
    }

    [Fact]
    public async Task A_referenced_project_takes_part_as_source_although_it_was_never_built()
    {
        using var repository = OneProject(Project("""<ItemGroup><ProjectReference Include="../Library/Library.csproj" /></ItemGroup>"""))
            .With("App/Program.cs", "System.Console.WriteLine(new Payments().GetAsync());")
            .With("Library/Library.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                </Project>
                """)
            .With("Library/Payments.cs", Client);

        var exact = await repository.ReadAsync(isExact: true);

        Assert.Equal(["Library/Library.csproj"], exact.Projects.Single(p => p.AssemblyName == "App").References);
        Assert.Equal(["api.stripe.com"], HostsOf(exact));
        Assert.All(exact.Projects, p => Assert.Equal("exact", p.Load.Loader));
    }

    [Fact]
    public async Task Nothing_in_the_repository_is_written_and_reading_from_source_runs_no_target()
    {
        using var repository = OneProject(Project("""
            <ItemGroup><Compile Include="extra/*.cs" /></ItemGroup>
            <Target Name="Mark" BeforeTargets="CoreCompile"><WriteLinesToFile File="$(MSBuildProjectDirectory)/../../ran.txt" Lines="ran" /></Target>
            """));
        var before = Snapshot(repository.Root);
        var mark = Path.Combine(repository.Root, "..", "ran.txt");

        await repository.ReadAsync();
        Assert.False(File.Exists(mark));
        await repository.ReadAsync(isExact: true);

        Assert.True(File.Exists(mark));
        Assert.Equal(before, Snapshot(repository.Root));
    }

    [Fact]
    public async Task Paths_with_characters_that_mean_something_to_the_build_are_evaluated()
    {
        using var repository = new Repository()
            .With("a (b) 'c' & d;e/App.csproj", Project("""<ItemGroup><Compile Include="extra/*.cs" /></ItemGroup>"""))
            .With("a (b) 'c' & d;e/Program.cs", Program)
            .With("a (b) 'c' & d;e/extra/Payments.cs", Client);

        var source = await repository.ReadAsync();
        var exact = await repository.ReadAsync(isExact: true);

        Assert.Equal(HostsOf(source), HostsOf(exact));
    }

    [Fact]
    public async Task A_log_of_a_build_tells_what_was_compiled()
    {
        using var repository = OneProject(Project("""
            <Target Name="AddSources" BeforeTargets="CoreCompile"><ItemGroup><Compile Include="extra/*.cs" /></ItemGroup></Target>
            """));
        var log = Path.Combine(repository.Root, "..", "build.binlog");
        using (var build = Process.Start(SdkLocation.DotnetHost(), ["build", repository["App/App.csproj"], $"-bl:{log}", "-v:q", "-nodeReuse:false", "-p:UseSharedCompilation=false"]))
        {
            await build.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, build.ExitCode);
        }

        var read = await repository.ReadAsync(binaryLog: log);

        Assert.Equal("binlog", read.Projects[0].Load.Loader);
        Assert.Equal(["api.stripe.com"], HostsOf(read));
        Assert.Empty(read.Gaps);
    }

    [Theory]
    [InlineData("no log at all", "the file is no binary log that can be read")]
    [InlineData("", "the file is no binary log that can be read")]
    public async Task A_file_that_is_no_log_is_an_error(string content, string message)
    {
        using var repository = OneProject(Project("")).With("build.binlog", content);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => repository.ReadAsync(binaryLog: repository["build.binlog"]));

        Assert.Equal(message, error.Message);
    }

    private static string[] Snapshot(string folder) =>
    [
        .. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(p => $"{p} {File.GetLastWriteTimeUtc(p):O}"),
    ];
}
