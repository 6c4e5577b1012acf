using Microsoft.CodeAnalysis;
using SpofAnalyzers.CodeFixes;
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

    private static string Unit(string import, string method, string more = "") => $$"""
        {{import}}
        public static class Setup
        {
            public static void Add(IServiceCollection services) =>
                Microsoft.Extensions.DependencyInjection.EntityFrameworkServiceCollectionExtensions.AddDbContext<OrdersDb>(services, o =>
                    Microsoft.EntityFrameworkCore.SqlServerDbContextOptionsExtensions.UseSqlServer(o, "Server=sql01", s => s.EnableRetryOnFailure()));
        }
        public class OrdersDb : Microsoft.EntityFrameworkCore.DbContext { public OrdersDb(Microsoft.EntityFrameworkCore.DbContextOptions<OrdersDb> o) : base(o) { } }
        public class Billing
        {
            readonly OrdersDb _db;
            public Billing(OrdersDb db) => _db = db;
            {{method}}
            {{more}}
        }
        """;

    private const string Import = "using Microsoft.EntityFrameworkCore;";

    private static Task FixAsync(string before, string after, string import = Import, string importAfter = Import) =>
        new FixTest<DefaultRulesAnalyzer, Spof2004CodeFix>("SPOF2004").VerifyAsync(Unit(import, before), Unit(importAfter, after));

    [Fact]
    public Task The_fix_gives_the_transaction_to_the_strategy() => FixAsync(
        """
        public async Task Pay(int id, CancellationToken stop)
            {
                await Task.Yield();
                // All or nothing.
                await using var transaction = await _db.Database.[|BeginTransactionAsync|](stop);
                await _db.SaveChangesAsync(stop);
                await transaction.CommitAsync(stop);
            }
        """,
        """
        public async Task Pay(int id, CancellationToken stop)
            {
                await Task.Yield();
                // All or nothing.
                await _db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
                {
                    await using var transaction = await _db.Database.BeginTransactionAsync(stop);
                    await _db.SaveChangesAsync(stop);
                    await transaction.CommitAsync(stop);
                });
            }
        """);

    [Fact]
    public Task The_fix_hands_a_result_on() => FixAsync(
        """
        public async Task<int> Pay()
            {
                using var transaction = _db.Database.[|BeginTransaction|]();
                var saved = await _db.SaveChangesAsync();
                if (saved == 0)
                {
                    return 0;
                }

                transaction.Commit();
                return saved;
            }

            public int Take()
            {
                using var transaction = _db.Database.[|BeginTransaction|]();
                var saved = _db.SaveChanges();
                transaction.Commit();
                return saved;
            }
        """,
        """
        public async Task<int> Pay()
            {
                return await _db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
                {
                    using var transaction = _db.Database.BeginTransaction();
                    var saved = await _db.SaveChangesAsync();
                    if (saved == 0)
                    {
                        return 0;
                    }

                    transaction.Commit();
                    return saved;
                });
            }

            public int Take()
            {
                return _db.Database.CreateExecutionStrategy().Execute(() =>
                {
                    using var transaction = _db.Database.BeginTransaction();
                    var saved = _db.SaveChanges();
                    transaction.Commit();
                    return saved;
                });
            }
        """);

    [Fact]
    public Task The_fix_takes_a_using_block_alone_and_adds_the_import() => FixAsync(
        """
        public void Pay()
            {
                using (var transaction = _db.Database.[|BeginTransaction|]())
                {
                    _db.SaveChanges();
                    transaction.Commit();
                }

                System.Console.WriteLine("paid");
            }
        """,
        """
        public void Pay()
            {
                _db.Database.CreateExecutionStrategy().Execute(() =>
                {
                    using (var transaction = _db.Database.BeginTransaction())
                    {
                        _db.SaveChanges();
                        transaction.Commit();
                    }
                });

                System.Console.WriteLine("paid");
            }
        """,
        "using System.Xml;", "using Microsoft.EntityFrameworkCore;\nusing System.Xml;");

    [Fact]
    public Task The_fix_stays_inside_of_a_try_block() => FixAsync(
        """
        public void Pay()
            {
                try
                {
                    using var transaction = _db.Database.[|BeginTransaction|]();
                    _db.SaveChanges();
                }
                catch (DbUpdateException)
                {
                    throw;
                }
            }
        """,
        """
        public void Pay()
            {
                try
                {
                    _db.Database.CreateExecutionStrategy().Execute(() =>
                    {
                        using var transaction = _db.Database.BeginTransaction();
                        _db.SaveChanges();
                    });
                }
                catch (DbUpdateException)
                {
                    throw;
                }
            }
        """);

    [Theory]
    [InlineData("public void Pay(ref int left) { using var t = _db.Database.[|BeginTransaction|](); left = _db.SaveChanges(); }")]
    [InlineData("public void Pay(in int left) { using var t = _db.Database.[|BeginTransaction|](); if (left > 0) { _db.SaveChanges(); } }")]
    [InlineData("public void Pay(Span<byte> id) { using var t = _db.Database.[|BeginTransaction|](); id[0] = (byte)_db.SaveChanges(); }")]
    [InlineData("public int Pay() { var saved = 0; using var t = _db.Database.[|BeginTransaction|](); saved += _db.SaveChanges(); return saved; }")]
    [InlineData("public IEnumerable<int> Pay() { using var t = _db.Database.[|BeginTransaction|](); yield return _db.SaveChanges(); }")]
    [InlineData("public void Pay() { foreach (var i in new[] { 1 }) { using var t = _db.Database.[|BeginTransaction|](); if (_db.SaveChanges() == 0) { break; } } }")]
    [InlineData("public void Pay() { if (_db.ChangeTracker.HasChanges()) { using var t = _db.Database.[|BeginTransaction|](); if (_db.SaveChanges() == 0) { return; } } System.Console.WriteLine(); }")]
    [InlineData("public object Pay() { using var t = _db.Database.[|BeginTransaction|](); return _db.SaveChanges(); }")]
    [InlineData("public Task<int> Pay() { using var t = _db.Database.[|BeginTransaction|](); return _db.SaveChangesAsync(); }")]
    [InlineData("OrdersDb Db() => _db; public void Pay() { using var t = Db().Database.[|BeginTransaction|](); _db.SaveChanges(); }")]
    [InlineData("public Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction Begin() => _db.Database.[|BeginTransaction|]();")]
    public Task No_fix_where_the_block_cannot_run_twice_or_elsewhere(string code) => FixAsync(code, code);
}
