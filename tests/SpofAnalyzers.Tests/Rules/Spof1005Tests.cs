using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof1005Tests
{
    private static readonly (string, string)[] Libraries =
    [
        ("dotnet-etcd", "namespace dotnet_etcd { public class EtcdClient { public EtcdClient(string connectionString, int port = 2379) { } } }"),
        ("ZooKeeperNetEx", "namespace org.apache.zookeeper { public class ZooKeeper { public ZooKeeper(string connectstring, int sessionTimeout, object? watcher) { } } }"),
        ("Steeltoe.Discovery.Eureka", "namespace Steeltoe.Discovery.Eureka { public class EurekaClientOptions { public string EurekaServerServiceUrls { get; set; } = \"http://localhost:8761/eureka/\"; } }"),
        ("Akka.Cluster.Hosting", "namespace Akka.Cluster.Hosting { public class ClusterOptions { public string[]? SeedNodes { get; set; } } }"),
    ];

    private static Task VerifyAsync(string statement, params (string, string)[] files) =>
        new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF1005", Libraries = Libraries, AdditionalFiles = files }.VerifyAsync($$"""
            using System.DirectoryServices.Protocols;
            using Akka.Cluster.Hosting;
            using NATS.Client.Core;
            class Program
            {
                static void Main() { }
                public void Run(IConfiguration configuration, IWebHostEnvironment env, string given, string[] many)
                {
                    {{statement}}
                }
            }
            """);

    [Theory]
    [InlineData("var o = new NatsOpts { Url = [|\"nats://nats1.shop.com:4222\"|] };")]
    [InlineData("var o = NatsOpts.Default with { Url = [|\"nats://10.0.0.4:4222\"|] };")]
    [InlineData("var c = new dotnet_etcd.EtcdClient([|\"https://etcd-0.corp:2379\"|]);")]
    [InlineData("var z = new org.apache.zookeeper.ZooKeeper([|\"zk1.corp:2181/orders\"|], 3000, null);")]
    [InlineData("var o = new Steeltoe.Discovery.Eureka.EurekaClientOptions { EurekaServerServiceUrls = [|\"http://eureka.corp:8761/eureka/\"|] };")]
    [InlineData("var l = new LdapDirectoryIdentifier(new[] { [|\"dc1.corp.contoso.com\"|] }, true, false);")]
    [InlineData("var l = new LdapDirectoryIdentifier([[|\"10.0.0.2\"|]], 636, true, false);")]
    [InlineData("var o = new ClusterOptions { SeedNodes = new[] { [|\"akka.tcp://shop@10.0.0.2:4053\"|] } };")]
    [InlineData("var o = new ClusterOptions { SeedNodes = [[|\"akka.tcp://shop@seed1.corp:4053\"|]] };")]
    [InlineData("string[] seeds = { [|\"akka.tcp://shop@seed1.corp:4053\"|] }; var o = new ClusterOptions(); o.SeedNodes = seeds;")]
    public Task A_list_of_one_is_reported(string statement) => VerifyAsync(statement);

    [Fact]
    public Task A_list_of_one_that_the_configuration_gives_is_reported_at_its_use() => VerifyAsync(
        "var o = new NatsOpts { Url = [|configuration[\"Nats:Url\"]|]! };", ("appsettings.json", """{ "Nats": { "Url": "nats://nats.corp:4222" } }"""));

    [Theory]
    [InlineData("var o = new NatsOpts { Url = \"nats://nats1.shop.com:4222,nats://nats2.shop.com:4222\" };")]
    [InlineData("var o = new NatsOpts { Url = \"nats://nats:4222\" };")]
    [InlineData("var o = new NatsOpts { Url = \"nats://nats.shop.svc.cluster.local:4222\" };")]
    [InlineData("var o = new NatsOpts { Url = \"nats://localhost:4222\" };")]
    [InlineData("var o = new NatsOpts { Url = given };")]
    [InlineData("var o = new NatsOpts { Url = configuration[\"Nats:Url\"]! };")]
    [InlineData("var o = new NatsOpts { Url = configuration[\"Nats:Url\"] ?? \"nats://nats1.shop.com:4222\" };")]
    [InlineData("var c = new dotnet_etcd.EtcdClient(\"https://etcd-0.corp:2379,https://etcd-1.corp:2379\");")]
    [InlineData("var z = new org.apache.zookeeper.ZooKeeper(\"zk1.corp:2181,zk2.corp:2181/orders\", 3000, null);")]
    [InlineData("var l = new LdapDirectoryIdentifier(new[] { \"dc1.corp.contoso.com\", \"dc2.corp.contoso.com\" }, true, false);")]
    [InlineData("var l = new LdapDirectoryIdentifier(new[] { \"contoso.com\" }, true, false);")]
    [InlineData("var o = new ClusterOptions { SeedNodes = many };")]
    [InlineData("var o = new ClusterOptions { SeedNodes = [\"akka.tcp://shop@seed1.corp:4053\", .. many] };")]
    [InlineData("var o = new ClusterOptions { SeedNodes = new[] { \"akka.tcp://shop@localhost:4053\" } };")]
    [InlineData("if (env.IsDevelopment()) { var o = new NatsOpts { Url = \"nats://nats1.shop.com:4222\" }; }")]
    [InlineData("var o = new Link { Url = \"https://www.shop.com\" };")]
    public Task Others_are_not(string statement) => VerifyAsync(statement + " } class Link { public string Url { get; set; } = \"\";");

    [Theory]
    [InlineData("""{ "Services": { "catalog": { "https": [ [|"https://catalog.shop.com"|] ] } } }""")]
    [InlineData("""{ "services": { "catalog": { "https": { "0": [|"https://10.0.0.4:8443"|] } } } }""")]
    [InlineData("""{ "Services": { "catalog": { "https": [|"https://catalog.corp"|] } } }""")]
    [InlineData("""{ "Services": { "catalog": { "https": [ "https://a.corp", "https://b.corp" ], "grpc": [ [|"https://c.corp"|] ] } } }""")]
    [InlineData("""{ "Services": { "catalog": { "https": [ "https://a.corp", "https://b.corp" ] } } }""")]
    [InlineData("""{ "Services": { "catalog": { "https": [ "https://catalog" ] } } }""")]
    [InlineData("""{ "Services": { "catalog": { "https": [ "https://localhost:7001" ] } } }""")]
    [InlineData("""{ "Services": { "catalog": { "https": [ "https://shop.blob.core.windows.net" ] } } }""")]
    [InlineData("""{ "Services": { "Catalog": "https://catalog.corp" } }""")]
    [InlineData("""{ "Billing": { "catalog": { "https": [ "https://catalog.corp" ] } } }""")]
    public Task Service_discovery_is_given_one_endpoint(string json) => new SettingsTest("SPOF1005").VerifyAsync(("appsettings.json", json));

    [Fact]
    public Task An_overlay_that_adds_an_endpoint_makes_it_a_list() => new SettingsTest("SPOF1005").VerifyAsync(
        ("appsettings.json", """{ "Services": { "catalog": { "https": [ "https://a.corp" ] } } }"""),
        ("appsettings.Production.json", """{ "Services": { "catalog": { "https": { "1": "https://b.corp" } } } }"""));
}
