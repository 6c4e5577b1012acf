using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;
using SpofAnalyzers.Tests.Http;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof3009Tests
{
    private static Task VerifyAsync(string statements, string types = "") => new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = Spof3009.Id }.VerifyAsync(
        "using Microsoft.Extensions.Http.Resilience;\nvar builder = WebApplication.CreateBuilder(args);\n" + statements + "\n" + types);

    private static Task Client(string url, string chain, string types = "") =>
        VerifyAsync($"builder.Services.AddHttpClient(\"rates\", c => c.BaseAddress = new Uri({url})){chain};", types);

    private const string Handlers = """
        class Stamp : DelegatingHandler { }
        class Switch : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop) { request.RequestUri = new Uri("http://other/"); return base.SendAsync(request, stop); }
        }
        """;

    [Theory]
    [InlineData("\"https://api.openrates.io\"", ".[|AddStandardHedgingHandler|]()")]
    [InlineData("\"https://api.openrates.io\"", ".[|AddStandardHedgingHandler|](routing => { })")]
    [InlineData("\"https://api.openrates.io\"", ".[|AddStandardHedgingHandler|]().Configure(o => o.Hedging.MaxHedgedAttempts = 3)")]
    [InlineData("\"https://api.openrates.io\"", ".[|AddStandardHedgingHandler|]().SelectPipelineByAuthority()")]
    [InlineData("\"http://10.0.0.7\"", ".[|AddStandardHedgingHandler|]()")]
    [InlineData("builder.Configuration[\"Rates\"]!", ".[|AddStandardHedgingHandler|]()")]
    [InlineData("\"https://api.openrates.io\"", ".AddHttpMessageHandler<Stamp>().[|AddStandardHedgingHandler|]()")]
    [InlineData("\"https://api.openrates.io\"", ".SetHandlerLifetime(TimeSpan.FromMinutes(2)).[|AddStandardHedgingHandler|]()")]
    public Task Hedging_to_one_host_is_reported(string url, string chain) => Client(url, chain, Handlers);

    [Fact]
    public Task A_typed_client_is_reported() => VerifyAsync("builder.Services.AddHttpClient<Rates>(c => c.BaseAddress = new(\"https://api.openrates.io\")).[|AddStandardHedgingHandler|]();", "class Rates(HttpClient http) { public HttpClient Http => http; }");

    [Fact]
    public Task A_builder_in_a_local_is_reported() => VerifyAsync("var rates = builder.Services.AddHttpClient(\"rates\", c => c.BaseAddress = new Uri(\"https://api.openrates.io\"));\nrates.[|AddStandardHedgingHandler|]();");

    private const string Rates = "https://api.openrates.io";

    [Theory]
    [InlineData("builder.Services.AddRates();", "IStandardHedgingHandlerBuilder", "Client(services).[|AddStandardHedgingHandler|]()")]
    [InlineData("builder.Services.AddRates().Configure(o => o.Hedging.MaxHedgedAttempts = 3);", "IStandardHedgingHandlerBuilder", "Client(services).[|AddStandardHedgingHandler|]()")]
    [InlineData("builder.Services.AddRates().[|AddStandardHedgingHandler|]();", "IHttpClientBuilder", "Client(services)")]
    [InlineData("builder.Services.AddRates().RoutingStrategyBuilder.ConfigureOrderedGroups(builder.Configuration.GetSection(\"Routes\"));", "IStandardHedgingHandlerBuilder", "Client(services).AddStandardHedgingHandler()")]
    [InlineData("builder.Services.AddRates().AddServiceDiscovery().AddStandardHedgingHandler();", "IHttpClientBuilder", "Client(services)")]
    [InlineData("", "IStandardHedgingHandlerBuilder", "Client(services).AddStandardHedgingHandler()")]
    public Task A_builder_that_another_method_returns_is_followed(string statements, string type, string body) => VerifyAsync(statements, $$"""
        static class Registrations
        {
            static IHttpClientBuilder Client(IServiceCollection services) => services.AddHttpClient("rates", c => c.BaseAddress = new Uri("{{Rates}}"));
            public static {{type}} AddRates(this IServiceCollection services) => {{body}};
        }
        """);

    [Theory]
    [InlineData("\"https://api.openrates.io\"", ".AddStandardHedgingHandler(routing => routing.ConfigureOrderedGroups(o => o.Groups.Add(new UriEndpointGroup { Endpoints = { new() { Uri = new Uri(\"https://b.example\") } } })))")]
    [InlineData("\"https://api.openrates.io\"", ".AddStandardHedgingHandler(routing => routing.ConfigureWeightedGroups(builder.Configuration.GetSection(\"Routes\")))")]
    [InlineData("\"https://api.openrates.io\"", ".AddStandardHedgingHandler().RoutingStrategyBuilder.ConfigureOrderedGroups(builder.Configuration.GetSection(\"Routes\"))")]
    [InlineData("\"https://api.openrates.io\"", ".AddStandardHedgingHandler().Configure(o => o.Hedging.ActionGenerator = null!)")]
    [InlineData("\"https://api.openrates.io\"", ".AddStandardResilienceHandler()")]
    [InlineData("\"https+http://rates\"", ".AddServiceDiscovery().AddStandardHedgingHandler()")]
    [InlineData("\"http://rates\"", ".AddStandardHedgingHandler()")]
    [InlineData("\"http://rates.shop.svc.cluster.local\"", ".AddStandardHedgingHandler()")]
    [InlineData("\"https://api.openrates.io\"", ".AddHttpMessageHandler<Switch>().AddStandardHedgingHandler()")]
    public Task Hedging_that_can_go_elsewhere_is_not(string url, string chain) => Client(url, chain, Handlers);

    [Fact]
    public Task Discovery_of_the_defaults_counts() => VerifyAsync("""
        builder.Services.ConfigureHttpClientDefaults(http => http.AddServiceDiscovery());
        builder.Services.AddHttpClient("rates").AddStandardHedgingHandler();
        """);

    [Fact]
    public Task Routes_that_are_set_on_the_result_count() => VerifyAsync("""
        var hedging = builder.Services.AddHttpClient("rates").AddStandardHedgingHandler();
        hedging.RoutingStrategyBuilder.ConfigureOrderedGroups(builder.Configuration.GetSection("Routes"));
        """);

    [Fact]
    public Task Development_only_code_is_not() => VerifyAsync("""
        if (builder.Environment.IsDevelopment()) { builder.Services.AddHttpClient("rates").AddStandardHedgingHandler(); }
        """);

    [Fact]
    public async Task Defaults_of_another_assembly_may_add_discovery()
    {
        var library = Clients.Library("Contoso.ServiceDefaults", """
            namespace Contoso;
            public static class Extensions { public static T AddServiceDefaults<T>(this T builder) where T : Microsoft.Extensions.Hosting.IHostApplicationBuilder => builder; }
            """);
        await new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = Spof3009.Id, References = ReferenceBag.All.Add(library) }.VerifyAsync(
            RuleTest.Usings.Replace("global using", "using", StringComparison.Ordinal) + """

            using Contoso;
            var builder = WebApplication.CreateBuilder(args);
            builder.AddServiceDefaults();
            builder.Services.AddHttpClient("rates").AddStandardHedgingHandler();
            """);
    }
}
