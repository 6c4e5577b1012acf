using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof2003Tests
{
    /// <summary>Pomelo takes an older EF Core than the other packages.</summary>
    private static readonly (string, string)[] Pomelo =
    [
        ("Pomelo.EntityFrameworkCore.MySql", """
            using System;
            namespace Microsoft.EntityFrameworkCore
            {
                public abstract class ServerVersion { public static ServerVersion Parse(string text) => null!; }
                public class MySqlDbContextOptionsBuilder { public MySqlDbContextOptionsBuilder EnableRetryOnFailure() => this; }
                public static class MySqlDbContextOptionsBuilderExtensions
                {
                    public static DbContextOptionsBuilder UseMySql(this DbContextOptionsBuilder optionsBuilder, string connectionString, ServerVersion serverVersion,
                        Action<MySqlDbContextOptionsBuilder>? mySqlOptionsAction = null) => optionsBuilder;
                }
            }
            """),
    ];

    private static readonly (string, string)[] Aspire =
    [
        ("Aspire.Microsoft.EntityFrameworkCore.SqlServer", """
            namespace Microsoft.Extensions.Hosting
            {
                public static class AspireSqlServerEFCoreSqlClientExtensions
                {
                    public static void EnrichSqlServerDbContext<T>(this IHostApplicationBuilder builder) { }
                    public static void AddSqlServerDbContext<T>(this IHostApplicationBuilder builder, string connectionName) { }
                }
            }
            """),
    ];

    private static readonly (string, string)[] Shared =
    [
        ("Contoso.Data", """
            using Microsoft.EntityFrameworkCore.Infrastructure;
            namespace Contoso.Data
            {
                public interface IDefaults { void Apply(SqlServerDbContextOptionsBuilder sql); }
                public static class Defaults { public static IDefaults Given { get; } = null!; }
            }
            """),
    ];

    private static RuleTest Rule((string, string)[]? libraries = null) =>
        new() { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2003", Libraries = libraries ?? [] };

    private static string Program(string call, string more = "") => $$"""
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Infrastructure;
        var builder = WebApplication.CreateBuilder(args);
        var text = builder.Configuration.GetConnectionString("Orders");
        builder.Services.{{call}};
        builder.Build().Run();
        class OrdersDb : DbContext { public OrdersDb(DbContextOptions<OrdersDb> options) : base(options) { } }
        {{more}}
        """;

    private static string Context(string call, string more = "") => Program($"AddDbContext<OrdersDb>(o => o.{call})", more);

    [Theory]
    [InlineData("[|UseSqlServer|](text)")]
    [InlineData("[|UseSqlServer|](\"Server=sql01;Database=Orders\")")]
    [InlineData("[|UseSqlServer|](text, sql => { })")]
    [InlineData("[|UseSqlServer|](text, sql => sql.MigrationsAssembly(\"Shop.Migrations\"))")]
    [InlineData("[|UseSqlServer|](text, sql => { sql.CommandTimeout(30); sql.MaxBatchSize(10); })")]
    [InlineData("[|UseSqlServer|](text, sqlServerOptionsAction: null)")]
    [InlineData("[|UseNpgsql|](text)")]
    [InlineData("[|UseNpgsql|](\"Host=a,b;Target Session Attributes=primary\")")]
    [InlineData("[|UseNpgsql|](text, npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))")]
    [InlineData("[|UseNpgsql|](Npgsql.NpgsqlDataSource.Create(\"Host=pg01\"))")]
    [InlineData("[|UseSqlServer|](text, Options.Plain)")]
    [InlineData("[|UseSqlServer|](text, sql => Options.Plain(sql))")]
    public Task A_context_without_retries_is_reported(string call) => Rule().VerifyAsync(Context(call, """
        static class Options { public static void Plain(SqlServerDbContextOptionsBuilder sql) => sql.CommandTimeout(30); }
        """));

    [Theory]
    [InlineData("UseSqlServer(text, sql => sql.EnableRetryOnFailure())")]
    [InlineData("UseSqlServer(text, sql => { sql.CommandTimeout(30); sql.EnableRetryOnFailure(5); })")]
    [InlineData("UseSqlServer(text, sql => sql.ExecutionStrategy(d => new SqlServerRetryingExecutionStrategy(d)))")]
    [InlineData("UseSqlServer(text, Options.Retrying)")]
    [InlineData("UseSqlServer(text, sql => sql.WithDefaults())")]
    [InlineData("UseSqlServer(text, Options.Given)")]
    [InlineData("UseAzureSql(text)")]
    [InlineData("UseNpgsql(text, npgsql => npgsql.EnableRetryOnFailure(3))")]
    [InlineData("UseSqlServer(new Microsoft.Data.SqlClient.SqlConnection(text))")]
    [InlineData("UseSqlServer()")]
    public Task Contexts_that_retry_or_that_others_complete_are_not(string call) => Rule().VerifyAsync(Context(call, """
        static class Options
        {
            public static Action<SqlServerDbContextOptionsBuilder>? Given { get; set; }
            public static void Retrying(SqlServerDbContextOptionsBuilder sql) => sql.EnableRetryOnFailure();
            public static SqlServerDbContextOptionsBuilder WithDefaults(this SqlServerDbContextOptionsBuilder sql) => sql.EnableRetryOnFailure();
        }
        """));

    [Theory]
    [InlineData("AddSqlServer<OrdersDb>(text)", "AddSqlServer<OrdersDb>")]
    [InlineData("AddNpgsql<OrdersDb>(text)", "AddNpgsql<OrdersDb>")]
    [InlineData("AddSqlServer<OrdersDb>(text, sql => sql.EnableRetryOnFailure())", null)]
    public Task Shortcuts_on_the_services_count(string call, string? reported) =>
        Rule().VerifyAsync(Program(reported is null ? call : call.Replace(reported, $"[|{reported}|]", StringComparison.Ordinal)));

    [Theory]
    [InlineData("[|UseMySql|](text!, ServerVersion.Parse(\"8.0\"))")]
    [InlineData("UseMySql(text!, ServerVersion.Parse(\"8.0\"), mySql => mySql.EnableRetryOnFailure())")]
    public Task Pomelo_counts(string call) => Rule(Pomelo).VerifyAsync(Context(call));

    [Theory]
    [InlineData("UseSqlServer(text, sql => Contoso.Data.Defaults.Given.Apply(sql))")]
    [InlineData("UseSqlServer(text, Contoso.Data.Defaults.Given.Apply)")]
    public Task Options_that_pass_through_unseen_code_are_not_judged(string call) => Rule(Shared).VerifyAsync(Context(call));

    [Fact]
    public Task A_context_that_Aspire_enriches_retries() => Rule(Aspire).VerifyAsync("""
        using Microsoft.EntityFrameworkCore;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddDbContext<OrdersDb>(o => o.UseSqlServer(builder.Configuration.GetConnectionString("Orders")));
        builder.EnrichSqlServerDbContext<OrdersDb>();
        builder.AddSqlServerDbContext<StockDb>("stock");
        builder.Build().Run();
        class OrdersDb(DbContextOptions<OrdersDb> options) : DbContext(options);
        class StockDb(DbContextOptions<StockDb> options) : DbContext(options);
        """);

    [Theory]
    [InlineData("class Factory : Microsoft.EntityFrameworkCore.Design.IDesignTimeDbContextFactory<OrdersDb> { public OrdersDb CreateDbContext(string[] a) => new(new DbContextOptionsBuilder<OrdersDb>().UseSqlServer(\"Server=sql01\").Options); }")]
    [InlineData("class Own : DbContext { protected override void OnConfiguring(DbContextOptionsBuilder o) { \n#if DEBUG\n o.UseSqlServer(\"Server=sql01\");\n#endif\n } }")]
    [InlineData("class Own : DbContext { protected override void OnConfiguring(DbContextOptionsBuilder o) => o.UseSqlServer(Text(), s => s.EnableRetryOnFailure()); static string Text() => \"\"; }")]
    public Task Code_of_tools_and_of_development_is_not_judged(string more) => Rule().VerifyAsync(Context("UseAzureSql(text)", more));

    [Fact]
    public Task A_context_that_configures_itself_is_reported() => Rule().VerifyAsync(Context("UseAzureSql(text)",
        "class Own : DbContext { protected override void OnConfiguring(DbContextOptionsBuilder o) => o.[|UseSqlServer|](\"Server=sql01\"); }"));

    [Fact]
    public Task Migrators_and_engines_with_retries_by_default_are_not_judged() => Task.WhenAll(
        new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2003", AssemblyName = "Shop.Migrator" }.VerifyAsync(Context("UseSqlServer(text)")),
        Rule().VerifyAsync(Context("ConfigureSqlEngine(e => e.EnableRetryOnFailureByDefault()).UseSqlServer(text)")));

    [Theory]
    [InlineData("[|UseSqlServer|](text)", "UseSqlServer(text, sqlServerOptionsAction: sqlServer => sqlServer.EnableRetryOnFailure())")]
    [InlineData("[|UseNpgsql|](text)", "UseNpgsql(text, npgsqlOptionsAction: npgsql => npgsql.EnableRetryOnFailure())")]
    [InlineData("[|UseSqlServer|](text, s => s.CommandTimeout(30))", "UseSqlServer(text, s => s.CommandTimeout(30).EnableRetryOnFailure())")]
    [InlineData("[|UseSqlServer|](text, s => { s.CommandTimeout(30); })", "UseSqlServer(text, s => { s.CommandTimeout(30); s.EnableRetryOnFailure(); })")]
    [InlineData("[|UseSqlServer|](text, Options.Plain)", "[|UseSqlServer|](text, Options.Plain)")]
    [InlineData("[|UseSqlServer|](text, s => Options.Plain(s))", "[|UseSqlServer|](text, s => Options.Plain(s))")]
    public Task The_fix_enables_retries(string before, string after)
    {
        const string More = "static class Options { public static void Plain(SqlServerDbContextOptionsBuilder sql) => sql.CommandTimeout(30); }";
        return new FixTest<DefaultRulesAnalyzer, Spof2003CodeFix>("SPOF2003").VerifyAsync(Context(before, More), Context(after, More));
    }

    [Fact]
    public Task The_fix_for_MySql() => new FixTest<DefaultRulesAnalyzer, Spof2003CodeFix>("SPOF2003") { Libraries = Pomelo }.VerifyAsync(
        Context("[|UseMySql|](text!, ServerVersion.Parse(\"8.0\"))"),
        Context("UseMySql(text!, ServerVersion.Parse(\"8.0\"), mySqlOptionsAction: mySql => mySql.EnableRetryOnFailure())"));

    /// <summary>The strategy refuses the transactions: one place at a time, with a warning, and never everywhere at once.</summary>
    [Fact]
    public Task Where_the_code_begins_transactions_the_fix_is_guarded()
    {
        const string Transaction = "class Billing { public void Pay(OrdersDb db) { using var t = db.Database.BeginTransaction(); db.SaveChanges(); t.Commit(); } }";
        var guarded = new FixTest<DefaultRulesAnalyzer, Spof2003CodeFix>("SPOF2003")
        {
            CodeActionEquivalenceKey = "Retry transient faults with EnableRetryOnFailure (own transactions must move into an execution strategy)",
            CodeFixTestBehaviors = Microsoft.CodeAnalysis.Testing.CodeFixTestBehaviors.SkipFixAllCheck,
        };
        return guarded.VerifyAsync(
            Context("[|UseSqlServer|](text)", Transaction),
            Context("UseSqlServer(text, sqlServerOptionsAction: sqlServer => sqlServer.EnableRetryOnFailure())", Transaction));
    }

    [Fact]
    public async Task Fixing_all_places_leaves_code_with_transactions_alone()
    {
        var provider = new Spof2003CodeFix().GetFixAllProvider()!;
        var context = new FixAllContext(
            new AdhocWorkspace().AddProject("Shop", "C#").AddDocument("A.cs", "class A { }"), new Spof2003CodeFix(),
            FixAllScope.Document, "Retry transient faults with EnableRetryOnFailure (own transactions must move into an execution strategy)",
            ["SPOF2003"], new NoDiagnostics(), TestContext.Current.CancellationToken);
        Assert.Null(await provider.GetFixAsync(context));
    }

    private sealed class NoDiagnostics : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Nothing();

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Nothing();

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Nothing();

        private static Task<IEnumerable<Diagnostic>> Nothing() => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
