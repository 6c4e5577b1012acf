using Microsoft.CodeAnalysis;
using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof3005Tests
{
    private const string Usings = "using Polly; using Polly.Extensions.Http; using Microsoft.Extensions.Http.Resilience;\n";

    private static RuleTest Rule { get; } = new() { Analyzer = new DefaultRulesAnalyzer(), Rule = Spof3005.Id };

    private static string Program(string statements) => Usings + "var builder = WebApplication.CreateBuilder(args);\n" + statements + "\n";

    private static Task VerifyAsync(string statements) => Rule.VerifyAsync(Program(statements));

    private static Task FixAsync(string before, string after) =>
        new FixTest<DefaultRulesAnalyzer, Spof3005CodeFix>(Spof3005.Id).VerifyAsync(Program(before), Program(after));

    [Theory]
    [InlineData("builder.Services.AddHttpClient(\"stock\").AddServiceDiscovery().[|AddStandardResilienceHandler|]();")]
    [InlineData("builder.Services.AddHttpClient(\"stock\", c => c.BaseAddress = new Uri(\"https+http://stock\")).AddServiceDiscovery().[|AddStandardResilienceHandler|](o => o.Retry.DisableForUnsafeHttpMethods());")]
    [InlineData("builder.Services.AddHttpClient(\"stock\").AddServiceDiscovery().[|AddStandardHedgingHandler|]();")]
    [InlineData("builder.Services.AddHttpClient(\"stock\").AddServiceDiscovery().[|AddResilienceHandler|](\"own\", b => b.AddRetry(new HttpRetryStrategyOptions()));")]
    [InlineData("builder.Services.AddHttpClient(\"stock\").AddServiceDiscovery().[|AddTransientHttpErrorPolicy|](p => p.RetryAsync(3));")]
    [InlineData("builder.Services.AddHttpClient(\"stock\").AddServiceDiscovery().[|AddPolicyHandler|](HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(3));")]
    [InlineData("builder.Services.AddHttpClient(\"stock\").AddServiceDiscovery().SetHandlerLifetime(TimeSpan.FromMinutes(3)).[|AddStandardResilienceHandler|]();")]
    [InlineData("var stock = builder.Services.AddHttpClient(\"stock\");\nstock.AddServiceDiscovery();\nstock.[|AddStandardResilienceHandler|]();")]
    [InlineData("builder.Services.ConfigureHttpClientDefaults(http => { http.AddServiceDiscovery(); http.[|AddStandardResilienceHandler|](); });")]
    [InlineData("builder.Services.ConfigureHttpClientDefaults(http => http.AddServiceDiscovery().[|AddStandardResilienceHandler|]());")]
    [InlineData("builder.Services.ConfigureHttpClientDefaults(http => http.AddServiceDiscovery());\nbuilder.Services.AddHttpClient(\"stock\", c => c.BaseAddress = new Uri(\"http://stock\")).[|AddStandardResilienceHandler|]();")]
    public Task Resilience_inside_of_discovery_is_reported(string statements) => VerifyAsync(statements);

    private const string Registrations = """
        static class Registrations
        {
            public static IHttpClientBuilder AddStock(this IServiceCollection services) => services.AddHttpClient("stock").AddServiceDiscovery();
            public static IHttpClientBuilder AddPlain(this IServiceCollection services) => services.AddHttpClient("plain");
        }
        """;

    [Theory]
    [InlineData("builder.Services.AddStock().[|AddStandardResilienceHandler|]();")]
    [InlineData("var stock = builder.Services.AddStock();\nstock.[|AddStandardResilienceHandler|]();")]
    [InlineData("builder.Services.AddPlain().AddStandardResilienceHandler();")]
    [InlineData("builder.Services.AddStock();\nbuilder.Services.AddPlain().AddStandardResilienceHandler();")]
    public Task Discovery_in_a_method_that_returns_the_builder_counts(string statements) => VerifyAsync(statements + "\n" + Registrations);

    [Fact]
    public async Task Discovery_of_the_defaults_is_certain_only_for_the_name_of_a_service()
    {
        var found = Assert.Single(await Rule.RunAsync(Program("""
            builder.Services.ConfigureHttpClientDefaults(http => http.AddServiceDiscovery());
            builder.Services.AddHttpClient("stock", c => c.BaseAddress = new Uri(builder.Configuration["Stock"]!)).AddStandardResilienceHandler();
            """)));
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        var named = Assert.Single(await Rule.RunAsync(Program("""
            builder.Services.ConfigureHttpClientDefaults(http => http.AddServiceDiscovery());
            builder.Services.AddHttpClient("stock", c => c.BaseAddress = new Uri("https+http://stock")).AddStandardResilienceHandler();
            """)));
        Assert.Equal(DiagnosticSeverity.Warning, named.Severity);
    }

    [Theory]
    [InlineData("builder.Services.AddHttpClient(\"stock\").AddServiceDiscovery();")]
    [InlineData("builder.Services.AddHttpClient(\"stock\").AddStandardResilienceHandler();")]
    [InlineData("var stock = builder.Services.AddHttpClient(\"stock\");\nstock.AddStandardResilienceHandler();\nstock.AddServiceDiscovery();")]
    [InlineData("builder.Services.ConfigureHttpClientDefaults(http => { http.AddStandardResilienceHandler(); http.AddServiceDiscovery(); });")]
    [InlineData("builder.Services.ConfigureHttpClientDefaults(http => { http.AddStandardResilienceHandler(); http.AddServiceDiscovery(); });\nbuilder.Services.AddHttpClient(\"stock\");")]
    [InlineData("builder.Services.AddHttpClient(\"stock\").AddTransientHttpErrorPolicy(p => p.RetryAsync(3)).AddServiceDiscovery();")]
    [InlineData("builder.Services.AddHttpClient(\"stock\").AddServiceDiscovery().AddResilienceHandler(\"own\", b => b.AddTimeout(TimeSpan.FromSeconds(2)));")]
    [InlineData("builder.Services.AddHttpClient(\"pay\", c => c.BaseAddress = new Uri(\"https://api.stripe.com\")).AddServiceDiscovery().AddStandardResilienceHandler();")]
    [InlineData("builder.Services.ConfigureHttpClientDefaults(http => http.AddServiceDiscovery());\nbuilder.Services.AddHttpClient(\"pay\", c => c.BaseAddress = new Uri(\"https://api.stripe.com\")).AddStandardResilienceHandler();")]
    [InlineData("var stock = builder.Services.AddHttpClient(\"stock\");\nif (args.Length > 0) { stock.AddServiceDiscovery(); } else { stock.AddStandardResilienceHandler(); }")]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.Services.AddHttpClient(\"stock\").AddServiceDiscovery().AddStandardResilienceHandler(); }")]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.Services.ConfigureHttpClientDefaults(http => { http.AddServiceDiscovery(); http.AddStandardResilienceHandler(); }); }")]
    [InlineData("builder.Services.AddHttpClient(\"stock\").AddServiceDiscovery().AddStandardHedgingHandler(r => r.ConfigureOrderedGroups(builder.Configuration.GetSection(\"Routes\")));")]
    public Task The_right_order_is_not(string statements) => VerifyAsync(statements);

    [Fact]
    public Task A_library_with_the_central_setup_is_judged_too() => new RuleTest
    {
        Analyzer = new DefaultRulesAnalyzer(), Rule = Spof3005.Id, OutputKind = OutputKind.DynamicallyLinkedLibrary,
    }.VerifyAsync("""
        public static class Extensions
        {
            public static IServiceCollection AddCommon(this IServiceCollection services) => services.ConfigureHttpClientDefaults(http =>
            {
                http.AddServiceDiscovery();
                http.[|AddStandardResilienceHandler|]();
            });
        }
        """);

    [Fact]
    public Task The_fix_takes_a_chain_apart() => FixAsync(
        "builder.Services.AddHttpClient(\"stock\").AddServiceDiscovery().[|AddStandardResilienceHandler|]();",
        """
        var client = builder.Services.AddHttpClient("stock");
        client.AddStandardResilienceHandler();
        client.AddServiceDiscovery();
        """);

    [Fact]
    public Task The_fix_keeps_what_stands_between_and_behind() => FixAsync(
        "var client = 1;\nbuilder.Services.AddHttpClient(\"stock\").AddServiceDiscovery().SetHandlerLifetime(TimeSpan.FromMinutes(3)).[|AddStandardResilienceHandler|]().Configure(o => { });",
        """
        var client = 1;
        var client2 = builder.Services.AddHttpClient("stock");
        client2.AddStandardResilienceHandler().Configure(o => { });
        client2.AddServiceDiscovery().SetHandlerLifetime(TimeSpan.FromMinutes(3));
        """);

    [Fact]
    public Task The_fix_takes_the_chain_of_a_lambda_apart() => FixAsync(
        "builder.Services.ConfigureHttpClientDefaults(http => http.AddServiceDiscovery().[|AddStandardResilienceHandler|]());",
        """
        builder.Services.ConfigureHttpClientDefaults(http =>
        {
            http.AddStandardResilienceHandler();
            http.AddServiceDiscovery();
        });
        """);

    [Fact]
    public Task The_fix_swaps_two_statements() => FixAsync(
        """
        builder.Services.ConfigureHttpClientDefaults(http =>
        {
            http.AddServiceDiscovery(); // by name
            http.[|AddStandardResilienceHandler|]();
        });
        """,
        """
        builder.Services.ConfigureHttpClientDefaults(http =>
        {
            http.AddStandardResilienceHandler(); // by name
            http.AddServiceDiscovery();
        });
        """);

    [Fact]
    public Task The_fix_swaps_top_level_statements() => FixAsync(
        "var stock = builder.Services.AddHttpClient(\"stock\");\nstock.AddServiceDiscovery();\nstock.[|AddStandardResilienceHandler|]();",
        "var stock = builder.Services.AddHttpClient(\"stock\");\nstock.AddStandardResilienceHandler();\nstock.AddServiceDiscovery();");
}
