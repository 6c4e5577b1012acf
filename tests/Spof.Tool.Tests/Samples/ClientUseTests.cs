using Spof.Model;

namespace Spof.Tool.Tests.Samples;

/// <summary>From how code uses a client to what is said about the third party behind it.</summary>
public sealed class ClientUseTests
{
    private static async Task<(Assessment Assessment, FindingLevel? Level, Finding? Finding)> Scan(string program, string more = "")
    {
        using var shop = new Shop().With("src/Checkout/Program.cs", program).With("src/Checkout/More.cs", more);
        var assessment = await shop.ScanAsync();
        var finding = assessment.Findings.SingleOrDefault(f => f is { RuleId: "SPOF7001", NodeId: "host:api.stripe.com" });
        return (assessment, finding?.Level, finding);
    }

    private const string Registered = """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient("stripe", c => c.BaseAddress = new Uri("https://api.stripe.com"));
        var app = builder.Build();
        ENDPOINT
        app.Run();
        """;

    [Fact]
    public async Task A_registration_that_nothing_uses_is_no_error()
    {
        var used = await Scan(Registered.Replace("ENDPOINT", "app.MapGet(\"/\", (IHttpClientFactory f) => f.CreateClient(\"stripe\").GetStringAsync(\"v1\"));", StringComparison.Ordinal));
        Assert.Equal(FindingLevel.Error, used.Level);

        var unused = await Scan(Registered.Replace("ENDPOINT", "", StringComparison.Ordinal));
        Assert.NotEqual(FindingLevel.Error, unused.Level);
        var sets = unused.Assessment.Targets.SelectMany(t => t.EntryPoints).SelectMany(e => e.CutSets).Where(s => s.Events.Any(e => e.NodeId == "host:api.stripe.com")).ToArray();
        Assert.All(sets, s => Assert.Equal(Verdict.Possible, s.Verdict));
        Assert.Contains(sets, s => s.Unknowns.Any(u => u.Reason == "'stripe' is registered but nothing in the code that was read uses it"));
    }

    [Fact]
    public async Task What_only_a_hosted_service_calls_does_not_stop_the_requests()
    {
        var (assessment, level, _) = await Scan("""
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHostedService<Rates>();
            var app = builder.Build();
            app.MapGet("/", () => "ok");
            app.Run();
            """, """
            public class Rates : BackgroundService
            {
                private static readonly HttpClient Http = new();
                protected override async Task ExecuteAsync(CancellationToken token) => await Http.GetStringAsync("https://api.stripe.com/v1/rates", token);
            }
            """);
        Assert.NotEqual(FindingLevel.Error, level);
        Assert.Equal(Phase.Background, Assert.Single(assessment.System.Targets[0].Dependencies, d => d.Targets.Contains("host:api.stripe.com")).Phase);
    }

    [Fact]
    public async Task The_chain_of_a_shared_client_starts_where_the_host_is_named()
    {
        var (_, _, finding) = await Scan("""
            var app = WebApplication.Create(args);
            app.MapGet("/", () => Rates.Get());
            app.Run();
            """, """
            public static class Rates
            {
                private static readonly HttpClient Http = new();
                public static Task<string> Get() => Http.GetStringAsync("https://api.stripe.com/v1/rates");
            }
            """);
        Assert.Equal("src/Checkout/More.cs:4", finding!.Chain.First(e => e.Layer == EvidenceLayer.Code).At.ToString());
    }

    [Fact]
    public async Task A_finding_that_the_code_accepts_is_not_shown_and_said_to_be_accepted()
    {
        var (assessment, _, _) = await Scan("""
            var app = WebApplication.Create(args);
            app.MapGet("/", () => Rates.Get());
            app.Run();
            """, """
            [System.Diagnostics.CodeAnalysis.SuppressMessage("Reliability", "SPOF3001", Justification = "accepted")]
            public static class Rates
            {
                private static readonly HttpClient Http = new();
                public static Task<string> Get() => Http.GetStringAsync("https://api.stripe.com/v1/rates");
            }
            """);
        Assert.DoesNotContain(assessment.Findings, f => f.RuleId == "SPOF3001");
        Assert.Contains(assessment.System.Assumptions, a => a.Text.Contains("SPOF3001 (1)", StringComparison.Ordinal));
    }
}
