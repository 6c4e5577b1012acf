using Spof.Code.Tests.Harness;
using Spof.Model;

namespace Spof.Code.Tests;

/// <summary>From C# files to the dependencies of the model.</summary>
public sealed class ClientDependencyTests
{
    private const string Web = """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>""";

    private static async Task<CodeDependency[]> Read(string program, string more = "")
    {
        using var repository = new Repository().With("src/Shop/Shop.csproj", Web).With("src/Shop/Program.cs", program).With("src/Shop/More.cs", more);
        return [.. (await repository.ReadAsync()).Projects[0].Dependencies];
    }

    [Fact]
    public async Task A_second_provider_inline_in_the_handler_of_the_first()
    {
        var dependencies = await Read("""
            var http = new HttpClient();
            var app = WebApplication.Create(args);
            app.MapPost("/pay", async () =>
            {
                try { return (await http.PostAsync("https://api.stripe.com/v1/charges", null)).EnsureSuccessStatusCode().ToString(); }
                catch (HttpRequestException) { return (await http.PostAsync("https://api.adyen.com/v1/payments", null)).EnsureSuccessStatusCode().ToString(); }
            });
            app.Run();
            """);
        var first = Assert.Single(dependencies, d => d.Address.Endpoints[0].Host == "api.stripe.com");
        var second = Assert.Single(dependencies, d => d.Address.Endpoints[0].Host == "api.adyen.com");
        Assert.Equal((Strength.Soft, Strength.Hard), (first.Strength, second.Strength));
        Assert.Equal([first.Id], second.AlternativeTo);
        Assert.Empty(first.AlternativeTo);
    }

    private const string Clients = """
        public class Stripe(HttpClient http) { public async Task Charge() => (await http.PostAsync("v1", null)).EnsureSuccessStatusCode(); }
        public class Adyen(HttpClient http) { public async Task Charge() => (await http.PostAsync("v1", null)).EnsureSuccessStatusCode(); }
        """;

    private static Task<CodeDependency[]> ReadClients(string checkout) => Read("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient<Stripe>(c => c.BaseAddress = new Uri("https://api.stripe.com"));
        builder.Services.AddHttpClient<Adyen>(c => c.BaseAddress = new Uri("https://api.adyen.com"));
        builder.Build().Run();
        """, Clients + checkout);

    [Fact]
    public async Task A_typed_client_that_stands_in_for_another_and_one_that_is_needed_elsewhere_too()
    {
        var pair = await ReadClients("class Checkout(Stripe a, Adyen b) { public async Task Pay() { try { await a.Charge(); } catch { await b.Charge(); } } }");
        Assert.Equal([("code:Shop/Adyen", Strength.Hard, "code:Shop/Stripe"), ("code:Shop/Stripe", Strength.Soft, "")], pair.Select(d => (d.Id, d.Strength, string.Join(',', d.AlternativeTo))));

        var both = await ReadClients("""
            class Checkout(Stripe a, Adyen b) { public async Task Pay() { try { await a.Charge(); } catch { await b.Charge(); } } public Task Refund() => b.Charge(); }
            """);
        Assert.Equal([("code:Shop/Adyen", Strength.Hard, ""), ("code:Shop/Stripe", Strength.Soft, "")], both.Select(d => (d.Id, d.Strength, string.Join(',', d.AlternativeTo))));
    }

    [Fact]
    public async Task The_same_client_asked_again_stays_a_need()
    {
        var dependencies = await ReadClients("class Checkout(Stripe a, Adyen b) { public async Task Pay() { try { await a.Charge(); } catch { await a.Charge(); } await b.Charge(); } }");
        Assert.All(dependencies, d => Assert.Equal((Strength.Hard, ""), (d.Strength, string.Join(',', d.AlternativeTo))));
    }

    [Fact]
    public async Task After_the_failure_of_something_else_the_strength_is_unknown()
    {
        var dependency = Assert.Single(await Read("""
            var http = new HttpClient();
            var app = WebApplication.Create(args);
            app.MapGet("/rates", async () =>
            {
                try { return await File.ReadAllTextAsync("rates"); }
                catch (Exception) { return await http.GetStringAsync("https://api.stripe.com/v1/rates"); }
            });
            app.Run();
            """));
        Assert.Equal((Strength.Unknown, "strength"), (dependency.Strength, Assert.Single(dependency.Unknowns).What));
    }
}
