using Spof.Code.Tests.Harness;
using Spof.Model;

namespace Spof.Code.Tests;

public sealed class DiscoveryTests
{
    private const string Library = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""";

    private const string Solution = """
        Microsoft Visual Studio Solution File, Format Version 12.00
        Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "A", "src\A\A.csproj", "{00000000-0000-0000-0000-000000000001}"
        EndProject
        Project("{F184B08F-C81C-45F6-A57F-5ABD9991F28F}") = "V", "src\V\V.vbproj", "{00000000-0000-0000-0000-000000000002}"
        EndProject
        Project("{F2A71F9B-5D33-465A-A702-920D77279786}") = "F", "src\F\F.fsproj", "{00000000-0000-0000-0000-000000000003}"
        EndProject
        Global
        EndGlobal
        """;

    [Fact]
    public async Task A_solution_gives_its_projects_and_names_those_in_other_languages()
    {
        using var repository = new Repository().With("Shop.sln", Solution).With("src/A/A.csproj", Library).With("src/V/V.vbproj", Library).With("src/F/F.fsproj", Library);
        var model = await repository.ReadAsync();
        Assert.Equal(["src/A/A.csproj"], model.Projects.Select(p => p.Path));
        Assert.Equal(
            ["src/F/F.fsproj F# project; not read.", "src/V/V.vbproj Visual Basic project; not read."],
            model.Gaps.Select(g => g.At.Path + " " + g.Reason));
    }

    [Fact]
    public async Task A_pipe_in_the_place_of_a_source_is_told_and_not_opened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in the file system.");
        using var repository = new Repository().With("A.csproj", Library).With("Program.cs", "class P;");
        foreach (var name in (string[])["Pipe.cs", "appsettings.json"])
        {
            System.Diagnostics.Process.Start("mkfifo", repository[name]).WaitForExit();
        }

        var model = await repository.ReadAsync();

        Assert.Equal(
            ["Pipe.cs", "appsettings.json"],
            model.Gaps.Where(g => g.Reason.EndsWith("cannot be read: it cannot be opened.", StringComparison.Ordinal)).Select(g => g.At.Path));
    }

    [Fact]
    public async Task A_slnx_gives_its_projects()
    {
        using var repository = new Repository()
            .With("Shop.slnx", """<Solution><Folder Name="/src/"><Project Path="src/A/A.csproj" /></Folder></Solution>""")
            .With("src/A/A.csproj", Library);
        var model = await repository.ReadAsync("Shop.slnx");
        Assert.Equal(["src/A/A.csproj"], model.Projects.Select(p => p.Path));
        Assert.Empty(model.Gaps);
    }

    [Fact]
    public async Task A_filter_gives_only_the_projects_it_lists()
    {
        using var repository = new Repository()
            .With("build/Part.slnf", """{ "solution": { "path": "..\\Shop.slnx", "projects": [ "src\\B\\B.csproj" ] } }""")
            .With("Shop.slnx", """<Solution><Project Path="src/A/A.csproj" /><Project Path="src/B/B.csproj" /></Solution>""")
            .With("src/A/A.csproj", Library).With("src/B/B.csproj", Library);
        var model = await repository.ReadAsync("build/Part.slnf");
        Assert.Equal(["src/B/B.csproj"], model.Projects.Select(p => p.Path));
    }

    [Theory]
    [InlineData("{\n \"solution\": {\n  \"path\": \"Gone.slnx\",\n  \"projects\": [ \"A/A.csproj\" ] } }", 3, "Solution 'Gone.slnx' of the filter does not exist.")]
    [InlineData("{\n \"solution\": {\n  \"path\": \"Shop.slnx\",\n\n  \"projects\": [ ] } }", 5, "The filter lists no project.")]
    public async Task A_filter_without_its_solution_or_without_projects_is_an_error_gap_with_its_line(string filter, int line, string reason)
    {
        using var repository = new Repository()
            .With("Part.slnf", filter).With("Shop.slnx", """<Solution><Project Path="A/A.csproj" /></Solution>""").With("A/A.csproj", Library);
        var gap = Assert.Single((await repository.ReadAsync("Part.slnf")).Gaps, g => g.IsError);
        Assert.Equal(("Part.slnf", line, reason), (gap.At.Path, gap.At.Line, gap.Reason));
    }

    [Fact]
    public async Task Several_solutions_of_a_folder_give_the_union_of_their_projects()
    {
        using var repository = new Repository()
            .With("One.slnx", """<Solution><Project Path="A/A.csproj" /><Project Path="B/B.csproj" /></Solution>""")
            .With("Two.slnx", """<Solution><Project Path="B/B.csproj" /><Project Path="C/C.csproj" /></Solution>""")
            .With("A/A.csproj", Library).With("B/B.csproj", Library).With("C/C.csproj", Library);
        Assert.Equal(["A/A.csproj", "B/B.csproj", "C/C.csproj"], (await repository.ReadAsync()).Projects.Select(p => p.Path));
    }

    [Fact]
    public async Task A_folder_gives_the_projects_of_solutions_below_it_and_those_that_no_solution_lists_each_once()
    {
        using var repository = new Repository()
            .With("Shop.slnx", """<Solution><Project Path="A/A.csproj" /></Solution>""")
            .With("A/A.csproj", Library)
            .With("other/Other.slnx", """<Solution><Project Path="src/B/B.csproj" /><Project Path="../A/A.csproj" /></Solution>""")
            .With("other/src/B/B.csproj", Library)
            .With("loose/C.csproj", Library).With("loose/F.fsproj", Library);
        var model = await repository.ReadAsync();
        Assert.Equal(["A/A.csproj", "loose/C.csproj", "other/src/B/B.csproj"], model.Projects.Select(p => p.Path));
        Assert.Equal(["Shop.slnx", "other/Other.slnx"], model.Solutions);
        Assert.Equal(["loose/F.fsproj F# project; not read."], model.Gaps.Select(g => g.At.Path + " " + g.Reason));
    }

    [Fact]
    public async Task A_filter_beside_a_solution_adds_nothing()
    {
        using var repository = new Repository()
            .With("Shop.slnx", """<Solution><Project Path="A/A.csproj" /></Solution>""").With("A/A.csproj", Library)
            .With("Part.slnf", """{ "solution": { "path": "Shop.slnx", "projects": [ "A/A.csproj" ] } }""");
        var model = await repository.ReadAsync();
        Assert.Equal(["Shop.slnx"], model.Solutions);
        Assert.Equal(["A/A.csproj"], model.Projects.Select(p => p.Path));
    }

    [Fact]
    public async Task A_solution_file_gives_its_projects_with_those_they_reference_and_says_once_what_it_does_not_list()
    {
        const string Test = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup></Project>""";
        using var repository = new Repository()
            .With("Shop.slnx", """<Solution><Project Path="A/A.csproj" /></Solution>""")
            .With("A/A.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><ProjectReference Include="../B/B.csproj" /></ItemGroup></Project>""")
            .With("B/B.csproj", Library).With("A.Tests/A.Tests.csproj", Test).With("bin/X.csproj", Library)
            .With("1/P1.csproj", Library).With("2/P2.csproj", Library).With("3/P3.csproj", Library)
            .With("4/P4.csproj", Library).With("5/P5.csproj", "<Project").With("6/P6.csproj", Library);
        var model = await repository.ReadAsync("Shop.slnx");
        Assert.Equal(["A/A.csproj", "B/B.csproj"], model.Projects.Select(p => p.Path));
        var gap = Assert.Single(model.Gaps);
        Assert.Equal(
            "The solution does not list 6 projects below its folder; not read: 1/P1.csproj, 2/P2.csproj, 3/P3.csproj, 4/P4.csproj, 5/P5.csproj and 1 more.",
            gap.Reason);
        Assert.Equal(("Shop.slnx", GapKind.Note), (gap.At.Path, gap.Kind));
    }

    [Fact]
    public async Task A_solution_that_lists_all_but_tests_leaves_no_gap()
    {
        const string Benchmark = """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="BenchmarkDotNet" Version="1.0.0" /></ItemGroup></Project>""";
        using var repository = new Repository()
            .With("Shop.slnx", """<Solution><Project Path="A/A.csproj" /></Solution>""")
            .With("A/A.csproj", Library).With("bench/Bench.csproj", Benchmark);
        Assert.Empty((await repository.ReadAsync("Shop.slnx")).Gaps);
    }

    [Fact]
    public async Task Projects_of_sibling_systems_with_one_assembly_name_have_ids_of_their_own()
    {
        using var repository = new Repository().With("one/Api/Api.csproj", Library).With("two/Api/Api.csproj", Library).With("two/Web/Web.csproj", Library);
        var model = await repository.ReadAsync();
        Assert.Equal(["code:one/Api/Api", "code:two/Api/Api", "code:Web"], model.Projects.Select(p => p.Id));
        Assert.Equal(["Api", "Api", "Web"], model.Projects.Select(p => p.AssemblyName));
        Assert.Empty(model.Gaps);
    }

    [Fact]
    public async Task Without_a_solution_all_projects_below_the_root_are_read_but_not_those_in_output_or_hidden_folders()
    {
        using var repository = new Repository()
            .With("A/A.csproj", Library).With("A/obj/X.csproj", Library).With("A/bin/Y.csproj", Library)
            .With("artifacts/Z.csproj", Library).With("packages/p/P.csproj", Library).With(".hidden/H.csproj", Library).With("web/node_modules/N.csproj", Library).With("deep/er/D.csproj", Library);
        Assert.Equal(["A/A.csproj", "deep/er/D.csproj"], (await repository.ReadAsync()).Projects.Select(p => p.Path));
    }

    [Fact]
    public async Task Excluded_folders_are_not_read()
    {
        using var repository = new Repository().With("A/A.csproj", Library).With("samples/S/S.csproj", Library);
        Assert.Equal(["A/A.csproj"], (await repository.ReadAsync(exclude: ["samples/**"])).Projects.Select(p => p.Path));
    }

    [Fact]
    public async Task A_project_listed_by_a_solution_that_does_not_exist_is_an_error_gap()
    {
        using var repository = new Repository().With("Shop.slnx", """<Solution><Project Path="Gone/Gone.csproj" /></Solution>""");
        var gap = Assert.Single((await repository.ReadAsync()).Gaps);
        Assert.True(gap.IsError);
        Assert.Equal("Project 'Gone/Gone.csproj' does not exist.", gap.Reason);
    }

    [Theory]
    [InlineData("Shop.slnx", "<Solution><Project")]
    [InlineData("Shop.sln", "nothing of the kind")]
    [InlineData("Shop.slnf", "{ \"solution\": ")]
    [InlineData("Shop.slnf", "[]")]
    [InlineData("Shop.slnx", """<!DOCTYPE x [<!ENTITY a "b">]><Solution>&a;</Solution>""")]
    public async Task A_broken_solution_is_an_error_gap(string name, string text)
    {
        using var repository = new Repository().With(name, text);
        var gap = Assert.Single((await repository.ReadAsync(name)).Gaps);
        Assert.True(gap.IsError);
        Assert.Equal(name, gap.At.Path);
    }

    [Fact]
    public async Task Projects_outside_the_root_are_not_followed()
    {
        using var repository = new Repository()
            .With("Shop.slnx", """<Solution><Project Path="../outside/O.csproj" /><Project Path="A/A.csproj" /></Solution>""")
            .With("A/A.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><ProjectReference Include="..\..\outside\O.csproj" /><Compile Include="../../outside/O.cs" /></ItemGroup></Project>""")
            .WithOutside("O.csproj", Library).WithOutside("O.cs", "class O;");
        var model = await repository.ReadAsync();
        Assert.Equal(["A/A.csproj"], model.Projects.Select(p => p.Path));
        Assert.Equal(0, model.Projects[0].Load.Files);
        Assert.Equal(3, model.Gaps.Count(g => g.Reason.Contains("outside the scanned root", StringComparison.Ordinal) || g.Reason.Contains("leaves the scanned root", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_target_outside_the_root_is_refused()
    {
        using var repository = new Repository().WithOutside("O.csproj", Library);
        var model = await repository.ReadAsync(Path.Combine(repository.Outside, "O.csproj"));
        Assert.Empty(model.Projects);
        Assert.True(Assert.Single(model.Gaps).IsError);
    }

    [Fact]
    public async Task Links_that_leave_the_root_are_not_followed()
    {
        using var repository = new Repository().With("A/A.csproj", Library).WithOutside("Secret.cs", "class Secret;").WithOutside("B/B.csproj", Library);
        Directory.CreateSymbolicLink(repository["linked"], Path.Combine(repository.Outside, "B"));
        File.CreateSymbolicLink(repository["A/Secret.cs"], Path.Combine(repository.Outside, "Secret.cs"));
        var model = await repository.ReadAsync();
        Assert.Equal(["A/A.csproj"], model.Projects.Select(p => p.Path));
        Assert.Equal(["A/Secret.cs", "linked"], model.Gaps.Select(g => g.At.Path));
    }

    [Fact]
    public async Task A_repository_without_projects_is_read_without_a_gap()
    {
        using var repository = new Repository().With("readme.md", "#");
        var model = await repository.ReadAsync();
        Assert.Empty(model.Projects);
        Assert.Empty(model.Gaps);
    }

    [Fact]
    public async Task A_missing_root_is_said_so() =>
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() =>
            new CodeReader().ReadAsync(new CodeReaderOptions { RootPath = Path.Combine(Path.GetTempPath(), "no-such-folder-of-spof") }, null, CancellationToken.None));
}
