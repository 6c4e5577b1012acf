using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof2006Tests
{
    private static RuleTest Rule(string assembly = "Shop") => new() { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2006", AssemblyName = assembly };

    private static string Program(string statements, string more = "") => $$"""
        using Microsoft.EntityFrameworkCore;
        var builder = WebApplication.CreateBuilder(args);
        var services = builder.Services;
        {{statements}}
        builder.Build().Run();
        class OrdersDb(DbContextOptions<OrdersDb> options) : DbContext(options);
        {{more}}
        """;

    [Theory]
    [InlineData("services.AddDbContext<OrdersDb>(o => o.[|UseInMemoryDatabase|](\"orders\"));")]
    [InlineData("services.AddDbContextPool<OrdersDb>(o => { o.EnableDetailedErrors(); o.[|UseInMemoryDatabase|](\"orders\"); });")]
    [InlineData("services.AddDbContextFactory<OrdersDb>((p, o) => o.[|UseInMemoryDatabase|](Guid.NewGuid().ToString()));")]
    [InlineData("if (args.Length > 3) throw new ArgumentException(\"usage\"); services.AddDbContext<OrdersDb>(o => o.[|UseInMemoryDatabase|](\"orders\"));")]
    [InlineData("if (args.Length > 3) { services.AddCors(); } services.AddDbContext<OrdersDb>(o => o.[|UseInMemoryDatabase|](\"orders\"));")]
    [InlineData("services.AddDbContext<OrdersDb>(o => o.[|UseSqlite|](\"Data Source=:memory:\"));")]
    [InlineData("services.AddDbContext<OrdersDb>(o => o.[|UseSqlite|](\"Data Source=orders;Mode=Memory;Cache=Shared\"));")]
    [InlineData("services.AddDbContext<OrdersDb>(o => o.[|UseSqlite|](\"DataSource=file::memory:?cache=shared&mode=memory\"));")]
    [InlineData("var connection = new Microsoft.Data.Sqlite.SqliteConnection(\"Filename=:memory:\"); connection.Open(); services.AddDbContext<OrdersDb>(o => o.[|UseSqlite|](connection));")]
    public Task A_database_that_always_lives_in_memory_is_reported(string statements) => Rule().VerifyAsync(Program(statements));

    [Theory]
    [InlineData("if (builder.Environment.IsDevelopment()) { services.AddDbContext<OrdersDb>(o => o.UseInMemoryDatabase(\"orders\")); }")]
    [InlineData("if (builder.Configuration.GetValue<bool>(\"UseInMemory\")) { services.AddDbContext<OrdersDb>(o => o.UseInMemoryDatabase(\"orders\")); }")]
    [InlineData("services.AddDbContext<OrdersDb>(o => { if (args.Length == 0) { o.UseInMemoryDatabase(\"orders\"); } else { o.UseSqlServer(args[0]); } });")]
    [InlineData("services.AddDbContext<OrdersDb>(o => _ = args.Length == 0 ? o.UseInMemoryDatabase(\"orders\") : o.UseSqlServer(args[0]));")]
    [InlineData("services.AddDbContext<OrdersDb>(o => { switch (args[0]) { case \"memory\": o.UseInMemoryDatabase(\"orders\"); break; default: o.UseSqlServer(args[0]); break; } });")]
    [InlineData("services.AddDbContext<OrdersDb>(o => _ = args[0] switch { \"memory\" => o.UseInMemoryDatabase(\"orders\"), _ => o.UseSqlServer(args[0]) });")]
    [InlineData("services.AddDbContext<OrdersDb>(o => { if (args.Length > 0) { o.UseSqlServer(args[0]); return; } o.UseInMemoryDatabase(\"orders\"); });")]
    [InlineData("\n#if DEBUG\nservices.AddDbContext<OrdersDb>(o => o.UseInMemoryDatabase(\"orders\"));\n#endif\n")]
    [InlineData("services.AddDbContext<OrdersDb>(o => o.UseSqlite(\"Data Source=orders.db\"));")]
    [InlineData("services.AddDbContext<OrdersDb>(o => o.UseSqlite(args[0]));")]
    [InlineData("services.AddDbContext<OrdersDb>(o => o.UseSqlite(\"Data Source=:memory:\")); services.AddSingleton(_ => new Microsoft.Data.SqlClient.SqlConnection(args[0]));")]
    [InlineData("services.AddDbContext<OrdersDb>(o => o.UseSqlServer(\"Server=sql01\"));")]
    public Task What_a_flag_or_an_environment_chooses_is_not(string statements) => Rule().VerifyAsync(Program(statements));

    [Theory]
    [InlineData("services.AddStore();", true)]
    [InlineData("if (args.Length == 0) { services.AddStore(); }", false)]
    [InlineData("services.AddStore(); services.AddStore();", false)]
    [InlineData("services.AddCors();", false)]
    public Task The_only_caller_is_looked_at_too(string statements, bool fires) => Rule().VerifyAsync(Program(statements, $$"""
        static class Registrations
        {
            public static void AddStore(this IServiceCollection services) =>
                services.AddDbContext<OrdersDb>(o => o.{{(fires ? "[|UseInMemoryDatabase|]" : "UseInMemoryDatabase")}}("orders"));
        }
        """));

    [Theory]
    [InlineData("public class Startup { public void ConfigureServices(IServiceCollection services) => services.AddDbContext<OrdersDb>(o => o.[|UseInMemoryDatabase|](\"orders\")); }")]
    [InlineData("public class Startup { public void ConfigureDevelopmentServices(IServiceCollection services) => services.AddDbContext<OrdersDb>(o => o.UseInMemoryDatabase(\"orders\")); }")]
    [InlineData("class Own : DbContext { protected override void OnConfiguring(DbContextOptionsBuilder o) => o.[|UseInMemoryDatabase|](\"orders\"); }")]
    [InlineData("class Own : DbContext { protected override void OnConfiguring(DbContextOptionsBuilder o) { if (!o.IsConfigured) { o.UseInMemoryDatabase(\"orders\"); } } }")]
    public Task Code_that_the_host_calls_always_runs(string more) => Rule().VerifyAsync(Program("", more));

    [Theory]
    [InlineData("Shop.Sample")]
    [InlineData("BlazorDemo")]
    [InlineData("Shop.Tests")]
    public Task Samples_demos_and_tests_are_not_judged(string assembly) =>
        Rule(assembly).VerifyAsync(Program("services.AddDbContext<OrdersDb>(o => o.UseInMemoryDatabase(\"orders\"));"));
}
