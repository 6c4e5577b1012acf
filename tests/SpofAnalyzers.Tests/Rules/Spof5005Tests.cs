using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof5005Tests
{
    private static Task VerifyAsync(string source) => new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF5005" }.VerifyAsync(source);

    private static string Program(string statements) => $$"""
        var builder = WebApplication.CreateBuilder(args);
        {{statements}}
        var app = builder.Build();
        app.MapHealthChecks("/health");
        app.Run();
        """;

    private static string Worker(string body, string members = "") => $$"""
        Host.CreateApplicationBuilder(args).Build().Run();
        interface IOrders { Task SaveAsync(int id, CancellationToken token = default); Task<int> ReadAsync(CancellationToken token = default); }
        class Worker(IOrders orders) : BackgroundService
        {
            {{members}}
            protected override async Task ExecuteAsync(CancellationToken {{body}}
        }
        """;

    [Theory]
    [InlineData("builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = [|TimeSpan.Zero|]);")]
    [InlineData("builder.Services.Configure<HostOptions>(o => { o.ShutdownTimeout = [|TimeSpan.FromMilliseconds(100)|]; });")]
    [InlineData("builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = [|TimeSpan.FromSeconds(0)|]);")]
    [InlineData("builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = [|TimeSpan.FromSeconds(0.5)|]);")]
    [InlineData("builder.WebHost.UseShutdownTimeout([|TimeSpan.FromMilliseconds(1)|]);")]
    public Task A_timeout_below_a_second_is_reported(string statements) => VerifyAsync(Program(statements));

    [Theory]
    [InlineData("app.MapGet(\"/stop\", () => { [|Environment.Exit(0)|]; });")]
    [InlineData("app.MapPost(\"/stop\", () => { System.Diagnostics.Process.[|GetCurrentProcess().Kill()|]; });")]
    public Task An_endpoint_that_ends_the_process_is_reported(string endpoint) => VerifyAsync(
        Program("").Replace("app.Run();", endpoint.Replace("Process.[|Get", "Process.Get", StringComparison.Ordinal).Replace("{ System", "{ [|System", StringComparison.Ordinal) + " app.Run();", StringComparison.Ordinal));

    [Fact]
    public Task So_are_a_controller_and_a_worker_that_do() => VerifyAsync("""
        Host.CreateApplicationBuilder(args).Build().Run();
        class Admin : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public void Stop() => [|Environment.Exit(1)|];
        }
        class Watch : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                try { await Task.Delay(1, stoppingToken); } catch (Exception) { [|Environment.Exit(1)|]; }
            }
        }
        """);

    [Theory]
    [InlineData("[|stoppingToken|]) { while (true) { await orders.SaveAsync(1); await Task.Delay(1000); } }")]
    [InlineData("[|token|]) { for (;;) { var id = await orders.ReadAsync(); await orders.SaveAsync(id).ConfigureAwait(false); } }")]
    [InlineData("[|stoppingToken|]) { using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5)); while (await timer.WaitForNextTickAsync()) { await orders.SaveAsync(1); } }")]
    [InlineData("[|_|]) { while (true) { try { await orders.SaveAsync(1); } catch (Exception) { await Task.Delay(1000); } } }")]
    public Task A_worker_that_writes_and_never_looks_at_its_token_is_reported(string body) => VerifyAsync(Worker(body));

    [Theory]
    [InlineData("builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(60));")]
    [InlineData("builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(1));")]
    [InlineData("builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = Timeout.InfiniteTimeSpan);")]
    [InlineData("builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(builder.Configuration.GetValue<int>(\"Stop\")));")]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.Zero); }")]
    [InlineData("builder.WebHost.UseShutdownTimeout(TimeSpan.FromSeconds(20));")]
    [InlineData("if (args.Length > 3) { Environment.Exit(1); }")]
    [InlineData("var own = new Own { ShutdownTimeout = TimeSpan.Zero };")]
    public Task Time_enough_and_a_fatal_start_are_not(string statements) => VerifyAsync(Program(statements) + "class Own { public TimeSpan ShutdownTimeout { get; set; } }");

    [Theory]
    [InlineData("stoppingToken) { while (!stoppingToken.IsCancellationRequested) { await orders.SaveAsync(1); } }")]
    [InlineData("stoppingToken) { while (true) { await orders.SaveAsync(1, stoppingToken); } }")]
    [InlineData("stoppingToken) { stoppingToken.Register(() => { }); while (true) { await orders.SaveAsync(1); } }")]
    [InlineData("stoppingToken) { while (true) { await orders.ReadAsync(); } }")]
    [InlineData("stoppingToken) { await orders.SaveAsync(1); }")]
    [InlineData("stoppingToken) { foreach (var id in new[] { 1, 2 }) { await orders.SaveAsync(id); } }")]
    public Task A_worker_that_stops_or_only_reads_is_not(string body) => VerifyAsync(Worker(body));

    [Theory]
    [InlineData("public override Task StopAsync(CancellationToken token) => base.StopAsync(token);")]
    [InlineData("private readonly CancellationTokenSource _stop = new();")]
    public Task Nor_is_one_with_its_own_way_to_stop(string members) =>
        VerifyAsync(Worker("stoppingToken) { while (true) { await orders.SaveAsync(1); } }", members));

    [Fact]
    public Task Killing_another_process_is_not() => VerifyAsync("""
        Host.CreateApplicationBuilder(args).Build().Run();
        class Converter : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                using var process = System.Diagnostics.Process.Start("convert");
                await Task.Delay(1000, stoppingToken);
                process.Kill();
            }
        }
        """);
}
