using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof5006Tests
{
    private static string Program(string statements, string endpoints = "app.MapGet(\"/orders\", () => 1);") => $$"""
        using Microsoft.EntityFrameworkCore;
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        using var scope = app.Services.CreateScope();
        var orders = scope.ServiceProvider.GetRequiredService<Orders>();
        {{statements}}
        {{endpoints}}
        app.Run();
        class Orders : DbContext { }
        """;

    private static Task VerifyAsync(params string[] sources) => new RuleTest { Analyzer = new OptInRulesAnalyzer(), Rule = "SPOF5006" }.VerifyAsync(sources);

    [Theory]
    [InlineData("orders.Database.[|Migrate|]();")]
    [InlineData("await orders.Database.[|MigrateAsync|]();")]
    [InlineData("orders.Database.[|EnsureCreated|]();")]
    [InlineData("await orders.Database.[|EnsureCreatedAsync|]();")]
    [InlineData("if (orders.Database.GetPendingMigrations().Any()) { orders.Database.[|Migrate|](); }")]
    [InlineData("if (orders.Database.IsRelational()) { await orders.Database.[|MigrateAsync|](); }")]
    [InlineData("if (!app.Environment.IsDevelopment()) { orders.Database.[|Migrate|](); }")]
    [InlineData("try { orders.Database.[|Migrate|](); } catch (Exception e) { app.Logger.LogError(e, \"migration\"); throw; }")]
    [InlineData("Prepare(orders); static void Prepare(Orders context) { context.Database.[|Migrate|](); }")]
    public Task A_service_that_migrates_at_its_start_is_reported(string statements) => VerifyAsync(Program(statements));

    [Fact]
    public Task However_it_is_reached() => VerifyAsync(
        Program("app.MigrateOrders();"),
        """
        using Microsoft.EntityFrameworkCore;
        static class Migrations
        {
            public static void MigrateOrders(this WebApplication app)
            {
                using var scope = app.Services.CreateScope();
                scope.ServiceProvider.GetRequiredService<Orders>().Database.[|Migrate|]();
            }
        }
        class Seed(IServiceProvider services) : IHostedService
        {
            public Task StartAsync(CancellationToken token) => services.GetRequiredService<Orders>().Database.[|MigrateAsync|](token);
            public Task StopAsync(CancellationToken token) => Task.CompletedTask;
        }
        """);

    [Theory]
    [InlineData("if (app.Environment.IsDevelopment()) { orders.Database.Migrate(); }")]
    [InlineData("if (args.Contains(\"--migrate\")) { orders.Database.Migrate(); return; }")]
    [InlineData("if (app.Configuration.GetValue<bool>(\"Migrate\")) { orders.Database.Migrate(); }")]
    [InlineData("switch (args.Length) { case 1: orders.Database.Migrate(); break; }")]
    [InlineData("app.MapPost(\"/admin/migrate\", (Orders o) => o.Database.Migrate());")]
    [InlineData("orders.Database.GetPendingMigrations();")]
    [InlineData("orders.Database.EnsureDeleted();")]
    [InlineData("orders.Database.CanConnect();")]
    public Task A_choice_a_request_and_a_question_are_not(string statements) => VerifyAsync(Program(statements));

    [Fact]
    public Task A_program_that_only_migrates_is_not() => VerifyAsync(Program("orders.Database.Migrate();", ""));

    [Fact]
    public Task Nor_is_a_method_of_another_type() => VerifyAsync(Program("new Tool().Migrate();") + "class Tool { public void Migrate() { } }");
}
