using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof2009Tests
{
    private static RuleTest Rule(params (string Path, string Text)[] files) =>
        new() { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2009", AdditionalFiles = files };

    private static string Program(string statements) => $$"""
        using StackExchange.Redis;
        var builder = WebApplication.CreateBuilder(args);
        var services = builder.Services;
        {{statements}}
        builder.Build().Run();
        """;

    [Theory]
    [InlineData("ConnectionMultiplexer.[|Connect|](\"cache.contoso.com:6379,abortConnect=false\");")]
    [InlineData("ConnectionMultiplexer.[|Connect|](\"10.1.2.3\");")]
    [InlineData("await ConnectionMultiplexer.[|ConnectAsync|](\"redis01.corp:6379,ssl=true\");")]
    [InlineData("ConnectionMultiplexer.[|Connect|](ConfigurationOptions.Parse(\"cache.contoso.com\"));")]
    [InlineData("ConnectionMultiplexer.[|Connect|](new ConfigurationOptions { EndPoints = { \"cache.contoso.com\" } });")]
    [InlineData("services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.[|Connect|](\"cache.contoso.com\"));")]
    [InlineData("services.[|AddStackExchangeRedisCache|](o => o.Configuration = \"cache.contoso.com:6379\");")]
    [InlineData("services.[|AddStackExchangeRedisCache|](o => o.ConfigurationOptions = new ConfigurationOptions { EndPoints = { { \"cache.contoso.com\", 6379 } } });")]
    [InlineData("services.[|AddStackExchangeRedisOutputCache|](o => o.Configuration = \"cache.contoso.com:6379\");")]
    [InlineData("var options = new ConfigurationOptions(); options.EndPoints.Add(\"cache.contoso.com\", 6379); ConnectionMultiplexer.[|Connect|](options);")]
    public Task One_machine_is_reported(string statements) => Rule().VerifyAsync(Program(statements));

    [Theory]
    [InlineData("ConnectionMultiplexer.Connect(\"a.contoso.com:6379,b.contoso.com:6379\");")]
    [InlineData("ConnectionMultiplexer.Connect(\"sentinel.contoso.com:26379,serviceName=mymaster\");")]
    [InlineData("ConnectionMultiplexer.Connect(new ConfigurationOptions { EndPoints = { \"sentinel.contoso.com\" }, ServiceName = args[0] });")]
    [InlineData("ConnectionMultiplexer.Connect(new ConfigurationOptions { EndPoints = { \"a.contoso.com\", \"b.contoso.com\" } });")]
    [InlineData("ConnectionMultiplexer.Connect(\"shop.redis.cache.windows.net:6380\");")]
    [InlineData("ConnectionMultiplexer.Connect(\"clustercfg.shop.abc123.euw1.cache.amazonaws.com:6379\");")]
    [InlineData("ConnectionMultiplexer.Connect(\"redis:6379\");")]
    [InlineData("ConnectionMultiplexer.Connect(\"redis.shop.svc.cluster.local:6379\");")]
    [InlineData("ConnectionMultiplexer.Connect(\"redis.corp:6379\");")]
    [InlineData("ConnectionMultiplexer.Connect(\"localhost:6379\");")]
    [InlineData("ConnectionMultiplexer.Connect(args[0]);")]
    [InlineData("if (builder.Environment.IsDevelopment()) { ConnectionMultiplexer.Connect(\"cache.contoso.com\"); }")]
    [InlineData("services.AddStackExchangeRedisCache(o => o.Configuration = builder.Configuration[\"Redis\"]);")]
    public Task Lists_Sentinel_services_and_the_unknown_are_not(string statements) => Rule().VerifyAsync(Program(statements));

    [Fact]
    public async Task A_configured_endpoint_is_named_with_its_place_and_without_its_password()
    {
        var found = Assert.Single(await Rule(("appsettings.Production.json", """{ "Redis": "cache.contoso.com:6379,password=hunter2" }"""))
            .RunAsync(Program("services.AddStackExchangeRedisCache(o => o.Configuration = builder.Configuration[\"Redis\"]);")));
        var message = found.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("'cache.contoso.com' (Production)", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    [Fact]
    public Task Hosts_that_the_owner_allows_are_not_reported() =>
        new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2009", Options = ["spof.allowed_hosts = cache.contoso.com"] }
            .VerifyAsync(Program("ConnectionMultiplexer.Connect(\"cache.contoso.com:6379\");"));
}
