using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof2011Tests
{
    private static readonly (string, string)[] Libraries =
    [
        ("Elastic.Transport", """
            namespace Elastic.Transport
            {
                public class Node { public Node(System.Uri uri) { } }
                public abstract class NodePool { }
                public class SingleNodePool : NodePool { public SingleNodePool(System.Uri uri, object? dateTimeProvider = null) { } }
                public class CloudNodePool : SingleNodePool { public CloudNodePool(string cloudId) : base(null!) { } }
                public class StaticNodePool : NodePool
                {
                    public StaticNodePool(System.Collections.Generic.IEnumerable<System.Uri> uris, bool randomize = true) { }
                    public StaticNodePool(System.Collections.Generic.IEnumerable<Node> nodes, bool randomize = true) { }
                }
                public class SniffingNodePool : NodePool { public SniffingNodePool(System.Collections.Generic.IEnumerable<System.Uri> uris, bool randomize = true) { } }
            }
            namespace Elastic.Clients.Elasticsearch
            {
                public class ElasticsearchClientSettings
                {
                    public ElasticsearchClientSettings(System.Uri? uri = null) { }
                    public ElasticsearchClientSettings(Elastic.Transport.NodePool nodePool) { }
                }
                public class ElasticsearchClient { public ElasticsearchClient() { } public ElasticsearchClient(System.Uri uri) { } public ElasticsearchClient(ElasticsearchClientSettings settings) { } }
            }
            """),
        ("OpenSearch.Net", """
            namespace OpenSearch.Net
            {
                public interface IConnectionPool { }
                public class SingleNodeConnectionPool : IConnectionPool { public SingleNodeConnectionPool(System.Uri uri, object? dateTimeProvider = null) { } }
                public class StaticConnectionPool : IConnectionPool { public StaticConnectionPool(System.Collections.Generic.IEnumerable<System.Uri> uris, bool randomize = true) { } }
            }
            namespace OpenSearch.Client
            {
                public class ConnectionSettings { public ConnectionSettings(System.Uri? uri = null) { } public ConnectionSettings(OpenSearch.Net.IConnectionPool connectionPool) { } }
                public class OpenSearchClient { public OpenSearchClient(System.Uri uri) { } public OpenSearchClient(ConnectionSettings settings) { } }
            }
            """),
        ("Neo4j.Driver", """
            namespace Neo4j.Driver
            {
                public interface IDriver { }
                public static class GraphDatabase { public static IDriver Driver(string uri, object? authToken = null) => null!; public static IDriver Driver(System.Uri uri) => null!; }
            }
            """),
        ("Cassandra", """
            namespace Cassandra
            {
                public class Cluster { public static Builder Builder() => new(); }
                public class Builder
                {
                    public Builder AddContactPoint(string address) => this;
                    public Builder AddContactPoints(params string[] addresses) => this;
                    public Builder WithPort(int port) => this;
                    public Cluster Build() => null!;
                }
            }
            """),
        ("Couchbase.NetClient", """
            namespace Couchbase
            {
                public interface ICluster { }
                public class ClusterOptions { public string? ConnectionString { get; set; } public ClusterOptions WithConnectionString(string connectionString) => this; }
                public static class Cluster { public static System.Threading.Tasks.Task<ICluster> ConnectAsync(string connectionString, ClusterOptions? options = null) => null!; }
            }
            """),
    ];

    private static Task VerifyAsync(string statement, params (string, string)[] files) =>
        new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2011", Libraries = Libraries, AdditionalFiles = files }.VerifyAsync($$"""
            using Elastic.Clients.Elasticsearch;
            using Elastic.Transport;
            using Neo4j.Driver;
            class Program
            {
                static void Main() { }
                public async Task Run(IConfiguration configuration, IWebHostEnvironment env, Uri given, string[] many)
                {
                    {{statement}}
                    await Task.Yield();
                }
            }
            """);

    [Theory]
    [InlineData("var p = [|new SingleNodePool(new Uri(\"https://es01.corp:9200\"))|];")]
    [InlineData("NodePool p = [|new StaticNodePool(new[] { new Uri(\"https://es01.corp:9200\") })|];")]
    [InlineData("var s = [|new ElasticsearchClientSettings(new Uri(\"https://search.shop.com:9200\"))|];")]
    [InlineData("var s = new ElasticsearchClientSettings([|new SingleNodePool(new Uri(\"http://10.0.0.4:9200\"))|]);")]
    [InlineData("var node = new Uri(\"https://es01.corp:9200\"); var c = [|new ElasticsearchClient(node)|];")]
    [InlineData("var s = new OpenSearch.Client.ConnectionSettings([|new OpenSearch.Net.SingleNodeConnectionPool(new Uri(\"https://os1.corp:9200\"))|]);")]
    [InlineData("var c = [|new OpenSearch.Client.OpenSearchClient(new Uri(\"https://os1.corp:9200\"))|];")]
    [InlineData("var d = GraphDatabase.[|Driver|](\"bolt://graph01.corp:7687\");")]
    [InlineData("var d = GraphDatabase.[|Driver|](new Uri(\"bolt+s://graph.shop.com\"));")]
    [InlineData("var c = Cassandra.Cluster.Builder().[|AddContactPoint|](\"cass1.corp\").Build();")]
    [InlineData("var c = Cassandra.Cluster.Builder().[|AddContactPoints|](\"10.0.0.7\").WithPort(9042).Build();")]
    [InlineData("var c = await Couchbase.Cluster.[|ConnectAsync|](\"couchbase://cb1.corp\");")]
    [InlineData("var o = new Couchbase.ClusterOptions().[|WithConnectionString|](\"couchbase://10.0.0.9\");")]
    [InlineData("var o = new Couchbase.ClusterOptions { [|ConnectionString = \"couchbase://cb.shop.com:11210\"|] };")]
    public Task One_node_is_reported(string statement) => VerifyAsync(statement);

    [Fact]
    public Task One_node_that_the_configuration_gives_is_reported_at_the_client() => VerifyAsync(
        "var c = [|new ElasticsearchClient(new Uri(configuration[\"Search:Url\"]!))|];", ("appsettings.json", """{ "Search": { "Url": "https://es01.corp:9200" } }"""));

    [Theory]
    [InlineData("var p = new StaticNodePool(new[] { new Uri(\"https://es01.corp:9200\"), new Uri(\"https://es02.corp:9200\") });")]
    [InlineData("var p = new SniffingNodePool(new[] { new Uri(\"https://es01.corp:9200\") });")]
    [InlineData("var p = new CloudNodePool(\"shop:ZXUtd2VzdC0xLmF3cw==\");")]
    [InlineData("var p = new SingleNodePool(new Uri(\"http://elasticsearch:9200\"));")]
    [InlineData("var p = new SingleNodePool(new Uri(\"http://search.data-prod:9200\"));")]
    [InlineData("var p = new SingleNodePool(new Uri(\"http://search.shop.svc.cluster.local:9200\"));")]
    [InlineData("var p = new SingleNodePool(new Uri(\"http://localhost:9200\"));")]
    [InlineData("var p = new SingleNodePool(given);")]
    [InlineData("var c = new ElasticsearchClient();")]
    [InlineData("var c = new ElasticsearchClient(new Uri(configuration[\"Search:Url\"]!));")]
    [InlineData("if (env.IsDevelopment()) { var p = new SingleNodePool(new Uri(\"https://es01.corp:9200\")); }")]
    [InlineData("var d = GraphDatabase.Driver(\"neo4j://graph01.corp:7687\");")]
    [InlineData("var d = GraphDatabase.Driver(\"bolt://localhost:7687\");")]
    [InlineData("var c = Cassandra.Cluster.Builder().AddContactPoints(\"cass1.corp\", \"cass2.corp\").Build();")]
    [InlineData("var c = Cassandra.Cluster.Builder().AddContactPoint(\"cass1.corp\").AddContactPoint(\"cass2.corp\").Build();")]
    [InlineData("var c = Cassandra.Cluster.Builder().AddContactPoints(many).Build();")]
    [InlineData("var c = await Couchbase.Cluster.ConnectAsync(\"couchbase://cb1.corp,cb2.corp\");")]
    [InlineData("var c = await Couchbase.Cluster.ConnectAsync(\"couchbases://cb.shop.com\");")]
    [InlineData("var c = new Microsoft.Data.SqlClient.SqlConnection { ConnectionString = \"Server=sql01.corp\" };")]
    public Task Others_are_not(string statement) => VerifyAsync(statement);

    [Fact]
    public Task An_option_leaves_a_name_out() => new RuleTest
    {
        Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2011", Libraries = Libraries, Options = ["spof.managed_suffixes = search.shop.com"],
    }.VerifyAsync("""var s = new Elastic.Transport.SingleNodePool(new Uri("https://search.shop.com:9200"));""");

    private static string Pools(string body) => $$"""
        using System;
        using Elastic.Clients.Elasticsearch;
        using Elastic.Transport;
        public class Search
        {
            {{body}}
        }
        """;

    private static Task FixAsync(string before, string after, bool remains = true) =>
        new FixTest<DefaultRulesAnalyzer, Spof2011CodeFix>("SPOF2011") { Libraries = Libraries, Remains = remains }.VerifyAsync(Pools(before), Pools(after));

    /// <summary>The fix makes room for other nodes and invents none, so the rule still reports what it leaves.</summary>
    [Theory]
    [InlineData(
        "public ElasticsearchClientSettings A() => new([|new SingleNodePool(new Uri(\"https://es01.corp:9200\"))|]);",
        "public ElasticsearchClientSettings A() => new([|new StaticNodePool(new[] { new Uri(\"https://es01.corp:9200\") })|]);")]
    [InlineData(
        "public NodePool A() { var pool = [|new SingleNodePool(uri: new Uri(\"https://es01.corp:9200\"))|]; return pool; }",
        "public NodePool A() { var pool = [|new StaticNodePool(new[] { new Uri(\"https://es01.corp:9200\") })|]; return pool; }")]
    [InlineData(
        "public OpenSearch.Net.IConnectionPool A() => [|new OpenSearch.Net.SingleNodeConnectionPool(new Uri(\"https://os1.corp\"))|]; public NodePool B() => [|new SingleNodePool(new Uri(\"https://es01.corp\"))|];",
        "public OpenSearch.Net.IConnectionPool A() => [|new OpenSearch.Net.StaticConnectionPool(new[] { new Uri(\"https://os1.corp\") })|]; public NodePool B() => [|new StaticNodePool(new[] { new Uri(\"https://es01.corp\") })|];")]
    public Task The_node_moves_into_a_pool_of_several(string before, string after) => FixAsync(before, after);

    [Theory]
    [InlineData("public SingleNodePool A() => [|new SingleNodePool(new Uri(\"https://es01.corp:9200\"))|];")]
    [InlineData("public ElasticsearchClient A() => [|new ElasticsearchClient(new Uri(\"https://es01.corp:9200\"))|];")]
    public Task No_fix_where_the_code_names_the_pool_or_has_none(string code) => FixAsync(code, code, remains: false);
}
