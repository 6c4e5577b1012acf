using Microsoft.CodeAnalysis.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Tests.Facts;

public sealed class ConfigurationViewTests
{
    private static ConfigurationView View(params (string Path, string Text)[] files) =>
        ConfigurationView.Of(files.Select(f => (f.Path, SourceText.From(f.Text))), FactOptions.Default.IgnoredEnvironments);

    private static string Show(ConfigurationView view, string key) =>
        string.Join(" ", view.Lookup(key).Select(v => $"{v.Environment ?? "base"}={v.Value}"));

    [Fact]
    public void A_loopback_host_in_the_base_is_a_placeholder() =>
        Assert.Empty(View(("appsettings.json", """{"ConnectionStrings":{"A":"Host=localhost;Database=x"}}""")).Lookup("ConnectionStrings:A"));

    [Fact]
    public void Anything_else_in_the_base_is_evidence() =>
        Assert.Equal("base=Host=db01.corp", Show(View(("appsettings.json", """{"ConnectionStrings":{"A":"Host=db01.corp"}}""")), "connectionstrings:a"));

    [Theory]
    [InlineData("Development")]
    [InlineData("test")]
    [InlineData("Local")]
    public void Ignored_environments_say_nothing(string environment) =>
        Assert.Empty(View(($"appsettings.{environment}.json", """{"A":"http://db01.corp"}""")).Lookup("A"));

    [Fact]
    public void Each_other_environment_is_the_base_overlaid()
    {
        var view = View(
            ("appsettings.json", """{"A":"http://base.corp","B":"http://b.corp"}"""),
            ("appsettings.Production.json", """{"A":"http://prod.corp"}"""),
            ("appsettings.Staging.json", """{"A":"http://stage.corp"}"""));
        Assert.Equal("Production=http://prod.corp Staging=http://stage.corp", Show(view, "A"));
        Assert.Equal("base=http://b.corp", Show(view, "B"));
    }

    [Fact]
    public void Files_of_the_app_win_over_appsettings() => Assert.Equal("base=http://app.corp", Show(View(
        ("appsettings.json", """{"A":"http://a.corp"}"""), ("Shop.settings.json", """{"A":"http://app.corp"}""")), "A"));

    [Fact]
    public void An_overlay_of_appsettings_does_not_win_over_the_file_of_the_app() => Assert.Equal("base=http://app.corp", Show(View(
        ("appsettings.Production.json", """{"A":"http://a.corp"}"""), ("Shop.settings.json", """{"A":"http://app.corp"}""")), "A"));

    [Fact]
    public void An_empty_value_comes_from_elsewhere() => Assert.Empty(View(("appsettings.json", """{"A":""}""")).Lookup("A"));

    [Fact]
    public void Values_know_their_line()
    {
        var value = Assert.Single(View(("src/appsettings.json", "{\n  \"A\": \"http://db01.corp\"\n}")).Lookup("A"));
        Assert.Equal("src/appsettings.json", value.Path);
        Assert.Equal((1, 7), (value.Location.GetLineSpan().StartLinePosition.Line, value.Location.GetLineSpan().StartLinePosition.Character));
    }

    [Fact]
    public void Folders_are_kept_apart() => Assert.Equal("base=http://a.corp Production=http://b.corp", Show(View(
        ("a/appsettings.json", """{"A":"http://a.corp"}"""), ("b/appsettings.Production.json", """{"A":"http://b.corp"}""")), "A"));

    [Fact]
    public void Broken_and_other_files_are_left_out() =>
        Assert.Empty(View(("package.json", """{"A":"x"}"""), ("launchSettings.json", """{"A":"x"}"""), ("appsettings.json", "{")).Lookup("A"));

    [Theory]
    [InlineData("appsettings.json", null, false)]
    [InlineData("/x/appsettings.Production.json", "Production", false)]
    [InlineData("Shop.Api.settings.json", null, true)]
    [InlineData("Shop.Api.settings.Staging.json", "Staging", true)]
    public void Names_tell_environment_and_kind(string path, string? environment, bool isAppSpecific) =>
        Assert.Equal(new ConfigurationFileName(environment, isAppSpecific), ConfigurationFileName.Parse(path));

    [Theory]
    [InlineData("settings.json")]
    [InlineData("appsettingsx.json")]
    [InlineData("appsettings.yaml")]
    [InlineData("local.settingsfoo.json")]
    public void Other_names_are_no_configuration(string path) => Assert.Null(ConfigurationFileName.Parse(path));
}
