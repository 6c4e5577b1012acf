using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof1007Tests
{
    private static RuleTest Rule(params (string, string)[] files) => new() { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF1007", AdditionalFiles = files };

    private static string Channel(string statement) => $$"""
        using Grpc.Net.Client;
        using Grpc.Net.Client.Configuration;
        class Program
        {
            static void Main() { }
            public void Run(IConfiguration configuration, IWebHostEnvironment env, HttpClient given, GrpcChannelOptions shared, HttpMessageHandler handler)
            {
                {{statement}}
            }
        }
        """;

    private static string Registration(string statement, string more = "") => $$"""
        using Grpc.Net.Client.Configuration;
        var builder = WebApplication.CreateBuilder(args);
        {{statement}}
        {{more}}
        builder.Build().Run();
        class OrdersClient : Grpc.Core.ClientBase<OrdersClient>
        {
            public OrdersClient(Grpc.Core.CallInvoker invoker) : base(invoker) { }
            protected OrdersClient(ClientBaseConfiguration configuration) : base(configuration) { }
            protected override OrdersClient NewInstance(ClientBaseConfiguration configuration) => new(configuration);
        }
        """;

    [Theory]
    [InlineData("var c = GrpcChannel.[|ForAddress|](\"https://orders.shop.com\");")]
    [InlineData("var c = GrpcChannel.[|ForAddress|](new Uri(\"https://orders.corp:5001\"));")]
    [InlineData("var c = GrpcChannel.[|ForAddress|](\"http://orders\");")]
    [InlineData("var c = GrpcChannel.[|ForAddress|](\"http://orders.shop.svc.cluster.local:8080\");")]
    [InlineData("var c = GrpcChannel.[|ForAddress|](\"http://10.0.0.4:8080\");")]
    [InlineData("var c = GrpcChannel.[|ForAddress|](\"https://orders.corp\", new GrpcChannelOptions { MaxRetryAttempts = 3 });")]
    [InlineData("var c = GrpcChannel.[|ForAddress|](\"https://orders.corp\", new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true } });")]
    [InlineData("var o = new GrpcChannelOptions(); o.MaxReceiveMessageSize = 1; var c = GrpcChannel.[|ForAddress|](\"https://orders.corp\", o);")]
    public Task A_channel_to_one_http_address_is_reported(string statement) => Rule().VerifyAsync(Channel(statement));

    [Fact]
    public Task An_address_from_the_configuration_of_a_deployment_is_reported() => Rule(("appsettings.json", """{ "Orders": { "Grpc": "https://orders.corp" } }"""))
        .VerifyAsync(Channel("var c = GrpcChannel.[|ForAddress|](configuration[\"Orders:Grpc\"]!);"));

    [Theory]
    [InlineData("builder.Services.[|AddGrpcClient<OrdersClient>|](o => o.Address = new Uri(\"https://orders.corp\"));")]
    [InlineData("builder.Services.[|AddGrpcClient<OrdersClient>|](o => { o.Address = new Uri(\"http://orders:8080\"); }).AddStandardResilienceHandler();")]
    [InlineData("builder.Services.[|AddGrpcClient<OrdersClient>|](\"orders\", o => o.Address = new Uri(\"https://orders.corp\")).ConfigureChannel(o => o.MaxRetryAttempts = 3);")]
    public Task A_registered_client_with_one_http_address_is_reported(string statement) => Rule().VerifyAsync(Registration(statement));

    [Theory]
    [InlineData("var c = GrpcChannel.ForAddress(\"dns:///orders.corp\");")]
    [InlineData("var c = GrpcChannel.ForAddress(\"static:///orders\");")]
    [InlineData("var c = GrpcChannel.ForAddress(\"consul://orders\");")]
    [InlineData("var c = GrpcChannel.ForAddress(\"https://localhost:5001\");")]
    [InlineData("var c = GrpcChannel.ForAddress(configuration[\"Orders:Grpc\"]!);")]
    [InlineData("var c = GrpcChannel.ForAddress(\"https://orders.corp\", new GrpcChannelOptions { ServiceConfig = new ServiceConfig { LoadBalancingConfigs = { new RoundRobinConfig() } } });")]
    [InlineData("var c = GrpcChannel.ForAddress(\"https://orders.corp\", new GrpcChannelOptions { HttpClient = given });")]
    [InlineData("var c = GrpcChannel.ForAddress(\"https://orders.corp\", new GrpcChannelOptions { HttpHandler = handler });")]
    [InlineData("var c = GrpcChannel.ForAddress(\"https://orders.corp\", shared);")]
    [InlineData("if (env.IsDevelopment()) { var c = GrpcChannel.ForAddress(\"https://orders.corp\"); }")]
    [InlineData("var c = GrpcChannel.ForAddress(\"https://orders.example.com\");")]
    [InlineData("var c = Channels.ForAddress(\"https://orders.corp\");")]
    public Task Other_channels_are_not(string statement) => Rule().VerifyAsync(Channel(statement) + " static class Channels { public static object ForAddress(string address) => address; }");

    [Theory]
    [InlineData("builder.Services.AddGrpcClient<OrdersClient>(o => o.Address = new Uri(\"http://orders\")).AddServiceDiscovery();", "")]
    [InlineData("builder.Services.AddGrpcClient<OrdersClient>(o => o.Address = new Uri(\"http://orders\"));", "builder.Services.ConfigureHttpClientDefaults(http => http.AddServiceDiscovery());")]
    [InlineData("builder.Services.AddGrpcClient<OrdersClient>(o => o.Address = new Uri(\"dns:///orders\"));", "")]
    [InlineData("builder.Services.AddGrpcClient<OrdersClient>(o => o.Address = new Uri(\"https://orders.corp\")).ConfigureChannel(o => o.ServiceConfig = new ServiceConfig { LoadBalancingConfigs = { new RoundRobinConfig() } });", "")]
    [InlineData("var orders = builder.Services.AddGrpcClient<OrdersClient>(o => o.Address = new Uri(\"https://orders.corp\")); orders.AddServiceDiscovery();", "")]
    [InlineData("builder.Services.AddGrpcClient<OrdersClient>(o => o.Address = new Uri(\"https://orders.corp\")).ConfigurePrimaryHttpMessageHandler(() => Handler());", "static HttpMessageHandler Handler() => null!;")]
    [InlineData("builder.Services.AddGrpcClient<OrdersClient>(o => o.Address = new Uri(builder.Configuration[\"Orders\"]!));", "")]
    [InlineData("builder.Services.AddGrpcClient<OrdersClient>();", "")]
    public Task Other_registrations_are_not(string statement, string more) => Rule().VerifyAsync(Registration(statement, more));
}
