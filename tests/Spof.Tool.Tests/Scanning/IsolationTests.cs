using System.Diagnostics;

namespace Spof.Tool.Tests.Scanning;

/// <summary>What docs/usage.md promises under Trust: no network, and nothing of the repository runs.</summary>
public sealed class IsolationTests
{
    private static readonly string[] WithoutNetwork = ["unshare", "-rn"];

    private const string Mark = "$(MSBuildProjectDirectory)/../../marks/";

    /// <summary>Each way that a project file has to do something, and the name of the mark that it would leave.</summary>
    private static TemporaryFolder Trap() => new TemporaryFolder()
        .With("repo/Directory.Build.props", $"""
            <Project InitialTargets="First">
              <PropertyGroup>
                <Written>$([System.IO.File]::WriteAllText('{Mark}function', 'x'))</Written>
                <Created>$([System.IO.Directory]::CreateDirectory('{Mark}folder'))</Created>
                <Started>$([System.Diagnostics.Process]::Start('touch', '{Mark}process'))</Started>
              </PropertyGroup>
              <Target Name="First"><Exec Command="touch {Mark}first" /></Target>
            </Project>
            """)
        .With("repo/App/App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><AssemblyName>$([System.IO.File]::WriteAllText('{Mark}name', 'x'))App</AssemblyName></PropertyGroup>
              <UsingTask TaskName="Write" TaskFactory="RoslynCodeTaskFactory" AssemblyFile="$(MSBuildToolsPath)/Microsoft.Build.Tasks.Core.dll">
                <Task><Code Type="Fragment" Language="cs">System.IO.File.WriteAllText("{Mark}inline", "x");</Code></Task>
              </UsingTask>
              <Target Name="Build"><Write /><Exec Command="touch {Mark}build" /></Target>
              <Target Name="Restore"><Exec Command="touch {Mark}restore" /></Target>
              <Target Name="Before" BeforeTargets="CoreCompile;ResolveReferences;GetTargetPath"><WriteLinesToFile File="{Mark}before" Lines="x" /></Target>
              <ItemGroup Condition="$([System.IO.File]::WriteAllText('{Mark}condition', 'x')) == ''"><Compile Include="$([System.IO.File]::WriteAllText('{Mark}item', 'x'))*.cs" /></ItemGroup>
              <Import Project="$([System.IO.File]::WriteAllText('{Mark}import', 'x')).props" />
            </Project>
            """)
        .With("repo/App/Program.cs", "var http = new System.Net.Http.HttpClient(); var app = WebApplication.Create(); app.MapGet(\"/\", () => http.GetStringAsync(\"https://api.stripe.com/v1\")); app.Run();")
        .With("repo/App/Generator.tt", "<#@ template language=\"C#\" #><# System.IO.File.WriteAllText(\"marks/template\", \"x\"); #>")
        .With("repo/App/obj/App.csproj.nuget.g.targets", $"<Project InitialTargets=\"Restored\"><Target Name=\"Restored\"><Exec Command=\"touch {Mark}restored\" /></Target></Project>")
        .With("repo/.git/config", "[core]\n\tfsmonitor = touch marks/git\n")
        .With("marks/.keep", "");

    [Fact]
    public async Task Reading_from_source_runs_nothing_of_the_repository_and_writes_nothing()
    {
        using var folder = Trap();
        var before = folder.Snapshot();

        var (code, output, error) = await SpofProcess.RunAsync(["scan", folder["repo"], "--format", "json", "--fail-on", "none"]);

        Assert.True(code is 0 or 3, error);
        Assert.Contains("api.stripe.com", output, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
    }

    [Fact]
    public async Task The_same_project_would_leave_marks_if_it_were_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The trap is set with the commands of Unix.");
        using var folder = Trap().With("repo/Directory.Build.props", $"""<Project InitialTargets="First"><Target Name="First"><Exec Command="touch {Mark}first" /></Target></Project>""")
            .With("repo/App/App.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");

        await SpofProcess.RunAsync(["scan", folder["repo"], "--exact", "--fail-on", "none"]);

        Assert.True(File.Exists(folder["marks/first"]));
    }

    [Fact]
    public async Task Reading_from_source_needs_no_network()
    {
        await RequireNamespacesAsync();
        string[] scan = ["scan", Repository.Sample("FragileShop"), "--format", "json", "--fail-on", "none", "--nologo"];

        var outside = await SpofProcess.RunAsync(scan);
        var inside = await SpofProcess.RunAsync(scan, wrapper: WithoutNetwork);

        Assert.Equal(0, outside.Code);
        Assert.Equal(outside, inside);
    }

    /// <summary>A namespace of its own has no route until someone makes one: the table holds its heading alone.</summary>
    private static async Task RequireNamespacesAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Network namespaces are a thing of Linux.");
        try
        {
            using var process = Process.Start(new ProcessStartInfo(WithoutNetwork[0], [.. WithoutNetwork[1..], "cat", "/proc/self/net/route"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (code, routes, _) = await SpofProcess.EndAsync(process);
            Assert.SkipWhen(code != 0, "This machine lets no user make a network namespace.");
            Assert.Single(routes.Trim().Split('\n'));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no unshare on this machine.");
        }
    }
}
