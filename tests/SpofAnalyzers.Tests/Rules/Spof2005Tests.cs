using Microsoft.CodeAnalysis;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof2005Tests
{
    private static RuleTest Rule(params (string Path, string Text)[] files) =>
        new() { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2005", AdditionalFiles = files };

    private static string Program(string statements, string more = "") => $$"""
        using LiteDB;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        var builder = WebApplication.CreateBuilder(args);
        var services = builder.Services;
        {{statements}}
        builder.Build().Run();
        class OrdersDb(DbContextOptions<OrdersDb> options) : DbContext(options);
        class OrderCacheDb(DbContextOptions<OrderCacheDb> options) : DbContext(options);
        {{more}}
        """;

    [Theory]
    [InlineData("services.AddDbContext<OrdersDb>(o => o.[|UseSqlite|](\"Data Source=orders.db\"));")]
    [InlineData("services.AddDbContext<OrdersDb>(o => o.[|UseSqlite|](\"Filename=/data/orders.sqlite;Cache=Shared\"));")]
    [InlineData("services.[|AddSqlite<OrdersDb>|](\"DataSource=catalog.db\");")]
    [InlineData("services.AddScoped(_ => [|new SqliteConnection(\"Data Source=orders.db;Mode=ReadWriteCreate\")|]);")]
    [InlineData("services.AddSingleton(_ => [|new LiteDatabase(\"orders.db\")|]);")]
    [InlineData("services.AddSingleton(_ => [|new LiteDatabase(\"Filename=orders.db;Connection=shared\")|]);")]
    [InlineData("services.AddDbContext<OrdersDb>(o => o.[|UseSqlServer|](\"Server=(localdb)\\\\mssqllocaldb;Database=Orders\"));")]
    [InlineData("services.AddDbContext<OrdersDb>(o => o.[|UseSqlServer|](\"Server=.\\\\SQLEXPRESS;AttachDbFilename=|DataDirectory|Orders.mdf\"));")]
    [InlineData("services.AddScoped(_ => [|new Microsoft.Data.SqlClient.SqlConnection(\"Data Source=(LocalDB)\\\\v11.0;Initial Catalog=Orders\")|]);")]
    [InlineData("const string Text = \"Data Source=orders.db\"; services.AddDbContext<OrdersDb>(o => { o.[|UseSqlite|](Text); });")]
    public Task A_database_file_of_a_server_is_reported(string statements) => Rule().VerifyAsync(Program(statements));

    [Theory]
    [InlineData("services.AddDbContext<OrdersDb>(o => o.UseSqlite(\"Data Source=:memory:\"));")]
    [InlineData("services.AddDbContext<OrdersDb>(o => o.UseSqlite(\"Data Source=orders;Mode=Memory;Cache=Shared\"));")]
    [InlineData("services.AddSingleton(_ => new LiteDatabase(\":memory:\"));")]
    [InlineData("services.AddSingleton(_ => new LiteDatabase(\"Filename=:temp:\"));")]
    [InlineData("services.AddSingleton(_ => new LiteDatabase(new MemoryStream()));")]
    [InlineData("services.AddDbContext<OrdersDb>(o => o.UseSqlite(args[0]));")]
    [InlineData("services.AddDbContext<OrdersDb>(o => o.UseSqlite(builder.Configuration.GetConnectionString(\"Orders\")));")]
    [InlineData("services.AddDbContext<OrdersDb>(o => { if (args[0] == \"pg\") { o.UseNpgsql(args[1]); } else { o.UseSqlite(\"Data Source=orders.db\"); } });")]
    [InlineData("services.AddDbContext<OrderCacheDb>(o => o.UseSqlite(\"Data Source=orders.db\"));")]
    [InlineData("services.AddScoped(_ => new SqliteConnection(\"Data Source=outbound_queue.db\"));")]
    [InlineData("services.AddScoped(_ => new SqliteConnection(\"Data Source=/var/log/app-logs.db\"));")]
    [InlineData("if (builder.Environment.IsDevelopment()) { services.AddDbContext<OrdersDb>(o => o.UseSqlite(\"Data Source=orders.db\")); }")]
    [InlineData("services.AddDbContext<OrdersDb>(o => o.UseSqlServer(\"Server=sql01;Database=Orders\"));")]
    public Task Memory_caches_switches_and_the_unknown_are_not(string statements) => Rule().VerifyAsync(Program(statements));

    [Theory]
    [InlineData("Production", "Server=(localdb)\\\\mssqllocaldb;Database=Orders", DiagnosticSeverity.Warning)]
    [InlineData("Staging", "Server=db;AttachDbFilename=C:\\\\data\\\\Orders.mdf", DiagnosticSeverity.Warning)]
    [InlineData("Development", "Server=(localdb)\\\\mssqllocaldb;Database=Orders", null)]
    public async Task A_developers_database_in_a_production_file_is_a_warning(string environment, string text, DiagnosticSeverity? severity)
    {
        var found = await Rule(($"appsettings.{environment}.json", $$"""{ "ConnectionStrings": { "Orders": "{{text}}" } }"""))
            .RunAsync(Program("services.AddDbContext<OrdersDb>(o => o.UseSqlServer(builder.Configuration.GetConnectionString(\"Orders\")));"));
        Assert.Equal(severity, found.SingleOrDefault()?.Severity);
    }

    [Fact]
    public async Task The_message_names_the_file_without_its_folder_and_password()
    {
        var found = Assert.Single(await Rule().RunAsync(Program("services.AddDbContext<OrdersDb>(o => o.UseSqlite(\"Data Source=/home/anna/orders.db;Password=hunter2\"));")));
        var message = found.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.Contains("'orders.db'", message, StringComparison.Ordinal);
        Assert.DoesNotContain("anna", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class Factory : Microsoft.EntityFrameworkCore.Design.IDesignTimeDbContextFactory<OrdersDb> { public OrdersDb CreateDbContext(string[] a) => new(new DbContextOptionsBuilder<OrdersDb>().UseSqlite(\"Data Source=orders.db\").Options); }")]
    [InlineData("class Store(string kind) { public System.Data.Common.DbConnection Open() => kind == \"pg\" ? new Npgsql.NpgsqlConnection(\"Host=pg\") : new SqliteConnection(\"Data Source=orders.db\"); }")]
    public Task Tools_and_types_with_several_stores_are_not_judged(string more) => Rule().VerifyAsync(Program("", more));

    [Fact]
    public Task Tools_and_samples_are_not_judged() => Task.WhenAll(
        new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2005", Options = ["spof.application_kind = tool"] }
            .VerifyAsync(Program("services.AddDbContext<OrdersDb>(o => o.UseSqlite(\"Data Source=orders.db\"));")),
        new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2005", AssemblyName = "Shop.Sample" }
            .VerifyAsync(Program("services.AddDbContext<OrdersDb>(o => o.UseSqlite(\"Data Source=orders.db\"));")));
}
