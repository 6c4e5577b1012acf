using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof5003Tests
{
    private const string Database = "AddNpgSql(\"Host=db\")";

    private static string Program(string checks, string mapping) => $$"""
        using Microsoft.AspNetCore.Diagnostics.HealthChecks;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Diagnostics.HealthChecks;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHealthChecks().{{checks}};
        var app = builder.Build();
        {{mapping}}
        app.Run();
        class Orders : DbContext { }
        """;

    private static Task VerifyAsync(string checks, string mapping) =>
        new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF5003" }.VerifyAsync(Program(checks, mapping));

    [Theory]
    [InlineData(Database)]
    [InlineData("AddDbContextCheck<Orders>()")]
    [InlineData("AddRedis(\"cache:6379\")")]
    [InlineData("AddUrlGroup(new Uri(\"http://prices/health\"))")]
    [InlineData("AddCheck(\"self\", () => HealthCheckResult.Healthy()).AddNpgSql(\"Host=db\")")]
    [InlineData("AddNpgSql(\"Host=db\", failureStatus: HealthStatus.Unhealthy)")]
    [InlineData("AddRedis(\"cache:6379\", failureStatus: HealthStatus.Degraded).AddNpgSql(\"Host=db\")")]
    public Task A_liveness_endpoint_that_asks_another_system_is_reported(string checks) => VerifyAsync(checks, "app.[|MapHealthChecks|](\"/live\");");

    [Theory]
    [InlineData("app.[|MapHealthChecks|](\"/alive\");")]
    [InlineData("app.[|MapHealthChecks|](\"/health/live\");")]
    [InlineData("app.[|MapHealthChecks|](\"/livez\", new HealthCheckOptions());")]
    [InlineData("app.[|MapHealthChecks|](\"/liveness\", new HealthCheckOptions { AllowCachingResponses = false });")]
    [InlineData("app.[|MapHealthChecks|](\"/liveness\", new HealthCheckOptions { Predicate = _ => true });")]
    [InlineData("app.[|UseHealthChecks|](\"/live\");")]
    [InlineData("const string Live = \"/live\"; app.[|MapHealthChecks|](Live);")]
    [InlineData("app.MapHealthChecks(\"/ready\"); app.[|MapHealthChecks|](\"/live\").AllowAnonymous();")]
    public Task However_it_is_mapped(string mapping) => VerifyAsync(Database, mapping);

    [Theory]
    [InlineData("app.MapHealthChecks(\"/health\");")]
    [InlineData("app.MapHealthChecks(\"/ready\");")]
    [InlineData("app.MapHealthChecks(\"/delivery\");")]
    [InlineData("app.MapHealthChecks(\"/live\", new HealthCheckOptions { Predicate = _ => false });")]
    [InlineData("app.MapHealthChecks(\"/live\", new HealthCheckOptions { Predicate = r => r.Tags.Contains(\"live\") });")]
    [InlineData("var options = new HealthCheckOptions(); options.Predicate = r => r.Name == \"self\"; app.MapHealthChecks(\"/live\", options);")]
    [InlineData("app.MapHealthChecks(\"/live\", Options()); HealthCheckOptions Options() => new() { Predicate = _ => false };")]
    [InlineData("app.MapHealthChecks(args[0]);")]
    [InlineData("if (app.Environment.IsDevelopment()) { app.MapHealthChecks(\"/live\"); }")]
    [InlineData("app.MapGet(\"/live\", () => \"ok\");")]
    public Task An_endpoint_for_readiness_or_with_a_choice_of_checks_is_not(string mapping) => VerifyAsync(Database, mapping);

    [Theory]
    [InlineData("AddCheck(\"self\", () => HealthCheckResult.Healthy())")]
    [InlineData("AddNpgSql(\"Host=db\", failureStatus: HealthStatus.Degraded)")]
    [InlineData("AddRedis(\"cache:6379\", failureStatus: HealthStatus.Healthy)")]
    public Task Checks_that_cannot_fail_the_answer_are_not(string checks) => VerifyAsync(checks, "app.MapHealthChecks(\"/live\");");

    [Fact]
    public Task Nor_is_a_check_for_development() => VerifyAsync(
        "AddCheck(\"self\", () => HealthCheckResult.Healthy()); if (builder.Environment.IsDevelopment()) { builder.Services.AddHealthChecks().AddNpgSql(\"Host=db\"); }",
        "app.MapHealthChecks(\"/live\");");

    [Theory]
    [InlineData("app.[|MapHealthChecks|](\"/live\");", "app.MapHealthChecks(\"/live\", new HealthCheckOptions { Predicate = check => check.Tags.Contains(\"live\") });")]
    [InlineData("app.[|UseHealthChecks|](\"/live\");", "app.UseHealthChecks(\"/live\", new HealthCheckOptions { Predicate = check => check.Tags.Contains(\"live\") });")]
    [InlineData(
        "app.[|MapHealthChecks|](\"/live\", new HealthCheckOptions { AllowCachingResponses = true });",
        "app.MapHealthChecks(\"/live\", new HealthCheckOptions { Predicate = check => check.Tags.Contains(\"live\"), AllowCachingResponses = true });")]
    [InlineData(
        "app.[|MapHealthChecks|](\"/live\", new HealthCheckOptions { Predicate = _ => true });",
        "app.[|MapHealthChecks|](\"/live\", new HealthCheckOptions { Predicate = _ => true });")]
    public Task The_fix_leaves_out_other_systems(string before, string after) =>
        new FixTest<DefaultRulesAnalyzer, Spof5003CodeFix>("SPOF5003").VerifyAsync(Program(Database, before), Program(Database, after));
}
