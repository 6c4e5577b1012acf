using Spof.Model;

namespace Spof.Tool.Tests.Samples;

/// <summary>A provider that is called where another one has failed: a pair, and no single point of failure.</summary>
public sealed class SecondProviderTests
{
    private const string Inline = """
        var http = new HttpClient();
        var app = WebApplication.Create(args);
        app.MapPost("/pay", async () =>
        {
            try { return (await http.PostAsync("https://api.stripe.com/v1/charges", null)).EnsureSuccessStatusCode().ToString(); }
            catch (HttpRequestException) { return (await http.PostAsync("https://api.adyen.com/v1/payments", null)).EnsureSuccessStatusCode().ToString(); }
        });
        app.Run();
        """;

    private const string Typed = """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient<Stripe>(c => c.BaseAddress = new Uri("https://api.stripe.com"));
        builder.Services.AddHttpClient<Adyen>(c => c.BaseAddress = new Uri("https://api.adyen.com"));
        var app = builder.Build();
        app.MapPost("/pay", async (Stripe stripe, Adyen adyen) =>
        {
            try { await stripe.Charge(); }
            catch (HttpRequestException) { await adyen.Charge(); }
        });
        app.Run();

        public class Stripe(HttpClient http) { public async Task Charge() => (await http.PostAsync("v1/charges", null)).EnsureSuccessStatusCode(); }
        public class Adyen(HttpClient http) { public async Task Charge() => (await http.PostAsync("v1/payments", null)).EnsureSuccessStatusCode(); }
        """;

    private static bool IsAbout(CutSet set, params string[] hosts) =>
        set.Events.Select(e => e.NodeId).Order().SequenceEqual(hosts.Select(h => "host:" + h).Order());

    [Theory]
    [InlineData(Inline)]
    [InlineData(Typed)]
    public async Task Two_providers_are_a_pair_and_neither_stops_the_service_alone(string program)
    {
        using var shop = new Shop().With("src/Checkout/Program.cs", program);
        var assessment = await shop.ScanAsync();

        Assert.DoesNotContain(assessment.Findings, f => f.RuleId is "SPOF7001" or "SPOF3001" && f.NodeId.StartsWith("host:", StringComparison.Ordinal));
        var sets = assessment.Targets.SelectMany(t => t.EntryPoints).SelectMany(a => a.CutSets).ToArray();
        Assert.DoesNotContain(sets, s => IsAbout(s, "api.stripe.com") || IsAbout(s, "api.adyen.com"));
        Assert.Contains(sets, s => IsAbout(s, "api.stripe.com", "api.adyen.com") && s.Verdict == Verdict.Certain);
    }

    [Fact]
    public async Task A_provider_that_is_also_called_on_its_own_stays_a_single_point_of_failure()
    {
        using var shop = new Shop().With("src/Checkout/Program.cs", Typed.Replace(
            "app.Run();", "app.MapPost(\"/refund\", async (Adyen adyen) => await adyen.Charge());\napp.Run();", StringComparison.Ordinal));
        var assessment = await shop.ScanAsync();

        Assert.Contains(assessment.Findings, f => f is { RuleId: "SPOF7001", NodeId: "host:api.adyen.com", Level: FindingLevel.Error });
        Assert.DoesNotContain(assessment.Findings, f => f is { RuleId: "SPOF7001", NodeId: "host:api.stripe.com" });
    }
}
