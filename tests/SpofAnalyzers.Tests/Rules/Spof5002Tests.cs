using Microsoft.CodeAnalysis;
using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof5002Tests
{
    private const string Usings = "using Microsoft.AspNetCore.Diagnostics.HealthChecks;\n";

    /// <summary>The service-defaults project of a solution, as a service sees it without its source.</summary>
    private static readonly (string, string) Defaults = ("Shop.ServiceDefaults", """
        namespace Microsoft.Extensions.Hosting;
        public static class Extensions
        {
            public static Microsoft.AspNetCore.Builder.WebApplication MapDefaultEndpoints(this Microsoft.AspNetCore.Builder.WebApplication app) => app;
        }
        """);

    private static RuleTest Rule => new() { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF5002" };

    private static string Program(string statements) => $$"""
        {{Usings}}var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHealthChecks();
        var app = builder.Build();
        app.MapGet("/orders", () => "none");
        {{statements}}
        app.Run();
        """;

    [Theory]
    [InlineData("if (app.Environment.IsDevelopment()) { app.[|MapHealthChecks|](\"/health\"); }")]
    [InlineData("if (app.Environment.IsDevelopment()) app.[|MapHealthChecks|](\"/health\");")]
    [InlineData("if (app.Environment.IsDevelopment()) { app.[|MapHealthChecks|](\"/health\"); app.MapHealthChecks(\"/alive\", new HealthCheckOptions { Predicate = r => r.Tags.Contains(\"live\") }); }")]
    [InlineData("if (app.Environment.IsDevelopment()) { app.UseDeveloperExceptionPage(); app.[|UseHealthChecks|](\"/health\"); }")]
    [InlineData("if (!app.Environment.IsDevelopment()) { app.UseHsts(); } else { app.[|MapHealthChecks|](\"/health\"); }")]
    [InlineData("if (app.Environment.IsEnvironment(\"Local\")) { app.[|MapHealthChecks|](\"/health\"); }")]
    [InlineData("if (app.Environment.EnvironmentName == \"Development\") { app.[|MapHealthChecks|](\"/health\"); }")]
    [InlineData("if (app.Environment.IsDevelopment() && args.Length == 0) { app.[|MapHealthChecks|](\"/health\"); }")]
    [InlineData("var isDev = app.Environment.IsDevelopment(); if (isDev) { app.[|MapHealthChecks|](\"/health\"); }")]
    [InlineData("if (app.Environment.IsDevelopment()) { app.[|MapHealthChecks|](\"/health\").RequireHost(\"*:8081\"); }")]
    [InlineData("if (app.Environment.IsDevelopment()) { app.[|MapHealthChecks|](\"/health\"); app.MapGet(\"/ping\", () => \"pong\"); }")]
    [InlineData("if (app.Environment.IsDevelopment()) { Probes(app); } void Probes(WebApplication web) { web.[|MapHealthChecks|](\"/health\"); }")]
    [InlineData("if (app.Environment.IsDevelopment()) { app.[|MapHealthChecks|](\"/health\"); } app.MapGet(\"/orders/{id}/status\", (int id) => id);")]
    public Task Health_endpoints_under_a_check_for_development_are_reported(string statements) => Rule.VerifyAsync(Program(statements));

    [Theory]
    [InlineData("app.MapHealthChecks(\"/health\");")]
    [InlineData("if (app.Environment.IsDevelopment()) { app.MapHealthChecks(\"/health\"); } app.MapHealthChecks(\"/healthz\");")]
    [InlineData("if (!app.Environment.IsDevelopment()) { app.MapHealthChecks(\"/health\"); }")]
    [InlineData("if (!app.Environment.IsProduction()) { app.MapHealthChecks(\"/health\"); }")]
    [InlineData("if (app.Environment.IsDevelopment() || app.Configuration.GetValue<bool>(\"Health\")) { app.MapHealthChecks(\"/health\"); }")]
    [InlineData("if (app.Environment.IsEnvironment(\"Staging\")) { app.MapHealthChecks(\"/health\"); }")]
    [InlineData("if (app.Environment.IsDevelopment()) { app.MapHealthChecks(\"/health\"); } app.MapGet(\"/healthz\", () => \"ok\");")]
    [InlineData("if (app.Environment.IsDevelopment()) { app.MapHealthChecks(\"/health\"); } app.Map(\"/ready\", inner => { });")]
    [InlineData("const string Probe = \"/api/live\"; if (app.Environment.IsDevelopment()) { app.MapHealthChecks(\"/health\"); } app.MapGet(Probe, () => \"ok\");")]
    [InlineData("if (app.Environment.IsDevelopment()) { app.UseDeveloperExceptionPage(); }")]
    [InlineData("Probes(app, args.Length); void Probes(WebApplication web, int n) { web.MapHealthChecks(\"/health\"); }")]
    public Task Endpoints_that_production_has_are_not(string statements) => Rule.VerifyAsync(Program(statements));

    [Theory]
    [InlineData("using Microsoft.AspNetCore.Mvc; [Route(\"health\")] public class Ops : ControllerBase { [HttpGet] public string Get() => \"ok\"; }")]
    [InlineData("using Microsoft.AspNetCore.Mvc; public class Ops : ControllerBase { [HttpGet(\"/healthz\")] public string Get() => \"ok\"; }")]
    [InlineData("public class HealthController : Microsoft.AspNetCore.Mvc.ControllerBase { }")]
    public Task A_controller_that_answers_probes_is_another_endpoint(string controller) =>
        Rule.VerifyAsync(Program("if (app.Environment.IsDevelopment()) { app.MapHealthChecks(\"/health\"); }"), controller);

    [Fact]
    public Task A_defaults_library_is_reported() => Rule.VerifyAsync("""
        public static class Extensions
        {
            public static WebApplication MapDefaultEndpoints(this WebApplication app)
            {
                if (app.Environment.IsDevelopment())
                {
                    app.[|MapHealthChecks|]("/health");
                    app.MapHealthChecks("/alive");
                }

                return app;
            }
        }
        """);

    [Fact]
    public async Task A_service_that_relies_on_the_template_gets_a_hint()
    {
        var test = new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF5002", Libraries = [Defaults] };
        var found = Assert.Single(await test.RunAsync(Program("app.MapDefaultEndpoints();")));
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.StartsWith("'MapDefaultEndpoints'", found.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("app.MapDefaultEndpoints(); app.MapHealthChecks(\"/healthz\");")]
    [InlineData("app.MapDefaultEndpoints(); app.MapGet(\"/health\", () => 1);")]
    public Task With_an_endpoint_of_its_own_it_does_not(string statements) =>
        new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF5002", Libraries = [Defaults] }.VerifyAsync(Program(statements));

    [Fact]
    public async Task The_template_is_taken_for_what_its_source_says_where_that_is_at_hand()
    {
        var changed = (Defaults.Item1, Defaults.Item2.Replace("=> app;", "{ Microsoft.AspNetCore.Builder.HealthCheckEndpointRouteBuilderExtensions.MapHealthChecks(app, \"/health\"); return app; }", StringComparison.Ordinal));
        Assert.Empty(await new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF5002", Libraries = [changed] }.RunAsync(Program("app.MapDefaultEndpoints();")));
    }

    [Fact]
    public Task A_listed_method_maps_in_production() =>
        new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF5002", Libraries = [Defaults], Options = ["spof.health_methods = MapDefaultEndpoints"] }
            .VerifyAsync(Program("app.MapDefaultEndpoints();"));

    [Fact]
    public Task The_fix_moves_the_mappings_out_of_the_condition() => Fix(
        """
        // Not for production.
        if (app.Environment.IsDevelopment())
        {
            // Ready when all checks pass.
            app.[|MapHealthChecks|]("/health");
            app.MapHealthChecks("/alive");
        }
        """,
        """
        // Not for production.
        // Ready when all checks pass.
        app.MapHealthChecks("/health");
        app.MapHealthChecks("/alive");
        """);

    [Fact]
    public Task The_fix_leaves_the_rest_where_it_is() => Fix(
        """
        if (app.Environment.IsDevelopment())
        {
            app.UseDeveloperExceptionPage();
            app.[|MapHealthChecks|]("/health").RequireHost("*:8081");
        }
        """,
        """
        if (app.Environment.IsDevelopment())
        {
            app.UseDeveloperExceptionPage();
        }
        app.MapHealthChecks("/health").RequireHost("*:8081");
        """);

    [Theory]
    [InlineData("if (app.Environment.IsDevelopment()) { var path = args[0]; app.[|MapHealthChecks|](path); }")]
    [InlineData("if (!app.Environment.IsDevelopment()) { app.UseHsts(); } else { app.[|MapHealthChecks|](\"/health\"); }")]
    [InlineData("if (app.Environment.IsDevelopment()) { if (args.Length > 0) { app.[|MapHealthChecks|](\"/health\"); } }")]
    public Task No_fix_is_offered_where_more_than_the_statement_would_have_to_move(string statements) => Fix(statements, statements);

    private static Task Fix(string before, string after) =>
        new FixTest<DefaultRulesAnalyzer, Spof5002CodeFix>("SPOF5002").VerifyAsync(Program(before), Program(after));
}
