using SpofAnalyzers.CodeFixes;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof5001Tests
{
    private static readonly (string, string) Platform = ("Shop.Platform", """
        public static class PlatformSetup
        {
            public static void UsePlatform(this Microsoft.AspNetCore.Builder.WebApplication app) { }
            public static void MapPlatform(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints) { }
        }
        """);

    private static string Program(string statements, string end = "app.[|Run|]();") => $$"""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();
        var app = builder.Build();
        {{statements}}
        {{end}}
        """;

    private static Task VerifyAsync(params string[] sources) => new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF5001" }.VerifyAsync(sources);

    [Theory]
    [InlineData("app.MapGet(\"/orders\", () => \"none\");")]
    [InlineData("app.MapPost(\"/orders\", (string order) => order);")]
    [InlineData("app.MapControllers();")]
    [InlineData("app.MapRazorPages();")]
    [InlineData("app.MapDefaultControllerRoute();")]
    [InlineData("app.MapMethods(\"/orders\", new[] { \"GET\" }, () => \"none\");")]
    [InlineData("var orders = app.MapGroup(\"/orders\"); orders.MapGet(\"\", () => \"none\");")]
    [InlineData("app.MapGet(\"/orders/{id}/status\", (int id) => id);")]
    [InlineData("app.UseAuthentication(); app.UseCors(); app.MapControllers();")]
    public Task A_service_that_answers_requests_but_no_probe_is_reported(string statements) => VerifyAsync(Program(statements));

    [Fact]
    public Task However_it_is_run() => VerifyAsync(Program("app.MapControllers();", "await app.[|RunAsync|]();"));

    [Fact]
    public Task Endpoints_in_another_file_count() => VerifyAsync(
        Program("app.MapOrders();"),
        "static class Orders { public static void MapOrders(this IEndpointRouteBuilder app) { app.MapGet(\"/orders\", () => 1); } }");

    [Fact]
    public Task A_startup_class_is_reported_where_it_maps() => VerifyAsync("""
        Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();
        class Startup
        {
            public void Configure(IApplicationBuilder app)
            {
                app.UseRouting();
                app.[|UseEndpoints|](endpoints => endpoints.MapControllers());
            }
        }
        """);

    [Theory]
    [InlineData("app.MapControllers(); app.MapHealthChecks(\"/health\");")]
    [InlineData("app.MapControllers(); app.UseHealthChecks(\"/hc\");")]
    [InlineData("app.MapControllers(); app.MapGet(\"/healthz\", () => \"ok\");")]
    [InlineData("app.MapControllers(); app.MapGet(\"/api/ping\", () => \"pong\");")]
    [InlineData("app.MapControllers(); app.Map(\"/alive\", inner => { });")]
    [InlineData("app.MapControllers(); app.MapWhen(c => c.Request.Path == \"/ready\", inner => { });")]
    [InlineData("app.UseStaticFiles();")]
    [InlineData("app.MapFallbackToFile(\"index.html\");")]
    [InlineData("")]
    [InlineData("if (app.Environment.IsDevelopment()) { app.MapGet(\"/debug\", () => 1); }")]
    public Task One_that_answers_probes_or_no_requests_is_not(string statements) => VerifyAsync(Program(statements, "app.Run();"));

    [Fact]
    public Task A_middleware_may_answer_probes() => VerifyAsync(
        Program("app.MapControllers(); app.UseMiddleware<HealthMiddleware>();", "app.Run();"),
        "class HealthMiddleware(RequestDelegate next) { public Task InvokeAsync(HttpContext context) => next(context); }");

    [Theory]
    [InlineData("app.MapControllers(); app.UsePlatform();")]
    [InlineData("app.MapControllers(); PlatformSetup.MapPlatform(app);")]
    public Task Code_out_of_sight_may_map_one(string statements) =>
        new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF5001", Libraries = [Platform] }.VerifyAsync(Program(statements, "app.Run();"));

    [Fact]
    public Task A_health_service_of_gRPC_is_one() => new RuleTest
    {
        Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF5001", Libraries = [("Grpc.AspNetCore.HealthChecks", """
            public static class GrpcHealthChecksEndpointRouteBuilderExtensions
            {
                public static void MapGrpcHealthChecksService(this Microsoft.AspNetCore.Routing.IEndpointRouteBuilder builder) { }
            }
            """)],
    }.VerifyAsync(Program("app.MapControllers(); app.MapGrpcHealthChecksService();", "app.Run();"));

    [Fact]
    public Task A_platform_that_looks_after_functions_itself_asks_nothing() => new RuleTest
    {
        Analyzer = new DefaultRulesAnalyzer(), Rule = "SPOF5001", Libraries = [("Amazon.Lambda.AspNetCoreServer.Hosting", "public class Marker { }")],
    }.VerifyAsync(Program("app.MapControllers();", "app.Run();"));

    [Fact]
    public Task A_worker_answers_nobody() => VerifyAsync("Host.CreateApplicationBuilder(args).Build().Run();");

    [Fact]
    public Task The_fix_registers_and_maps() => Fix(
        """
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        app.MapGet("/orders", () => "none");

        // Go.
        app.[|Run|]();
        """,
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHealthChecks();
        var app = builder.Build();
        app.MapGet("/orders", () => "none");

        // Go.
        app.MapHealthChecks("/health");
        app.Run();
        """);

    [Fact]
    public Task The_fix_maps_what_is_registered() => Fix(
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHealthChecks();
        var app = builder.Build();
        app.MapGet("/orders", () => "none");
        await app.[|RunAsync|]();
        """,
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHealthChecks();
        var app = builder.Build();
        app.MapGet("/orders", () => "none");
        app.MapHealthChecks("/health");
        await app.RunAsync();
        """);

    [Fact]
    public Task No_fix_is_offered_where_the_builder_is_not_at_hand() => Fix(
        """
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/orders", () => "none");
        app.[|Run|]();
        """,
        """
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/orders", () => "none");
        app.[|Run|]();
        """);

    private static Task Fix(string before, string after) => new FixTest<DefaultRulesAnalyzer, Spof5001CodeFix>("SPOF5001").VerifyAsync(before, after);
}
