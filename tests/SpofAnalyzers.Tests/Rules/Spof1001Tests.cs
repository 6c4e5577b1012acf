using Microsoft.CodeAnalysis;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof1001Tests
{
    private static RuleTest Rule { get; } = new() { Analyzer = new Spof1001Analyzer() };

    /// <summary>A program whose class runs the statement.</summary>
    private static string Program(string statement, string members = "") => $$"""
        using System.Net;
        using System.Net.Sockets;
        class Program
        {
            static void Main() { }
            {{members}}
            public async Task Run(HttpClient http, IConfiguration configuration, string tenant)
            {
                await Task.Yield();
                {{statement}}
            }
        }
        """;

    private static Task Fires(string statement, string members = "") => Rule.VerifyAsync(Program(statement, members));

    private static Task Silent(string statement, string members = "")
    {
        Assert.DoesNotContain("[|", statement + members, StringComparison.Ordinal);
        return Rule.VerifyAsync(Program(statement, members));
    }

    [Theory]
    [InlineData("await http.GetAsync([|\"https://api.warehouse-partner.de/stock\"|]);")]
    [InlineData("await http.PostAsJsonAsync([|\"https://orders.shop.com/v1\"|], 1);")]
    [InlineData("http.BaseAddress = new Uri([|\"https://orders.shop.com\"|]);")]
    [InlineData("using var c = new HttpClient { BaseAddress = new Uri([|\"https://orders.shop.com\"|]) };")]
    [InlineData("await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, [|\"https://orders.shop.com/v1\"|]));")]
    [InlineData("var m = new HttpRequestMessage { RequestUri = new Uri([|\"https://orders.shop.com/v1\"|]) };")]
    [InlineData("await http.GetAsync([|$\"https://orders.shop.com/{tenant}\"|]);")]
    [InlineData("await http.GetAsync([|\"https://orders.shop.com/\" + tenant|]);")]
    [InlineData("await new System.Net.WebSockets.ClientWebSocket().ConnectAsync(new Uri([|\"wss://feed.warehouse-partner.de\"|]), default);")]
    [InlineData("using var mail = new System.Net.Mail.SmtpClient([|\"smtp.shop.com\"|], 587);")]
    [InlineData("using var mail = new System.Net.Mail.SmtpClient { Host = [|\"smtp.shop.com\"|] };")]
    [InlineData("using var tcp = new TcpClient([|\"legacy.shop.com\"|], 9000);")]
    [InlineData("await new TcpClient().ConnectAsync([|\"legacy.shop.com\"|], 9000);")]
    [InlineData("new Socket(SocketType.Stream, ProtocolType.Tcp).Connect([|\"legacy.shop.com\"|], 9000);")]
    [InlineData("var orders = Refit.RestService.For<IDisposable>([|\"https://orders.shop.com\"|]);")]
    public Task Constants_that_reach_a_connecting_call(string statement) => Fires(statement);

    [Theory]
    [InlineData("new Microsoft.Data.SqlClient.SqlConnection([|\"Server=sql.shop.com;Database=orders\"|])")]
    [InlineData("new Npgsql.NpgsqlConnection([|\"Host=pg.shop.com;Database=orders\"|])")]
    [InlineData("Npgsql.NpgsqlDataSource.Create([|\"Host=pg.shop.com;Database=orders\"|])")]
    [InlineData("new MySqlConnector.MySqlConnection([|\"Server=my.shop.com;Database=orders\"|])")]
    [InlineData("new Microsoft.Data.SqlClient.SqlConnectionStringBuilder { DataSource = [|\"sql.shop.com,1433\"|] }")]
    [InlineData("new Npgsql.NpgsqlConnectionStringBuilder { Host = [|\"pg.shop.com\"|] }")]
    [InlineData("StackExchange.Redis.ConnectionMultiplexer.Connect([|\"redis.shop.com:6379,abortConnect=false\"|])")]
    [InlineData("new RabbitMQ.Client.ConnectionFactory { HostName = [|\"mq.shop.com\"|] }")]
    [InlineData("new Microsoft.EntityFrameworkCore.DbContextOptionsBuilder().UseSqlServer([|\"Server=sql.shop.com;Database=orders\"|])")]
    [InlineData("new Microsoft.EntityFrameworkCore.DbContextOptionsBuilder().UseNpgsql([|\"Host=pg.shop.com;Database=orders\"|])")]
    public Task Constants_that_reach_a_store_or_broker(string expression) =>
        Rule.VerifyAsync("using Microsoft.EntityFrameworkCore;\n" + Program($"var connection = {expression};"));

    [Fact]
    public Task Registration_in_a_top_level_program() => Rule.VerifyAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient("orders", c => c.BaseAddress = new Uri([|"https://orders.shop.com"|]));
        """);

    [Fact]
    public Task A_constant_with_two_sinks_is_reported_once() => Rule.VerifyAsync("""
        class Program { static void Main() { } }
        static class Hosts { public const string Orders = [|"https://orders.shop.com"|]; }
        class A(HttpClient http) { public Task Get() => http.GetAsync(Hosts.Orders); }
        class B(HttpClient http) { public Task Get() => http.GetAsync(Hosts.Orders); }
        """);

    [Fact]
    public Task A_public_static_readonly_address_in_another_file() => Rule.VerifyAsync("""
        await Orders.Get(new HttpClient());
        """, """
        public static class Hosts { public static readonly Uri Orders = new([|"https://orders.shop.com"|]); }
        public static class Orders { public static Task Get(HttpClient http) => http.GetAsync(Hosts.Orders); }
        """);

    [Fact]
    public Task A_static_readonly_address() => Fires("await http.GetAsync(Orders);", "private static readonly Uri Orders = new([|\"https://orders.shop.com\"|]);");

    [Fact]
    public async Task The_finding_stands_at_the_constant_and_points_to_the_sink()
    {
        var found = Assert.Single(await Rule.RunAsync(Program("await http.GetAsync(Orders);", "const string Orders = \"https://orders.shop.com/v1\";")));
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
        Assert.Equal("\"https://orders.shop.com/v1\"", Text(found.Location));
        Assert.Equal("http.GetAsync(Orders)", Text(Assert.Single(found.AdditionalLocations)));
        Assert.Equal(("http", "orders.shop.com", null), (found.Properties["dependencyKind"], found.Properties["host"], found.Properties["category"]));
        Assert.StartsWith("Program depends on 'orders.shop.com'", found.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_part_of_a_connection_string_but_its_host_is_shown()
    {
        var found = Assert.Single(await Rule.RunAsync(Program(
            "var c = new Npgsql.NpgsqlConnection(\"Host=pg.shop.com;Username=app;Password=hunter2\");")));
        Assert.DoesNotContain("hunter2", found.GetMessage(null) + string.Join(" ", found.Properties.Values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://api.stripe.com/v1/charges", DiagnosticSeverity.Info)]
    [InlineData("https://api.warehouse-partner.de/stock", DiagnosticSeverity.Warning)]
    [InlineData("https://orders.shop.com", DiagnosticSeverity.Warning)]
    [InlineData("https://shop.blob.core.windows.net", DiagnosticSeverity.Warning)]
    public async Task Severity_follows_whether_configuration_would_help(string address, DiagnosticSeverity severity) =>
        Assert.Equal(severity, Assert.Single(await Rule.RunAsync(Program($"await http.GetAsync(\"{address}\");"))).Severity);

    [Theory]
    [InlineData("http://localhost:5000")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://0.0.0.0:80")]
    [InlineData("https://api.example.com")]
    [InlineData("https://yourstore.com")]
    [InlineData("http://orders")]
    [InlineData("https+http://orders")]
    [InlineData("http://orders.default.svc")]
    [InlineData("http://orders.service.consul")]
    [InlineData("http://orders.internal")]
    [InlineData("http://10.0.0.7")]
    [InlineData("http://8.8.8.8")]
    [InlineData("https://o1.ingest.sentry.io/api")]
    [InlineData("http://www.w3.org/2001/XMLSchema")]
    [InlineData("v1/orders")]
    [InlineData("orders.json")]
    public Task Hosts_that_are_not_hard_coded_remotes(string address) => Silent($"await http.GetAsync(\"{address}\");");

    [Theory]
    [InlineData("var ns = System.Xml.Linq.XNamespace.Get(\"https://orders.shop.com/schema\");")]
    [InlineData("var link = new Uri(\"https://docs.shop.com/help\"); Console.WriteLine(link);")]
    [InlineData("if (tenant == \"https://orders.shop.com\") { throw new InvalidOperationException(\"see https://orders.shop.com\"); }")]
    [InlineData("switch (tenant) { case \"https://orders.shop.com\": break; }")]
    [InlineData("var problem = Results.Problem(type: \"https://errors.shop.com/stock\");")]
    [InlineData("http.DefaultRequestHeaders.Add(\"Origin\", \"https://www.shop.com\");")]
    [InlineData("var cors = new Microsoft.AspNetCore.Cors.Infrastructure.CorsPolicyBuilder().WithOrigins(\"https://www.shop.com\");")]
    [InlineData("Console.WriteLine(\"<a href='https://www.shop.com'>\");")]
    [InlineData("var content = new StringContent(\"https://orders.shop.com\"); await http.PostAsync(\"orders\", content);")]
    [InlineData("var address = IPAddress.Parse(\"8.8.8.8\");")]
    public Task Texts_that_reach_no_sink(string statement) => Silent(statement);

    [Theory]
    [InlineData("await http.GetAsync(configuration[\"Orders:Url\"]);")]
    [InlineData("await http.GetAsync(configuration[\"Orders:Url\"] ?? \"https://orders.shop.com\");")]
    [InlineData("await http.GetAsync(Environment.GetEnvironmentVariable(\"ORDERS_URL\") ?? \"https://orders.shop.com\");")]
    [InlineData("await http.GetAsync($\"https://{tenant}.shop.com/orders\");")]
    [InlineData("await http.GetAsync(\"https://orders.shop\" + tenant);")]
    [InlineData("await http.GetAsync(tenant);")]
    public Task Addresses_that_the_code_does_not_fix(string statement) => Silent(statement);

    [Fact]
    public Task Defaults_of_an_options_class() => Silent(
        "await http.GetAsync(new OrdersOptions().Url);", "public class OrdersOptions { public string Url { get; set; } = \"https://orders.shop.com\"; }");

    [Fact]
    public Task Default_of_a_parameter() => Silent(
        "await Get(http);", "static Task Get(HttpClient http, string url = \"https://orders.shop.com\") => http.GetAsync(url);");

    [Fact]
    public Task A_list_of_alternatives_that_is_walked() => Silent("""
        foreach (var url in new[] { "https://ip.shop.com", "https://ip.warehouse-partner.de" })
        {
            try { await http.GetStringAsync(url); return; } catch (HttpRequestException) { continue; }
        }
        """);

    [Fact]
    public Task Several_hosts_in_one_connection_string() => Silent(
        "var c = new Npgsql.NpgsqlConnection(\"Host=pg1.shop.com,pg2.shop.com;Database=orders\");");

    [Fact]
    public Task An_address_handed_to_a_wrapper_of_this_code_is_followed_only_when_it_is_the_only_caller() => Silent(
        "Use(http, \"https://orders.shop.com\"); Use(http, tenant);", "static void Use(HttpClient http, string url) { http.BaseAddress = new Uri(url); }");

    [Fact]
    public Task Development_only() => Rule.VerifyAsync("""
        var builder = WebApplication.CreateBuilder(args);
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddHttpClient("orders", c => c.BaseAddress = new Uri("https://orders.shop.com"));
        }
        """);

    [Fact]
    public Task Hosts_allowed_by_the_options() => new RuleTest { Analyzer = new Spof1001Analyzer(), Options = ["spof.allowed_hosts = shop.com"] }
        .VerifyAsync(Program("await http.GetAsync(\"https://orders.shop.com\");"));

    [Fact]
    public Task Libraries() => new RuleTest { Analyzer = new Spof1001Analyzer(), OutputKind = OutputKind.DynamicallyLinkedLibrary }
        .VerifyAsync(Program("await http.GetAsync(\"https://orders.shop.com\");"));

    [Fact]
    public Task Test_projects() => new RuleTest { Analyzer = new Spof1001Analyzer(), Options = ["build_property.IsTestProject = true"] }
        .VerifyAsync(Program("await http.GetAsync(\"https://orders.shop.com\");"));

    [Fact]
    public Task Generated_files() => Rule.VerifyAsync("// <auto-generated/>\n" + Program("await http.GetAsync(\"https://orders.shop.com\");").Replace("Task Run", "System.Threading.Tasks.Task Run"));

    [Fact]
    public Task Types_of_the_same_name_without_the_library() => new RuleTest { Analyzer = new Spof1001Analyzer(), References = ReferenceBag.FrameworkOnly }
        .VerifyAsync("""
            class Program { static void Main() { var c = new SqlConnection("Server=sql.shop.com"); } }
            class SqlConnection(string connectionString) { public string Text => connectionString; }
            """);

    [Fact]
    public Task Newest_syntax() => Rule.VerifyAsync("""
        await Orders.Get(new HttpClient());
        static class Orders
        {
            private const string Host = "orders.shop.com";
            public static Task<string> Get(HttpClient http) => http.GetStringAsync([|$"https://{Host}/v1/{Random.Shared.Next()}"|]);
        }
        """);

    private static string Text(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
