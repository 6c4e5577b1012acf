using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof3002Tests
{
    private const string Usings = "using Polly; using Polly.Extensions.Http; using Refit; using Microsoft.Extensions.Http.Resilience;\n";

    private static Task VerifyAsync(string statements, string types) => new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = Spof3002.Id }.VerifyAsync(
        Usings + "var builder = WebApplication.CreateBuilder(args);\n" + statements + "\n" + types);

    private const string Call = "await http.PostAsync(\"v1/charges\", null);";

    private static Task Client(string name, string url, string chain, string call = Call, string more = "") => VerifyAsync(
        $"builder.Services.{name}(c => c.BaseAddress = new Uri(\"{url}\")){chain};{more}", $$"""
        public interface IGateway { Task Pay(); }
        public class Gateway(HttpClient http) : IGateway { public async Task Pay() { {{call}} } }
        public class OtherGateway : IGateway { public Task Pay() => Task.CompletedTask; }
        public class Till(IGateway gateway, Gateway direct) { public Task Pay() => gateway.Pay(); public Task Now() => direct.Pay(); }
        """);

    [Theory]
    [InlineData("[|AddHttpClient<Gateway>|]", "https://api.stripe.com", ".AddStandardResilienceHandler()")]
    [InlineData("[|AddHttpClient<Gateway>|]", "https://api.stripe.com", ".AddStandardHedgingHandler()")]
    [InlineData("[|AddHttpClient<Gateway>|]", "https://api.mollie.com", ".AddTransientHttpErrorPolicy(p => p.RetryAsync(3))")]
    [InlineData("[|AddHttpClient<Gateway>|]", "https://api.klarna.com", ".AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().CircuitBreakerAsync(3, TimeSpan.FromSeconds(10)))")]
    [InlineData("[|AddHttpClient<Gateway>|]", "https://api-m.paypal.com", ".AddResilienceHandler(\"own\", b => b.AddRetry(new HttpRetryStrategyOptions()))")]
    [InlineData("[|AddHttpClient<IGateway, Gateway>|]", "https://api.stripe.com", ".AddStandardResilienceHandler()")]
    [InlineData("[|AddHttpClient<Gateway>|]", "https://login.microsoftonline.com", ".AddStandardResilienceHandler()")]
    [InlineData("[|AddHttpClient<Gateway>|]", "https://shop.auth0.com", ".AddStandardResilienceHandler(o => o.Retry.MaxRetryAttempts = 5)")]
    public Task A_critical_client_with_retries_alone_is_reported(string name, string url, string chain) => Client(name, url, chain);

    [Theory]
    [InlineData("try { await http.PostAsync(\"v1/charges\", null); } catch (HttpRequestException) { throw; }")]
    [InlineData("try { await http.PostAsync(\"v1/charges\", null); } finally { Console.WriteLine(); }")]
    public Task A_handler_that_hands_the_failure_on_is_no_fallback(string call) =>
        Client("[|AddHttpClient<Gateway>|]", "https://api.stripe.com", ".AddStandardResilienceHandler()", call);

    [Theory]
    [InlineData("AddHttpClient<Gateway>", "https://api.stripe.com", "")]
    [InlineData("AddHttpClient<Gateway>", "https://api.stripe.com", ".AddResilienceHandler(\"own\", b => b.AddFallback(new() { FallbackAction = _ => Outcome.FromResultAsValueTask(new HttpResponseMessage()) }).AddRetry(new HttpRetryStrategyOptions()))")]
    [InlineData("AddHttpClient<Gateway>", "https://api.stripe.com", ".AddPolicyHandlerFromRegistry(\"any\")")]
    [InlineData("AddHttpClient<Gateway>", "https://api.sendgrid.com", ".AddStandardResilienceHandler()")]
    [InlineData("AddHttpClient<Gateway>", "http://payments", ".AddStandardResilienceHandler()")]
    [InlineData("AddHttpClient<Gateway>", "https://api.stripe.com", ".AddStandardHedgingHandler(r => r.ConfigureOrderedGroups(builder.Configuration.GetSection(\"Routes\")))")]
    [InlineData("AddHttpClient<Gateway>", "https://api.weather.gov", ".AddStandardResilienceHandler()")]
    public Task A_fallback_or_another_destination_is_not(string name, string url, string chain) => Client(name, url, chain);

    [Theory]
    [InlineData("try { await http.PostAsync(\"v1/charges\", null); } catch (HttpRequestException) { Console.WriteLine(\"later\"); }")]
    [InlineData("_ = http.PostAsync(\"v1/charges\", null);")]
    public Task A_call_with_a_substitute_is_not(string call) => Client("AddHttpClient<Gateway>", "https://api.stripe.com", ".AddStandardResilienceHandler()", call);

    [Fact]
    public Task A_second_provider_behind_the_same_interface_is_seen() => Client(
        "AddHttpClient<IGateway, Gateway>", "https://api.stripe.com", ".AddStandardResilienceHandler()", Call, "\nbuilder.Services.AddKeyedScoped<IGateway, OtherGateway>(\"other\");");

    [Fact]
    public Task Development_only_code_is_not() => VerifyAsync("""
        if (builder.Environment.IsDevelopment()) { builder.Services.AddHttpClient<Gateway>(c => c.BaseAddress = new Uri("https://api.stripe.com")).AddStandardResilienceHandler(); }
        """, "public class Gateway(HttpClient http) { public Task Pay() => http.PostAsync(\"v1/charges\", null); } class Till(Gateway gateway) { public Gateway Gateway => gateway; }");
}
