using System.Text.Json;
using NJsonSchema;
using Spof.Model;

namespace Spof.Reporting.Tests.Sarif;

public sealed class SarifReportTests
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Sarif", "sarif-2.1.0.json")));

    private static string Write(Assessment assessment, SarifOptions? options = null)
    {
        using var stream = new MemoryStream();
        SarifReport.Write(stream, assessment, options ?? new SarifOptions("0.1.0", 1));
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static JsonElement Run(string sarif) => JsonDocument.Parse(sarif).RootElement.GetProperty("runs")[0];

    public static TheoryData<string> Cases => ["one", "none", "many", "hostile"];

    private static Assessment Case(string name) => name switch
    {
        "one" => Sample.Assessment(),
        "none" => Sample.Assessment() with { Findings = [] },
        "many" => Sample.Assessment([.. Enumerable.Range(0, 1001).Select(i => Sample.Finding(name: "node" + i))]),
        _ => Sample.Assessment(Sample.Finding(name: "<script>alert(1)</script>\u001b[31m", message: "Losing '[x](javascript:alert(1))' stops \u202E1 entry point.")),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Output_follows_the_official_schema(string name)
    {
        var errors = (await Schema.Value).Validate(Write(Case(name)));
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void A_scan_that_finished_was_executed_successfully_also_when_the_gate_was_tripped(int exitCode, bool expected)
    {
        using var sarif = JsonDocument.Parse(Write(Sample.Assessment(), new SarifOptions("0.1.0", exitCode)));
        Assert.Equal(expected, sarif.RootElement.GetProperty("runs")[0].GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
    }

    [Fact]
    public void A_third_party_is_located_at_the_call_and_a_domain_at_the_first_line_that_decides()
    {
        Assert.Equal("src/Orders/Program.cs", Place(Sample.Finding() with { Class = FailureClass.ThirdParty }));
        Assert.Equal("deploy/a.yaml", Place(Sample.Finding("SPOF7004") with
        {
            Class = FailureClass.Zone,
            Chain = [Sample.At(EvidenceLayer.Manifest, "deploy/a.yaml", 3, "zone: a"), Sample.At(EvidenceLayer.Manifest, "deploy/b.yaml", 3, "zone: a")],
        }));

        static string? Place(Finding finding)
        {
            using var sarif = JsonDocument.Parse(Write(Sample.Assessment(finding)));
            return sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0]
                .GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString();
        }
    }

    [Fact]
    public async Task The_schema_check_finds_a_fault()
    {
        var broken = Write(Case("one")).Replace("\"ruleIndex\": 0", "\"ruleIndex\": \"first\"", StringComparison.Ordinal);
        Assert.NotEmpty((await Schema.Value).Validate(broken));
    }

    [Fact]
    public void The_main_place_is_the_line_a_person_would_change_and_the_chain_is_related()
    {
        var result = Run(Write(Sample.Assessment())).GetProperty("results")[0];
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("deploy/orders-db.yaml", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(12, place.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal("Losing 'orders-db' stops 1 of 2 entry points: checkout. Shown by [code](1) → [config](2).", result.GetProperty("message").GetProperty("text").GetString());
        Assert.Equal(2, result.GetProperty("relatedLocations").GetArrayLength());
        Assert.Equal(3, result.GetProperty("codeFlows")[0].GetProperty("threadFlows")[0].GetProperty("locations").GetArrayLength());
        Assert.Equal("error", result.GetProperty("level").GetString());
    }

    [Fact]
    public void Paths_are_relative_to_the_repository_and_encoded()
    {
        var finding = Sample.Finding() with { Chain = [Sample.At(EvidenceLayer.Manifest, "my deploy/a#b.yaml", 1, "replicas: 1")] };
        var sarif = Write(Sample.Assessment(finding), new SarifOptions("0.1.0", 1, PathPrefix: "samples/shop/"));
        Assert.Contains("\"uri\": \"samples/shop/my%20deploy/a%23b.yaml\"", sarif, StringComparison.Ordinal);
        Assert.DoesNotContain("file:", sarif, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../Directory.Build.props", "samples/Directory.Build.props")]
    [InlineData("../../Directory.Build.props", "Directory.Build.props")]
    public void A_path_beside_the_scanned_folder_is_relative_to_the_repository_too(string path, string expected)
    {
        var finding = Sample.Finding() with { Chain = [Sample.At(EvidenceLayer.Manifest, path, 1, "replicas: 1")] };
        var sarif = Write(Sample.Assessment(finding), new SarifOptions("0.1.0", 1, PathPrefix: "samples/shop/"));
        Assert.Contains($"\"uri\": \"{expected}\"", sarif, StringComparison.Ordinal);
    }

    [Fact]
    public void Fingerprints_carry_the_logical_identity_and_the_line_of_code_scanning()
    {
        var sarif = Write(Sample.Assessment(), new SarifOptions("0.1.0", 1, ReadFile: path => path == "deploy/orders-db.yaml" ? string.Concat(Enumerable.Repeat("alpha\n", 12)) : null));
        var prints = Run(sarif).GetProperty("results")[0].GetProperty("partialFingerprints");
        Assert.Equal("0123456789abcdef", prints.GetProperty("spofFinding/v1").GetString());
        Assert.Equal(LineHashes.Of(string.Concat(Enumerable.Repeat("alpha\n", 12)))[11], prints.GetProperty("primaryLocationLineHash").GetString());
    }

    [Fact]
    public void More_results_than_the_limit_are_cut_from_the_lowest_rank_and_said()
    {
        var run = Run(Write(Case("many")));
        Assert.Equal(1000, run.GetProperty("results").GetArrayLength());
        Assert.Contains("1 result of the lowest rank left out", run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_the_scanned_files_makes_no_links_and_no_control_characters()
    {
        var sarif = Write(Case("hostile"));
        var text = Run(sarif).GetProperty("results")[0].GetProperty("message").GetProperty("text").GetString()!;
        Assert.StartsWith("Losing '\\[x\\](javascript:alert(1))' stops ·1 entry point.", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', sarif);
    }

    [Fact]
    public void Findings_of_a_development_target_and_those_switched_off_are_left_out()
    {
        var sarif = Write(Sample.Assessment(Sample.Finding() with { TargetRole = TargetRole.Development }, Sample.Finding(level: FindingLevel.None)));
        Assert.Equal(0, Run(sarif).GetProperty("results").GetArrayLength());
    }

    [Fact]
    public void An_unread_input_is_a_notification_with_its_place()
    {
        var notification = Run(Write(Sample.Assessment())).GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0];
        Assert.Equal("The document is broken.", notification.GetProperty("message").GetProperty("text").GetString());
        Assert.Equal("deploy/broken.yaml", notification.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
    }

    [Fact]
    public void A_notification_makes_no_links_of_scanned_text()
    {
        var assessment = Sample.Assessment();
        var gap = new Gap(new SourcePosition("a.yaml", 1), "unknown kind '[x](javascript:alert(1))'");
        var sarif = Write(assessment with { System = assessment.System with { Gaps = [gap] } });
        var notification = Run(sarif).GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0];
        Assert.Equal("unknown kind '\\[x\\](javascript:alert(1))'.", notification.GetProperty("message").GetProperty("text").GetString());
    }

    [Fact]
    public void A_rule_brings_the_help_of_its_page()
    {
        var rule = Run(Write(Sample.Assessment())).GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];
        Assert.Equal("SPOF7001", rule.GetProperty("id").GetString());
        Assert.Equal(RuleBook.Find("SPOF7001")!.Markdown, rule.GetProperty("help").GetProperty("markdown").GetString());
        Assert.NotEqual("SPOF7001", rule.GetProperty("name").GetString());
        Assert.DoesNotContain("security-severity", rule.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_invocation_tells_how_well_the_code_was_read()
    {
        var load = Run(Write(Sample.WithProjects())).GetProperty("invocations")[0].GetProperty("properties");

        Assert.Equal((1, 1), (load.GetProperty("projectsByLoader").GetProperty("source").GetInt32(), load.GetProperty("projectsByLoader").GetProperty("exact").GetInt32()));
        Assert.Equal(1, load.GetProperty("readFromSourceBecause").GetProperty("the SDK does not evaluate the project").GetInt32());
        Assert.Equal((9, 7, 1), (load.GetProperty("calls").GetInt32(), load.GetProperty("callsBound").GetInt32(), load.GetProperty("callsMatchedByName").GetInt32()));
        Assert.Equal((20, 1), (load.GetProperty("files").GetInt32(), load.GetProperty("packagesMissing").GetInt32()));
    }
}
