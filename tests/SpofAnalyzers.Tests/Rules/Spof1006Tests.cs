using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof1006Tests
{
    private static Task SettingsAsync(string cluster, string program = "") =>
        new SettingsTest("SPOF1006") { Program = program }.VerifyAsync(("appsettings.json", "{ \"ReverseProxy\": { \"Clusters\": { \"orders\": " + cluster + " } } }"));

    [Theory]
    [InlineData("""{ "Destinations": { "a": { "Address": [|"https://orders.shop.com/"|] } } }""")]
    [InlineData("""{ "Destinations": { "a": { "Address": [|"http://10.0.0.4:8080"|] } } }""")]
    [InlineData("""{ "Destinations": { "a": { "Address": [|"http://orders01"|] } } }""")]
    [InlineData("""{ "HealthCheck": { "Passive": { "Enabled": true } }, "Destinations": { "a": { "Address": [|"https://orders.corp"|] } } }""")]
    [InlineData("""{ "Destinations": { "a": { "Address": [|"https://a.corp"|] }, "b": { "Address": "https://b.corp" } } }""")]
    [InlineData("""{ "HealthCheck": { "Active": { "Enabled": false } }, "Destinations": { "a": { "Address": [|"https://a.corp"|] }, "b": { "Address": "https://b.corp" } } }""")]
    [InlineData("""{ "LoadBalancingPolicy": "RoundRobin", "Destinations": { "a": { "Address": [|"http://web1"|] }, "b": { "Address": "http://web2" } } }""")]
    public Task A_cluster_of_one_and_one_that_checks_nothing_are_reported(string cluster) => SettingsAsync(cluster);

    [Theory]
    [InlineData("""{ "HealthCheck": { "Passive": { "Enabled": true } }, "Destinations": { "a": { "Address": "https://a.corp" }, "b": { "Address": "https://b.corp" } } }""")]
    [InlineData("""{ "HealthCheck": { "Active": { "Enabled": "true" } }, "Destinations": { "a": { "Address": "https://a.corp" }, "b": { "Address": "https://b.corp" } } }""")]
    [InlineData("""{ "Destinations": { "a": { "Address": "http://orders" } } }""")]
    [InlineData("""{ "Destinations": { "a": { "Address": "http://orders:8080/" }, "b": { "Address": "http://orders-canary" } } }""")]
    [InlineData("""{ "Destinations": { "a": { "Address": "http://orders.shop.svc.cluster.local" } } }""")]
    [InlineData("""{ "Destinations": { "a": { "Address": "http://orders.api:8080" } } }""")]
    [InlineData("""{ "Destinations": { "a": { "Address": "https://shop.blob.core.windows.net" } } }""")]
    [InlineData("""{ "Destinations": { "a": { "Address": "https://localhost:7001" } } }""")]
    [InlineData("""{ "Destinations": { "a": { "Address": "https://localhost:7001" }, "b": { "Address": "https://b.corp" } } }""")]
    [InlineData("""{ "Destinations": { "a": { "Address": "{ORDERS_URL}" } } }""")]
    [InlineData("""{ "Destinations": { } }""")]
    public Task Others_are_not(string cluster) => SettingsAsync(cluster);

    [Theory]
    [InlineData("builder.Services.AddReverseProxy().LoadFromConfig(builder.Configuration.GetSection(\"ReverseProxy\")).AddDnsDestinationResolver();")]
    [InlineData("builder.Services.AddSingleton<Yarp.ReverseProxy.ServiceDiscovery.IDestinationResolver>(_ => null!);")]
    public Task A_resolver_finds_the_machines_behind_the_name(string program) => SettingsAsync("""{ "Destinations": { "a": { "Address": "https://orders.corp" } } }""", program);

    [Fact]
    public Task An_overlay_adds_to_its_base() => new SettingsTest("SPOF1006").VerifyAsync(
        ("appsettings.json", """{ "ReverseProxy": { "Clusters": { "orders": { "HealthCheck": { "Passive": { "Enabled": true } }, "Destinations": { "a": { "Address": "https://a.corp" } } } } } }"""),
        ("appsettings.Production.json", """{ "ReverseProxy": { "Clusters": { "orders": { "Destinations": { "b": { "Address": "https://b.corp" } } } } } }"""));

    [Fact]
    public Task Each_deployment_with_one_destination_is_reported_and_development_is_not() => new SettingsTest("SPOF1006").VerifyAsync(
        ("appsettings.json", """{ "ReverseProxy": { "Clusters": { "orders": { "Destinations": { "a": { "Address": "https://localhost:7001" } } } } } }"""),
        ("appsettings.Development.json", """{ "ReverseProxy": { "Clusters": { "orders": { "Destinations": { "a": { "Address": "https://dev.corp" } } } } } }"""),
        ("appsettings.Staging.json", """{ "ReverseProxy": { "Clusters": { "orders": { "Destinations": { "a": { "Address": [|"https://staging.corp"|] } } } } } }"""),
        ("appsettings.Production.json", """{ "ReverseProxy": { "Clusters": { "orders": { "Destinations": { "a": { "Address": [|"https://orders.corp"|] } } } } } }"""));

    private static string Code(string cluster) => $$"""
        using Yarp.ReverseProxy.Configuration;
        class Program
        {
            static void Main() { }
            public ClusterConfig Orders(IConfiguration configuration, IWebHostEnvironment env, Dictionary<string, DestinationConfig> given) => {{cluster}};
        }
        """;

    private static Task CodeAsync(string cluster) => new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF1006" }.VerifyAsync(Code(cluster));

    private const string One = "new Dictionary<string, DestinationConfig> { [\"a\"] = new DestinationConfig { Address = \"https://a.corp\" } }";

    private const string Two = "new Dictionary<string, DestinationConfig> { { \"a\", new DestinationConfig { Address = \"https://a.corp\" } }, { \"b\", new() { Address = \"https://b.corp\" } } }";

    [Theory]
    [InlineData("[|new ClusterConfig { ClusterId = \"orders\", Destinations = " + One + " }|]")]
    [InlineData("[|new ClusterConfig { ClusterId = \"orders\", Destinations = " + Two + " }|]")]
    [InlineData("[|new() { HealthCheck = new HealthCheckConfig { Passive = new() { Enabled = true } }, Destinations = " + One + " }|]")]
    public Task A_cluster_in_code_is_reported(string cluster) => CodeAsync(cluster);

    [Theory]
    [InlineData("new ClusterConfig { HealthCheck = new HealthCheckConfig { Passive = new() { Enabled = true } }, Destinations = " + Two + " }")]
    [InlineData("new ClusterConfig { ClusterId = \"orders\", Destinations = given }")]
    [InlineData("new ClusterConfig { ClusterId = \"orders\" }")]
    [InlineData("new ClusterConfig { Destinations = new Dictionary<string, DestinationConfig> { [\"a\"] = new DestinationConfig { Address = configuration[\"Orders\"]! } } }")]
    [InlineData("new ClusterConfig { Destinations = new Dictionary<string, DestinationConfig> { [\"a\"] = new DestinationConfig { Address = \"http://orders\" } } }")]
    [InlineData("env.IsDevelopment() ? new ClusterConfig { Destinations = " + One + " } : new ClusterConfig()")]
    public Task Other_clusters_in_code_are_not(string cluster) => CodeAsync(cluster);

    [Theory]
    [InlineData("[|new ClusterConfig { Destinations = " + Two + " }|]",
        "new ClusterConfig { Destinations = " + Two + ", HealthCheck = new HealthCheckConfig { Passive = new PassiveHealthCheckConfig { Enabled = true } } }")]
    [InlineData("[|new() { Destinations = " + Two + " }|]",
        "new() { Destinations = " + Two + ", HealthCheck = new HealthCheckConfig { Passive = new PassiveHealthCheckConfig { Enabled = true } } }")]
    [InlineData("[|new ClusterConfig { Destinations = " + One + " }|]", "[|new ClusterConfig { Destinations = " + One + " }|]")]
    public Task The_fix_enables_passive_checks(string before, string after) =>
        new FixTest<DefaultRulesAnalyzer, Spof1006CodeFix>("SPOF1006").VerifyAsync(Code(before), Code(after));

    private static Task FixSettingsAsync(string before, string? after) => new SettingsFixTest("SPOF1006", new Spof1006SettingsCodeFix()).VerifyAsync(before, after);

    [Theory]
    [InlineData(
        """{ "ReverseProxy": { "Clusters": { "orders": { "Destinations": { "a": { "Address": "https://a.corp" }, "b": { "Address": "https://b.corp" } } } } } }""",
        """{ "ReverseProxy": { "Clusters": { "orders": { "Destinations": { "a": { "Address": "https://a.corp" }, "b": { "Address": "https://b.corp" } }, "HealthCheck": { "Passive": { "Enabled": true } } } } } }""")]
    [InlineData(
        "{\n  \"Proxy\": {\n    \"clusters\": {\n      \"orders\": {\n        \"destinations\": { \"a\": { \"address\": \"https://a.corp\" }, \"b\": { \"address\": \"https://b.corp\" } } // both\n      },\n      \"stock\": { }\n    }\n  }\n}\n",
        "{\n  \"Proxy\": {\n    \"clusters\": {\n      \"orders\": {\n        \"destinations\": { \"a\": { \"address\": \"https://a.corp\" }, \"b\": { \"address\": \"https://b.corp\" } },\n        \"HealthCheck\": {\n          \"Passive\": {\n            \"Enabled\": true\n          }\n        } // both\n      },\n      \"stock\": { }\n    }\n  }\n}\n")]
    [InlineData(
        "{\r\n\t\"ReverseProxy:Clusters\": {\r\n\t\t\"orders\": {\r\n\t\t\t\"LoadBalancingPolicy\": \"RoundRobin\",\r\n\t\t\t\"Destinations\": { \"a\": { \"Address\": \"http://web1\" }, \"b\": { \"Address\": \"http://web2\" } },\r\n\t\t}\r\n\t}\r\n}",
        "{\r\n\t\"ReverseProxy:Clusters\": {\r\n\t\t\"orders\": {\r\n\t\t\t\"LoadBalancingPolicy\": \"RoundRobin\",\r\n\t\t\t\"Destinations\": { \"a\": { \"Address\": \"http://web1\" }, \"b\": { \"Address\": \"http://web2\" } },\r\n\t\t\t\"HealthCheck\": {\r\n\t\t\t\t\"Passive\": {\r\n\t\t\t\t\t\"Enabled\": true\r\n\t\t\t\t}\r\n\t\t\t},\r\n\t\t}\r\n\t}\r\n}")]
    public Task The_fix_enables_passive_checks_in_the_settings(string before, string after) => FixSettingsAsync(before, after);

    [Theory]
    [InlineData("""{ "ReverseProxy": { "Clusters": { "orders": { "Destinations": { "a": { "Address": "https://a.corp" } } } } } }""")]
    [InlineData("""{ "ReverseProxy": { "Clusters": { "orders": { "HealthCheck": { "Active": { "Enabled": false } }, "Destinations": { "a": { "Address": "https://a.corp" }, "b": { "Address": "https://b.corp" } } } } } }""")]
    public Task No_fix_for_one_destination_and_for_checks_that_are_set(string before) => FixSettingsAsync(before, null);
}
