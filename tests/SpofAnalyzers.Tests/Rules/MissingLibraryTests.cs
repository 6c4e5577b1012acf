using Microsoft.CodeAnalysis.Diagnostics;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

/// <summary>
/// Rules that report what nothing in the program does. The tool reads programs whose packages were not restored: a set-up method of a
/// library that is not at hand may do it.
/// </summary>
public sealed class MissingLibraryTests
{
    private static Task VerifyAsync(string rule, string services, string app = "") => VerifyAsync(new DefaultRulesAnalyzer(), rule, services, app);

    private static Task VerifyAsync(DiagnosticAnalyzer analyzer, string rule, string services, string app) => new RuleTest { Analyzer = analyzer, Rule = rule, LacksLibrary = true }.VerifyAsync($$"""
        using Microsoft.AspNetCore.SignalR;
        var builder = WebApplication.CreateBuilder(args);
        {{services}}
        var app = builder.Build();
        {{app}}
        class Chat : Hub { public Task Say(string words) => Clients.All.SendAsync("said", words); }
        """);

    [Theory]
    [InlineData("builder.AddShopPlatform();")]
    [InlineData("builder.Services.AddShopPlatform();")]
    [InlineData("builder.Host.UseShopPlatform();")]
    [InlineData("builder.AddShopPlatform(platform => platform.Name = \"orders\");")]
    public Task A_set_up_that_is_not_at_hand_may_register_a_cache_keys_or_a_backplane(string setup) => Task.WhenAll(
        VerifyAsync("SPOF4003", setup + " builder.Services.AddControllersWithViews(); builder.Services.AddSession();", "app.UseSession();"),
        VerifyAsync("SPOF4004", setup + " builder.Services.AddControllersWithViews();"),
        VerifyAsync("SPOF4005", setup + " builder.Services.AddSignalR();", "app.MapHub<Chat>(\"/chat\");"));

    [Theory]
    [InlineData("builder.Services.AddSwaggerGen();")]
    [InlineData("builder.Services.AddMediatR(c => c.RegisterServicesFromAssembly(typeof(Chat).Assembly));")]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.AddShopPlatform(); }")]
    [InlineData("var settings = new Dictionary<string, string>(); settings.AddShopPlatform();")]
    [InlineData("builder.Services.AddControllers(1, 2, 3);")]
    public Task What_a_well_known_library_or_nothing_of_the_host_is_called_hides_nothing(string setup) => Task.WhenAll(
        VerifyAsync("SPOF4003", setup + " builder.Services.AddControllersWithViews(); builder.Services.[|AddSession|]();", "app.UseSession();"),
        VerifyAsync("SPOF4004", setup + " builder.Services.[|AddControllersWithViews|]();"),
        VerifyAsync("SPOF4005", setup + " builder.Services.[|AddSignalR|]();", "app.MapHub<Chat>(\"/chat\");"));

    [Theory]
    [InlineData("app.MapShopEndpoints(); app.Run();")]
    [InlineData("app.UseShopPlatform(); app.Run();")]
    [InlineData("app.MapGroup(\"/shop\").MapShopEndpoints(); app.Run();")]
    [InlineData("((IEndpointRouteBuilder)app).MapShopEndpoints(); app.Run();")]
    public Task An_application_that_is_handed_to_what_is_not_at_hand_may_answer_probes(string statements) =>
        VerifyAsync("SPOF5001", "builder.Services.AddControllers();", "app.MapControllers(); " + statements);

    [Theory]
    [InlineData("app.UseSwagger(); app.UseSwaggerUI(); app.[|Run|]();")]
    [InlineData("app.MapScalarApiReference(); app.[|Run|]();")]
    [InlineData("if (app.Environment.IsDevelopment()) { app.UseShopPlatform(); } app.[|Run|]();")]
    public Task A_well_known_library_answers_none(string statements) =>
        VerifyAsync("SPOF5001", "builder.Services.AddControllers();", "app.MapControllers(); " + statements);

    private const string Payments = """
        builder.Services.AddHttpClient("stripe", c => c.BaseAddress = new Uri("https://api.stripe.com"));
        """;

    private const string Charge = """
        app.MapPost("/pay", async (IHttpClientFactory f) => (await f.CreateClient("stripe").PostAsync("v1/charges", null)).EnsureSuccessStatusCode());
        """;

    [Theory]
    [InlineData("builder.AddServiceDefaults();")]
    [InlineData("builder.AddShopServiceDefaults();")]
    [InlineData("builder.Services.AddShopResilience();")]
    public Task Defaults_that_are_not_at_hand_may_make_every_client_resilient(string setup) => VerifyAsync(new Spof3001Analyzer(), "SPOF3001", setup + Payments, Charge);

    [Theory]
    [InlineData("builder.Services.AddSwaggerGen();")]
    [InlineData("builder.Services.AddShopPrices();")]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.AddServiceDefaults(); }")]
    public Task A_set_up_that_does_not_speak_of_it_makes_none_resilient(string setup) =>
        VerifyAsync(new Spof3001Analyzer(), "SPOF3001", setup + Payments.Replace("AddHttpClient", "[|AddHttpClient|]", StringComparison.Ordinal), Charge);
}
