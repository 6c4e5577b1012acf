using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof3012Tests
{
    private static Task VerifyAsync(string statements) => new RuleTest { Analyzer = new OptInRulesAnalyzer(), Rule = Spof3012.Id }.VerifyAsync($$"""
        using Grpc.Core; using Grpc.Core.Interceptors; using Grpc.Net.Client; using Grpc.Net.Client.Configuration;
        var builder = WebApplication.CreateBuilder(args);
        {{statements}}
        builder.Build().Run();
        public class StockClient : ClientBase<StockClient>
        {
            public StockClient(CallInvoker invoker) : base(invoker) { }
            StockClient(ClientBaseConfiguration configuration) : base(configuration) { }
            protected override StockClient NewInstance(ClientBaseConfiguration configuration) => new(configuration);
        }
        class Page(StockClient stock) { public StockClient Stock => stock; }
        class RetryInterceptor : Interceptor { }
        class LogInterceptor : Interceptor { }
        static class Configs { public static ServiceConfig Own() => new(); }
        """);

    [Theory]
    [InlineData("builder.Services.[|AddGrpcClient<StockClient>|](o => o.Address = new Uri(\"https://stock\"));")]
    [InlineData("builder.Services.[|AddGrpcClient<StockClient>|](\"stock\", o => o.Address = new Uri(\"https://stock\"));")]
    [InlineData("builder.Services.[|AddGrpcClient<StockClient>|]().ConfigureChannel(o => o.MaxRetryAttempts = 5);")]
    [InlineData("builder.Services.[|AddGrpcClient<StockClient>|]().AddInterceptor<LogInterceptor>();")]
    [InlineData("builder.Services.[|AddGrpcClient<StockClient>|]().ConfigureChannel(o => o.ServiceConfig = new ServiceConfig());")]
    [InlineData("builder.Services.[|AddGrpcClient<StockClient>|]().ConfigureChannel(o => o.ServiceConfig = new ServiceConfig { LoadBalancingConfigs = { new RoundRobinConfig() } });")]
    [InlineData("var channel = GrpcChannel.[|ForAddress|](\"https://stock\");")]
    [InlineData("var channel = GrpcChannel.[|ForAddress|](new Uri(\"https://stock\"), new GrpcChannelOptions());")]
    [InlineData("var channel = GrpcChannel.[|ForAddress|](\"https://stock\", new GrpcChannelOptions { MaxReceiveMessageSize = 1000 });")]
    [InlineData("var channel = GrpcChannel.[|ForAddress|](\"https://stock\", new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler() });")]
    public Task A_client_without_policy_is_reported(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("builder.Services.AddGrpcClient<StockClient>().ConfigureChannel(o => o.ServiceConfig = new ServiceConfig { MethodConfigs = { new MethodConfig { Names = { MethodName.Default }, RetryPolicy = new RetryPolicy() } } });")]
    [InlineData("builder.Services.AddGrpcClient<StockClient>().ConfigureChannel(o => o.ServiceConfig = new ServiceConfig { MethodConfigs = { new MethodConfig { HedgingPolicy = new HedgingPolicy() } } });")]
    [InlineData("builder.Services.AddGrpcClient<StockClient>().ConfigureChannel(o => o.ServiceConfig = Configs.Own());")]
    [InlineData("builder.Services.AddGrpcClient<StockClient>(o => o.ChannelOptionsActions.Add(c => c.ServiceConfig = Configs.Own()));")]
    [InlineData("builder.Services.AddGrpcClient<StockClient>().AddInterceptor<RetryInterceptor>();")]
    [InlineData("builder.Services.AddGrpcClient<StockClient>().AddInterceptor(() => new LogInterceptor());")]
    [InlineData("builder.Services.AddGrpcClient<StockClient>().AddStandardResilienceHandler();")]
    [InlineData("var config = Configs.Own();\nvar channel = GrpcChannel.ForAddress(\"https://stock\", new GrpcChannelOptions { ServiceConfig = config });")]
    [InlineData("GrpcChannel Open(GrpcChannelOptions options) => GrpcChannel.ForAddress(\"https://stock\", options);\n_ = Open(null!);")]
    [InlineData("var channel = GrpcChannel.ForAddress(\"https://stock\", new GrpcChannelOptions { HttpClient = new HttpClient() });")]
    [InlineData("if (builder.Environment.IsDevelopment()) { var channel = GrpcChannel.ForAddress(\"https://stock\"); }")]
    [InlineData("var url = new Uri(\"https://stock\");")]
    public Task A_client_with_policy_or_that_may_have_one_is_not(string statements) => VerifyAsync(statements);
}
