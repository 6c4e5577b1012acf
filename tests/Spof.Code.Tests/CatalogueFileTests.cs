using Spof.Code.Tests.Harness;
using Spof.Model;

namespace Spof.Code.Tests;

/// <summary>Catalogues in the folder of a project and above it hold for a scan as they do for a build.</summary>
public sealed class CatalogueFileTests
{
    private const string Web = """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>""";

    private static Repository Shop() => new Repository().With("src/Shop/Shop.csproj", Web).With("src/Shop/Program.cs", """
        var app = WebApplication.Create(args);
        app.MapGet("/", () => Shop.Rates.Get());
        app.Run();
        """).With("src/Shop/Rates.cs", """
        namespace Shop;
        public static class Rates
        {
            private static readonly HttpClient Http = new() { BaseAddress = new Uri("https://api.partner-pay.io") };
            public static Task<string> Get() => Http.GetStringAsync("v1/rates");
        }
        """);

    private static async Task<string?> CategoryAsync(Repository shop) =>
        (await shop.ReadAsync()).Findings.SingleOrDefault(f => f.RuleId == "SPOF3001" && f.Level == FindingLevel.Warning)?.Properties.GetValueOrDefault("category");

    private static string Catalogue(string category) => $$"""{ "thirdPartyHosts": { "partner-pay.io": "{{category}}" } }""";

    [Fact]
    public async Task Without_a_catalogue_the_host_is_no_known_third_party()
    {
        using var shop = Shop();
        Assert.Null(await CategoryAsync(shop));
    }

    [Theory]
    [InlineData("spof.catalogue.json")]
    [InlineData("src/spof.catalogue.json")]
    [InlineData("src/Shop/spof.catalogue.json")]
    public async Task A_catalogue_holds_for_the_projects_below_it(string path)
    {
        using var shop = Shop().With(path, Catalogue("partner"));
        Assert.Equal("partner", await CategoryAsync(shop));
    }

    [Fact]
    public async Task One_beside_the_project_does_not()
    {
        using var shop = Shop().With("src/Other/spof.catalogue.json", Catalogue("partner"));
        Assert.Null(await CategoryAsync(shop));
    }

    [Fact]
    public async Task Of_two_the_nearer_one_counts_and_both_add()
    {
        using var shop = Shop().With("src/Shop/spof.catalogue.json", Catalogue("near")).With("spof.catalogue.json", Catalogue("far"));
        Assert.Equal("near", await CategoryAsync(shop));
    }

    [Fact]
    public async Task What_is_not_understood_is_a_gap_with_its_place_told_once()
    {
        using var shop = Shop().With("spof.catalogue.json", "{\n  \"hosts\": {}\n}").With("src/B/B.csproj", Web).With("src/B/Program.cs", "WebApplication.Create(args).Run();");
        var gap = Assert.Single((await shop.ReadAsync()).Gaps, g => g.At.Path == "spof.catalogue.json");
        Assert.Equal((2, "Not a valid catalogue: 'hosts' is not known."), (gap.At.Line, gap.Reason));
    }
}
