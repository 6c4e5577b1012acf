using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Tests.Http;

public sealed class CallOutcomeTests
{
    private static CallSite Call(string body, string more = "") => Assert.Single(Clients.One($$"""
        using Polly;
        using Polly.Retry;
        class Rates(ResiliencePipeline pipeline, IAsyncPolicy policy, ILogger log)
        {
            private static readonly HttpClient Http = new();
            private string? _last;
            {{body}}
        }
        {{more}}
        """).Calls);

    [Theory]
    [InlineData("async Task<string?> Get() { try { return await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { return _last; } }")]
    [InlineData("async Task<string?> Get() { try { return await Http.GetStringAsync(\"x\"); } catch (Exception e) when (e is HttpRequestException or TaskCanceledException) { return null; } }")]
    [InlineData("async Task<string?> Get(CancellationToken t) { try { return await Http.GetStringAsync(\"x\", t); } catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !t.IsCancellationRequested) { return null; } }")]
    [InlineData("async Task<string?> Get() { try { return await Http.GetStringAsync(\"x\"); } catch (Exception e) when (e is not OperationCanceledException) { return null; } }")]
    [InlineData("async Task Get() { try { _last = await Http.GetStringAsync(\"x\"); } catch { log.LogWarning(\"no rates\"); } }")]
    [InlineData("async Task Get() { try { _last = await Http.GetStringAsync(\"x\"); } catch (Exception) { _last = \"0\"; } }")]
    [InlineData("void Get() { try { _last = Http.GetStringAsync(\"x\").Result; } catch (Exception) { } }")]
    [InlineData("void Get() { _ = Http.GetStringAsync(\"x\"); }")]
    [InlineData("void Get() { _ = Task.Run(() => Http.GetStringAsync(\"x\")); }")]
    [InlineData("void Get() { Task.Run(async () => { await Task.Yield(); await Http.GetStringAsync(\"x\"); }); }")]
    [InlineData("void Get() { _ = Task.Factory.StartNew(() => Http.GetStringAsync(\"x\")); }")]
    [InlineData("async Task<string> Get() => await Http.GetStringAsync(\"x\").ContinueWith(t => t.IsFaulted ? \"default\" : t.Result);")]
    [InlineData("async Task<string> Get() => await Http.GetStringAsync(\"x\").ContinueWith(t => { if (!t.IsCompletedSuccessfully) { return \"default\"; } return t.Result; });")]
    [InlineData("async Task<string?> Get() { try { return await Inner(); } catch { return null; } } async Task<string> Inner() { return await Http.GetStringAsync(\"x\"); }")]
    public void A_handler_that_goes_on_substitutes(string body) => Assert.Equal(CallOutcome.Substitutes, Call(body).Outcome);

    [Theory]
    [InlineData("async Task<string> Get() { try { return await Http.GetStringAsync(\"x\"); } catch (Exception) { log.LogError(\"x\"); throw; } }")]
    [InlineData("async Task<string> Get() { try { return await Http.GetStringAsync(\"x\"); } catch (Exception e) { throw new InvalidOperationException(\"x\", e); } }")]
    [InlineData("async Task<IResult> Get() { try { return Results.Ok(await Http.GetStringAsync(\"x\")); } catch (Exception) { return Results.Problem(); } }")]
    public void A_handler_that_throws_or_answers_with_an_error_rethrows(string body) => Assert.Equal(CallOutcome.Rethrows, Call(body).Outcome);

    [Theory]
    [InlineData("async Task<string> Get() => await Http.GetStringAsync(\"x\");")]
    [InlineData("async Task Get() { await Task.Run(() => Http.GetStringAsync(\"x\")); }")]
    [InlineData("async Task Get() { var t = Task.Run(() => Http.GetStringAsync(\"x\")); await t; }")]
    [InlineData("async Task<string> Get() => await Http.GetStringAsync(\"x\").ContinueWith(t => t.Result.Trim());")]
    [InlineData("async Task<string> Get() => await Http.GetStringAsync(\"x\").ContinueWith(t => t.IsFaulted ? throw t.Exception! : t.Result);")]
    [InlineData("async Task<string> Get() => await Http.GetStringAsync(\"x\").ContinueWith(t => t.Result, TaskContinuationOptions.OnlyOnRanToCompletion);")]
    [InlineData("async Task<string?> Get() { try { return await Http.GetStringAsync(\"x\"); } catch (System.Text.Json.JsonException) { return null; } }")]
    [InlineData("async Task<string?> Get() { try { return await Http.GetStringAsync(\"x\"); } catch (HttpRequestException e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound) { return null; } }")]
    [InlineData("async Task<string?> Get() { try { return await Http.GetStringAsync(\"x\"); } catch (Exception e) when (e is OperationCanceledException) { return null; } }")]
    [InlineData("async Task<string?> Get() { try { return await Http.GetStringAsync(\"x\"); } catch (System.IO.IOException) { return null; } }")]
    [InlineData("async Task<string?> Get() { try { return await Http.GetStringAsync(\"x\"); } finally { log.LogInformation(\"x\"); } }")]
    [InlineData("Task<string>? Get() { try { return Http.GetStringAsync(\"x\"); } catch { return null; } }")]
    [InlineData("async Task<string?> Get() { try { return _last; } catch { return await Http.GetStringAsync(\"x\"); } }")]
    [InlineData("async Task<string?> A() { try { return await Inner(); } catch { return null; } } async Task<string?> B() => await Inner(); async Task<string> Inner() { return await Http.GetStringAsync(\"x\"); }")]
    public void Without_a_handler_for_the_outage_the_failure_propagates(string body) => Assert.Equal(CallOutcome.Propagates, Call(body).Outcome);

    [Theory]
    [InlineData("async Task Get() => await pipeline.ExecuteAsync(async t => await Http.GetStringAsync(\"x\", t), CancellationToken.None);")]
    [InlineData("async Task Get() => await policy.ExecuteAsync(() => Http.GetStringAsync(\"x\"));")]
    [InlineData("async Task Get() => await Retry(() => Http.GetStringAsync(\"x\")); static async Task<T> Retry<T>(Func<Task<T>> call) { for (var i = 0; ; i++) { try { return await call(); } catch when (i < 3) { } } }")]
    [InlineData("async Task<string> Get() { for (var i = 0; ; i++) { try { return await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) when (i < 3) { await Task.Delay(100); } } }")]
    [InlineData("async Task<string> Get() { for (var i = 0; i < 3; i++) { try { return await Http.GetStringAsync(\"x\"); } catch (HttpRequestException) { await Task.Delay(100); } } throw new TimeoutException(); }")]
    [InlineData("async Task Get() { for (var i = 0; i < 3; i++) { var r = await Http.GetAsync(\"x\"); if (r.IsSuccessStatusCode) return; await Task.Delay(100); } throw new TimeoutException(); }")]
    [InlineData("async Task Get() => await pipeline.ExecuteAsync(async t => await Inner(), CancellationToken.None); async Task<string> Inner() { return await Http.GetStringAsync(\"x\"); }")]
    [InlineData("interface IRunner { Task<T> Run<T>(Func<Task<T>> call); } IRunner? runner; async Task Get() => await runner!.Run(() => Http.GetStringAsync(\"x\"));")]
    public void Pipelines_policies_and_loops_pipe_the_call(string body)
    {
        var call = Call(body);
        Assert.True(call.IsPiped);
        Assert.NotEqual(CallOutcome.Substitutes, call.Outcome);
    }

    [Theory]
    [InlineData("async Task Get() => await ResiliencePipeline.Empty.ExecuteAsync(async t => await Http.GetStringAsync(\"x\", t), CancellationToken.None);")]
    [InlineData("async Task Get() => await Policy.NoOpAsync().ExecuteAsync(() => Http.GetStringAsync(\"x\"));")]
    [InlineData("async Task Get() => await Task.Run(() => Http.GetStringAsync(\"x\"));")]
    [InlineData("async Task Get() { foreach (var part in new[] { \"a\", \"b\" }) { await Http.GetStringAsync(part); } }")]
    [InlineData("async Task<string?> Get(Microsoft.Extensions.Caching.Memory.IMemoryCache cache) => await Microsoft.Extensions.Caching.Memory.CacheExtensions.GetOrCreateAsync(cache, 1, async e => await Http.GetStringAsync(\"x\"));")]
    [InlineData("async Task Get() => await Run(() => Http.GetStringAsync(\"x\")); static async Task<T> Run<T>(Func<Task<T>> call) => await call();")]
    public void What_does_nothing_does_not_pipe(string body) => Assert.False(Call(body).IsPiped);

    [Fact]
    public void A_handler_around_the_whole_program_does_not_catch_what_an_endpoint_throws_later() =>
        Assert.Equal(CallOutcome.Propagates, Assert.Single(Clients.One("""
            try
            {
                var builder = WebApplication.CreateBuilder(args);
                builder.Services.AddHttpClient("rates");
                var app = builder.Build();
                app.MapGet("/", async (IHttpClientFactory factory) => await factory.CreateClient("rates").GetStringAsync("x"));
                await app.RunAsync();
            }
            catch (Exception e)
            {
                Console.WriteLine(e);
            }
            """).Calls).Outcome);

    [Fact]
    public void A_handler_around_many_calls_at_once_catches_each() => Assert.Equal(CallOutcome.Substitutes, Call("""
        async Task<string[]> Get()
        {
            try { return await Task.WhenAll(new[] { "a", "b" }.Select(x => Http.GetStringAsync(x))); }
            catch (HttpRequestException) { return []; }
        }
        """).Outcome);

    [Fact]
    public void A_call_after_the_failure_of_another_is_an_alternative()
    {
        var calls = Clients.One("""
            class Rates
            {
                private static readonly HttpClient Http = new();
                public async Task<string> Get()
                {
                    try { return await Http.GetStringAsync("https://openexchangerates.org/latest.json"); }
                    catch (HttpRequestException) { return await Http.GetStringAsync("https://api.nbp.pl/rates"); }
                }
            }
            """).Calls;
        Assert.Equal([(CallOutcome.Substitutes, false), (CallOutcome.Propagates, true)], calls.Select(c => (c.Outcome, c.IsAlternative)));
    }

    [Fact]
    public void A_pipeline_with_a_fallback_substitutes() => Assert.Equal(CallOutcome.Substitutes, Call("""
        static readonly ResiliencePipeline<string> Safe = new ResiliencePipelineBuilder<string>()
            .AddFallback(new Polly.Fallback.FallbackStrategyOptions<string> { FallbackAction = _ => Outcome.FromResultAsValueTask("0") }).Build();
        async Task<string> Get() => await Safe.ExecuteAsync(async t => await Http.GetStringAsync("x", t), CancellationToken.None);
        """).Outcome);
}
