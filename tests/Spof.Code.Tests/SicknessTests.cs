using Spof.Code.Tests.Harness;
using Spof.Model;

namespace Spof.Code.Tests;

/// <summary>
/// What ails real repositories. Each of these must be listed with its place, must cost nothing of the project beside it, and what of the
/// sick project can be read is read.
/// </summary>
public sealed class SicknessTests
{
    private const string Payments = """
        using System.Net.Http;
        using System.Threading.Tasks;

        public static class Payments
        {
            private static readonly HttpClient Http = new();

            public static Task<string> GetAsync() => Http.GetStringAsync("https://HOST/v1/charges");
        }
        """;

    private const string Healthy = "api.stripe.com";
    private const string Sick = "api.twilio.com";

    private static string Client(string host) => Payments.Replace("HOST", host, StringComparison.Ordinal);

    private static string Project(string body = "", string sdk = "Microsoft.NET.Sdk", string frameworks = "<TargetFramework>net10.0</TargetFramework>") =>
        $"<Project Sdk=\"{sdk}\">\n<PropertyGroup>{frameworks}<OutputType>Exe</OutputType></PropertyGroup>\n{body}\n</Project>";

    /// <summary>A healthy project, and one beside it for a test to make sick.</summary>
    private static Repository Beside(string project, string folder = "Sick") => new Repository()
        .With("Healthy/Healthy.csproj", Project()).With("Healthy/Program.cs", "System.Console.WriteLine(Payments.GetAsync());").With("Healthy/Payments.cs", Client(Healthy))
        .With($"{folder}/Sick.csproj", project).With($"{folder}/Program.cs", "System.Console.WriteLine(Payments.GetAsync());").With($"{folder}/Payments.cs", Client(Sick));

    private static string[] HostsOf(CodeModel model, string project) =>
        [.. model.Projects.Where(p => p.AssemblyName == project).SelectMany(p => p.Dependencies).SelectMany(d => d.Address.Endpoints).Select(e => e.Host).Distinct()];

    private static void HasFactsOf(CodeModel model, params string[] sick)
    {
        Assert.Equal([Healthy], HostsOf(model, "Healthy"));
        Assert.Equal(sick, HostsOf(model, "Sick"));
        Assert.DoesNotContain(model.Gaps, g => g.At.Path.StartsWith("Healthy/", StringComparison.Ordinal));
    }

    private static Gap GapAt(CodeModel model, string place, string reason) =>
        Assert.Single(model.Gaps, g => g.At.ToString() == place && g.Reason.Contains(reason, StringComparison.Ordinal));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_package_that_was_never_restored_is_named(bool isExact)
    {
        using var repository = Beside(Project("""<ItemGroup><PackageReference Include="Acme.Gone" Version="1.0.0" /></ItemGroup>"""));

        var model = await repository.ReadAsync(isExact: isExact);

        HasFactsOf(model, Sick);
        Assert.Equal(GapKind.Unread, GapAt(model, "Sick/Sick.csproj:1", "Packages not found, calls into them are told by their names at most: Acme.Gone.").Kind);
        Assert.Equal(["Acme.Gone"], model.Projects.Single(p => p.AssemblyName == "Sick").Load.PackagesMissing);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_project_SDK_that_is_not_there_is_named(bool isExact)
    {
        using var repository = Beside(Project(sdk: "Acme.Build.Sdk/1.2.3"));

        var model = await repository.ReadAsync(isExact: isExact);

        HasFactsOf(model, Sick);
        Assert.Equal(GapKind.Unread, GapAt(model, "Sick/Sick.csproj:1", "SDK 'Acme.Build.Sdk' is not one of .NET").Kind);
        Assert.Equal(isExact, model.Gaps.Any(g => g.At.ToString() == "Sick/Sick.csproj:1" && g.Reason.StartsWith("--exact:", StringComparison.Ordinal) && g.IsError));
    }

    [Theory]
    [InlineData("Microsoft.NET.Sdk.Razor")]
    [InlineData("Microsoft.NET.Sdk.BlazorWebAssembly")]
    [InlineData("Microsoft.NET.Sdk.WindowsDesktop")]
    [InlineData("microsoft.net.sdk.web")]
    [InlineData("Microsoft.NET.Sdk;Aspire.AppHost.Sdk/9.1.0")]
    [InlineData("MSTest.Sdk/3.8.0")]
    public async Task SDKs_that_are_known_are_no_gap(string sdk)
    {
        using var repository = Beside(Project(sdk: sdk));
        Assert.DoesNotContain((await repository.ReadAsync()).Gaps, g => g.Reason.Contains("SDK", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_global_json_that_asks_for_a_newer_SDK_does_not_stop_the_reading_from_source()
    {
        using var repository = Beside(Project()).With("global.json", """{ "sdk": { "version": "99.0.100", "rollForward": "disable" } }""");

        var model = await repository.ReadAsync();

        HasFactsOf(model, Sick);
        Assert.Empty(model.Gaps);
    }

    [Fact]
    public async Task With_an_SDK_that_is_not_installed_an_exact_reading_says_so_once_and_reads_from_source()
    {
        using var repository = Beside(Project()).With("global.json", """{ "sdk": { "version": "99.0.100", "rollForward": "disable" } }""");

        var model = await repository.ReadAsync(isExact: true);

        Assert.Equal([Healthy], HostsOf(model, "Healthy"));
        Assert.Equal([Sick], HostsOf(model, "Sick"));
        Assert.All(model.Projects, p => Assert.Equal("source", p.Load.Loader));
        var gap = Assert.Single(model.Gaps);
        Assert.Equal(("global.json", GapKind.Error), (gap.At.Path, gap.Kind));
        Assert.Equal("--exact: the .NET SDK that is asked for is not installed; all projects are read from source.", gap.Reason);
    }

    [Theory]
    [InlineData("""<PropertyGroup><DefineConstants>$([System.Int32]::Parse('one'))</DefineConstants></PropertyGroup>""", "Property 'DefineConstants' uses '[System.Int32]::Parse('one')'")]
    [InlineData("""<Import Project="gone.props" />""", "Imported file 'gone.props' does not exist.")]
    [InlineData("""<ItemGroup Condition="'a' === 'b'"><Compile Include="x.cs" /></ItemGroup>""", "Condition of 'Compile' is not understood")]
    public async Task A_project_that_the_build_refuses_is_read_as_far_as_it_is_understood(string body, string reason)
    {
        using var repository = Beside(Project(body));

        var source = await repository.ReadAsync();
        var exact = await repository.ReadAsync(isExact: true);

        HasFactsOf(source, Sick);
        GapAt(source, "Sick/Sick.csproj:3", reason);
        HasFactsOf(exact, Sick);
        GapAt(exact, "Sick/Sick.csproj:3", reason);
        Assert.True(GapAt(exact, "Sick/Sick.csproj:1", "--exact: the SDK does not evaluate the project (MSB").IsError);
        Assert.Equal(["exact", "source"], exact.Projects.Select(p => p.Load.Loader));
    }

    [Theory]
    [InlineData("Shop.slnx", """<Solution><Project Path="Healthy/Healthy.csproj" /><Project Path="Sick/Sick.csproj" /><Project Path="V/V.vbproj" /><Project Path="F/F.fsproj" /><Project Path="Gone/Gone.csproj" /></Solution>""")]
    [InlineData("Shop.sln", """
        Microsoft Visual Studio Solution File, Format Version 12.00
        Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "Healthy", "Healthy\Healthy.csproj", "{00000000-0000-0000-0000-000000000001}"
        EndProject
        Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "Sick", "Sick\Sick.csproj", "{00000000-0000-0000-0000-000000000002}"
        EndProject
        Project("{F184B08F-C81C-45F6-A57F-5ABD9991F28F}") = "V", "V\V.vbproj", "{00000000-0000-0000-0000-000000000003}"
        EndProject
        Project("{F2A71F9B-5D33-465A-A702-920D77279786}") = "F", "F\F.fsproj", "{00000000-0000-0000-0000-000000000004}"
        EndProject
        Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "Gone", "Gone\Gone.csproj", "{00000000-0000-0000-0000-000000000005}"
        EndProject
        Global
        EndGlobal
        """)]
    public async Task What_a_solution_lists_and_cannot_be_read_is_named_in_every_format(string name, string text)
    {
        using var repository = Beside(Project()).With(name, text).With("V/V.vbproj", Project()).With("F/F.fsproj", Project())
            .With("Shop.slnf", $$"""{ "solution": { "path": "{{name}}", "projects": [ "Healthy\\Healthy.csproj", "V\\V.vbproj" ] } }""");

        var whole = await repository.ReadAsync(target: name);
        var part = await repository.ReadAsync(target: "Shop.slnf");

        HasFactsOf(whole, Sick);
        GapAt(whole, "V/V.vbproj:1", "Visual Basic project; not read.");
        GapAt(whole, "F/F.fsproj:1", "F# project; not read.");
        Assert.True(GapAt(whole, name + ":1", "Project 'Gone/Gone.csproj' does not exist.").IsError);
        Assert.Equal(["Healthy"], part.Projects.Select(p => p.AssemblyName));
        GapAt(part, "V/V.vbproj:1", "Visual Basic project; not read.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task References_in_a_circle_are_cut_and_all_projects_are_read(bool isExact)
    {
        using var repository = Beside(Project("""<ItemGroup><ProjectReference Include="../Other/Other.csproj" /></ItemGroup>"""))
            .With("Other/Other.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <ItemGroup><ProjectReference Include="../Sick/Sick.csproj" /></ItemGroup>
                </Project>
                """)
            .With("Other/Other.cs", Client("api.sendgrid.com").Replace("class Payments", "class Other", StringComparison.Ordinal));

        var model = await repository.ReadAsync(isExact: isExact);

        HasFactsOf(model, Sick);
        Assert.Equal(["api.sendgrid.com"], HostsOf(model, "Other"));
        Assert.True(Assert.Single(model.Gaps, g => g.Reason.EndsWith("closes a cycle; it is left out.", StringComparison.Ordinal)).IsError);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_generated_file_of_a_megabyte_is_compiled_and_holds_no_fact(bool isExact)
    {
        var body = string.Concat(Enumerable.Range(0, 12_000).Select(i => $"    public static readonly string Name{i:00000} = \"a text that a tool has written, number {i:00000}\";\n"));
        using var repository = Beside(Project()).With("Sick/Names.g.cs", "public static class Names\n{\n" + body + "}\n")
            .With("Sick/Program.cs", "System.Console.WriteLine(Payments.GetAsync() + Names.Name11999);");
        Assert.True(new FileInfo(repository["Sick/Names.g.cs"]).Length > 1024 * 1024);

        var model = await repository.ReadAsync(isExact: isExact);

        HasFactsOf(model, Sick);
        Assert.Empty(model.Gaps);
        Assert.NotNull(repository.Compile("Sick/Sick.csproj").GetTypeByMetadataName("Names"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_source_that_cannot_be_read_is_named(bool isExact)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        using var repository = Beside(Project());
        File.CreateSymbolicLink(repository["Sick/Circle.cs"], repository["Sick/Circle.cs"]);
        File.CreateSymbolicLink(repository["Sick/Away.cs"], Path.Combine(repository.Outside, "Away.cs"));

        var model = await repository.ReadAsync(isExact: isExact);

        HasFactsOf(model, Sick);
        Assert.True(GapAt(model, "Sick/Circle.cs:1", "File cannot be read").IsError);
        Assert.Contains(model.Gaps, g => g.At.Path is "Sick/Away.cs" or "Sick/Sick.csproj" && g.Reason.Contains("Away.cs", StringComparison.Ordinal) || g.Reason.Contains("leaves the scanned root", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_source_without_the_right_to_read_it_is_named()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Whoever may read everything is refused nothing.");
        using var repository = Beside(Project()).With("Sick/Secret.cs", "class Secret;");
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Rights are set in another way there.");
            return;
        }

        File.SetUnixFileMode(repository["Sick/Secret.cs"], UnixFileMode.None);

        var model = await repository.ReadAsync();

        HasFactsOf(model, Sick);
        Assert.True(GapAt(model, "Sick/Secret.cs:1", "access is denied").IsError);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_that_several_projects_compile_is_named_once_and_each_of_them_needs_what_it_asks(bool isExact)
    {
        using var repository = Beside(Project("""<ItemGroup><Compile Include="../Shared/*.cs" /></ItemGroup>""", "Microsoft.NET.Sdk.Web"))
            .With("Other/Other.csproj", Project("""<ItemGroup><Compile Include="../Shared/Mail.cs" Link="Mail.cs" /></ItemGroup>""", "Microsoft.NET.Sdk.Web"))
            .With("Other/Program.cs", "System.Console.WriteLine(Mail.GetAsync());")
            .With("Sick/Program.cs", "System.Console.WriteLine(Mail.GetAsync() + Payments.GetAsync().Result);")
            .With("Shared/Mail.cs", Client("api.sendgrid.com").Replace("class Payments", "class Mail", StringComparison.Ordinal));

        var model = await repository.ReadAsync(isExact: isExact);

        HasFactsOf(model, "api.sendgrid.com", Sick);
        Assert.Equal(["api.sendgrid.com"], HostsOf(model, "Other"));
        var finding = Assert.Single(model.Findings, f => f.RuleId == "SPOF3001" && f.Evidence[0].At.Path == "Shared/Mail.cs");
        Assert.Equal(("code:Other", "code:Other code:Sick"), (finding.ProjectId, finding.Properties["projects"]));
        Assert.False(Assert.Single(model.Findings, f => f.RuleId == "SPOF3001" && f.Evidence[0].At.Path == "Sick/Payments.cs").Properties.ContainsKey("projects"));
        Assert.Empty(model.Gaps);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_shared_project_belongs_to_every_project_that_imports_it(bool isExact)
    {
        const string import = """<Import Project="..\Shared\Shared.projitems" Label="Shared" />""";
        using var repository = Beside(Project(import, "Microsoft.NET.Sdk.Web"))
            .With("Other/Other.csproj", Project(import, "Microsoft.NET.Sdk.Web"))
            .With("Other/Program.cs", "System.Console.WriteLine(Mail.GetAsync());")
            .With("Sick/Program.cs", "System.Console.WriteLine(Mail.GetAsync() + Payments.GetAsync().Result);")
            .With("Shared/Shared.shproj", """<Project ToolsVersion="14.0"><Import Project="Shared.projitems" Label="Shared" /></Project>""")
            .With("Shared/Shared.projitems", """<Project><ItemGroup><Compile Include="$(MSBuildThisFileDirectory)Mail.cs" /></ItemGroup></Project>""")
            .With("Shared/Mail.cs", Client("api.sendgrid.com").Replace("class Payments", "class Mail", StringComparison.Ordinal))
            .With("Shop.slnx", """<Solution><Project Path="Healthy/Healthy.csproj" /><Project Path="Sick/Sick.csproj" /><Project Path="Other/Other.csproj" /><Project Path="Shared/Shared.shproj" /></Solution>""");

        var model = await repository.ReadAsync(isExact: isExact);

        HasFactsOf(model, "api.sendgrid.com", Sick);
        Assert.Equal(["api.sendgrid.com"], HostsOf(model, "Other"));
        Assert.Single(model.Findings, f => f.RuleId == "SPOF3001" && f.Evidence[0].At.Path == "Shared/Mail.cs");
        Assert.Empty(model.Gaps);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_project_for_several_frameworks_is_read_once_and_code_for_the_others_alone_is_noted(bool isExact)
    {
        using var repository = Beside(Project(
                """<ItemGroup Condition="'$(TargetFramework)' == 'netstandard2.0'"><Compile Include="../Extra/*.cs" /></ItemGroup>""",
                frameworks: "<TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks>"))
            .With("Extra/Extra.cs", "class Extra;")
            .With("Sick/Old.cs", """
                public class Old
                {
                #if NET10_0
                    public int A;
                #endif
                #if NETSTANDARD
                    public int B;
                #endif
                #if DEBUG
                    public int C;
                #endif
                }
                """);

        var model = await repository.ReadAsync(isExact: isExact);

        HasFactsOf(model, Sick);
        Assert.Equal(
            [
                "Sick/Sick.csproj:1 Read for net10.0; code for netstandard2.0 alone is not read: Sick/Old.cs:7.",
                "Sick/Sick.csproj:1 Read for net10.0; files for netstandard2.0 alone are not read: Extra/Extra.cs.",
            ],
            model.Gaps.Select(g => $"{g.At} {g.Reason}"));
        Assert.All(model.Gaps, g => Assert.Equal(GapKind.Note, g.Kind));
    }

    [Fact]
    public async Task All_of_it_in_one_repository_leaves_the_healthy_project_as_it_is()
    {
        using var repository = Beside(Project("""<Import Project="gone.props" /><ItemGroup><PackageReference Include="Acme.Gone" Version="1.0.0" /><ProjectReference Include="../Other/Other.csproj" /></ItemGroup>""", "Acme.Build.Sdk/1.0"))
            .With("Other/Other.csproj", Project("""<ItemGroup><ProjectReference Include="../Sick/Sick.csproj" /></ItemGroup>""", frameworks: "<TargetFrameworks>net48;net10.0</TargetFrameworks>"))
            .With("Broken/Broken.csproj", "<Project><PropertyGroup>")
            .With("Sick/Bad.cs", "class Bad {{{")
            .With("global.json", """{ "sdk": { "version": "99.0.100" } }""")
            .With("V/V.vbproj", Project()).With("F/F.fsproj", Project())
            .With("Shop.slnx", "<Solution><Project Path=\"Healthy/Healthy.csproj\" /></Solution>").With("Broken.sln", "no solution");
        await File.WriteAllBytesAsync(repository["Sick/Binary.cs"], [0, 1, 2, 0, 0, 0, 0, 255, 0], TestContext.Current.CancellationToken);

        var model = await repository.ReadAsync();

        HasFactsOf(model, Sick);
        Assert.Equal(
            ["Broken.sln", "Broken/Broken.csproj", "F/F.fsproj", "Other/Other.csproj", "Sick/Bad.cs", "Sick/Binary.cs", "Sick/Sick.csproj", "V/V.vbproj"],
            model.Gaps.Select(g => g.At.Path).Distinct());
    }
}
