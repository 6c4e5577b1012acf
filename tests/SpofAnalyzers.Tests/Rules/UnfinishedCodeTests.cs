using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

/// <summary>While somebody types, most of what the rules see does not compile.</summary>
public sealed class UnfinishedCodeTests
{
    private const string Program = """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler(o => o.Retry.MaxRetryAttempts = 2));
        var stripe = builder.Services.AddHttpClient<IGateway, StripeGateway>("stripe", c => c.BaseAddress = new Uri("https://api.stripe.com/"));
        stripe.AddPolicyHandler(Polly.Policy.WrapAsync(Polly.Policy.TimeoutAsync<HttpResponseMessage>(3), Polly.Policy.NoOpAsync<HttpResponseMessage>()));
        stripe.AddResilienceHandler("own", b => b.AddTimeout(TimeSpan.FromSeconds(2))).Configure(o => { });
        builder.Services.AddRefitClient<IGateway>().ConfigureHttpClient(c => { c.Timeout = TimeSpan.FromSeconds(3); });
        interface IGateway { Task Charge(); }
        class StripeGateway(HttpClient http, IHttpClientFactory factory) : IGateway
        {
            private static readonly HttpClient Shared = new(new SocketsHttpHandler()) { BaseAddress = new Uri($"https://{Environment.MachineName}/") };
            public async Task Charge()
            {
                try { await http.PostAsync("v1/charges", null); await factory.CreateClient("a").GetAsync("https://api.github.com"); }
                catch (Exception e) when (e is HttpRequestException or TaskCanceledException && e.Data.Count > 0) { throw; }
                for (var i = 0; i < 3; i++) { try { _ = Shared.GetStringAsync("x"); } catch { continue; } }
                await Retry(async () => await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://api.github.com")));
            }
            private static async Task<T> Retry<T>(Func<Task<T>> call) => await call();
        }
        """;

    [Fact]
    public async Task Code_that_breaks_off_anywhere_does_not_make_a_rule_throw()
    {
        for (var length = 40; length < Program.Length; length += 41)
        {
            await Analyze(Program[..length]);
        }
    }

    [Fact]
    public async Task Code_with_a_hole_anywhere_does_not_make_a_rule_throw()
    {
        for (var start = 0; start + 9 < Program.Length; start += 59)
        {
            await Analyze(Program.Remove(start, 9));
        }
    }

    private static async Task Analyze(string source)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        var compilation = CSharpCompilation.Create(
            "Shop",
            [CSharpSyntaxTree.ParseText(source, parse), CSharpSyntaxTree.ParseText(RuleTest.Usings, parse)],
            ReferenceBag.All,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, concurrentBuild: false));
        var thrown = new List<Exception>();
        var run = compilation.WithAnalyzers(
            [new Spof1001Analyzer(), new Spof3001Analyzer()],
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (e, _, _) => thrown.Add(e), concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        await run.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.True(thrown.Count == 0, source + "\n" + string.Join("\n", thrown.Take(1)));
    }
}
