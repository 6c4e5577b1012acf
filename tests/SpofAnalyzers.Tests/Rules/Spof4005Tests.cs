using Microsoft.CodeAnalysis;
using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof4005Tests
{
    private const string Hub = "using Microsoft.AspNetCore.SignalR; class Prices : Hub { public Task Tell(string text) => Clients.All.SendAsync(\"told\", text); }";

    private static string Program(string services, string app = "") => $$"""
        var builder = WebApplication.CreateBuilder(args);
        {{services}}
        var app = builder.Build();
        {{app}}
        app.Run();
        """;

    private static RuleTest Test => new() { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF4005" };

    [Theory]
    [InlineData("builder.Services.[|AddSignalR|]();")]
    [InlineData("builder.Services.[|AddSignalR|](o => o.EnableDetailedErrors = true);")]
    [InlineData("builder.Services.[|AddSignalR|]().AddJsonProtocol();")]
    [InlineData("var hubs = builder.Services.[|AddSignalR|](); hubs.AddJsonProtocol();")]
    [InlineData("builder.Services.[|AddSignalR|]().AddHubOptions<Prices>(o => { });")]
    [InlineData("builder.Services.[|AddServerSideBlazor|]();")]
    [InlineData("builder.Services.AddRazorComponents().[|AddInteractiveServerComponents|]();")]
    [InlineData("builder.Services.[|AddServerSideBlazor|]().AddCircuitOptions(o => { });")]
    [InlineData("builder.Services.AddStackExchangeRedisCache(o => { }); builder.Services.[|AddSignalR|]();")]
    public Task Hubs_and_circuits_without_a_backplane_are_reported(string services) => Test.VerifyAsync(Program(services), Hub);

    [Fact]
    public Task A_start_up_class_is_read_too() => Test.VerifyAsync(
        """
        public class Startup
        {
            public void ConfigureServices(IServiceCollection services) => services.[|AddSignalR|]();

            public static void Main(string[] args) => Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();
        }
        """,
        Hub);

    [Fact]
    public Task A_hub_context_sends_from_outside_of_hubs() => Test.VerifyAsync(
        Program("builder.Services.[|AddSignalR|]();", "app.MapPost(\"/tell\", (IHubContext<Echo> hub) => hub.Clients.All.SendAsync(\"told\"));").Insert(0, "using Microsoft.AspNetCore.SignalR;\n"),
        "class Echo : Microsoft.AspNetCore.SignalR.Hub { }");

    [Theory]
    [InlineData("builder.Services.AddSignalR().AddStackExchangeRedis(\"cache\");")]
    [InlineData("builder.Services.AddSignalR().AddJsonProtocol().AddStackExchangeRedis(o => { });")]
    [InlineData("var hubs = builder.Services.AddSignalR(); if (!builder.Environment.IsDevelopment()) { hubs.AddStackExchangeRedis(\"cache\"); }")]
    [InlineData("builder.Services.AddSignalR().AddPostgresBackplane();")]
    [InlineData("builder.Services.AddSignalR(); builder.Services.AddSingleton(typeof(Microsoft.AspNetCore.SignalR.HubLifetimeManager<>), typeof(Bus<>));")]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.Services.AddSignalR(); }")]
    [InlineData("builder.Services.AddRazorComponents();")]
    [InlineData("builder.Services.AddSignalRCore();")]
    [InlineData("builder.Services.AddRazorComponents().AddInteractiveServerComponents(); builder.Services.AddSignalR().AddAzureSignalR();")]
    public Task Others_are_not(string services) => Test.VerifyAsync(
        Program(services),
        Hub,
        """
        static class Backplanes
        {
            public static Microsoft.AspNetCore.SignalR.ISignalRServerBuilder AddPostgresBackplane(this Microsoft.AspNetCore.SignalR.ISignalRServerBuilder builder) => builder;
            public static Microsoft.AspNetCore.SignalR.ISignalRServerBuilder AddAzureSignalR(this Microsoft.AspNetCore.SignalR.ISignalRServerBuilder builder) => builder;
        }

        class Bus<T> { }
        """.Replace("AddPostgresBackplane", services.Contains("Postgres") ? "AddPostgresBackplane" : "AddOther"));

    [Fact]
    public Task Hubs_that_answer_the_caller_alone_need_none() => Test.VerifyAsync(
        Program("builder.Services.AddSignalR();"),
        "using Microsoft.AspNetCore.SignalR; class Quotes : Hub { public Task Ask(string name) => Clients.Caller.SendAsync(\"quote\", name.Length); }");

    [Fact]
    public async Task Circuits_are_told_another_thing_than_hubs()
    {
        var found = await Test.RunAsync(Program("builder.Services.AddSignalR(); builder.Services.AddServerSideBlazor();"), Hub);
        Assert.Equal(2, found.Length);
        Assert.All(found, d => Assert.Equal(DiagnosticSeverity.Info, d.Severity));
        Assert.Contains("has no backplane", found[0].GetMessage());
        Assert.Contains("sticky sessions", found[1].GetMessage());
    }

    [Theory]
    [InlineData("builder.Services.[|AddSignalR|]();", "builder.Services.AddSignalR().AddStackExchangeRedis(builder.Configuration.GetConnectionString(\"Redis\")!);")]
    [InlineData(
        "builder.Services.[|AddSignalR|]().AddJsonProtocol();",
        "builder.Services.AddSignalR().AddStackExchangeRedis(builder.Configuration.GetConnectionString(\"Redis\")!).AddJsonProtocol();")]
    [InlineData(
        "IConfiguration settings = builder.Configuration; IServiceCollection services = builder.Services; services.[|AddSignalR|]();",
        "IConfiguration settings = builder.Configuration; IServiceCollection services = builder.Services; services.AddSignalR().AddStackExchangeRedis(settings.GetConnectionString(\"Redis\")!);")]
    [InlineData("IServiceCollection services = new ServiceCollection(); Set(services); static void Set(IServiceCollection s) => s.[|AddSignalR|]();",
        "IServiceCollection services = new ServiceCollection(); Set(services); static void Set(IServiceCollection s) => s.[|AddSignalR|]();")]
    [InlineData("builder.Services.[|AddServerSideBlazor|]();", "builder.Services.[|AddServerSideBlazor|]();")]
    public Task The_fix_adds_the_Redis_backplane(string before, string after) =>
        new FixTest<DefaultRulesAnalyzer, Spof4005CodeFix>("SPOF4005").VerifyAsync(Program(before), Program(after));
}
