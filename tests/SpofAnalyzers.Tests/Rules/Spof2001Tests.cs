using Microsoft.CodeAnalysis;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof2001Tests
{
    private static RuleTest Rule(params (string Path, string Text)[] files) => new() { Analyzer = new Spof2001Analyzer(), AdditionalFiles = files };

    /// <summary>A top-level web program that registers a context with the given call; the call is marked when <c>[|…|]</c> is in it.</summary>
    private static string Program(string call) => $$"""
        using Microsoft.EntityFrameworkCore;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddDbContext<OrdersDb>(o => o.{{call}});
        builder.Build().Run();
        class OrdersDb(DbContextOptions<OrdersDb> options) : DbContext(options);
        """;

    private static string Sql(string connectionString, bool fires) =>
        Program(fires ? $"[|UseSqlServer|](\"{connectionString}\")" : $"UseSqlServer(\"{connectionString}\")");

    private static string Postgres(string connectionString, bool fires) =>
        Program(fires ? $"[|UseNpgsql|](\"{connectionString}\")" : $"UseNpgsql(\"{connectionString}\")");

    [Theory]
    [InlineData("Server=sql01.corp.contoso.com,1433;Database=Orders;Encrypt=true")]
    [InlineData("Server=10.1.2.3;Database=Orders")]
    [InlineData("Data Source=tcp:db.contoso.com;Initial Catalog=Orders")]
    [InlineData("Server=sql01.corp\\\\PROD;Database=Orders")]
    [InlineData("Server=sql01.corp;Database=Orders;MultiSubnetFailover=false")]
    [InlineData("Server=52.10.20.30;Database=Orders")]
    public Task One_Sql_Server_is_reported(string connectionString) => Rule().VerifyAsync(Sql(connectionString, fires: true));

    [Theory]
    [InlineData("Server=localhost;Database=Orders")]
    [InlineData("Server=(localdb)\\\\MSSQLLocalDB;Database=Orders")]
    [InlineData("Server=.;Database=Orders")]
    [InlineData("Server=sqlserver;Database=Orders")]
    [InlineData("Server=sql.default.svc.cluster.local;Database=Orders")]
    [InlineData("Server=sql.corp;Database=Orders")]
    [InlineData("Server=srv1.database.windows.net;Database=Orders")]
    [InlineData("Server=mydb.c1x.us-east-1.rds.amazonaws.com;Database=Orders")]
    [InlineData("Server=sql01.corp;Failover Partner=sql02.corp;Database=Orders")]
    [InlineData("Server=sql01.corp;Failover Partner=sql02.corp")]
    [InlineData("Server=ag.contoso.com;Database=Orders;MultiSubnetFailover=True")]
    [InlineData("Server=<your-server>;Database=Orders")]
    [InlineData("Server=db.example.com;Database=Orders")]
    public Task Other_Sql_Servers_are_not(string connectionString) => Rule().VerifyAsync(Sql(connectionString, fires: false));

    [Theory]
    [InlineData("Host=pg01.corp;Database=Orders", true)]
    [InlineData("Host=pg.contoso.com;Port=5432;Database=Orders;Target Session Attributes=any", true)]
    [InlineData("Host=pg01.corp,pg02.corp;Database=Orders", false)]
    [InlineData("Host=pg01.corp;Database=Orders;Target Session Attributes=primary", false)]
    [InlineData("Host=postgres;Database=Orders", false)]
    [InlineData("Host=x.postgres.database.azure.com;Database=Orders", false)]
    public Task A_comma_is_the_next_host_for_PostgreSql(string connectionString, bool fires) => Rule().VerifyAsync(Postgres(connectionString, fires));

    [Fact]
    public Task Drivers_without_EF_are_judged_too() => Rule().VerifyAsync("""
        class Repository
        {
            void A() { using var c = [|new Microsoft.Data.SqlClient.SqlConnection("Server=sql01.corp;Database=x")|]; }
            void B() { using var c = [|new MySqlConnector.MySqlConnection("Server=m1.corp;Database=x")|]; }
            void C() { using var c = new MySqlConnector.MySqlConnection("Server=m1.corp,m2.corp;Database=x"); }
            void D() { using var c = [|new Npgsql.NpgsqlConnection("Host=10.0.0.5;Database=x")|]; }
            static void Main() { }
        }
        """);

    [Fact]
    public async Task The_key_is_looked_up_in_the_environments_that_are_evidence()
    {
        var rule = Rule(
            ("appsettings.json", """{ "ConnectionStrings": { "Orders": "Host=localhost;Database=o" } }"""),
            ("appsettings.Development.json", """{ "ConnectionStrings": { "Orders": "Host=dev01.corp;Database=o" } }"""),
            ("appsettings.Production.json", "{\n  \"ConnectionStrings\": {\n    \"Orders\": \"Host=pg01.corp;Database=o;Username=svc;Password=hunter2\"\n  }\n}"));
        var source = Program("[|UseNpgsql|](builder.Configuration.GetConnectionString(\"Orders\"))");
        await rule.VerifyAsync(source);
        var diagnostic = Assert.Single(await rule.RunAsync(source));
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Contains("'pg01.corp' (Production)", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", diagnostic.GetMessage(), StringComparison.Ordinal);
        var json = diagnostic.AdditionalLocations[^1].GetLineSpan();
        Assert.Equal(("appsettings.Production.json", 2), (json.Path, json.StartLinePosition.Line));
        Assert.Equal("ConnectionStrings:Orders", diagnostic.Properties["configKey"]);
        Assert.Equal("pg01.corp", diagnostic.Properties["host"]);
    }

    [Theory]
    [InlineData("appsettings.Development.json", "Host=pg01.corp")]
    [InlineData("appsettings.json", "Host=localhost")]
    [InlineData("appsettings.json", "")]
    [InlineData("appsettings.Production.json", "Host=pg01.corp,pg02.corp")]
    [InlineData("appsettings.Production.json", "Host=postgres")]
    public Task Configuration_that_is_no_evidence_of_one_host_is_silent(string file, string value) =>
        Rule((file, $$"""{ "ConnectionStrings": { "Orders": "{{value}}" } }""")).VerifyAsync(
            Program("UseNpgsql(builder.Configuration.GetConnectionString(\"Orders\"))"));

    [Fact]
    public Task A_key_without_a_value_is_unknown() =>
        Rule().VerifyAsync(Program("UseNpgsql(builder.Configuration.GetConnectionString(\"Orders\") ?? \"Host=pg01.corp\")"));

    [Fact]
    public Task A_bound_options_class_leads_to_the_file() => Rule(("appsettings.json", """{ "Db": { "Main": "Server=sql01.corp;Database=o" } }""")).VerifyAsync("""
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Options;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.Configure<DbOptions>(builder.Configuration.GetSection("Db"));
        builder.Services.AddDbContext<OrdersDb>((sp, o) => o.[|UseSqlServer|](sp.GetRequiredService<IOptions<DbOptions>>().Value.Main));
        class DbOptions { public string Main { get; set; } = ""; }
        class OrdersDb(DbContextOptions<OrdersDb> options) : DbContext(options);
        """);

    [Fact]
    public Task An_extension_method_is_followed_to_its_only_call() => Rule(("appsettings.Staging.json", """{ "ConnectionStrings": { "Orders": "Server=10.0.0.4" } }""")).VerifyAsync("""
        using Microsoft.EntityFrameworkCore;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddData(builder.Configuration.GetConnectionString("Orders")!);
        class OrdersDb(DbContextOptions<OrdersDb> options) : DbContext(options);
        static class Extensions
        {
            public static void AddData(this IServiceCollection services, string connection) =>
                services.AddDbContext<OrdersDb>(o => o.[|UseSqlServer|](connection));
        }
        """);

    [Fact]
    public async Task A_read_only_replica_is_information()
    {
        var found = Assert.Single(await Rule().RunAsync(Sql("Server=sql01.corp;Database=o;ApplicationIntent=ReadOnly", fires: false)));
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
    }

    [Theory]
    [InlineData("UseSqlServer($\"Server=sql01.corp;Database={args[0]}\")")]
    [InlineData("UseSqlServer(args[0])")]
    [InlineData("UseAzureSql(\"Server=sql01.corp\")")]
    [InlineData("UseSqlServer()")]
    public Task Unknown_and_managed_connections_are_silent(string call) => Rule().VerifyAsync(Program(call));

    [Fact]
    public Task Development_branches_are_silent() => Rule().VerifyAsync("""
        using Microsoft.EntityFrameworkCore;
        var builder = WebApplication.CreateBuilder(args);
        if (builder.Environment.IsDevelopment()) builder.Services.AddDbContext<OrdersDb>(o => o.UseSqlServer("Server=sql01.corp"));
        else builder.Services.AddDbContext<OrdersDb>(o => o.[|UseSqlServer|]("Server=sql02.corp"));
        class OrdersDb(DbContextOptions<OrdersDb> options) : DbContext(options);
        """);

    [Theory]
    [InlineData("spof.managed_suffixes = ha.contoso.com")]
    [InlineData("spof.allowed_hosts = sql.ha.contoso.com")]
    [InlineData("spof.connection_names_ignored = Orders, Other")]
    [InlineData("spof.application_kind = tool")]
    public Task Options_silence_it(string option)
    {
        var rule = new RuleTest
        {
            Analyzer = new Spof2001Analyzer(), Options = [option],
            AdditionalFiles = [("appsettings.json", """{ "ConnectionStrings": { "Orders": "Server=sql.ha.contoso.com" } }""")],
        };
        return rule.VerifyAsync(Program("UseSqlServer(builder.Configuration.GetConnectionString(\"Orders\"))"));
    }

    [Fact]
    public Task Environments_that_are_no_evidence_are_an_option() => new RuleTest
    {
        Analyzer = new Spof2001Analyzer(), Options = ["spof.ignored_environments = Staging"],
        AdditionalFiles = [("appsettings.Staging.json", """{ "ConnectionStrings": { "Orders": "Server=10.0.0.4" } }""")],
    }.VerifyAsync(Program("UseSqlServer(builder.Configuration.GetConnectionString(\"Orders\"))"));

    [Fact]
    public Task Test_projects_are_silent() => new RuleTest { Analyzer = new Spof2001Analyzer(), AssemblyName = "Shop.Tests" }
        .VerifyAsync(Sql("Server=sql01.corp", fires: false));

    [Fact]
    public Task Library_projects_are_silent() => new RuleTest { Analyzer = new Spof2001Analyzer(), OutputKind = OutputKind.DynamicallyLinkedLibrary }
        .VerifyAsync("class A { void M() { using var c = new Npgsql.NpgsqlConnection(\"Host=10.0.0.5\"); } }");

    [Fact]
    public Task Without_a_driver_nothing_is_looked_at() => new RuleTest { Analyzer = new Spof2001Analyzer(), References = ReferenceBag.FrameworkOnly }.VerifyAsync("""
        class NpgsqlConnection { public NpgsqlConnection(string connectionString) { } }
        class A { static void Main() => new NpgsqlConnection("Host=10.0.0.5").ToString(); }
        """);
}
