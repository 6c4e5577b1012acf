using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof2010Tests
{
    private static readonly (string, string) Client = ("Microsoft.Azure.Cosmos.Client", """
        namespace Microsoft.Azure.Cosmos
        {
            public class CosmosClientOptions { public bool LimitToEndpoint { get; set; } public string ApplicationName { get; set; } = ""; }
            public class CosmosClient { public CosmosClient(string accountEndpoint, string key, CosmosClientOptions options) { } }
        }
        namespace Microsoft.Azure.Cosmos.Fluent
        {
            public class CosmosClientBuilder
            {
                public CosmosClientBuilder(string connectionString) { }
                public CosmosClientBuilder WithLimitToEndpoint(bool limitToEndpoint) => this;
                public CosmosClientBuilder WithApplicationName(string name) => this;
                public CosmosClient Build() => null!;
            }
        }
        """);

    private static readonly (string, string) EntityFramework = ("Microsoft.EntityFrameworkCore.Cosmos", """
        using System;
        namespace Microsoft.EntityFrameworkCore.Infrastructure
        {
            public class CosmosDbContextOptionsBuilder
            {
                public CosmosDbContextOptionsBuilder LimitToEndpoint(bool enable = true) => this;
                public CosmosDbContextOptionsBuilder Region(string region) => this;
            }
        }
        namespace Microsoft.EntityFrameworkCore
        {
            public static class CosmosDbContextOptionsExtensions
            {
                public static DbContextOptionsBuilder UseCosmos(this DbContextOptionsBuilder builder, string connectionString, string database, Action<Infrastructure.CosmosDbContextOptionsBuilder> configure) => builder;
            }
        }
        """);

    private static string Program(string statements) => $$"""
        using Microsoft.Azure.Cosmos;
        using Microsoft.Azure.Cosmos.Fluent;
        using Microsoft.EntityFrameworkCore;
        var builder = WebApplication.CreateBuilder(args);
        {{statements}}
        builder.Build().Run();
        class Orders : DbContext { }
        class Own { public bool LimitToEndpoint { get; set; } public void WithLimitToEndpoint(bool on) { } }
        """;

    private static Task VerifyAsync(string statements) =>
        new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF2010", Libraries = [Client, EntityFramework] }.VerifyAsync(Program(statements));

    [Theory]
    [InlineData("var options = new CosmosClientOptions { [|LimitToEndpoint = true|] };")]
    [InlineData("var options = new CosmosClientOptions(); [|options.LimitToEndpoint = true|];")]
    [InlineData("CosmosClientOptions options = new() { ApplicationName = \"shop\", [|LimitToEndpoint = true|] };")]
    [InlineData("builder.Services.AddSingleton(_ => new CosmosClient(args[0], args[1], new CosmosClientOptions { [|LimitToEndpoint = true|] }));")]
    [InlineData("var client = new CosmosClient(\"https://shop.documents.azure.com:443/\", args[1], new CosmosClientOptions { [|LimitToEndpoint = true|] });")]
    [InlineData("var client = new CosmosClientBuilder(args[0]).[|WithLimitToEndpoint|](true).Build();")]
    [InlineData("var client = new CosmosClientBuilder(args[0]).WithApplicationName(\"shop\").[|WithLimitToEndpoint|](limitToEndpoint: true).Build();")]
    [InlineData("builder.Services.AddDbContext<Orders>(o => o.UseCosmos(args[0], \"shop\", c => c.[|LimitToEndpoint|]()));")]
    [InlineData("builder.Services.AddDbContext<Orders>(o => o.UseCosmos(args[0], \"shop\", c => c.[|LimitToEndpoint|](true).Region(\"x\")));")]
    [InlineData("if (builder.Environment.IsProduction()) { var options = new CosmosClientOptions { [|LimitToEndpoint = true|] }; }")]
    public Task A_client_that_stays_with_its_endpoint_is_reported(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("var options = new CosmosClientOptions();")]
    [InlineData("var options = new CosmosClientOptions { LimitToEndpoint = false };")]
    [InlineData("var options = new CosmosClientOptions { LimitToEndpoint = builder.Environment.IsDevelopment() };")]
    [InlineData("if (builder.Environment.IsDevelopment()) { var options = new CosmosClientOptions { LimitToEndpoint = true }; }")]
    [InlineData("if (builder.Configuration.GetValue<bool>(\"UseEmulator\")) { var options = new CosmosClientOptions { LimitToEndpoint = true }; }")]
    [InlineData("var client = new CosmosClient(\"https://localhost:8081\", args[1], new CosmosClientOptions { LimitToEndpoint = true });")]
    [InlineData("var client = new CosmosClientBuilder(\"AccountEndpoint=https://127.0.0.1:8081/;AccountKey=x\").WithLimitToEndpoint(true).Build();")]
    [InlineData("var client = new CosmosClientBuilder(args[0]).WithLimitToEndpoint(false).Build();")]
    [InlineData("builder.Services.AddDbContext<Orders>(o => o.UseCosmos(args[0], \"shop\", c => c.LimitToEndpoint(false)));")]
    [InlineData("builder.Services.AddDbContext<Orders>(o => o.UseCosmos(args[0], \"shop\", c => c.Region(\"x\")));")]
    [InlineData("var own = new Own { LimitToEndpoint = true }; own.WithLimitToEndpoint(true);")]
    public Task One_that_may_move_and_the_emulator_are_not(string statements) =>
        VerifyAsync(statements);

    [Theory]
    [InlineData("var options = new CosmosClientOptions { [|LimitToEndpoint = true|] };", "var options = new CosmosClientOptions();")]
    [InlineData("var options = new CosmosClientOptions { [|LimitToEndpoint = true|], ApplicationName = \"shop\" };", "var options = new CosmosClientOptions { ApplicationName = \"shop\" };")]
    [InlineData("var client = new CosmosClientBuilder(args[0]).[|WithLimitToEndpoint|](true).Build();", "var client = new CosmosClientBuilder(args[0]).Build();")]
    [InlineData("builder.Services.AddDbContext<Orders>(o => o.UseCosmos(args[0], \"shop\", c => c.[|LimitToEndpoint|](true).Region(\"x\")));", "builder.Services.AddDbContext<Orders>(o => o.UseCosmos(args[0], \"shop\", c => c.Region(\"x\")));")]
    [InlineData("builder.Services.AddDbContext<Orders>(o => o.UseCosmos(args[0], \"shop\", c => c.[|LimitToEndpoint|]()));", "builder.Services.AddDbContext<Orders>(o => o.UseCosmos(args[0], \"shop\", c => c.[|LimitToEndpoint|]()));")]
    public Task The_fix_removes_the_setting(string before, string after) =>
        new FixTest<DefaultRulesAnalyzer, Spof2010CodeFix>("SPOF2010") { Libraries = [Client, EntityFramework] }.VerifyAsync(Program(before), Program(after));
}
