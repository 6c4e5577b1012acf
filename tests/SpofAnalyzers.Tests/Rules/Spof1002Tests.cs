using Microsoft.CodeAnalysis;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof1002Tests
{
    private static RuleTest Rule { get; } = new() { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF1002" };

    private static string Program(string statement, string members = "") => $$"""
        using System.Net;
        using System.Net.Sockets;
        class Program
        {
            static void Main() { }
            {{members}}
            public async Task Run(HttpClient http, IConfiguration configuration, IWebHostEnvironment env, string tenant)
            {
                await Task.Yield();
                {{statement}}
            }
        }
        """;

    [Theory]
    [InlineData("await http.GetAsync([|\"http://10.20.0.7/stock\"|]);")]
    [InlineData("http.BaseAddress = new Uri([|\"http://192.168.4.20:8080\"|]);")]
    [InlineData("await http.GetAsync([|$\"http://172.16.9.1/{tenant}\"|]);")]
    [InlineData("await http.GetAsync([|\"http://52.17.3.4/v1\"|]);")]
    [InlineData("using var tcp = new TcpClient([|\"10.20.0.7\"|], 9000);")]
    [InlineData("using var tcp = new TcpClient(); tcp.Connect(IPAddress.Parse([|\"10.20.0.7\"|]), 9000);")]
    [InlineData("using var tcp = new TcpClient(); await tcp.ConnectAsync(new IPEndPoint(IPAddress.Parse([|\"10.20.0.7\"|]), 9000));")]
    [InlineData("var plc = IPEndPoint.Parse([|\"10.20.0.7:502\"|]); await new Socket(SocketType.Stream, ProtocolType.Tcp).ConnectAsync(plc);")]
    [InlineData("new Socket(SocketType.Stream, ProtocolType.Tcp).Connect(IPAddress.Parse([|\"fd12::7\"|]), 9000);")]
    [InlineData("new UdpClient().Connect(IPAddress.Parse([|\"10.20.0.7\"|]), 161);")]
    [InlineData("using var mail = new System.Net.Mail.SmtpClient { Host = [|\"10.20.0.25\"|] };")]
    [InlineData("var c = new Npgsql.NpgsqlConnection([|\"Host=10.20.0.5;Database=orders\"|]);")]
    [InlineData("var c = new Microsoft.Data.SqlClient.SqlConnection([|\"Server=10.20.0.5,1433;Database=orders\"|]);")]
    [InlineData("StackExchange.Redis.ConnectionMultiplexer.Connect([|\"10.20.0.6:6379\"|]);")]
    [InlineData("var f = new RabbitMQ.Client.ConnectionFactory { HostName = [|\"10.20.0.8\"|] };")]
    public Task An_address_that_reaches_a_connecting_call_is_reported(string statement) => Rule.VerifyAsync(Program(statement));

    [Fact]
    public Task A_constant_with_two_uses_is_reported_once_where_it_is_declared() => Rule.VerifyAsync(Program(
        "await http.GetAsync(Erp); await http.DeleteAsync(Erp);", "private const string Erp = [|\"http://10.20.0.7\"|];"));

    [Theory]
    [InlineData("var address = IPAddress.Parse(\"10.0.0.0\"); var isOwn = address.Equals(IPAddress.Parse(tenant));")]
    [InlineData("var blocked = new HashSet<IPAddress> { IPAddress.Parse(\"10.0.0.1\"), IPAddress.Parse(\"192.168.0.1\") };")]
    [InlineData("var network = IPNetwork.Parse(\"10.0.0.0/8\");")]
    [InlineData("var options = new Microsoft.AspNetCore.Builder.ForwardedHeadersOptions(); options.KnownProxies.Add(IPAddress.Parse(\"10.0.0.4\"));")]
    [InlineData("new Socket(SocketType.Stream, ProtocolType.Tcp).Bind(new IPEndPoint(IPAddress.Parse(\"10.20.0.7\"), 80));")]
    [InlineData("var listener = new TcpListener(IPAddress.Parse(\"10.20.0.7\"), 80);")]
    [InlineData("await http.GetAsync(\"http://127.0.0.1:5000\");")]
    [InlineData("await http.GetAsync(\"http://0.0.0.0:5000\");")]
    [InlineData("await http.GetAsync(\"http://169.254.169.254/latest/meta-data\");")]
    [InlineData("await http.GetAsync(\"http://168.63.129.16/machine\");")]
    [InlineData("await http.GetAsync(\"http://203.0.113.9\");")]
    [InlineData("await http.GetAsync(\"http://10.0.2.2:5000\");")]
    [InlineData("await http.GetAsync(\"http://172.17.0.1:5000\");")]
    [InlineData("new UdpClient().Connect(IPAddress.Parse(\"239.1.2.3\"), 5000);")]
    [InlineData("using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, 0); probe.Connect(\"8.8.8.8\", 65530); Console.WriteLine(probe.LocalEndPoint);")]
    [InlineData("await http.GetAsync(configuration[\"Erp\"] ?? \"http://10.20.0.7\");")]
    [InlineData("await new TcpClient().ConnectAsync(new[] { IPAddress.Parse(\"10.20.0.7\"), IPAddress.Parse(\"10.20.0.8\") }, 9000);")]
    [InlineData("var c = new Npgsql.NpgsqlConnection(\"Host=10.20.0.5,10.20.0.6;Database=orders\");")]
    [InlineData("if (env.IsDevelopment()) { await http.GetAsync(\"http://10.20.0.7\"); }")]
    [InlineData("await http.GetAsync(\"https://orders.shop.com\");")]
    [InlineData("var version = new Version(\"10.20.0.7\");")]
    public Task Others_are_not(string statement) => Rule.VerifyAsync(Program(statement));

    [Fact]
    public Task The_default_of_an_option_is_not_reported() => Rule.VerifyAsync(Program(
        "await http.GetAsync(new Erp().Url);", "class Erp { public string Url { get; set; } = \"http://10.20.0.7\"; }"));

    [Fact]
    public Task A_library_is_not_judged() => new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF1002", OutputKind = OutputKind.DynamicallyLinkedLibrary }
        .VerifyAsync(Program("await http.GetAsync(\"http://10.20.0.7\");"));

    [Fact]
    public async Task It_says_who_depends_on_which_address_and_points_to_the_call()
    {
        var found = Assert.Single(await Rule.RunAsync(Program("var c = new Npgsql.NpgsqlConnection(\"Host=10.20.0.5;Password=hunter2\");")));
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
        Assert.StartsWith("Program depends on the fixed address '10.20.0.5'", found.GetMessage(null), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", found.GetMessage(null) + string.Join(" ", found.Properties.Values), StringComparison.Ordinal);
        Assert.Equal(("postgresql", "10.20.0.5"), (found.Properties["dependencyKind"], found.Properties["host"]));
        Assert.Single(found.AdditionalLocations);
    }

    [Theory]
    [InlineData("appsettings.json", "Erp:Url", "http://52.17.3.4", true)]
    [InlineData("appsettings.Production.json", "Erp:Url", "http://52.17.3.4", true)]
    [InlineData("appsettings.json", "ConnectionStrings:Orders", "Host=52.17.3.4;Database=orders", true)]
    [InlineData("appsettings.Development.json", "Erp:Url", "http://52.17.3.4", false)]
    [InlineData("appsettings.json", "Erp:Url", "http://8.8.8.8", false)]
    [InlineData("appsettings.json", "Erp:Url", "http://10.20.0.7", false)]
    [InlineData("appsettings.json", "AllowedHosts", "52.17.3.4", false)]
    [InlineData("appsettings.json", "KnownProxies:Address", "52.17.3.4", false)]
    [InlineData("appsettings.json", "App:Version", "52.17.3.4", false)]
    [InlineData("appsettings.json", "Kestrel:Endpoints:Http:Url", "http://52.17.3.4:80", false)]
    public Task A_public_address_in_the_configuration_of_a_deployment(string file, string key, string value, bool isReported) =>
        new SettingsTest("SPOF1002").VerifyAsync((file, Json(key, value, isReported)));

    internal static string Json(string key, string value, bool isReported) =>
        "{ \"" + key.Replace(":", "\": { \"") + "\": " + (isReported ? "[|\"" + value + "\"|]" : "\"" + value + "\"") + new string('}', key.Count(c => c == ':') + 1);
}
