using Spof.Model;
using Spof.Tool.Scanning;
using Spof.Tool.Settings;

namespace Spof.Tool.Tests.Samples;

public sealed class SampleTests
{
    [Theory]
    [InlineData("FragileShop")]
    [InlineData("ResilientShop")]
    public async Task A_sample_gives_exactly_its_expected_findings(string sample)
    {
        var file = Path.Combine(Repository.Sample(sample), "expected.json");
        var found = ExpectedFinding.Write(await Scanned.SampleAsync(sample));

        // Who has changed an answer sets the variable once and reads the difference against the manifests.
        if (Environment.GetEnvironmentVariable("SPOF_WRITE_EXPECTED") == "1")
        {
            await File.WriteAllTextAsync(file, found, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), found);
    }

    [Fact]
    public async Task FragileShop_has_exactly_its_intended_single_points_of_failure()
    {
        var points = (await Scanned.SampleAsync("FragileShop")).Findings
            .Where(f => f is { RuleId: "SPOF7001", TargetRole: TargetRole.Judged, Verdict: Verdict.Certain })
            .Select(f => (f.NodeName, Modes: string.Join(' ', f.Modes)))
            .Order();
        Assert.Equal(
            [("api.stripe.com", "Read Write"), ("edge", "Read Write"), ("inventory", "Read Write"), ("orders-db", "Read Write"), ("session-cache", "Start")],
            points);
    }

    [Fact]
    public async Task ResilientShop_has_none_at_instance_third_party_host_and_zone_level()
    {
        var findings = (await Scanned.SampleAsync("ResilientShop")).Findings.Where(f => f.TargetRole == TargetRole.Judged);
        Assert.All(findings, f => Assert.Equal(FailureClass.Region, f.Class));
    }

    [Fact]
    public async Task Every_chain_of_a_dependency_in_code_runs_from_code_to_manifest()
    {
        var orders = (await Scanned.SampleAsync("FragileShop")).Findings.Single(f => f is { RuleId: "SPOF7001", NodeName: "orders-db", TargetRole: TargetRole.Judged });
        Assert.Equal([EvidenceLayer.Code, EvidenceLayer.Config, EvidenceLayer.Manifest], orders.Chain.Select(e => e.Layer).Distinct());
        Assert.All(orders.Chain, e => Assert.True(File.Exists(Path.Combine(Repository.Sample("FragileShop"), e.At.Path)), e.At.Path));
    }

    [Fact]
    public async Task The_SDK_and_the_reading_of_project_files_lead_to_the_same_findings()
    {
        var folder = Repository.Sample("FragileShop");
        var request = new ScanRequest { Folder = folder, Root = folder, Settings = SettingsFile.Load(null, folder, folder), IsExact = true };

        var exact = await Scan.RunAsync(request, null, TestContext.Current.CancellationToken);

        Assert.All(exact.System.Projects, p => Assert.Equal("exact", p.Load.Loader));
        Assert.Equal(ExpectedFinding.Write(await Scanned.SampleAsync("FragileShop")), ExpectedFinding.Write(exact));
    }

    [Theory]
    [InlineData("FragileShop")]
    [InlineData("ResilientShop")]
    public async Task Everything_in_a_sample_is_read_and_linked(string sample)
    {
        var system = (await Scanned.SampleAsync(sample)).System;
        Assert.Empty(system.Gaps);
        var judged = system.Targets.Single(t => t.Role == TargetRole.Judged);
        Assert.Empty(judged.Unlinked);
        Assert.Empty(judged.Unreached);
        Assert.All(system.Projects, p => Assert.Empty(p.Load.PackagesMissing));
    }
}
