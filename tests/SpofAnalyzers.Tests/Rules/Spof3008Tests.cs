using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof3008Tests
{
    private const string Usings = "using Polly; using Polly.Extensions.Http; using Refit; using Microsoft.Extensions.Http.Resilience;\n";

    private static string Program(string statements, string call) => Usings + "var builder = WebApplication.CreateBuilder(args);\n" + statements + $$"""

        public class Gateway { readonly HttpClient http; public Gateway(HttpClient http) => this.http = http; public Task Pay() => {{call}}; }
        class Till { public Till(Gateway gateway) { } }

        """;

    private const string Post = "http.PostAsync(\"v1/charges\", null)";

    private static string Client(string chain, string url = "https://api.stripe.com") => $"builder.Services.AddHttpClient<Gateway>(c => c.BaseAddress = new Uri(\"{url}\")).{chain};";

    private static Task VerifyAsync(string statements, string call = Post) =>
        new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = Spof3008.Id }.VerifyAsync(Program(statements, call));

    [Theory]
    [InlineData("[|AddStandardResilienceHandler|]()", Post)]
    [InlineData("[|AddStandardResilienceHandler|](o => o.Retry.MaxRetryAttempts = 5)", Post)]
    [InlineData("[|AddStandardResilienceHandler|](builder.Configuration.GetSection(\"Retry\"))", Post)]
    [InlineData("[|AddTransientHttpErrorPolicy|](p => p.RetryAsync(3))", Post)]
    [InlineData("[|AddPolicyHandler|](HttpPolicyExtensions.HandleTransientHttpError().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)))", Post)]
    [InlineData("[|AddResilienceHandler|](\"own\", b => b.AddRetry(new HttpRetryStrategyOptions()))", Post)]
    [InlineData("[|AddStandardResilienceHandler|]()", "http.PutAsync(\"v1/charges/1\", null)")]
    [InlineData("[|AddStandardResilienceHandler|]()", "http.PostAsJsonAsync(\"v1/charges\", 1)")]
    [InlineData("[|AddStandardResilienceHandler|]()", "http.DeleteAsync(\"v1/charges/1\")")]
    public Task A_payment_that_may_be_made_twice_is_reported(string chain, string call) => VerifyAsync(Client(chain), call);

    [Fact]
    public Task Retries_of_the_defaults_are_reported_at_the_client() => VerifyAsync(
        "builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());\n"
        + "builder.Services.[|AddHttpClient<Gateway>|](c => c.BaseAddress = new Uri(\"https://api.stripe.com\"));");

    [Theory]
    [InlineData("AddStandardResilienceHandler(o => o.Retry.DisableForUnsafeHttpMethods())", Post)]
    [InlineData("AddStandardResilienceHandler(o => o.Retry.DisableFor(HttpMethod.Post))", Post)]
    [InlineData("AddStandardResilienceHandler().Configure(o => o.Retry.DisableForUnsafeHttpMethods())", Post)]
    [InlineData("AddPolicyHandler(r => r.Method == HttpMethod.Get ? HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(3) : (IAsyncPolicy<HttpResponseMessage>)Policy.NoOpAsync<HttpResponseMessage>())", Post)]
    [InlineData("AddResilienceHandler(\"own\", b => b.AddTimeout(TimeSpan.FromSeconds(3)))", Post)]
    [InlineData("AddStandardHedgingHandler(r => r.ConfigureOrderedGroups(builder.Configuration.GetSection(\"Routes\")))", "http.GetStringAsync(\"v1/charges\")")]
    [InlineData("AddStandardResilienceHandler()", "http.GetStringAsync(\"v1/charges\")")]
    [InlineData("AddStandardResilienceHandler()", "http.SendAsync(new HttpRequestMessage(HttpMethod.Get, \"v1/charges\"))")]
    [InlineData("AddStandardResilienceHandler()", "Task.Run(() => { http.DefaultRequestHeaders.Add(\"Idempotency-Key\", \"1\"); return http.PostAsync(\"v1/charges\", null); })")]
    [InlineData("SetHandlerLifetime(TimeSpan.FromMinutes(3))", Post)]
    public Task A_client_that_only_reads_or_is_careful_is_not(string chain, string call) => VerifyAsync(Client(chain), call);

    [Theory]
    [InlineData("https://api.sendgrid.com")]
    [InlineData("http://payments")]
    public Task Another_destination_is_not(string url) => VerifyAsync(Client("AddStandardResilienceHandler()", url));

    [Theory]
    [InlineData("[|AddStandardResilienceHandler|]();", "AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());")]
    [InlineData("[|AddStandardResilienceHandler|](o => o.Retry.MaxRetryAttempts = 5);", "AddStandardResilienceHandler(o =>\n{\n    o.Retry.MaxRetryAttempts = 5;\n    o.Retry.DisableForUnsafeHttpMethods();\n});")]
    [InlineData("[|AddStandardResilienceHandler|](o =>\n{\n    o.Retry.MaxRetryAttempts = 5;\n});", "AddStandardResilienceHandler(o =>\n{\n    o.Retry.MaxRetryAttempts = 5;\n    o.Retry.DisableForUnsafeHttpMethods();\n});")]
    public Task The_fix_leaves_unsafe_methods_alone(string before, string after)
    {
        const string start = "builder.Services.AddHttpClient<Gateway>(c => c.BaseAddress = new Uri(\"https://api.stripe.com\")).";
        return new FixTest<DefaultRulesAnalyzer, Spof3008CodeFix>(Spof3008.Id).VerifyAsync(Program(start + before, Post), Program(start + after, Post));
    }
}
