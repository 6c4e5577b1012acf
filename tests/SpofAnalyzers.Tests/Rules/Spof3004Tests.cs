using Microsoft.CodeAnalysis;
using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;
using SpofAnalyzers.Tests.Http;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof3004Tests
{
    private const string Usings = "using Polly; using Polly.Extensions.Http; using Microsoft.Extensions.Http.Resilience;\n";

    private static RuleTest Rule { get; } = new() { Analyzer = new DefaultRulesAnalyzer(), Rule = Spof3004.Id };

    private static string Program(string statements, string types = "") => Usings + "var builder = WebApplication.CreateBuilder(args);\n" + statements + "\n" + types;

    private static Task VerifyAsync(string statements, string types = "") => Rule.VerifyAsync(Program(statements, types));

    [Theory]
    [InlineData("""
        builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
        builder.Services.AddHttpClient("stock").[|AddStandardResilienceHandler|]();
        """)]
    [InlineData("""
        builder.Services.AddHttpClient("stock").[|AddStandardResilienceHandler|]();
        builder.Services.ConfigureHttpClientDefaults(http => { http.AddStandardResilienceHandler(); http.AddServiceDiscovery(); });
        """)]
    [InlineData("""
        builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
        builder.Services.AddHttpClient("stock").[|AddStandardHedgingHandler|]();
        """)]
    [InlineData("""
        builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
        builder.Services.AddHttpClient("stock").[|AddResilienceHandler|]("own", b => b.AddRetry(new HttpRetryStrategyOptions()));
        """)]
    [InlineData("""
        builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
        builder.Services.AddHttpClient("stock").[|AddTransientHttpErrorPolicy|](p => p.RetryAsync(3));
        """)]
    [InlineData("""
        var stock = builder.Services.AddHttpClient("stock");
        stock.AddStandardResilienceHandler();
        stock.[|AddStandardResilienceHandler|]();
        """)]
    [InlineData("""
        builder.Services.AddHttpClient("stock").AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(3)).[|AddStandardResilienceHandler|]();
        """)]
    [InlineData("""
        builder.Services.AddHttpClient("stock").AddPolicyHandler(Policies.Retry()).[|AddStandardResilienceHandler|]();
        """)]
    [InlineData("""
        builder.Services.AddHttpClient("stock").AddTransientHttpErrorPolicy(p => p.RetryAsync(2)).[|AddTransientHttpErrorPolicy|](p => p.RetryAsync(3));
        """)]
    [InlineData("""
        builder.Services.AddHttpClient("stock").AddStandardResilienceHandler();
        builder.Services.AddHttpClient("stock").[|AddStandardResilienceHandler|]();
        """)]
    [InlineData("""
        builder.Services.ConfigureHttpClientDefaults(http =>
        {
            http.AddStandardResilienceHandler();
            http.[|AddStandardResilienceHandler|]();
        });
        """)]
    public Task Two_handlers_that_retry_are_reported(string statements) => VerifyAsync(statements, """
        static class Policies
        {
            public static IAsyncPolicy<HttpResponseMessage> Retry() => HttpPolicyExtensions.HandleTransientHttpError().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));
        }
        """);

    [Fact]
    public Task A_wrapper_of_this_code_is_looked_into() => VerifyAsync("""
        builder.Services.AddHttpClient("stock").AddCommon().[|AddStandardResilienceHandler|]();
        """, """
        static class Wrappers
        {
            public static IHttpClientBuilder AddCommon(this IHttpClientBuilder builder) { builder.AddStandardResilienceHandler(); return builder; }
        }
        """);

    private const string Returned = """
        static class Registrations
        {
            public static IHttpClientBuilder AddStock(this IServiceCollection services, bool isFast = false)
            {
                var stock = services.AddHttpClient("stock");
                {0}
                return stock;
            }
            public static IHttpClientBuilder AddNamed(this IServiceCollection services, string name) => services.AddHttpClient(name);
            public static IHttpClientBuilder AddOuter(this IServiceCollection services) => services.AddStock().SetHandlerLifetime(TimeSpan.FromMinutes(3));
        }
        """;

    private static Task ReturnedAsync(string statements, string added) => VerifyAsync(statements, Returned.Replace("{0}", added, StringComparison.Ordinal));

    [Theory]
    [InlineData("builder.Services.AddStock().[|AddStandardResilienceHandler|]();", "stock.AddStandardResilienceHandler();")]
    [InlineData("var stock = builder.Services.AddStock();\nstock.[|AddTransientHttpErrorPolicy|](p => p.RetryAsync(3));", "stock.AddStandardResilienceHandler();")]
    [InlineData("builder.Services.AddOuter().[|AddStandardResilienceHandler|]();", "stock.AddStandardResilienceHandler();")]
    [InlineData("builder.Services.AddStock();\nbuilder.Services.AddStock().[|AddStandardHedgingHandler|]();", "stock.AddTransientHttpErrorPolicy(p => p.RetryAsync(3));")]
    public Task A_builder_that_another_method_returns_brings_its_handlers(string statements, string added) => ReturnedAsync(statements, added);

    [Theory]
    [InlineData("builder.Services.AddStock().AddStandardResilienceHandler();", "stock.AddServiceDiscovery();")]
    [InlineData("builder.Services.AddStock().AddStandardResilienceHandler();", "if (isFast) { stock.AddStandardResilienceHandler(); }")]
    [InlineData("builder.Services.AddStock().AddStandardResilienceHandler();", "if (!isFast) { return stock; } stock.AddStandardResilienceHandler();")]
    [InlineData("builder.Services.AddNamed(\"a\").AddStandardResilienceHandler();\nbuilder.Services.AddNamed(\"b\").AddStandardResilienceHandler();", "")]
    [InlineData("if (args.Length > 0) { builder.Services.AddStock().AddStandardResilienceHandler(); } else { builder.Services.AddStock().AddStandardHedgingHandler(); }", "")]
    public Task What_another_caller_or_branch_adds_is_not_stacked(string statements, string added) => ReturnedAsync(statements, added);

    [Fact]
    public async Task The_message_counts_the_requests()
    {
        var found = Assert.Single(await Rule.RunAsync(Program("""
            builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
            builder.Services.AddHttpClient("stock").AddStandardResilienceHandler();
            """)));
        Assert.Contains("up to 16 requests instead of 4", found.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
        Assert.Equal("stock", found.Properties["clientName"]);
    }

    [Fact]
    public async Task Defaults_of_another_assembly_are_only_likely()
    {
        var library = Clients.Library("Contoso.ServiceDefaults", """
            namespace Microsoft.Extensions.Hosting;
            public static class Extensions { public static T AddServiceDefaults<T>(this T builder) where T : IHostApplicationBuilder => builder; }
            """);
        var rule = new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = Spof3004.Id, References = ReferenceBag.All.Add(library), Options = ["spof.application_kind = server"] };
        var found = Assert.Single(await rule.RunAsync(RuleTest.Usings.Replace("global using", "using", StringComparison.Ordinal) + """

            class Program
            {
                static void Main(string[] args)
                {
                    var builder = WebApplication.CreateBuilder(args);
                    builder.AddServiceDefaults();
                    builder.Services.AddHttpClient("stock").AddStandardResilienceHandler();
                }
            }
            """));
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
    }

    [Theory]
    [InlineData("""
        builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
        builder.Services.AddHttpClient("stock");
        """)]
    [InlineData("""
        #pragma warning disable EXTEXP0001
        builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
        builder.Services.AddHttpClient("stock").RemoveAllResilienceHandlers().AddStandardResilienceHandler();
        """)]
    [InlineData("""
        builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
        builder.Services.AddHttpClient("stock").AddResilienceHandler("own", b => b.AddTimeout(TimeSpan.FromSeconds(2)));
        """)]
    [InlineData("""
        builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
        builder.Services.AddHttpClient("stock").AddResilienceHandler("own", b => b.AddFallback(new() { FallbackAction = _ => Outcome.FromResultAsValueTask(new HttpResponseMessage()) }));
        """)]
    [InlineData("""
        builder.Services.AddHttpClient("stock").AddPolicyHandler(Policy<HttpResponseMessage>.HandleResult(r => r.StatusCode == System.Net.HttpStatusCode.Unauthorized).RetryAsync(1)).AddStandardResilienceHandler();
        """)]
    [InlineData("""
        builder.Services.AddHttpClient("stock").AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(3)).AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().CircuitBreakerAsync(5, TimeSpan.FromSeconds(30)));
        """)]
    [InlineData("""
        builder.Services.AddHttpClient("stock").AddPolicyHandler(r => r.Method == HttpMethod.Get ? HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(3) : HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(1)).AddStandardResilienceHandler();
        """)]
    [InlineData("""
        builder.Services.AddHttpClient("stock").AddStandardResilienceHandler();
        builder.Services.AddHttpClient("prices").AddStandardResilienceHandler();
        """)]
    [InlineData("""
        var stock = builder.Services.AddHttpClient("stock");
        if (args.Length > 0) { stock.AddStandardResilienceHandler(); } else { stock.AddStandardHedgingHandler(); }
        """)]
    [InlineData("""
        if (builder.Environment.IsDevelopment()) { builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler()); }
        builder.Services.AddHttpClient("stock").AddStandardResilienceHandler();
        """)]
    [InlineData("""
        builder.Services.AddHttpClient("stock").AddResilienceHandler("auth", b => b.AddRetry(new HttpRetryStrategyOptions { ShouldHandle = a => ValueTask.FromResult(a.Outcome.Result?.StatusCode == System.Net.HttpStatusCode.Unauthorized) }));
        builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
        """)]
    public Task One_handler_that_retries_or_two_for_different_failures_are_not(string statements) => VerifyAsync(statements);

    [Fact]
    public Task Clients_that_share_a_wrapper_do_not_share_handlers() => VerifyAsync("""
        builder.Services.AddHttpClient("stock").AddCommon().AddStandardResilienceHandler();
        builder.Services.AddHttpClient("prices").AddCommon().AddTransientHttpErrorPolicy(p => p.RetryAsync(3));
        """, """
        static class Wrappers
        {
            public static IHttpClientBuilder AddCommon(this IHttpClientBuilder builder) => builder.SetHandlerLifetime(TimeSpan.FromMinutes(3));
        }
        """);

    [Theory]
    [InlineData(
        "builder.Services.AddHttpClient(\"stock\").AddServiceDiscovery().[|AddStandardResilienceHandler|]();",
        "builder.Services.AddHttpClient(\"stock\").AddServiceDiscovery();")]
    [InlineData(
        "var stock = builder.Services.AddHttpClient(\"stock\");\nstock.[|AddStandardResilienceHandler|]().Configure(o => { });\nstock.AddServiceDiscovery();",
        "var stock = builder.Services.AddHttpClient(\"stock\");\nstock.AddServiceDiscovery();")]
    [InlineData(
        "builder.Services.AddHttpClient(\"stock\").[|AddTransientHttpErrorPolicy|](p => p.RetryAsync(3)).SetHandlerLifetime(TimeSpan.FromMinutes(3));",
        "builder.Services.AddHttpClient(\"stock\").SetHandlerLifetime(TimeSpan.FromMinutes(3));")]
    public Task The_fix_removes_the_inner_handler(string before, string after)
    {
        const string defaults = "builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());\n";
        return new FixTest<DefaultRulesAnalyzer, Spof3004CodeFix>(Spof3004.Id).VerifyAsync(Program(defaults + before), Program(defaults + after));
    }
}
