using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SpofAnalyzers.Facts;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;
using SpofAnalyzers.Tests.Http;

namespace SpofAnalyzers.Tests.Facts;

/// <summary>A program whose references are projects, as in the IDE, where their source can be followed.</summary>
public sealed class ReferencedProjectTests
{
    private const string Shop = """
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults();
        builder.Services.AddHttpClient<StripeGateway>(c => c.BaseAddress = new Uri("https://api.stripe.com"));
        var app = builder.Build();
        app.MapPost("/", (StripeGateway s) => s.Charge());
        app.Run();
        class StripeGateway(HttpClient http) { public async Task Charge() => (await http.PostAsync("v1", null)).EnsureSuccessStatusCode(); }
        """;

    private static string Defaults(string body) => $$"""
        public static class Defaults
        {
            public static void AddServiceDefaults(this IHostApplicationBuilder builder) { {{body}} }
        }
        """;

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> Run(DiagnosticAnalyzer analyzer, string program, MetadataReference library) =>
        new RuleTest { Analyzer = analyzer, More = [library] }.RunAsync(program);

    [Theory]
    [InlineData("builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());", 0)]
    [InlineData("builder.Services.AddHealthChecks();", 1)]
    public async Task The_body_of_a_wrapper_decides_where_it_is_at_hand_and_its_name_where_it_is_not(string body, int reported)
    {
        Assert.Equal(reported, (await Run(new Spof3001Analyzer(), Shop, Clients.Compile("Platform", [Defaults(body)], []).ToMetadataReference())).Length);
        Assert.Empty(await Run(new Spof3001Analyzer(), Shop, Clients.Library("Platform", Defaults(body))));
    }

    [Fact]
    public async Task An_address_of_another_project_is_reported_where_it_is_used()
    {
        var hosts = Clients.Compile("Platform", ["""public static class Hosts { public static readonly string Rates = "https://rates.contoso-bank.com/v1"; }"""], []);
        var found = Assert.Single(await Run(new Spof1001Analyzer(), """
            var http = new HttpClient();
            var app = WebApplication.Create(args);
            app.MapGet("/", () => http.GetStringAsync(Hosts.Rates));
            app.Run();
            """, hosts.ToMetadataReference()));
        Assert.Equal(("File0.cs", 2), (found.Location.SourceTree!.FilePath, found.Location.GetLineSpan().StartLinePosition.Line));
        Assert.Empty(found.AdditionalLocations);
    }

    [Fact]
    public async Task What_another_project_registers_is_reported_there_and_not_in_the_program()
    {
        const string Registration = """
            public class StripeGateway(HttpClient http) { public async Task Charge() => (await http.PostAsync("v1", null)).EnsureSuccessStatusCode(); }
            public static class Defaults
            {
                public static void AddServiceDefaults(this IHostApplicationBuilder builder) =>
                    builder.Services.AddHttpClient<StripeGateway>(c => c.BaseAddress = new Uri("https://api.stripe.com"));
            }
            """;
        var program = Shop.Replace("builder.Services.AddHttpClient<StripeGateway>(c => c.BaseAddress = new Uri(\"https://api.stripe.com\"));", "", StringComparison.Ordinal);
        Assert.Empty(await Run(new Spof3001Analyzer(), program[..program.IndexOf("class StripeGateway", StringComparison.Ordinal)], Clients.Compile("Platform", [Registration], []).ToMetadataReference()));
        Assert.Single(await new RuleTest { Analyzer = new Spof3001Analyzer(), Options = ["spof.application_kind = server"] }.RunAsync(Registration));
    }

    [Theory]
    [InlineData("Hosts.Rates", 2)]
    [InlineData("\"https://rates.contoso-bank.com\"", 1)]
    public void A_file_of_another_project_is_bound_only_where_a_fact_leads_to_it(string address, int bound)
    {
        var library = Clients.Compile(
            "Platform",
            [
                """public static class Hosts { public static readonly string Rates = "https://rates.contoso-bank.com/v1"; }""",
                """public static class Other { private static readonly HttpClient Http = new(); public static Task<string> Load() => Http.GetStringAsync("https://api.stripe.com"); }""",
            ],
            []);
        var program = Clients.Compile("Shop", [$$"""public class Rates(HttpClient http) { public Task<string> Load() => new HttpClient().GetStringAsync({{address}}); }"""], [library.ToMetadataReference()]);
        var context = new FactContext(program, ConfigurationView.Empty, FactOptions.Default);
        Assert.Single(FactExtractor.Extract(context, [program.SyntaxTrees[0]], TestContext.Current.CancellationToken).Clients);
        Assert.Equal(bound, context.BoundFiles);
    }
}
