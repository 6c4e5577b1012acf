using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof2013Tests
{
    private static readonly (string, string)[] Libraries =
    [
        ("MQTTnet", """
            namespace MQTTnet
            {
                public class MqttClientOptionsBuilder
                {
                    public MqttClientOptionsBuilder WithTcpServer(string host, int? port = null) => this;
                    public MqttClientOptionsBuilder WithTcpServer(System.Action<object> options) => this;
                    public MqttClientOptionsBuilder WithConnectionUri(System.Uri uri) => this;
                    public MqttClientOptionsBuilder WithConnectionUri(string uri) => this;
                }
            }
            """),
    ];

    private static Task VerifyAsync(string statement, params (string, string)[] files) =>
        new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2013", Libraries = Libraries, AdditionalFiles = files }.VerifyAsync($$"""
            using Confluent.Kafka;
            using MassTransit;
            using MQTTnet;
            using RabbitMQ.Client;
            class Program
            {
                static void Main() { }
                public async Task Run(IServiceCollection services, IConfiguration configuration, IWebHostEnvironment env, string given, Action<IRabbitMqHostConfigurator> host)
                {
                    {{statement}}
                    await Task.Yield();
                }
            }
            """);

    private static string Bus(string host) => "services.AddMassTransit(x => x.UsingRabbitMq((context, bus) => { " + host + " }));";

    [Theory]
    [InlineData("var f = [|new ConnectionFactory { HostName = \"rabbit1.corp\" }|]; await using var c = await f.CreateConnectionAsync();")]
    [InlineData("var f = [|new ConnectionFactory { Uri = new Uri(\"amqp://shop:secret@10.0.0.5:5672/orders\") }|];")]
    [InlineData("var f = [|new ConnectionFactory()|]; f.HostName = \"mq.shop.com\";")]
    [InlineData("services.AddSingleton<IConnectionFactory>(_ => [|new ConnectionFactory { HostName = \"rabbit1.corp\", UserName = \"shop\" }|]);")]
    [InlineData("var p = new ProducerConfig { [|BootstrapServers = \"kafka1.corp:9092\"|], Acks = Acks.All };")]
    [InlineData("var c = new ConsumerConfig(); [|c.BootstrapServers = \"10.0.0.6:9092\"|];")]
    [InlineData("services.Configure<AdminClientConfig>(o => [|o.BootstrapServers = \"broker.shop.com:9092\"|]);")]
    [InlineData("var o = new MqttClientOptionsBuilder().[|WithTcpServer|](\"mqtt01.corp\", 1883);")]
    [InlineData("var o = new MqttClientOptionsBuilder().[|WithConnectionUri|](new Uri(\"mqtt://mqtt.shop.com:1883\"));")]
    public Task One_broker_is_reported(string statement) => VerifyAsync(statement);

    [Theory]
    [InlineData("bus.[|Host|](\"rabbit1.corp\", \"/\", h => h.Username(\"shop\"));")]
    [InlineData("bus.[|Host|](\"rabbitmq://rabbit1.corp/orders\");")]
    [InlineData("bus.[|Host|](new Uri(\"rabbitmq://10.0.0.5/orders\"), h => { h.Username(\"shop\"); });")]
    public Task One_broker_of_a_bus_is_reported(string host) => VerifyAsync(Bus(host));

    [Theory]
    [InlineData("var f = [|new ConnectionFactory { HostName = configuration[\"Rabbit:Host\"]! }|];", """{ "Rabbit": { "Host": "rabbit1.corp" } }""")]
    [InlineData("var p = new ProducerConfig { [|BootstrapServers = configuration[\"Kafka:Servers\"]|] };", """{ "Kafka": { "Servers": "kafka1.corp:9092" } }""")]
    public Task One_broker_that_the_configuration_gives_is_reported_at_the_client(string statement, string json) => VerifyAsync(statement, ("appsettings.json", json));

    [Theory]
    [InlineData("var f = new ConnectionFactory(); await using var c = await f.CreateConnectionAsync(new[] { \"rabbit1.corp\", \"rabbit2.corp\" });")]
    [InlineData("var f = new ConnectionFactory { HostName = \"rabbit1.corp\" }; await using var c = await f.CreateConnectionAsync(AmqpTcpEndpoint.ParseMultiple(given));")]
    [InlineData("services.AddSingleton<IConnectionFactory>(_ => new ConnectionFactory { HostName = \"rabbit1.corp\" }); } public Task<IConnection> Open(IConnectionFactory f, string[] all) => f.CreateConnectionAsync(all); public async Task More() {")]
    [InlineData("var f = new ConnectionFactory { HostName = \"rabbit1.corp\", EndpointResolverFactory = _ => null! };")]
    [InlineData("var f = new ConnectionFactory { HostName = \"rabbitmq\" };")]
    [InlineData("var f = new ConnectionFactory { HostName = \"rabbit.messaging-prod\" };")]
    [InlineData("var f = new ConnectionFactory { HostName = \"rabbit.messaging.svc.cluster.local\" };")]
    [InlineData("var f = new ConnectionFactory { HostName = \"localhost\" };")]
    [InlineData("var f = new ConnectionFactory { HostName = given };")]
    [InlineData("var f = new ConnectionFactory { HostName = configuration[\"Rabbit:Host\"]! };")]
    [InlineData("if (env.IsDevelopment()) { var f = new ConnectionFactory { HostName = \"rabbit1.corp\" }; }")]
    [InlineData("var p = new ProducerConfig { BootstrapServers = \"kafka1.corp:9092,kafka2.corp:9092\" };")]
    [InlineData("var p = new ProducerConfig { BootstrapServers = \"kafka:9092\" };")]
    [InlineData("var p = new ProducerConfig { BootstrapServers = \"shop.servicebus.windows.net:9093\" };")]
    [InlineData("var p = new ProducerConfig { BootstrapServers = given };")]
    [InlineData("var o = new MqttClientOptionsBuilder().WithTcpServer(\"mosquitto\", 1883);")]
    [InlineData("var o = new MqttClientOptionsBuilder().WithTcpServer(x => { });")]
    [InlineData("var o = new MqttClientOptionsBuilder().WithTcpServer(given);")]
    public Task Others_are_not(string statement) => VerifyAsync(statement);

    [Theory]
    [InlineData("bus.Host(\"rabbit\", \"/\", h => h.UseCluster(c => { c.Node(\"rabbit1.corp\"); c.Node(\"rabbit2.corp\"); }));")]
    [InlineData("bus.Host(\"rabbit1.corp\", \"/\", h => h.UseCluster(c => { c.Node(\"rabbit1.corp\"); c.Node(\"rabbit2.corp\"); }));")]
    [InlineData("bus.Host(\"rabbit1.corp\", \"/\", host);")]
    [InlineData("bus.Host(\"rabbitmq\", \"/\", h => h.Username(\"shop\"));")]
    [InlineData("bus.Host(given);")]
    public Task Other_buses_are_not(string host) => VerifyAsync(Bus(host));

    [Fact]
    public Task An_option_leaves_a_connection_out() => new RuleTest
    {
        Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2013", Options = ["spof.connection_names_ignored = Rabbit:Host"],
        AdditionalFiles = [("appsettings.json", """{ "Rabbit": { "Host": "rabbit1.corp" } }""")],
    }.VerifyAsync("""
        var builder = WebApplication.CreateBuilder(args);
        var factory = new RabbitMQ.Client.ConnectionFactory { HostName = builder.Configuration["Rabbit:Host"]! };
        builder.Build().Run();
        """);
}
