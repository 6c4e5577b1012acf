using Microsoft.CodeAnalysis;
using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof3010Tests
{
    private const string Usings = "using Polly; using Polly.Extensions.Http; using Polly.Retry; using Microsoft.Extensions.Http.Resilience;\n";

    private static RuleTest Rule { get; } = new() { Analyzer = new DefaultRulesAnalyzer(), Rule = Spof3010.Id };

    private static string Program(string statements, string types = "") => Usings + "var builder = WebApplication.CreateBuilder(args);\n" + statements + "\n" + types;

    private static string Type(string members, string bases = "") => Program("builder.Build().Run();", $"class Stock(HttpClient http){bases} {{ {members} public HttpClient Http => http; }}");

    private static string Chain(string link) => Program($"builder.Services.AddHttpClient(\"stock\").{link};");

    [Theory]
    [InlineData("AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().[|RetryForeverAsync|]())")]
    [InlineData("AddPolicyHandler(_ => HttpPolicyExtensions.HandleTransientHttpError().[|WaitAndRetryForeverAsync|](n => TimeSpan.FromSeconds(n)))")]
    [InlineData("AddTransientHttpErrorPolicy(p => p.[|RetryForeverAsync|]())")]
    [InlineData("AddPolicyHandler(Policy.WrapAsync(Policy.BulkheadAsync<HttpResponseMessage>(10), HttpPolicyExtensions.HandleTransientHttpError().[|RetryForeverAsync|]()))")]
    [InlineData("AddResilienceHandler(\"own\", b => b.AddRetry(new HttpRetryStrategyOptions { [|MaxRetryAttempts = int.MaxValue|] }))")]
    [InlineData("AddResilienceHandler(\"own\", b => { b.AddRetry(new HttpRetryStrategyOptions { [|MaxRetryAttempts = int.MaxValue|], UseJitter = true }); b.AddTimeout(TimeSpan.FromSeconds(2)); })")]
    public Task A_client_that_retries_for_ever_is_reported(string link) => Rule.VerifyAsync(Chain(link));

    [Theory]
    [InlineData("public Task Get() => Policy.Handle<HttpRequestException>().[|RetryForeverAsync|]().ExecuteAsync(() => http.GetStringAsync(\"/\"));")]
    [InlineData("public void Get() { var retry = Policy.Handle<Exception>().[|WaitAndRetryForever|](n => TimeSpan.FromSeconds(1)); retry.Execute(() => { }); }")]
    [InlineData("public async Task<string> Get() { while (true) { try { return await http.[|GetStringAsync|](\"/\"); } catch (HttpRequestException) { await Task.Delay(1000); } } }")]
    [InlineData("public async Task Get() { for (;;) { try { await http.[|PostAsync|](\"/\", null); break; } catch { } } }")]
    [InlineData("public async Task Get() { while (true) { try { await http.[|GetAsync|](\"/\"); break; } catch (Exception e) { Console.WriteLine(e); Thread.Sleep(100); } } }")]
    public Task A_call_that_is_tried_for_ever_is_reported(string members) => Rule.VerifyAsync(Type(members));

    [Fact]
    public Task A_background_loop_that_does_not_even_wait_is_reported() => Rule.VerifyAsync(Type("""
        protected override async Task ExecuteAsync(CancellationToken stop) { while (true) { try { await Http.[|GetStringAsync|]("/"); break; } catch (HttpRequestException) { } } }
        """, " : BackgroundService"));

    [Fact]
    public async Task A_policy_whose_use_is_not_seen_is_only_a_suggestion()
    {
        var found = Assert.Single(await Rule.RunAsync(Type("public readonly AsyncRetryPolicy Retry = Policy.Handle<HttpRequestException>().RetryForeverAsync();")));
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
    }

    [Theory]
    [InlineData("AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)))")]
    [InlineData("AddPolicyHandler(Policy.WrapAsync(HttpPolicyExtensions.HandleTransientHttpError().RetryForeverAsync(), HttpPolicyExtensions.HandleTransientHttpError().CircuitBreakerAsync(3, TimeSpan.FromSeconds(30))))")]
    [InlineData("AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(20).WrapAsync(HttpPolicyExtensions.HandleTransientHttpError().RetryForeverAsync()))")]
    [InlineData("AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().RetryForeverAsync()).AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().CircuitBreakerAsync(3, TimeSpan.FromSeconds(30)))")]
    [InlineData("AddResilienceHandler(\"own\", b => b.AddTimeout(TimeSpan.FromSeconds(20)).AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = int.MaxValue }))")]
    [InlineData("AddResilienceHandler(\"own\", b => b.AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = int.MaxValue }).AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions()))")]
    [InlineData("AddResilienceHandler(\"own\", b => b.AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = 5 }))")]
    [InlineData("AddStandardResilienceHandler(o => o.Retry.MaxRetryAttempts = int.MaxValue)")]
    public Task A_client_whose_retries_end_is_not(string link) => Rule.VerifyAsync(Chain(link));

    [Theory]
    [InlineData("public async Task<string> Get() { while (true) { try { return await http.GetStringAsync(\"/\"); } catch (HttpRequestException) { throw; } } }")]
    [InlineData("public async Task<string> Get() { var n = 0; while (true) { try { return await http.GetStringAsync(\"/\"); } catch (HttpRequestException) when (n < 3) { n++; } } }")]
    [InlineData("public async Task<string?> Get() { var n = 0; while (true) { try { return await http.GetStringAsync(\"/\"); } catch (Exception) { if (++n > 3) return null; } } }")]
    [InlineData("public async Task<string> Get(CancellationToken stop) { while (true) { try { return await http.GetStringAsync(\"/\", stop); } catch (HttpRequestException) { } } }")]
    [InlineData("public async Task<string> Get(CancellationToken stop) { while (true) { try { return await http.GetStringAsync(\"/\"); } catch (HttpRequestException) { await Task.Delay(1000, stop); } } }")]
    [InlineData("public async Task Poll() { while (true) { try { await http.GetStringAsync(\"/\"); } catch (Exception e) { Console.WriteLine(e); } await Task.Delay(1000); } }")]
    [InlineData("public async Task<string?> Get() { foreach (var host in new[] { \"a\", \"b\" }) { try { return await http.GetStringAsync(host); } catch (HttpRequestException) { } } return null; }")]
    public Task A_loop_that_ends_is_not(string members) => Rule.VerifyAsync(Type(members));

    [Theory]
    [InlineData("protected override async Task ExecuteAsync(CancellationToken stop) { while (true) { try { await Http.GetStringAsync(\"/\"); break; } catch (HttpRequestException) { await Task.Delay(5000); } } }")]
    [InlineData("protected override Task ExecuteAsync(CancellationToken stop) => Policy.Handle<Exception>().WaitAndRetryForeverAsync(n => TimeSpan.FromSeconds(5)).ExecuteAsync(t => Http.GetStringAsync(\"/\", t), stop);")]
    public Task Background_work_that_waits_is_not(string members) => Rule.VerifyAsync(Type(members, " : BackgroundService"));

    [Fact]
    public Task Waiting_for_a_dependency_at_start_is_not() => Rule.VerifyAsync(Program("""
        Policy.Handle<Exception>().WaitAndRetryForever(n => TimeSpan.FromSeconds(2)).Execute(() => Console.WriteLine("ready"));
        """));

    [Fact]
    public Task Development_only_code_is_not() => Rule.VerifyAsync(Program("""
        if (builder.Environment.IsDevelopment()) { builder.Services.AddHttpClient("stock").AddTransientHttpErrorPolicy(p => p.RetryForeverAsync()); }
        """));

    [Theory]
    [InlineData(
        "AddTransientHttpErrorPolicy(p => p.[|RetryForeverAsync|]())",
        "AddTransientHttpErrorPolicy(p => p.WaitAndRetryAsync(3, attempt => TimeSpan.FromSeconds(Math.Pow(2, attempt)) + TimeSpan.FromMilliseconds(Random.Shared.Next(1000))))")]
    [InlineData(
        "AddTransientHttpErrorPolicy(p => p.[|WaitAndRetryForeverAsync|](n => TimeSpan.FromSeconds(n)))",
        "AddTransientHttpErrorPolicy(p => p.WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)))")]
    [InlineData(
        "AddResilienceHandler(\"own\", b => b.AddRetry(new HttpRetryStrategyOptions { [|MaxRetryAttempts = int.MaxValue|] }))",
        "AddResilienceHandler(\"own\", b => b.AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = 3, BackoffType = DelayBackoffType.Exponential, UseJitter = true }))")]
    [InlineData(
        "AddResilienceHandler(\"own\", b => b.AddRetry(new HttpRetryStrategyOptions { [|MaxRetryAttempts = int.MaxValue|], BackoffType = DelayBackoffType.Linear }))",
        "AddResilienceHandler(\"own\", b => b.AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = 3, BackoffType = DelayBackoffType.Linear }))")]
    [InlineData(
        "AddTransientHttpErrorPolicy(p => p.[|RetryForeverAsync|](_ => Console.WriteLine()))",
        "AddTransientHttpErrorPolicy(p => p.[|RetryForeverAsync|](_ => Console.WriteLine()))")]
    public Task The_fix_sets_a_limit(string before, string after) =>
        new FixTest<DefaultRulesAnalyzer, Spof3010CodeFix>(Spof3010.Id).VerifyAsync(Chain(before), Chain(after));
}
