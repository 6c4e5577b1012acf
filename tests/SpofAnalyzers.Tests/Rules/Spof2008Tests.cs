using Microsoft.CodeAnalysis;
using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof2008Tests
{
    private static RuleTest Rule(params (string Path, string Text)[] files) =>
        new() { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2008", AdditionalFiles = files };

    private static string Program(string statements, string more = "") => $$"""
        using StackExchange.Redis;
        var builder = WebApplication.CreateBuilder(args);
        var services = builder.Services;
        {{statements}}
        builder.Build().Run();
        {{more}}
        """;

    [Theory]
    [InlineData("services.AddSingleton<IConnectionMultiplexer>(ConnectionMultiplexer.[|Connect|](\"redis:6379\"));")]
    [InlineData("services.AddSingleton<IConnectionMultiplexer>(await ConnectionMultiplexer.[|ConnectAsync|](\"redis-1.shop.svc:6379,redis-2.shop.svc:6379\"));")]
    [InlineData("services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.[|Connect|](\"cache.contoso.com:6379,ssl=true\"));")]
    [InlineData("services.AddSingleton<IConnectionMultiplexer>(_ => { return ConnectionMultiplexer.[|Connect|](\"10.1.2.3,abortConnect=true\"); });")]
    [InlineData("var redis = ConnectionMultiplexer.[|Connect|](new ConfigurationOptions { EndPoints = { \"redis:6379\" } });")]
    [InlineData("var options = ConfigurationOptions.Parse(\"redis:6379\"); options.Ssl = true; var redis = ConnectionMultiplexer.[|Connect|](options);")]
    [InlineData("var options = ConfigurationOptions.Parse(\"redis:6379\"); options.AbortOnConnectFail = true; var redis = ConnectionMultiplexer.[|Connect|](options);")]
    [InlineData("var redis = ConnectionMultiplexer.[|Connect|](\"redis:6379\", o => o.ConnectRetry = 5);")]
    [InlineData("services.AddSingleton(_ => new Lazy<ConnectionMultiplexer>(() => ConnectionMultiplexer.[|Connect|](\"redis:6379\")));")]
    [InlineData("try { ConnectionMultiplexer.[|Connect|](\"redis:6379\"); } catch (Exception e) { Console.WriteLine(e); throw; }")]
    public Task A_start_that_needs_Redis_is_reported(string statements) => Rule().VerifyAsync(Program(statements));

    [Theory]
    [InlineData("static class Redis { public static readonly ConnectionMultiplexer Shared = ConnectionMultiplexer.[|Connect|](\"redis:6379\"); }")]
    [InlineData("static class Redis { static readonly Lazy<ConnectionMultiplexer> Shared = new(() => ConnectionMultiplexer.[|Connect|](\"redis:6379\")); public static ConnectionMultiplexer It => Shared.Value; }")]
    [InlineData("static class Redis { static readonly ConnectionMultiplexer Shared; static Redis() { Shared = ConnectionMultiplexer.[|Connect|](\"redis:6379\"); } public static ConnectionMultiplexer It => Shared; }")]
    [InlineData("static class Setup { public static void AddRedis(this IServiceCollection services) => services.AddSingleton<IConnectionMultiplexer>(ConnectionMultiplexer.[|Connect|](\"redis:6379\")); }")]
    public Task Wherever_it_stands(string more) => Rule().VerifyAsync(Program("", more));

    [Theory]
    [InlineData("services.AddSingleton<IConnectionMultiplexer>(ConnectionMultiplexer.Connect(\"redis:6379,abortConnect=false\"));")]
    [InlineData("services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(\"redis:6379,AbortConnect=False,ssl=true\"));")]
    [InlineData("var redis = ConnectionMultiplexer.Connect(new ConfigurationOptions { EndPoints = { \"redis:6379\" }, AbortOnConnectFail = false });")]
    [InlineData("var options = ConfigurationOptions.Parse(\"redis:6379\"); options.AbortOnConnectFail = false; var redis = ConnectionMultiplexer.Connect(options);")]
    [InlineData("var options = ConfigurationOptions.Parse(\"redis:6379\"); options.AbortOnConnectFail = args.Length > 0; var redis = ConnectionMultiplexer.Connect(options);")]
    [InlineData("var redis = ConnectionMultiplexer.Connect(\"redis:6379\", o => o.AbortOnConnectFail = false);")]
    [InlineData("var redis = ConnectionMultiplexer.Connect(\"shop.redis.cache.windows.net:6380,ssl=true\");")]
    [InlineData("var redis = ConnectionMultiplexer.Connect(\"shop.westeurope.redis.azure.net:10000\");")]
    [InlineData("var redis = ConnectionMultiplexer.Connect(\"localhost:6379\");")]
    [InlineData("var redis = ConnectionMultiplexer.Connect(builder.Configuration.GetConnectionString(\"Redis\")!);")]
    [InlineData("var redis = ConnectionMultiplexer.Connect(args[0]);")]
    [InlineData("if (builder.Environment.IsDevelopment()) { ConnectionMultiplexer.Connect(\"redis:6379\"); }")]
    [InlineData("ConnectionMultiplexer? redis = null; try { redis = ConnectionMultiplexer.Connect(\"redis:6379\"); } catch (RedisConnectionException) { Console.WriteLine(\"no cache\"); }")]
    [InlineData("services.AddSingleton(_ => new Lazy<ConnectionMultiplexer>(() => ConnectionMultiplexer.Connect(\"redis:6379\"), LazyThreadSafetyMode.PublicationOnly));")]
    [InlineData("services.AddScoped(_ => ConnectionMultiplexer.Connect(\"redis:6379\"));")]
    [InlineData("var socket = new System.Net.Sockets.TcpClient(); socket.Connect(\"redis\", 6379);")]
    [InlineData("services.AddStackExchangeRedisCache(o => o.Configuration = \"redis:6379\");")]
    public Task A_start_that_goes_on_or_that_is_not_known_is_not(string statements) => Rule().VerifyAsync(Program(statements));

    [Fact]
    public Task A_configured_endpoint_counts_where_it_holds() => Rule(("appsettings.Production.json", """{ "ConnectionStrings": { "Redis": "redis:6379", "Later": "redis:6379,abortConnect=false" } }"""))
        .VerifyAsync(Program("""
            var now = ConnectionMultiplexer.[|Connect|](builder.Configuration.GetConnectionString("Redis")!);
            var later = ConnectionMultiplexer.Connect(builder.Configuration.GetConnectionString("Later")!);
            """));

    [Theory]
    [InlineData("services.AddStackExchangeRedisCache(o => o.ConnectionMultiplexerFactory = () => Task.FromResult<IConnectionMultiplexer>(redis));", DiagnosticSeverity.Warning)]
    [InlineData("services.AddStackExchangeRedisCache(o => o.ConnectionMultiplexerFactory = () => Task.FromResult<IConnectionMultiplexer>(redis)); redis.GetDatabase();", DiagnosticSeverity.Info)]
    [InlineData("redis.GetSubscriber();", DiagnosticSeverity.Info)]
    public async Task A_cache_must_not_stop_the_service(string use, DiagnosticSeverity severity)
    {
        var found = Assert.Single(await Rule().RunAsync(Program("var redis = ConnectionMultiplexer.Connect(\"redis:6379,password=hunter2\"); " + use)));
        Assert.Equal(severity, found.Severity);
        Assert.DoesNotContain("hunter2", found.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[|Connect|](\"redis:6379\")", "Connect(\"redis:6379,abortConnect=false\")")]
    [InlineData("[|Connect|](\"redis:6379,abortConnect=true,ssl=true\")", "Connect(\"redis:6379,ssl=true,abortConnect=false\")")]
    [InlineData("[|Connect|](@\"redis:6379,password='x\")", "Connect(@\"redis:6379,password='x,abortConnect=false\")")]
    [InlineData("[|Connect|](ConfigurationOptions.Parse(\"redis:6379\"))", "Connect(ConfigurationOptions.Parse(\"redis:6379,abortConnect=false\"))")]
    [InlineData("[|Connect|](new ConfigurationOptions { EndPoints = { \"redis:6379\" } })", "Connect(new ConfigurationOptions { EndPoints = { \"redis:6379\" }, AbortOnConnectFail = false })")]
    [InlineData("[|Connect|](new ConfigurationOptions { EndPoints = { \"redis:6379\" }, AbortOnConnectFail = true })", "[|Connect|](new ConfigurationOptions { EndPoints = { \"redis:6379\" }, AbortOnConnectFail = true })")]
    [InlineData("[|Connect|](\"redis:\" + \"6379\")", "[|Connect|](\"redis:\" + \"6379\")")]
    public Task The_fix_connects_later(string before, string after) => FixAsync($"var redis = ConnectionMultiplexer.{before};", $"var redis = ConnectionMultiplexer.{after};");

    [Fact]
    public Task The_fix_reaches_options_that_a_local_holds() => FixAsync(
        "var options = new ConfigurationOptions(); options.EndPoints.Add(\"redis:6379\"); var redis = ConnectionMultiplexer.[|Connect|](options);",
        "var options = new ConfigurationOptions() { AbortOnConnectFail = false }; options.EndPoints.Add(\"redis:6379\"); var redis = ConnectionMultiplexer.Connect(options);");

    private static Task FixAsync(string before, string after) =>
        new FixTest<DefaultRulesAnalyzer, Spof2008CodeFix>("SPOF2008").VerifyAsync(Program(before), Program(after));
}
