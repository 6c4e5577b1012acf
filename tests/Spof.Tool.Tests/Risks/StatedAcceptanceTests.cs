using System.Text.Json;
using Spof.Tool.Tests.Commands;

namespace Spof.Tool.Tests.Risks;

/// <summary>An <c>[AcceptSpof]</c> in the code is judged as an entry of the file is. The package with the attribute need not be restored.</summary>
public sealed class StatedAcceptanceTests : IDisposable
{
    private const string Full = "[AcceptSpof(\"SPOF3006\", Owner = \"team-prices\", Until = \"2027-03-31\", Reason = \"replaced in Q1\")]";

    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    private async Task<JsonElement> ScanAsync(string attribute, params string[] args)
    {
        _shop.Write("src/Prices/Prices.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>""");
        _shop.Write("src/Prices/Program.cs", $$"""
            using SpofAnalyzers;
            WebApplication.CreateBuilder(args).Build().Run();
            static class Prices
            {
                {{attribute}}
                static readonly HttpClient Client = new();
            }
            """);
        var (_, json, _) = await _shop.ScanAsync([.. args, "--now", "2027-01-15", "--format", "json"]);
        return JsonDocument.Parse(json).RootElement;
    }

    private static JsonElement Finding(JsonElement result) =>
        result.GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("ruleId").GetString() == "SPOF3006");

    private static string? State(JsonElement finding) =>
        finding.TryGetProperty("acceptance", out var acceptance) && acceptance.ValueKind == JsonValueKind.Object ? acceptance.GetProperty("state").GetString() : null;

    [Fact]
    public async Task A_finding_is_accepted_where_it_stands()
    {
        var acceptance = Finding(await ScanAsync(Full)).GetProperty("acceptance");
        Assert.Equal(
            ("accepted", "team-prices", "replaced in Q1", "2027-03-31", "src/Prices/Program.cs", 5),
            (acceptance.GetProperty("state").GetString(), acceptance.GetProperty("owner").GetString(), acceptance.GetProperty("reason").GetString(),
                acceptance.GetProperty("until").GetString(), acceptance.GetProperty("at").GetProperty("path").GetString(), acceptance.GetProperty("at").GetProperty("line").GetInt32()));
    }

    [Theory]
    [InlineData("2027-01-15", "accepted")]
    [InlineData("2027-01-14", "grace")]
    [InlineData("2026-12-31", "expired")]
    public async Task The_day_is_judged(string until, string state) =>
        Assert.Equal(state, State(Finding(await ScanAsync(Full.Replace("2027-03-31", until, StringComparison.Ordinal)))));

    [Theory]
    [InlineData("[AcceptSpof(\"SPOF3006\", Until = \"2027-03-31\", Reason = \"replaced\")]", "'Owner' is missing")]
    [InlineData("[AcceptSpof(\"SPOF3006\", Owner = \"me\", Until = \"2027-03-31\", Reason = \" \")]", "'Reason' is missing")]
    [InlineData("[AcceptSpof(\"SPOF3006\", Owner = \"me\", Reason = \"replaced\")]", "'Until' is missing")]
    [InlineData("[AcceptSpof(\"SPOF3006\", Owner = \"me\", Until = \"31.3.2027\", Reason = \"replaced\")]", "'until' is no date")]
    [InlineData("[AcceptSpof(\"SPOF3006\", Owner = \"me\", Until = \"2029-03-31\", Reason = \"replaced\")]", "'until' is more than 365 days away")]
    public async Task An_acceptance_that_is_wrong_in_a_field_is_void_and_told(string attribute, string problem)
    {
        var result = await ScanAsync(attribute);
        Assert.Null(State(Finding(result)));
        Assert.Contains("the acceptance is void: " + problem, result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acceptances_of_the_code_are_ignored_too_when_asked() =>
        Assert.Null(State(Finding(await ScanAsync(Full, "--ignore-acceptances"))));

    [Fact]
    public async Task One_for_another_rule_accepts_nothing() =>
        Assert.Null(State(Finding(await ScanAsync(Full.Replace("SPOF3006", "SPOF1001", StringComparison.Ordinal)))));
}
