using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof3013Tests
{
    private static Task VerifyAsync(string statements, string types = "") => new RuleTest { Analyzer = new OptInRulesAnalyzer(), Rule = Spof3013.Id }.VerifyAsync(
        "using Microsoft.EntityFrameworkCore; using Npgsql; using RabbitMQ.Client; using Polly;\nvar builder = WebApplication.CreateBuilder(args);\nvar app = builder.Build();\nvar shop = new Shop();\n"
        + statements + "\napp.Run();\nclass Shop : DbContext { }\n" + types);

    private const string Get = "await new HttpClient().GetStringAsync(\"http://config/\")";

    [Theory]
    [InlineData("shop.Database.[|Migrate|]();")]
    [InlineData("await shop.Database.[|MigrateAsync|]();")]
    [InlineData("shop.Database.[|EnsureCreated|]();")]
    [InlineData("if (args.Length > 0) { shop.Database.[|Migrate|](); }")]
    [InlineData("using (var scope = app.Services.CreateScope()) { scope.ServiceProvider.GetRequiredService<Shop>().Database.[|Migrate|](); }")]
    [InlineData("var settings = await new HttpClient().[|GetStringAsync|](\"http://config/\");")]
    [InlineData("using var connection = new NpgsqlConnection(\"Host=db\");\nconnection.[|Open|]();")]
    [InlineData("var connection = await new ConnectionFactory().[|CreateConnectionAsync|]();")]
    [InlineData("try { shop.Database.[|Migrate|](); } catch (Exception e) { Console.WriteLine(e); throw; }")]
    [InlineData("Prepare(shop);\nstatic void Prepare(Shop shop) => shop.Database.[|Migrate|]();")]
    public Task A_remote_call_while_the_host_starts_is_reported(string statements) => VerifyAsync(statements);

    [Fact]
    public Task A_hosted_service_that_the_host_waits_for_is_reported() => VerifyAsync("", """
        class Warm(HttpClient http) : IHostedService
        {
            public async Task StartAsync(CancellationToken stop) => await http.[|GetStringAsync|]("http://config/", stop);
            public Task StopAsync(CancellationToken stop) => Task.CompletedTask;
        }
        """);

    [Theory]
    [InlineData("try { shop.Database.Migrate(); } catch (Exception e) { Console.WriteLine(e); }")]
    [InlineData("if (app.Environment.IsDevelopment()) { shop.Database.Migrate(); }")]
    [InlineData("app.MapGet(\"/\", async () => " + Get + ");")]
    [InlineData("_ = new HttpClient().GetStringAsync(\"http://config/\");")]
    [InlineData("Policy.Handle<Exception>().WaitAndRetry(5, n => TimeSpan.FromSeconds(n)).Execute(() => shop.Database.Migrate());")]
    [InlineData("for (var i = 0; i < 10; i++) { try { shop.Database.Migrate(); break; } catch (Exception) { Thread.Sleep(1000); } }")]
    [InlineData("try { Prepare(shop); } catch (Exception e) { Console.WriteLine(e); }\nstatic void Prepare(Shop shop) => shop.Database.Migrate();")]
    [InlineData("var name = shop.Database.ProviderName;")]
    [InlineData("using var file = File.Open(\"a\", FileMode.Open);")]
    public Task A_failure_that_is_survived_or_a_request_is_not(string statements) => VerifyAsync(statements);

    [Fact]
    public Task Background_work_is_not() => VerifyAsync("", """
        class Work(HttpClient http) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stop) => await http.GetStringAsync("http://config/", stop);
        }
        """);
}
