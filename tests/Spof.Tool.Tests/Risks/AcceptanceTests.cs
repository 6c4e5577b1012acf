using System.Text.Json;
using Spof.Tool.Tests.Commands;

namespace Spof.Tool.Tests.Risks;

/// <summary>Accepting the risk of one finding, from the file to the exit code.</summary>
public sealed class AcceptanceTests : IDisposable
{
    private readonly Shop _shop = new();

    public AcceptanceTests() => _shop.Write("spof.yml", "nodes: [{ match: web, replicas: 2 }]\nrules: { SPOF7001: { level: error } }");

    public void Dispose() => _shop.Dispose();

    private void Accept(string which, string until = "2027-03-31") =>
        _shop.Write(".spof/risks.yml", $"- {{ {which}, owner: team-orders, reason: Migration in Q1, until: {until}, ticket: OPS-1 }}\n");

    private Task<(int Code, string Out, string Error)> ScanAsync(params string[] args) => _shop.ScanAsync([.. args, "--now", "2027-01-15"]);

    private async Task<JsonElement> OrdersDbAsync()
    {
        var (_, json, _) = await ScanAsync("--format", "json");
        return JsonDocument.Parse(json).RootElement.GetProperty("findings").EnumerateArray()
            .Single(f => f.GetProperty("ruleId").GetString() == "SPOF7001" && f.GetProperty("nodeName").GetString() == "orders-db");
    }

    [Fact]
    public async Task A_finding_is_accepted_by_the_digits_that_its_text_shows()
    {
        var (code, before, _) = await ScanAsync();
        Assert.Equal(1, code);
        var shown = before[before.IndexOf("- { finding: ", StringComparison.Ordinal)..].Split('\n')[0];
        _shop.Write(".spof/risks.yml", shown.Replace("owner: …", "owner: me", StringComparison.Ordinal)
            .Replace("reason: …", "reason: planned", StringComparison.Ordinal).Replace("until: …", "until: 2027-03-31", StringComparison.Ordinal));

        var (accepted, text, _) = await ScanAsync();
        Assert.Equal(0, accepted);
        Assert.Contains("\n0 single points of failure, 0 single failure domains, 0 weak pairs, 1 accepted.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ERROR", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rule: SPOF7001, node: \"k8s:shop/StatefulSet/orders-db\"")]
    [InlineData("rule: spof7001, node: orders-db")]
    [InlineData("rule: SPOF7001, node: \"k8s:shop/Service/orders-db\"")]
    [InlineData("rule: SPOF7001, node: orders-db, entryPoints: [web]")]
    public async Task A_finding_is_accepted_by_rule_and_node(string which)
    {
        Accept(which);
        Assert.Equal(0, (await ScanAsync()).Code);
    }

    [Fact]
    public async Task An_accepted_finding_stays_in_the_result_and_leaves_SARIF()
    {
        Accept("rule: SPOF7001, node: orders-db");
        var acceptance = (await OrdersDbAsync()).GetProperty("acceptance");
        Assert.Equal(
            ("accepted", "team-orders", "2027-03-31", "OPS-1"),
            (acceptance.GetProperty("state").GetString(), acceptance.GetProperty("owner").GetString(), acceptance.GetProperty("until").GetString(), acceptance.GetProperty("ticket").GetString()));
        Assert.DoesNotContain("\"SPOF7001\"", (await ScanAsync("--format", "sarif")).Out, StringComparison.Ordinal);
        Assert.Contains("by team-orders until 2027-03-31: Migration in Q1 (.spof/risks.yml:1)", (await ScanAsync("-v", "d")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-01-15", "accepted", "error", 0)]
    [InlineData("2027-01-14", "grace", "warning", 0)]
    [InlineData("2027-01-01", "grace", "warning", 0)]
    [InlineData("2026-12-31", "expired", "error", 1)]
    public async Task The_last_day_counts_and_after_it_the_finding_comes_back_first_as_a_warning(string until, string state, string level, int expected)
    {
        Accept("rule: SPOF7001, node: orders-db", until);
        var finding = await OrdersDbAsync();
        Assert.Equal((state, level), (finding.GetProperty("acceptance").GetProperty("state").GetString(), finding.GetProperty("level").GetString()));
        Assert.Equal(state != "accepted", finding.GetProperty("message").GetString()!.EndsWith($" It was accepted by team-orders until {until}.", StringComparison.Ordinal));
        Assert.Equal(expected, (await ScanAsync()).Code);
    }

    [Theory]
    [InlineData("rule: SPOF7002, node: orders-db", "the acceptance of SPOF7002 of 'orders-db' is stale")]
    [InlineData("finding: 0123456789", "the acceptance of 0123456789 is stale")]
    [InlineData("rule: SPOF7001, node: orders-db, entryPoints: [admin]", "does not cover web; the finding stands")]
    public async Task An_entry_that_accepts_nothing_is_listed_and_breaks_nothing(string which, string note)
    {
        Accept(which);
        var (code, text, _) = await ScanAsync("--fail-on", "none", "--strict");
        Assert.Equal(0, code);
        Assert.Contains("NOTE   .spof/risks.yml:1  ", text, StringComparison.Ordinal);
        Assert.Contains(note, text, StringComparison.Ordinal);
        Assert.Equal(1, (await ScanAsync()).Code);
    }

    [Theory]
    [InlineData("2027-03-31", "2027-01-01", 0)]
    [InlineData("2026-01-01", "2027-03-31", 0)]
    [InlineData("2026-01-01", "2026-02-01", 1)]
    public async Task Of_two_entries_for_one_finding_the_one_with_the_later_day_counts_and_the_second_is_listed(string first, string second, int expected)
    {
        static string Entry(string until) => $"- {{ rule: SPOF7001, node: orders-db, owner: me, reason: planned, until: {until} }}\n";
        _shop.Write(".spof/risks.yml", Entry(first) + Entry(second));
        var (code, text, _) = await ScanAsync();
        Assert.Equal(expected, code);
        Assert.Contains("NOTE   .spof/risks.yml:2  the acceptance of SPOF7001 of 'orders-db' repeats that of SPOF7001 of 'orders-db' (.spof/risks.yml:1)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_accepted_until_a_day_that_is_over_is_called_expired()
    {
        Accept("rule: SPOF7001, node: orders-db", "2026-11-20");
        var text = (await ScanAsync()).Out;
        Assert.Contains("expired   by team-orders, ended 2026-11-20: Migration in Q1 (.spof/risks.yml:1)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("accepted  ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_void_entry_leaves_the_finding_and_says_which_field_is_wrong()
    {
        Accept("rule: SPOF7001, node: orders-db", "soon");
        var (code, text, _) = await ScanAsync();
        Assert.Equal(1, code);
        Assert.Contains("WARN   .spof/risks.yml:1  the acceptance is void: 'until' is no date", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_name_that_fits_several_makes_the_entry_void()
    {
        _shop.Write("deploy/other.yaml", Shop.Manifest.Replace("namespace: shop", "namespace: blog", StringComparison.Ordinal));
        File.Delete(_shop.Path("spof.yml"));
        Accept("rule: SPOF7001, node: orders-db");
        var (code, text, _) = await ScanAsync();
        Assert.Equal(1, code);
        Assert.Contains("'node' orders-db fits several nodes of k8s: k8s:blog/StatefulSet/orders-db, k8s:shop/StatefulSet/orders-db", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acceptances_can_be_ignored()
    {
        Accept("rule: SPOF7001, node: orders-db");
        Assert.Equal(1, (await ScanAsync("--ignore-acceptances")).Code);
    }

    [Fact]
    public async Task A_wrong_day_is_a_failure()
    {
        var (code, _, error) = await _shop.ScanAsync("--now", "tomorrow");
        Assert.Equal((2, true), (code, error.Contains("'--now tomorrow' is no date", StringComparison.Ordinal)));
    }
}
