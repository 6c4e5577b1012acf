using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof3003Tests
{
    private const string Usings = "using Polly; using Polly.Extensions.Http; using Polly.Retry; using Polly.Simmy; using Microsoft.Extensions.Http.Resilience;\n";

    private static string Program(string statements, string types = "") => Usings + "var builder = WebApplication.CreateBuilder(args);\n" + statements + "\n" + types;

    private static Task VerifyAsync(string program) => new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = Spof3003.Id }.VerifyAsync(program);

    private static Task Chain(string link, string types = "") => VerifyAsync(Program($"builder.Services.AddHttpClient(\"stock\").{link};", types));

    private static Task Member(string members) => VerifyAsync(Program("builder.Build().Run();", "class Stock { " + members + " }"));

    [Theory]
    [InlineData("[|AddPolicyHandler|](Policy.NoOpAsync<HttpResponseMessage>())")]
    [InlineData("[|AddPolicyHandler|](Policy.NoOpAsync().AsAsyncPolicy<HttpResponseMessage>())")]
    [InlineData("[|AddPolicyHandler|](_ => Policy.NoOpAsync<HttpResponseMessage>())")]
    [InlineData("[|AddPolicyHandler|]((services, request) => Policies.None())")]
    [InlineData("[|AddPolicyHandler|](Policies.Shared)")]
    [InlineData("[|AddResilienceHandler|](\"own\", pipeline => { })")]
    [InlineData("[|AddResilienceHandler|](\"own\", (pipeline, context) => { })")]
    [InlineData("[|AddResilienceHandler|](\"own\", pipeline => pipeline.AddChaosLatency(0.1, TimeSpan.FromSeconds(1)))")]
    [InlineData("[|AddResilienceHandler|](\"own\", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = 0 }))")]
    public Task A_handler_that_adds_nothing_is_reported(string link) => Chain(link, """
        static class Policies
        {
            public static readonly IAsyncPolicy<HttpResponseMessage> Shared = Policy.NoOpAsync<HttpResponseMessage>();
            public static IAsyncPolicy<HttpResponseMessage> None() => Policy.NoOpAsync<HttpResponseMessage>();
        }
        """);

    [Fact]
    public Task An_empty_pipeline_of_the_container_is_reported() => VerifyAsync(Program("builder.Services.[|AddResiliencePipeline|](\"stock\", pipeline => { });"));

    [Theory]
    [InlineData("private static readonly ResiliencePipeline Retry = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(1)).[|Build|]();")]
    [InlineData("private readonly AsyncRetryPolicy _retry = Policy.Handle<HttpRequestException>().[|RetryAsync|](3);")]
    [InlineData("private readonly IAsyncPolicy _retry; public Stock() => _retry = Policy.Handle<Exception>().[|WaitAndRetryAsync|](3, n => TimeSpan.FromSeconds(n));")]
    public Task A_policy_that_nothing_executes_is_reported(string members) => Member(members);

    [Theory]
    [InlineData("AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(2))")]
    [InlineData("AddPolicyHandler(request => request.Method == HttpMethod.Get ? HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(2) : (IAsyncPolicy<HttpResponseMessage>)Policy.NoOpAsync<HttpResponseMessage>())")]
    [InlineData("AddPolicyHandler(Policies.For(true))")]
    [InlineData("AddPolicyHandler(Policies.Changed)")]
    [InlineData("AddPolicyHandlerFromRegistry(\"retry\")")]
    [InlineData("AddResilienceHandler(\"own\", pipeline => pipeline.AddTimeout(TimeSpan.FromSeconds(3)))")]
    [InlineData("AddResilienceHandler(\"own\", pipeline => { pipeline.AddChaosLatency(0.1, TimeSpan.FromSeconds(1)); pipeline.AddRetry(new HttpRetryStrategyOptions()); })")]
    [InlineData("AddResilienceHandler(\"own\", Policies.Configure)")]
    [InlineData("AddStandardResilienceHandler()")]
    public Task A_handler_that_adds_something_or_cannot_be_read_is_not(string link) => Chain(link, """
        static class Policies
        {
            public static IAsyncPolicy<HttpResponseMessage> Changed { get; set; } = Policy.NoOpAsync<HttpResponseMessage>();
            public static Action<ResiliencePipelineBuilder<HttpResponseMessage>> Configure = null!;
            public static IAsyncPolicy<HttpResponseMessage> For(bool retries)
            {
                IAsyncPolicy<HttpResponseMessage> policy = Policy.NoOpAsync<HttpResponseMessage>();
                if (retries) { policy = HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(2); }
                return policy;
            }
        }
        """);

    [Fact]
    public Task Development_only_code_is_not() => VerifyAsync(Program("""
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddHttpClient("stock").AddPolicyHandler(Policy.NoOpAsync<HttpResponseMessage>());
        }
        """));

    [Theory]
    [InlineData("private readonly AsyncRetryPolicy _retry = Policy.Handle<HttpRequestException>().RetryAsync(3); public Task Get() => _retry.ExecuteAsync(() => Task.CompletedTask);")]
    [InlineData("public readonly AsyncRetryPolicy Retry = Policy.Handle<HttpRequestException>().RetryAsync(3);")]
    [InlineData("private static AsyncRetryPolicy Make() => Policy.Handle<HttpRequestException>().RetryAsync(3);")]
    public Task A_policy_that_is_executed_or_may_be_is_not(string members) => Member(members);

    [Theory]
    [InlineData("[|AddPolicyHandler|](Policy.NoOpAsync<HttpResponseMessage>())")]
    [InlineData("[|AddResilienceHandler|](\"own\", pipeline => { })")]
    public Task The_fix_adds_the_standard_handler(string before) => new FixTest<DefaultRulesAnalyzer, Spof3003CodeFix>(Spof3003.Id).VerifyAsync(
        Program($"builder.Services.AddHttpClient(\"stock\").{before};"),
        Program("builder.Services.AddHttpClient(\"stock\").AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());"));

    [Fact]
    public Task The_fix_imports_what_it_needs()
    {
        const string rest = "var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddHttpClient(\"stock\")";
        return new FixTest<DefaultRulesAnalyzer, Spof3003CodeFix>(Spof3003.Id).VerifyAsync(
            rest + ".[|AddPolicyHandler|](Polly.Policy.NoOpAsync<HttpResponseMessage>());\n",
            "using Microsoft.Extensions.Http.Resilience;\n" + rest + ".AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());\n");
    }

    [Fact]
    public Task No_fix_where_the_chain_goes_on()
    {
        var program = Program("builder.Services.AddHttpClient(\"stock\").[|AddPolicyHandler|](Policy.NoOpAsync<HttpResponseMessage>()).SetHandlerLifetime(TimeSpan.FromMinutes(3));");
        return new FixTest<DefaultRulesAnalyzer, Spof3003CodeFix>(Spof3003.Id).VerifyAsync(program, program);
    }
}
