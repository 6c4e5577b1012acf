using Microsoft.CodeAnalysis.Text;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class CatalogueTests
{
    private const string Full = """
        {
          "$schema": "https://example.org/catalogue.json",
          // comments are fine
          "thirdPartyHosts": { "pay.partner.io": "payments", "*.maps.partner.io": "maps" },
          "resilienceMethods": ["AddContosoResilience"],
          "stateTypes": { "critical": ["Contoso.Order"], "ignored": ["Contoso.Cache"] },
        }
        """;

    private static Catalogue Read(string text) => Catalogue.Of(SourceText.From(text));

    [Fact]
    public void All_topics_are_read()
    {
        var catalogue = Read(Full);
        Assert.Empty(catalogue.Problems);
        Assert.Equal([new("pay.partner.io", "payments"), new("*.maps.partner.io", "maps")], catalogue.ThirdPartyHosts);
        Assert.Equal(["AddContosoResilience"], catalogue.ResilienceMethods);
        Assert.Equal(["Contoso.Order"], catalogue.CriticalStateTypes);
        Assert.Equal(["Contoso.Cache"], catalogue.IgnoredStateTypes);
    }

    [Theory]
    [InlineData("{ \"resilienceMethods\": [\"A\"", "1:28 ',' or ']' is expected")]
    [InlineData("[]", "1:1 the document is no object")]
    [InlineData("{ \"resilienceMethod\": [] }", "1:3 'resilienceMethod' is not known")]
    [InlineData("{ \"resilienceMethods\": \"A\" }", "1:24 'resilienceMethods' is no list")]
    [InlineData("{ \"thirdPartyHosts\": { \"a.io\": 1 } }", "1:32 the category of a host is no text")]
    [InlineData("{ \"stateTypes\": { \"critical\": [\" \"], \"other\": 1 } }", "1:32 an item of 'critical' is no text; 1:38 'other' is not known")]
    public void What_is_not_understood_is_told_with_its_place(string text, string problems) =>
        Assert.Equal(problems, string.Join("; ", Read(text).Problems.Select(p => $"{p.At.Line}:{p.At.Column} {p.Reason}")));

    [Fact]
    public void A_wrong_entry_spoils_no_other() =>
        Assert.Equal(["A", "B"], Read("""{ "unknown": {}, "resilienceMethods": ["A", 1, "B"] }""").ResilienceMethods);

    [Theory]
    [InlineData("spof.catalogue.json", true)]
    [InlineData("/repo/Spof.Catalogue.json", true)]
    [InlineData(@"C:\packages\Contoso.spof.catalogue.json", true)]
    [InlineData("myspof.catalogue.json", false)]
    [InlineData("appsettings.json", false)]
    public void A_catalogue_is_known_by_its_name(string path, bool isCatalogue) => Assert.Equal(isCatalogue, Catalogue.IsCatalogue(path));

    [Fact]
    public void The_file_nearest_to_the_project_counts_first_and_packages_last()
    {
        var files = new (string Path, SourceText Text)[] { Of("/pk/deep/deeper/Lib.spof.catalogue.json", "package"), Of("/r/spof.catalogue.json", "root"), Of("/r/app/spof.catalogue.json", "near") };
        Assert.Equal(["near", "root", "package"], Catalogue.In(files).Select(c => c.ResilienceMethods.Single()));

        static (string, SourceText) Of(string path, string method) => (path, SourceText.From($$"""{ "resilienceMethods": ["{{method}}"] }"""));
    }

    private const string Client = """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient<Pay>(c => c.BaseAddress = new Uri("https://api.stripe.com/")).Shielded();
        class Pay(HttpClient http) { public async Task Charge() => await http.PostAsync("v1/charges", null); }
        class Till(Pay pay);
        static class Extensions { public static IHttpClientBuilder Shielded(this IHttpClientBuilder builder) => builder; }
        """;

    [Fact]
    public Task A_method_of_a_catalogue_is_resilience() =>
        new RuleTest { Analyzer = new Spof3001Analyzer(), AdditionalFiles = [("Contoso.spof.catalogue.json", """{ "resilienceMethods": ["Shielded"] }""")] }.VerifyAsync(Client);

    [Theory]
    [InlineData("Contoso.spof.catalogue.json", """{ "resilienceMethods": ["Shielded" }""")]
    [InlineData("Contoso.catalogue.json", """{ "resilienceMethods": ["Shielded"] }""")]
    public Task A_broken_catalogue_and_a_file_of_another_name_change_nothing(string path, string text) =>
        new RuleTest { Analyzer = new Spof3001Analyzer(), AdditionalFiles = [(path, text)] }
            .VerifyAsync(Client.Replace("AddHttpClient<Pay>", "[|AddHttpClient<Pay>|]", StringComparison.Ordinal));
}
