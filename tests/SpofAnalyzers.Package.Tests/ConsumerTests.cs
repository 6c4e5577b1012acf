namespace SpofAnalyzers.Package.Tests;

/// <summary>What a user of the package sees in a build with the real SDK.</summary>
[Collection(nameof(ConsumerBuild))]
public sealed class ConsumerTests(ConsumerBuild build)
{
    [Fact]
    public void A_warning_appears_with_its_place_and_the_page_of_the_rule()
    {
        var found = Assert.Single(build.In("Plain"), r => r.Id == "SPOF3006");
        Assert.Equal(("warning", "Program.cs", 11), (found.Level, found.File, found.Line));
        Assert.Contains("'Client' keeps its connections", found.Text, StringComparison.Ordinal);
        Assert.Matches(@"Program\.cs\(11,\d+\): warning SPOF3006: .* \(https://spofanalyzers\.dev/rules/SPOF3006\) \[.*Plain\.csproj\]", build.Output);
        Assert.True(build.IsBuilt("Plain"), build.Output);
    }

    [Fact]
    public void A_severity_of_an_editorconfig_holds()
    {
        Assert.Equal("error", build.Level("EditorConfigError", "SPOF3006"));
        Assert.False(build.IsBuilt("EditorConfigError"));
        Assert.Null(build.Level("EditorConfigNone", "SPOF3006"));
        Assert.True(build.IsBuilt("EditorConfigNone"), build.Output);
    }

    [Fact]
    public void Warnings_as_errors_fail_the_build()
    {
        Assert.Contains("error SPOF3006", Line("WarningsAsErrors"), StringComparison.Ordinal);
        Assert.False(build.IsBuilt("WarningsAsErrors"));
        Assert.NotEqual(0, build.ExitCode);
    }

    [Fact]
    public void An_address_is_read_from_the_configuration_file_beside_the_project()
    {
        Assert.Equal("warning", build.Level("Plain", "SPOF3001"));
        Assert.Contains("api.stripe.com", Assert.Single(build.In("Plain"), r => r.Id == "SPOF3001").Text, StringComparison.Ordinal);
        Assert.Null(build.Level("NoConfiguration", "SPOF3001"));
    }

    [Fact]
    public void Only_configuration_and_catalogues_are_added_and_none_twice() =>
        Assert.Equal(
            ["OwnAdditionalFile.settings.json", "appsettings.Production.json", "appsettings.json", "spof.catalogue.json"],
            File.ReadAllLines(Path.Combine(build.Root, "OwnAdditionalFile", "additional.txt")).Order(StringComparer.Ordinal));

    [Fact]
    public void A_catalogue_in_a_folder_above_the_project_says_who_is_a_third_party()
    {
        Assert.Contains("'api.partner-pay.io' (partner)", Assert.Single(build.In("Catalogued"), r => r.Id == "SPOF3001").Text, StringComparison.Ordinal);
        Assert.Equal("warning", build.Level("Catalogued", "SPOF3001"));
        Assert.NotEqual("warning", build.Level("NoCatalogue", "SPOF3001"));
    }

    [Fact]
    public void A_catalogue_of_a_package_that_follows_the_usage_page_reaches_the_compiler() =>
        Assert.Contains("'api.partner-pay.io' (packed)", Assert.Single(build.In("CatalogueOfPackage"), r => r.Id == "SPOF3001").Text, StringComparison.Ordinal);

    [Fact]
    public void A_test_project_is_left_alone() => Assert.DoesNotContain(build.In("TestProject"), r => r.Id.StartsWith("SPOF", StringComparison.Ordinal));

    [Theory]
    [InlineData("Plain", "warning", "warning", "note")]
    [InlineData("None", null, null, null)]
    [InlineData("Minimal", null, "warning", "note")]
    [InlineData("Recommended", "warning", "warning", "note")]
    [InlineData("Strict", "warning", "warning", "warning")]
    [InlineData("StrictErrors", "error", "error", "error")]
    public void A_preset_decides_what_is_reported(string project, string? dns, string? thirdParty, string? state)
    {
        Assert.Equal(dns, build.Level(project, "SPOF3006"));
        Assert.Equal(thirdParty, build.Level(project, "SPOF3001"));
        Assert.Equal(state, build.Level(project, "SPOF4001"));
    }

    [Fact]
    public void A_preset_may_be_set_for_many_projects()
    {
        Assert.Null(build.Level("InheritedMode", "SPOF3006"));
        Assert.Equal("warning", build.Level("InheritedMode", "SPOF3001"));
    }

    [Fact]
    public void The_files_of_the_user_win_over_a_preset()
    {
        Assert.Equal("note", build.Level("UserWins", "SPOF3006"));
        Assert.Null(build.Level("UserWins", "SPOF4001"));
        Assert.Equal("error", build.Level("UserWins", "SPOF3001"));
    }

    [Fact]
    public void A_mistyped_preset_is_told_and_changes_nothing()
    {
        Assert.Contains("SpofAnalysisMode is 'strickt'", build.Output, StringComparison.Ordinal);
        Assert.Equal("warning", build.Level("Mistyped", "SPOF3006"));
    }

    [Theory]
    [InlineData("CSharp7")]
    [InlineData("CSharp9")]
    [InlineData("CSharp12")]
    [InlineData("Newest")]
    public void It_runs_on_every_version_of_the_language(string project)
    {
        Assert.True(build.IsBuilt(project), build.Output);
        Assert.Equal("warning", build.Level(project, "SPOF3006"));
    }

    /// <summary>Whether its day is over is not for a build to say.</summary>
    [Fact]
    public void An_accepted_finding_is_suppressed_and_another_one_stands()
    {
        Assert.True(build.IsBuilt("Accepting"), build.Output);
        Assert.Equal(
            [("Prices.cs", true), ("Program.cs", false)],
            build.In("Accepting").Where(r => r.Id == "SPOF3006").Select(r => (r.File, r.IsSuppressed)).Order());
    }

    /// <summary>An analyzer that cannot be loaded (CS8032), needs a newer compiler (CS9057) or throws (AD0001) only warns.</summary>
    [Fact]
    public void No_analyzer_fails_to_load_or_throws()
    {
        Assert.All(Consumers.All, c => Assert.DoesNotContain(build.In(c.Name), r => r.Id is "AD0001" or "CS8032" or "CS9057" or "CS8034" or "CS8785"));
        Assert.DoesNotMatch("AD0001|CS8032|CS9057|CS8034", build.Output);
    }

    private string Line(string project) =>
        build.Output.Split('\n').FirstOrDefault(l => l.Contains("SPOF3006", StringComparison.Ordinal) && l.Contains(project + ".csproj", StringComparison.Ordinal)) ?? "";
}
