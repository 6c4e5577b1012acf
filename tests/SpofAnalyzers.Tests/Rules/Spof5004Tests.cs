using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof5004Tests
{
    private static Task VerifyAsync(string source) => new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF5004" }.VerifyAsync(source);

    private static string Host(string statements) => $$"""
        var builder = Host.CreateApplicationBuilder(args);
        {{statements}}
        builder.Build().Run();
        """;

    private static string Worker(string body) => $$"""
        Host.CreateApplicationBuilder(args).Build().Run();
        class Worker(ILogger<Worker> logger, IHostApplicationLifetime lifetime) : BackgroundService
        {
            private bool _failed;
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                {{body}}
            }
            private Task Step(CancellationToken token) => Task.Delay(_failed ? 2 : 1, token);
            private void Tell() { logger.LogError("x"); lifetime.StopApplication(); _failed = true; }
        }
        """;

    [Theory]
    [InlineData("builder.Services.Configure<HostOptions>(o => o.BackgroundServiceExceptionBehavior = [|BackgroundServiceExceptionBehavior.Ignore|]);")]
    [InlineData("builder.Services.Configure<HostOptions>(o => { o.ServicesStartConcurrently = true; o.BackgroundServiceExceptionBehavior = [|BackgroundServiceExceptionBehavior.Ignore|]; });")]
    [InlineData("builder.Services.AddOptions<HostOptions>().Configure(o => o.BackgroundServiceExceptionBehavior = [|BackgroundServiceExceptionBehavior.Ignore|]);")]
    [InlineData("var options = new HostOptions { BackgroundServiceExceptionBehavior = [|BackgroundServiceExceptionBehavior.Ignore|] };")]
    [InlineData("builder.Services.PostConfigure<HostOptions>(o => o.BackgroundServiceExceptionBehavior = [|BackgroundServiceExceptionBehavior.Ignore|]);")]
    public Task A_host_that_ignores_failures_is_reported(string statements) => VerifyAsync(Host(statements));

    [Theory]
    [InlineData("try { while (!stoppingToken.IsCancellationRequested) { await Step(stoppingToken); } } [|catch|] (Exception) { }")]
    [InlineData("try { while (true) { await Step(stoppingToken); } } [|catch|] { }")]
    [InlineData("await Task.Yield(); try { for (;;) { await Step(stoppingToken); } } [|catch|] (Exception) { return; }")]
    [InlineData("try { while (true) { await Step(stoppingToken); } } catch (OperationCanceledException) { } [|catch|] (Exception) { }")]
    [InlineData("try { var n = 0; while (true) { n++; await Step(stoppingToken); } } [|catch|] (Exception) { } return;")]
    [InlineData("using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1)); try { while (await timer.WaitForNextTickAsync(stoppingToken)) { await Step(stoppingToken); } } [|catch|] (Exception) { }")]
    [InlineData("try { while (true) { try { await Step(stoppingToken); } catch (TimeoutException) { } } } [|catch|] (Exception) { }")]
    public Task A_worker_that_swallows_what_ends_its_loop_is_reported(string body) => VerifyAsync(Worker(body));

    [Theory]
    [InlineData("builder.Services.Configure<HostOptions>(o => o.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.StopHost);")]
    [InlineData("builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromMinutes(1));")]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.Services.Configure<HostOptions>(o => o.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore); }")]
    public Task A_host_that_stops_is_not(string statements) => VerifyAsync(Host(statements));

    [Theory]
    [InlineData("while (true) { try { await Step(stoppingToken); } catch (Exception) { } }")]
    [InlineData("try { while (true) { await Step(stoppingToken); } } catch (Exception) { Tell(); }")]
    [InlineData("try { while (true) { await Step(stoppingToken); } } catch (Exception e) { logger.LogError(e, \"gone\"); }")]
    [InlineData("try { while (true) { await Step(stoppingToken); } } catch (Exception) { throw; }")]
    [InlineData("try { while (true) { await Step(stoppingToken); } } catch (OperationCanceledException) { }")]
    [InlineData("try { while (true) { await Step(stoppingToken); } } catch (Exception) { _failed = true; }")]
    [InlineData("try { while (true) { await Step(stoppingToken); } } catch (Exception) { } lifetime.StopApplication();")]
    [InlineData("try { while (true) { await Step(stoppingToken); } } catch (Exception) { } finally { Tell(); }")]
    [InlineData("try { while (true) { try { await Step(stoppingToken); } catch (Exception e) { logger.LogError(e, \"x\"); } } } catch (Exception) { }")]
    [InlineData("try { await Step(stoppingToken); } catch (Exception) { }")]
    public Task A_worker_that_goes_on_or_tells_is_not(string body) => VerifyAsync(Worker(body));

    [Fact]
    public Task A_class_that_is_no_background_service_is_not() => VerifyAsync("""
        Host.CreateApplicationBuilder(args).Build().Run();
        class Loop
        {
            protected async Task ExecuteAsync(CancellationToken token)
            {
                try { while (true) { await Task.Delay(1, token); } } catch (Exception) { }
            }
        }
        """);

    [Fact]
    public Task Nor_is_the_setting_of_another_type() => VerifyAsync(Host(
        "var own = new Own { BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore };")
        + "class Own { public BackgroundServiceExceptionBehavior BackgroundServiceExceptionBehavior { get; set; } }");
}
