using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof4009Tests
{
    private const string Host = """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHostedService<Cleanup>();
        builder.Build().Run();
        public sealed class Order { public Guid Id { get; set; } }
        public class ShopContext : Microsoft.EntityFrameworkCore.DbContext { public Microsoft.EntityFrameworkCore.DbSet<Order> Orders => Set<Order>(); }
        public interface IOrderRepository { Task UpdateAsync(Order order); Task<Order[]> GetAllAsync(); }
        public interface IBus { Task PublishAsync(Order order); }
        public interface ILeases { Task<bool> AcquireAsync(string name); }
        public class Purge(ShopContext context) { public Task RunAsync() => context.SaveChangesAsync(); }
        public class SafePurge(ShopContext context, ILeases leases) { public async Task RunAsync() { if (await leases.AcquireAsync("purge")) { await context.SaveChangesAsync(); } } }
        """;

    private static RuleTest Test => new() { Analyzer = new OptInRulesAnalyzer(), Rule = "SPOF4009" };

    /// <summary>A service that asks for a lease names it in its constructor; the others do not even do that.</summary>
    private static string Service(string name, string loop, string more = "") => $$"""
        public sealed class {{name}}(ShopContext context, IOrderRepository orders, IBus bus, Purge purge, SafePurge safe{{(loop.Contains("leases.") ? ", ILeases leases" : "")}}) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5));
                await Task.Yield();
                Use(context, orders, bus, purge, safe);
                {{loop}}
            }
            {{more}}
            static void Use(params object[] all) { }
        }
        """;

    [Theory]
    [InlineData("while (await timer.WaitForNextTickAsync(stoppingToken)) { context.Orders.RemoveRange(context.Orders); await context.SaveChangesAsync(); }")]
    [InlineData("while (!stoppingToken.IsCancellationRequested) { await context.SaveChangesAsync(); await Task.Delay(1000, stoppingToken); }")]
    [InlineData("while (true) { await Task.Delay(TimeSpan.FromHours(1)); foreach (var order in await orders.GetAllAsync()) { await orders.UpdateAsync(order); } }")]
    [InlineData("for (;;) { await bus.PublishAsync(new Order()); await Task.Delay(1000, stoppingToken); }")]
    [InlineData("do { await context.SaveChangesAsync(); } while (await timer.WaitForNextTickAsync(stoppingToken));")]
    [InlineData("while (await timer.WaitForNextTickAsync(stoppingToken)) { try { await context.SaveChangesAsync(); } catch (InvalidOperationException) { } }")]
    [InlineData("while (await timer.WaitForNextTickAsync(stoppingToken)) { await purge.RunAsync(); }")]
    public Task A_round_that_writes_to_a_shared_store_is_reported(string loop) => Test.VerifyAsync(Host, Service("[|Cleanup|]", loop));

    [Fact]
    public Task The_writing_may_be_in_a_method_of_its_own() => Test.VerifyAsync(
        Host, Service("[|Cleanup|]", "while (await timer.WaitForNextTickAsync(stoppingToken)) { await RoundAsync(); }", "private Task RoundAsync() => context.SaveChangesAsync();"));

    [Fact]
    public Task A_hosted_service_without_the_base_class_counts() => Test.VerifyAsync(Host, """
        public sealed class [|Cleanup|](ShopContext context) : IHostedService
        {
            public Task StartAsync(CancellationToken cancellationToken) { _ = LoopAsync(); return Task.CompletedTask; }
            public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
            private async Task LoopAsync() { while (true) { await context.SaveChangesAsync(); await Task.Delay(1000); } }
        }
        """);

    [Fact]
    public async Task The_message_names_the_service_and_the_writing() => Assert.Equal(
        "'Cleanup' does its round in every replica and writes to a shared store ('SaveChangesAsync'), and no lock or lease decides who does it",
        Assert.Single(await Test.RunAsync(Host, Service("Cleanup", "while (await timer.WaitForNextTickAsync(stoppingToken)) { await context.SaveChangesAsync(); }"))).GetMessage());

    [Theory]
    [InlineData("await context.SaveChangesAsync();")]
    [InlineData("while (await timer.WaitForNextTickAsync(stoppingToken)) { Console.WriteLine(\"still here\"); }")]
    [InlineData("while (await timer.WaitForNextTickAsync(stoppingToken)) { var rabbit = await new RabbitMQ.Client.ConnectionFactory().CreateConnectionAsync(); await rabbit.CreateChannelAsync(); }")]
    [InlineData("while (await timer.WaitForNextTickAsync(stoppingToken)) { using var sql = new Npgsql.NpgsqlConnection(); using var count = sql.CreateCommand(); }")]
    [InlineData("while (await timer.WaitForNextTickAsync(stoppingToken)) { _ = await orders.GetAllAsync(); }")]
    [InlineData("while (await timer.WaitForNextTickAsync(stoppingToken)) { if (await leases.AcquireAsync(\"cleanup\")) { await context.SaveChangesAsync(); } }")]
    [InlineData("while (await timer.WaitForNextTickAsync(stoppingToken)) { await safe.RunAsync(); }")]
    [InlineData("var sql = \"SELECT id FROM orders FOR UPDATE SKIP LOCKED\"; while (await timer.WaitForNextTickAsync(stoppingToken)) { Use(sql); await context.SaveChangesAsync(); }")]
    [InlineData("while (await timer.WaitForNextTickAsync(stoppingToken)) { await File.WriteAllTextAsync(\"alive\", \"\"); }")]
    [InlineData("await Task.Delay(1000, stoppingToken); await context.SaveChangesAsync();")]
    [InlineData("foreach (var order in await orders.GetAllAsync()) { await orders.UpdateAsync(order); }")]
    public Task Other_services_are_not(string loop) => Test.VerifyAsync(Host, Service("Cleanup", loop));

    [Fact]
    public Task A_loop_outside_of_hosted_services_is_not() => Test.VerifyAsync(
        Host, Service("Cleanup", "await purge.RunAsync();"),
        "public class Retry(ShopContext context) { public async Task RunAsync() { while (true) { await context.SaveChangesAsync(); await Task.Delay(10); } } }");

    [Fact]
    public void The_rule_is_off_by_default() => Assert.DoesNotContain(new DefaultRulesAnalyzer().SupportedDiagnostics, d => d.Id == "SPOF4009");
}
