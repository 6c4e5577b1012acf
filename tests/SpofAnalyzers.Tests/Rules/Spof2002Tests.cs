using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof2002Tests
{
    /// <summary>MySql.Data and its provider for EF Core, whose licence keeps them out of the reference bag.</summary>
    private static readonly (string, string)[] MySqlData =
    [
        ("MySql.Data", "namespace MySql.Data.MySqlClient { public sealed class MySqlConnection { public MySqlConnection(string connectionString) { } } }"),
    ];

    private static readonly (string, string)[] Cosmos =
    [
        ("Microsoft.Azure.Cosmos.Client", """
            namespace Microsoft.Azure.Cosmos;
            public class CosmosClientOptions
            {
                public string? ApplicationRegion { get; set; }
                public System.Collections.Generic.IReadOnlyList<string>? ApplicationPreferredRegions { get; set; }
                public bool LimitToEndpoint { get; set; }
            }
            """),
    ];

    private static RuleTest Rule(params (string Path, string Text)[] files) =>
        new() { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2002", AdditionalFiles = files };

    private static string Connection(string creation) => $$"""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddScoped(_ => {{creation}});
        builder.Build().Run();
        """;

    private static string Sql(string text) => $"new Microsoft.Data.SqlClient.SqlConnection(\"{text}\")";

    private static string OldSql(string text) => $"new System.Data.SqlClient.SqlConnection(\"{text}\")";

    private static string Postgres(string text) => $"new Npgsql.NpgsqlConnection(\"{text}\")";

    [Theory]
    [InlineData("Server=sql01;Failover Partner=sql02")]
    [InlineData("Server=sql01;Failover Partner=sql02;Database=")]
    [InlineData("Server=sql01;FailoverPartner=sql02;Initial Catalog=Orders;MultiSubnetFailover=True")]
    [InlineData("Server=sql01;Failover Partner=sql02;Database=Orders;Multi Subnet Failover=yes")]
    [InlineData("Server=sql01;Failover Partner=sql02;Database=Orders;ApplicationIntent=ReadOnly")]
    [InlineData("Data Source=np:sql01;Database=Orders;MultiSubnetFailover=true")]
    public Task Settings_that_SqlClient_rejects_are_reported(string text) => Rule().VerifyAsync(Connection($"[|{Sql(text)}|]"));

    [Theory]
    [InlineData("Server=sql01;Failover Partner=sql02;Database=Orders")]
    [InlineData("Server=sql01;Failover Partner=sql02;Initial Catalog=Orders;MultiSubnetFailover=False")]
    [InlineData("Server=sql01;Failover Partner=;MultiSubnetFailover=True")]
    [InlineData("Server=ag.corp;Database=Orders;MultiSubnetFailover=True;ApplicationIntent=ReadOnly")]
    [InlineData("Server=ag.corp\\\\prod;Database=Orders;MultiSubnetFailover=True")]
    [InlineData("Server=tcp:ag.corp,1433;Database=Orders;Multi Subnet Failover=True")]
    [InlineData("Server=sql01;Database=Orders;Connect Retry Count=3")]
    public Task Others_are_not(string text) => Rule().VerifyAsync(Connection(Sql(text)));

    [Theory]
    [InlineData("Server=ag.corp;Database=Orders;Multi Subnet Failover=True", true)]
    [InlineData("Server=ag.corp;Database=Orders;Application Intent=ReadOnly", true)]
    [InlineData("Server=sql01;Database=Orders;FailoverPartner=sql02", true)]
    [InlineData("Server=sql01;Database=Orders;Connect Retry Count=3", true)]
    [InlineData("Server=sql01;Failover Partner=sql02", true)]
    [InlineData("Server=ag.corp;Database=Orders;MultiSubnetFailover=True;ConnectRetryCount=3", false)]
    [InlineData("Server=sql01;Database=Orders;Failover Partner=sql02", false)]
    [InlineData("Server=sql01;Database=Orders;Connect Timeout=30;Initial Catalog=Orders", false)]
    public Task The_old_SqlClient_knows_one_spelling_each(string text, bool fires) =>
        Rule().VerifyAsync(Connection(fires ? $"[|{OldSql(text)}|]" : OldSql(text)));

    [Theory]
    [InlineData("Host=pg01;Database=orders;Target Session Attributes=primary", true)]
    [InlineData("Server=pg01;Database=orders;TargetSessionAttributes=read-write", true)]
    [InlineData("Host=pg01;Target Session Attributes=Prefer-Standby", true)]
    [InlineData("Host=pg01;Database=orders;Target Session Attributes=any", false)]
    [InlineData("Host=pg01,pg02;Database=orders;Target Session Attributes=primary", false)]
    [InlineData("Database=orders;Target Session Attributes=primary", false)]
    [InlineData("Host=pg01;Database=orders", false)]
    public Task One_host_has_no_roles(string text, bool fires) => Rule().VerifyAsync(Connection(fires ? $"[|{Postgres(text)}|]" : Postgres(text)));

    [Fact]
    public async Task A_host_list_without_a_role_is_a_suggestion()
    {
        var found = Assert.Single(await Rule().RunAsync(Connection(Postgres("Host=pg01,pg02;Database=orders;Password=hunter2"))));
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Info, found.Severity);
        Assert.DoesNotContain("hunter2", found.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new Npgsql.NpgsqlConnection(\"Host=localhost:5432,localhost:5433;Database=orders\")")]
    [InlineData("new Npgsql.NpgsqlDataSourceBuilder(\"Host=pg01,pg02;Database=orders\").BuildMultiHost()")]
    [InlineData("new Npgsql.NpgsqlConnection(\"Host=pg01,pg02;Database=orders;Target Session Attributes=any\")")]
    public Task A_host_list_whose_role_is_settled_or_that_is_local_is_not(string creation) =>
        Rule().VerifyAsync(Connection(creation.Replace("new Npgsql.NpgsqlDataSourceBuilder(\"Host=pg01,pg02;Database=orders\").BuildMultiHost()", "MultiHost()", StringComparison.Ordinal)) + """

            static Npgsql.NpgsqlMultiHostDataSource MultiHost()
            {
                var builder = new Npgsql.NpgsqlDataSourceBuilder("Host=pg01,pg02;Database=orders");
                return builder.BuildMultiHost();
            }
            """);

    [Fact]
    public Task Connections_for_reading_may_take_a_standby() => Rule(("appsettings.json", """{ "ConnectionStrings": { "OrdersReplica": "Host=pg01,pg02;Database=orders" } }"""))
        .VerifyAsync(Connection("new Npgsql.NpgsqlConnection(builder.Configuration.GetConnectionString(\"OrdersReplica\"))"));

    [Theory]
    [InlineData("""new MySql.Data.MySqlClient.MySqlConnection("Server=a,b;Load Balance=FailOver")""", true)]
    [InlineData("""new MySql.Data.MySqlClient.MySqlConnection("Server=a,b;LoadBalance=RoundRobin")""", true)]
    [InlineData("""new MySql.Data.MySqlClient.MySqlConnection("Server=a,b;Database=orders")""", false)]
    [InlineData("""new MySqlConnector.MySqlConnection("Server=a,b;Load Balance=FailOver")""", false)]
    public Task MySql_Data_has_no_load_balance(string creation, bool fires) =>
        new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2002", Libraries = MySqlData }.VerifyAsync(Connection(fires ? $"[|{creation}|]" : creation));

    [Theory]
    [InlineData("ApplicationRegion = \"West Europe\", LimitToEndpoint = true", true)]
    [InlineData("ApplicationPreferredRegions = new[] { \"West Europe\" }, LimitToEndpoint = true", true)]
    [InlineData("ApplicationRegion = \"West Europe\", ApplicationPreferredRegions = new[] { \"North Europe\" }", true)]
    [InlineData("ApplicationRegion = \"West Europe\", LimitToEndpoint = false", false)]
    [InlineData("ApplicationRegion = null, ApplicationPreferredRegions = new[] { \"North Europe\" }", false)]
    [InlineData("LimitToEndpoint = true", false)]
    public Task Regions_and_one_endpoint_exclude_each_other(string settings, bool fires)
    {
        var creation = $"new Microsoft.Azure.Cosmos.CosmosClientOptions {{ {settings} }}";
        return new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2002", Libraries = Cosmos }.VerifyAsync(Connection(fires ? $"[|{creation}|]" : creation));
    }

    [Fact]
    public async Task A_configured_string_is_judged_where_it_holds()
    {
        var found = Assert.Single(await Rule(("appsettings.Production.json", """{ "ConnectionStrings": { "Orders": "Server=sql01;Failover Partner=sql02" } }"""))
            .RunAsync(Connection("new Microsoft.Data.SqlClient.SqlConnection(builder.Configuration.GetConnectionString(\"Orders\"))")));
        Assert.Contains("(Production)", found.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.EndsWith("appsettings.Production.json", found.AdditionalLocations[0].GetLineSpan().Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new Microsoft.Data.SqlClient.SqlConnection(\"Server=sql01;Failover Partner=sql02;Database=\" + args[0])")]
    [InlineData("new Microsoft.Data.SqlClient.SqlConnection(new Microsoft.Data.SqlClient.SqlConnectionStringBuilder(\"Server=sql01;Failover Partner=sql02\") { InitialCatalog = \"Orders\" }.ConnectionString)")]
    [InlineData("builder.Environment.IsDevelopment() ? new Microsoft.Data.SqlClient.SqlConnection(\"Server=sql01;Failover Partner=sql02\") : null!")]
    [InlineData("new Microsoft.Data.SqlClient.SqlConnection(builder.Configuration.GetConnectionString(\"Orders\"))")]
    public Task Strings_that_are_not_complete_or_not_for_production_are_not_judged(string creation) => Rule().VerifyAsync(Connection(creation));

    [Fact]
    public Task EF_registrations_are_judged_too() => Rule().VerifyAsync("""
        using Microsoft.EntityFrameworkCore;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddDbContext<OrdersDb>(o => o.[|UseNpgsql|]("Host=pg01;Target Session Attributes=primary"));
        builder.Services.AddDbContext<StockDb>(o => o.[|UseSqlServer|]("Server=sql01;Failover Partner=sql02"));
        builder.Services.[|AddNpgsqlDataSource|]("Host=pg01;Target Session Attributes=primary");
        builder.Services.AddNpgsqlDataSource("Host=pg01;Target Session Attributes=primary", b => b.ConnectionStringBuilder.Host = args[0]);
        builder.Build().Run();
        class OrdersDb(DbContextOptions<OrdersDb> options) : DbContext(options);
        class StockDb(DbContextOptions<StockDb> options) : DbContext(options);
        """);

    [Theory]
    [InlineData("Server=sql01;Failover Partner=sql02;Database=Orders;MultiSubnetFailover=True", "Server=sql01;Failover Partner=sql02;Database=Orders")]
    [InlineData("Server=sql01;Application Intent=ReadOnly;Failover Partner=sql02;Database='a;b'", "Server=sql01;Failover Partner=sql02;Database='a;b'")]
    public Task The_fix_removes_what_loses(string before, string after) => FixAsync($"[|{Sql(before)}|]", Sql(after));

    [Theory]
    [InlineData("Server=ag;Database=Orders;Multi Subnet Failover=True;Encrypt=true", "Server=ag;Database=Orders;MultiSubnetFailover=True;Encrypt=true")]
    [InlineData("Server=sql01;Database=Orders;FailoverPartner=sql02", "Server=sql01;Database=Orders;Failover Partner=sql02")]
    public Task The_fix_spells_as_the_driver_does(string before, string after) => FixAsync($"[|{OldSql(before)}|]", OldSql(after));

    [Theory]
    [InlineData("\"Host=pg01,pg02;Database=orders;\"", "\"Host=pg01,pg02;Database=orders;Target Session Attributes=primary\"")]
    [InlineData("@\"Host=pg01,pg02;Password=\"\"a;b\"\"\"", "@\"Host=pg01,pg02;Password=\"\"a;b\"\";Target Session Attributes=primary\"")]
    [InlineData("\"Host=pg01;Target Session Attributes=primary;Database=orders\"", "\"Host=pg01;Database=orders\"")]
    public Task The_fix_settles_the_role(string before, string after) =>
        FixAsync($"[|new Npgsql.NpgsqlConnection({before})|]", $"new Npgsql.NpgsqlConnection({after})");

    [Theory]
    [InlineData("\"Server=sql01;Failover Partner=sql02\"")]
    [InlineData("\"Server=sql01;Database=Orders;MultiSubnetFailover=True;\" + \"Failover Partner=sql02\"")]
    public Task No_fix_invents_a_database_or_joins_pieces(string text) =>
        FixAsync($"[|new Microsoft.Data.SqlClient.SqlConnection({text})|]", $"[|new Microsoft.Data.SqlClient.SqlConnection({text})|]");

    [Fact]
    public Task The_fix_removes_the_setting_of_Cosmos_that_loses() =>
        new FixTest<DefaultRulesAnalyzer, Spof2002CodeFix>("SPOF2002") { Libraries = Cosmos }.VerifyAsync(
            Connection("[|new Microsoft.Azure.Cosmos.CosmosClientOptions { ApplicationRegion = \"West Europe\", LimitToEndpoint = true }|]"),
            Connection("new Microsoft.Azure.Cosmos.CosmosClientOptions { ApplicationRegion = \"West Europe\" }"));

    private static Task FixAsync(string before, string after) =>
        new FixTest<DefaultRulesAnalyzer, Spof2002CodeFix>("SPOF2002").VerifyAsync(Connection(before), Connection(after));
}
