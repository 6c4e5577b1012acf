using Microsoft.CodeAnalysis;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof4007Tests
{
    private const string Akka = """
        namespace Akka.Cluster.Hosting
        {
            public sealed class ClusterOptions { public string[] Roles { get; set; } public string[] SeedNodes { get; set; } }
            public static class AkkaClusterHostingExtensions
            {
                public static Microsoft.Extensions.DependencyInjection.IServiceCollection WithClustering(
                    this Microsoft.Extensions.DependencyInjection.IServiceCollection services, ClusterOptions options) => services;
                public static Microsoft.Extensions.DependencyInjection.IServiceCollection WithClusterBootstrap(
                    this Microsoft.Extensions.DependencyInjection.IServiceCollection services) => services;
            }
        }
        """;

    private const string Aspire = """
        namespace Aspire.Hosting.Orleans { public sealed class OrleansService { } }
        namespace Aspire.Hosting
        {
            using Aspire.Hosting.Orleans;
            public static class OrleansServiceExtensions
            {
                public static OrleansService WithDevelopmentClustering(this OrleansService service) => service;
                public static OrleansService WithMemoryGrainStorage(this OrleansService service, string name) => service;
                public static OrleansService WithMemoryReminders(this OrleansService service) => service;
                public static OrleansService WithMemoryStreaming(this OrleansService service, string name) => service;
            }
        }
        """;

    private static string Program(string statements) => $$"""
        using System.Net;
        using Akka.Cluster.Hosting;
        using Aspire.Hosting;
        using Aspire.Hosting.Orleans;
        using Orleans.Hosting;
        var builder = WebApplication.CreateBuilder(args);
        var aspire = new OrleansService();
        {{statements}}
        builder.Build().Run();
        static class OwnProviders
        {
            public static ISiloBuilder Tidy(this ISiloBuilder silo) => silo;
        }
        """;

    private static string Silo(string calls) => Program($"builder.Host.UseOrleans(silo => {{ {calls} }});");

    private static RuleTest Test => new()
    {
        Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF4007", Libraries = [("Akka.Cluster.Hosting", Akka), ("Aspire.Hosting.Orleans", Aspire)],
    };

    [Theory]
    [InlineData("silo.[|UseLocalhostClustering|]();")]
    [InlineData("silo.[|UseLocalhostClustering|](siloPort: 11111).Tidy();")]
    [InlineData("silo.[|UseDevelopmentClustering|](new IPEndPoint(IPAddress.Parse(\"10.0.0.5\"), 11111));")]
    [InlineData("silo.[|AddMemoryGrainStorage|](\"carts\");")]
    [InlineData("silo.[|AddMemoryGrainStorageAsDefault|]();")]
    [InlineData("silo.[|UseInMemoryReminderService|]();")]
    [InlineData("silo.[|AddMemoryStreams|](\"events\");")]
    [InlineData("silo.UseRedisClustering(\"cache\").[|AddMemoryGrainStorage|](\"carts\");")]
    [InlineData("silo.[|UseLocalhostClustering|]().[|AddMemoryGrainStorageAsDefault|]().[|AddMemoryStreams|](\"events\");")]
    public Task Development_providers_of_a_silo_are_reported(string calls) => Test.VerifyAsync(Silo(calls));

    [Theory]
    [InlineData("builder.Host.UseOrleansClient(client => client.[|UseLocalhostClustering|]());")]
    [InlineData("builder.Host.UseOrleansClient(client => client.[|UseStaticClustering|](new IPEndPoint(IPAddress.Parse(\"10.0.0.5\"), 30000)));")]
    [InlineData("aspire.[|WithDevelopmentClustering|]().[|WithMemoryReminders|]().[|WithMemoryGrainStorage|](\"carts\");")]
    [InlineData("builder.Services.WithClustering(new ClusterOptions { SeedNodes = [|new[] { \"akka.tcp://shop@seed-1:4053\" }|] });")]
    [InlineData("var options = new ClusterOptions(); options.SeedNodes = [|[\"akka.tcp://shop@seed-1:4053\"]|];")]
    public Task One_gateway_one_seed_and_the_AppHost_are_reported(string statements) => Test.VerifyAsync(Program(statements));

    [Fact]
    public async Task Grains_that_are_a_cache_are_worth_a_look()
    {
        var found = await Test.RunAsync(Silo("silo.UseRedisClustering(\"cache\").AddMemoryGrainStorage(\"priceCache\");"));
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(found).Severity);
    }

    [Theory]
    [InlineData("silo.UseRedisClustering(\"cache\");")]
    [InlineData("if (builder.Environment.IsDevelopment()) { silo.UseLocalhostClustering().AddMemoryGrainStorageAsDefault(); } else { silo.UseRedisClustering(\"cache\"); }")]
    [InlineData("silo.UseLocalhostClustering(); if (builder.Environment.IsProduction()) { silo.UseRedisClustering(\"cache\"); }")]
    [InlineData("if (args.Length > 0) { silo.UseLocalhostClustering(); } else { silo.UseRedisClustering(\"cache\"); }")]
    [InlineData("var useInMemory = args.Length > 0; if (useInMemory) { silo.AddMemoryGrainStorage(\"carts\"); }")]
    [InlineData("silo.Tidy();")]
    public Task Real_providers_and_choices_are_not(string calls) => Test.VerifyAsync(Silo(calls));

    [Fact]
    public Task A_storage_that_is_registered_again_under_the_name_is_not() => Test.VerifyAsync(
        Silo("silo.AddMemoryGrainStorage(\"carts\").AddTableGrainStorage(\"carts\").[|AddMemoryGrainStorage|](\"orders\");"),
        """
        static class Storages
        {
            public static Orleans.Hosting.ISiloBuilder AddTableGrainStorage(this Orleans.Hosting.ISiloBuilder silo, string name) => silo;
        }
        """);

    [Theory]
    [InlineData("builder.Host.UseOrleansClient(client => client.UseStaticClustering(new IPEndPoint(IPAddress.Parse(\"10.0.0.5\"), 30000), new IPEndPoint(IPAddress.Parse(\"10.0.0.6\"), 30000)));")]
    [InlineData("var gateways = new IPEndPoint[] { new(IPAddress.Any, 1) }; builder.Host.UseOrleansClient(client => client.UseStaticClustering(gateways));")]
    [InlineData("if (args.Length > 0) { aspire.WithMemoryReminders(); }")]
    [InlineData("builder.Services.WithClustering(new ClusterOptions { SeedNodes = new[] { \"akka.tcp://shop@seed-1:4053\", \"akka.tcp://shop@seed-2:4053\" } });")]
    [InlineData("builder.Services.WithClustering(new ClusterOptions { SeedNodes = builder.Configuration.GetSection(\"Seeds\").Get<string[]>() });")]
    [InlineData("builder.Services.WithClustering(new ClusterOptions { SeedNodes = new[] { \"akka.tcp://shop@seed-1:4053\" } }).WithClusterBootstrap();")]
    [InlineData("builder.Services.WithClustering(new ClusterOptions { Roles = new[] { \"web\" } });")]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.Services.WithClustering(new ClusterOptions { SeedNodes = new[] { \"akka.tcp://shop@localhost:4053\" } }); }")]
    public Task Several_gateways_and_seeds_are_not(string statements) => Test.VerifyAsync(Program(statements));

    [Fact]
    public Task A_method_of_that_name_of_ones_own_is_not() => Test.VerifyAsync(
        Program("builder.UseLocalhostClustering();"),
        "static class Own { public static void UseLocalhostClustering(this WebApplicationBuilder builder) { } }");
}
