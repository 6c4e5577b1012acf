using Microsoft.CodeAnalysis;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof2004Tests
{
    private const string Retrying = "services.AddDbContext<OrdersDb>(o => o.UseSqlServer(text, s => s.EnableRetryOnFailure()));";

    private static RuleTest Rule() => new() { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2004" };

    private static string Program(string statements, string body, string more = "") => $$"""
        using Microsoft.EntityFrameworkCore;
        var builder = WebApplication.CreateBuilder(args);
        var services = builder.Services;
        var text = builder.Configuration.GetConnectionString("Orders");
        {{statements}}
        builder.Build().Run();
        class OrdersDb(DbContextOptions<OrdersDb> options) : DbContext(options);
        class Billing(OrdersDb db)
        {
            readonly OrdersDb _db = db;
            public async Task Pay() { {{body}} await _db.SaveChangesAsync(); }
        }
        {{more}}
        """;

    [Theory]
    [InlineData("using var t = _db.Database.[|BeginTransaction|]();")]
    [InlineData("await using var t = await _db.Database.[|BeginTransactionAsync|]();")]
    [InlineData("using var t = _db.Database.[|BeginTransaction|](System.Data.IsolationLevel.Serializable);")]
    [InlineData("await using var t = await _db.Database.[|BeginTransactionAsync|](System.Data.IsolationLevel.Serializable, CancellationToken.None);")]
    [InlineData("try { using var t = _db.Database.[|BeginTransaction|](); } catch (DbUpdateException) { throw; }")]
    [InlineData("foreach (var i in new[] { 1 }) { using var t = _db.Database.[|BeginTransaction|](); }")]
    [InlineData("void Begin() { using var t = _db.Database.[|BeginTransaction|](); } Begin();")]
    public Task A_transaction_of_a_retrying_context_is_reported(string body) => Rule().VerifyAsync(Program(Retrying, body));

    [Theory]
    [InlineData("services.AddDbContext<OrdersDb>(o => { o.UseNpgsql(text, n => { n.EnableRetryOnFailure(3); }); });")]
    [InlineData("services.AddDbContextPool<OrdersDb>(o => o.UseAzureSql(text));")]
    [InlineData("services.AddSqlServer<OrdersDb>(text, s => s.EnableRetryOnFailure());")]
    [InlineData("services.AddDbContextFactory<OrdersDb>(o => o.UseSqlServer(text, s => s.CommandTimeout(30).EnableRetryOnFailure()));")]
    public Task Whatever_enables_the_retries(string statements) =>
        Rule().VerifyAsync(Program(statements, "using var t = _db.Database.[|BeginTransaction|]();"));

    [Theory]
    [InlineData("await _db.Database.CreateExecutionStrategy().ExecuteAsync(async () => { using var t = _db.Database.BeginTransaction(); await t.CommitAsync(); });", "")]
    [InlineData("var strategy = _db.Database.CreateExecutionStrategy(); strategy.Execute(() => { using var t = _db.Database.BeginTransaction(); });", "")]
    [InlineData("using var t = _db.Database.BeginTransaction();", "class Unit(OrdersDb db) { public Task Run(Billing b) => db.Database.CreateExecutionStrategy().ExecuteAsync(b.Pay); }")]
    [InlineData("using var t = _db.Database.BeginTransaction();", "class Unit(OrdersDb db, Billing b) { public Task Run() => db.Database.CreateExecutionStrategy().ExecuteAsync(async () => { await Step(); }); Task Step() => b.Pay(); }")]
    [InlineData("using var t = _db.Database.BeginTransaction();", "class Unit(OrdersDb db) { public Task Run(Func<Task> next) => db.Database.CreateExecutionStrategy().ExecuteAsync(next); }")]
    [InlineData("using var t = _db.Database.BeginTransaction();", "class Unit(OrdersDb db) { public Task Run(Func<Task> next) => db.Database.CreateExecutionStrategy().ExecuteAsync(async () => { await next(); }); }")]
    [InlineData("await using var c = new Microsoft.Data.SqlClient.SqlConnection(\"Server=sql01\"); using var t = c.BeginTransaction();", "")]
    [InlineData("await Task.Yield();", "class Bus { public void BeginTransaction() { } public void Send() => BeginTransaction(); }")]
    [InlineData("await Task.Yield();", "class StockDb(DbContextOptions<StockDb> o) : DbContext(o) { public void Take() { using var t = Database.BeginTransaction(); } }")]
    [InlineData("await Task.Yield();", "class Any { public void Do(DbContext db) { using var t = db.Database.BeginTransaction(); } }")]
    [InlineData("await Task.Yield();", "class Dev(IHostEnvironment env, OrdersDb db) { public void Seed() { if (env.IsDevelopment()) { using var t = db.Database.BeginTransaction(); } } }")]
    public Task Others_are_not(string body, string more) => Rule().VerifyAsync(Program(Retrying, body, more));

    [Theory]
    [InlineData("class Unit(OrdersDb db) { public Task Ship() => db.Database.CreateExecutionStrategy().ExecuteAsync(async () => { using var t = db.Database.BeginTransaction(); await t.CommitAsync(); }); }")]
    [InlineData("class Unit(OrdersDb db) { public int Ship() => db.Database.CreateExecutionStrategy().Execute(() => db.SaveChanges()); }")]
    public Task A_strategy_somewhere_else_does_not_help(string more) =>
        Rule().VerifyAsync(Program(Retrying, "using var t = _db.Database.[|BeginTransaction|]();", more));

    [Theory]
    [InlineData("services.AddDbContext<OrdersDb>(o => o.UseSqlServer(text));")]
    [InlineData("services.AddDbContext<OrdersDb>(o => o.UseSqlServer(text, s => s.CommandTimeout(30)));")]
    [InlineData("services.AddDbContext<OrdersDb>(o => o.UseSqlite(text));")]
    [InlineData("if (builder.Environment.IsDevelopment()) { services.AddDbContext<OrdersDb>(o => o.UseSqlServer(text, s => s.EnableRetryOnFailure())); }")]
    public Task Without_retries_a_transaction_is_fine(string statements) =>
        Rule().VerifyAsync(Program(statements, "using var t = _db.Database.BeginTransaction();"));

    [Theory]
    [InlineData(Retrying, "", DiagnosticSeverity.Warning)]
    [InlineData("if (args.Length > 0) { " + Retrying + " }", "", DiagnosticSeverity.Info)]
    [InlineData(Retrying, "class StockDb(DbContextOptions<StockDb> o) : DbContext(o);", DiagnosticSeverity.Info)]
    public async Task It_warns_where_the_only_context_always_retries(string statements, string more, DiagnosticSeverity severity)
    {
        var found = Assert.Single(await Rule().RunAsync(Program(statements, "using var t = _db.Database.BeginTransaction();", more)));
        Assert.Equal(severity, found.Severity);
        Assert.Single(found.AdditionalLocations);
    }

    [Fact]
    public Task A_context_that_configures_itself_counts() => Rule().VerifyAsync(Program("", "await Task.Yield();", """
        class StockDb : DbContext
        {
            protected override void OnConfiguring(DbContextOptionsBuilder o) => o.UseSqlServer("Server=sql01", s => s.EnableRetryOnFailure());
            public void Take() { using var t = Database.[|BeginTransaction|](); SaveChanges(); }
        }
        """));
}
