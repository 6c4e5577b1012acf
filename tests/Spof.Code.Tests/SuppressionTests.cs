using Spof.Code.Tests.Harness;
using Spof.Model;

namespace Spof.Code.Tests;

/// <summary>What the compiler would not show, a scan does not show either.</summary>
public sealed class SuppressionTests
{
    private const string Web = """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>""";

    private const string Program = """
        var app = WebApplication.Create(args);
        app.MapGet("/", () => Shop.Rates.Get());
        app.Run();
        """;

    private static string Rates(string type = "", string field = "") => $$"""
        using System.Diagnostics.CodeAnalysis;
        namespace Shop;
        {{type}}
        public static class Rates
        {
            {{field}}
            private static readonly HttpClient Http = new() { BaseAddress = new Uri("https://api.stripe.com") };
            public static Task<string> Get() => Http.GetStringAsync("v1/rates");
        }
        """;

    private static Repository Shop(string? rates = null) => new Repository().With("src/Shop/Shop.csproj", Web).With("src/Shop/Program.cs", Program).With("src/Shop/Rates.cs", rates ?? Rates());

    private static FindingLevel? LevelOf(CodeModel model) => model.Findings.SingleOrDefault(f => f.RuleId == "SPOF3001")?.Level;

    private static async Task Suppressed(Repository shop)
    {
        using (shop)
        {
            var model = await shop.ReadAsync();
            Assert.Null(LevelOf(model));
            Assert.Contains("SPOF3001 (1)", Assert.Single(model.Assumptions).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_suppression_the_finding_is_there()
    {
        using var shop = Shop();
        var model = await shop.ReadAsync();
        Assert.Equal(FindingLevel.Warning, LevelOf(model));
        Assert.Empty(model.Assumptions);
    }

    [Theory]
    [InlineData("[SuppressMessage(\"Reliability\", \"SPOF3001\", Justification = \"accepted\")]", "")]
    [InlineData("", "[SuppressMessage(\"Reliability\", \"SPOF3001:Third party\")]")]
    [InlineData("#pragma warning disable SPOF3001", "")]
    public Task A_suppression_in_the_file_counts(string type, string field) => Suppressed(Shop(Rates(type, field)));

    [Theory]
    [InlineData("[SuppressMessage(\"Reliability\", \"SPOF4001\")]")]
    [InlineData("#pragma warning disable SPOF3001\n#pragma warning restore SPOF3001")]
    public async Task A_suppression_of_something_else_does_not(string type)
    {
        using var shop = Shop(Rates(type));
        Assert.Equal(FindingLevel.Warning, LevelOf(await shop.ReadAsync()));
    }

    [Theory]
    [InlineData("type", "~T:Shop.Rates")]
    [InlineData("member", "~F:Shop.Rates.Http")]
    [InlineData("namespaceanddescendants", "~N:Shop")]
    public Task A_suppression_of_the_assembly_names_its_target(string scope, string target) => Suppressed(Shop().With("src/Shop/GlobalSuppressions.cs",
        $"[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Reliability\", \"SPOF3001\", Scope = \"{scope}\", Target = \"{target}\")]"));

    [Theory]
    [InlineData(".editorconfig", "[*.cs]\ndotnet_diagnostic.SPOF3001.severity = none")]
    [InlineData("src/.editorconfig", "[**/Rates.cs]\ndotnet_diagnostic.spof3001.severity = none")]
    [InlineData("src/.globalconfig", "is_global = true\ndotnet_diagnostic.SPOF3001.severity = none")]
    [InlineData(".editorconfig", "[*.cs]\ndotnet_analyzer_diagnostic.category-Reliability.severity = none")]
    [InlineData(".editorconfig", "[*.cs]\ndotnet_analyzer_diagnostic.severity = none")]
    [InlineData(".editorconfig", "[*.cs]\ndotnet_diagnostic.SPOF3001.severity = silent")]
    public Task A_severity_of_none_switches_the_rule_off(string path, string text) => Suppressed(Shop().With(path, text));

    [Theory]
    [InlineData("src/Directory.Build.props", "<Project><PropertyGroup><NoWarn>$(NoWarn);CA1000;SPOF3001</NoWarn></PropertyGroup></Project>")]
    [InlineData("src/Shop/Shop.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><NoWarn>SPOF3001</NoWarn></PropertyGroup></Project>""")]
    public Task A_NoWarn_of_the_project_switches_the_rule_off(string path, string text) => Suppressed(Shop().With(path, text));

    [Theory]
    [InlineData("<NoWarn>SPOF1001</NoWarn>")]
    [InlineData("<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsAsErrors>SPOF3001</WarningsAsErrors>")]
    public async Task A_NoWarn_of_another_rule_and_warnings_as_errors_change_nothing(string properties)
    {
        using var shop = Shop().With("src/Directory.Build.props", $"<Project><PropertyGroup>{properties}</PropertyGroup></Project>");
        Assert.Equal(FindingLevel.Warning, LevelOf(await shop.ReadAsync()));
    }

    [Theory]
    [InlineData("error", FindingLevel.Error)]
    [InlineData("warning", FindingLevel.Warning)]
    [InlineData("suggestion", FindingLevel.Note)]
    [InlineData("default", FindingLevel.Warning)]
    [InlineData("loud", FindingLevel.Warning)]
    public async Task A_severity_sets_the_level(string severity, FindingLevel level)
    {
        using var shop = Shop().With(".editorconfig", "[*.cs]\ndotnet_diagnostic.SPOF3001.severity = " + severity);
        Assert.Equal(level, LevelOf(await shop.ReadAsync()));
    }

    [Fact]
    public async Task The_nearer_file_wins_and_a_root_ends_the_search()
    {
        using var shop = Shop().With(".editorconfig", "[*.cs]\ndotnet_diagnostic.SPOF3001.severity = none").With("src/.editorconfig", "[*.cs]\ndotnet_diagnostic.SPOF3001.severity = error");
        Assert.Equal(FindingLevel.Error, LevelOf(await shop.ReadAsync()));
        shop.With("src/.editorconfig", "root = true");
        Assert.Equal(FindingLevel.Warning, LevelOf(await shop.ReadAsync()));
    }

    [Theory]
    [InlineData("spof.allowed_hosts = api.stripe.com")]
    [InlineData("spof.internal_domains = stripe.com")]
    [InlineData("spof.application_kind = tool")]
    [InlineData("spof.application_kind = client")]
    public async Task Options_of_the_rules_count(string option)
    {
        using var shop = Shop().With(".editorconfig", "[*.cs]\n" + option);
        Assert.Null(LevelOf(await shop.ReadAsync()));
        shop.With(".editorconfig", "").With(".globalconfig", "is_global = true\n" + option);
        Assert.Null(LevelOf(await shop.ReadAsync()));
    }

    [Fact]
    public async Task Nothing_is_read_above_the_root_or_through_a_link_out_of_it()
    {
        using var shop = Shop().WithOutside(".editorconfig", "[*.cs]\ndotnet_diagnostic.SPOF3001.severity = none");
        File.Copy(Path.Combine(shop.Outside, ".editorconfig"), Path.Combine(Path.GetDirectoryName(shop.Root)!, ".editorconfig"));
        Assert.Equal(FindingLevel.Warning, LevelOf(await shop.ReadAsync()));

        File.CreateSymbolicLink(shop["src/.editorconfig"], Path.Combine(shop.Outside, ".editorconfig"));
        var model = await shop.ReadAsync();
        Assert.Equal(FindingLevel.Warning, LevelOf(model));
        Assert.Contains(model.Gaps, g => g.At.Path == "src/.editorconfig" && g.Reason.Contains("leaves the scanned root", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_section_that_would_be_matched_for_ever_is_not_read()
    {
        using var shop = Shop().With(".editorconfig", "[" + string.Concat(Enumerable.Repeat("*s", 30)) + "x]\ndotnet_diagnostic.SPOF3001.severity = none");
        var model = await shop.ReadAsync();
        Assert.Equal(FindingLevel.Warning, LevelOf(model));
        Assert.Contains(model.Gaps, g => g.At is { Path: ".editorconfig", Line: 1 });
    }
}
