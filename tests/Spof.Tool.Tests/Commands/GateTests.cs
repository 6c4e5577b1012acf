using Spof.Model;
using Spof.Tool.Scanning;

namespace Spof.Tool.Tests.Commands;

public sealed class GateTests
{
    private static readonly DeploymentTarget Target = new()
    {
        Id = "k8s",
        Name = "k8s",
        Kind = TargetKind.Kubernetes,
        EntryPoints = [new EntryPoint { Id = "k8s:shop/Ingress/web", Name = "web", Kind = EntryPointKind.Ingress, ComponentId = "k8s:shop/Deployment/web" }],
        Coverage = new Coverage(3, 4, 4, 4),
    };

    private static Assessment Of(FindingLevel? level, TargetRole role = TargetRole.Judged, params Gap[] gaps) => new()
    {
        System = new SystemModel { Name = "shop", Environment = "Production", Targets = [Target], Gaps = [.. gaps] },
        Findings = level is null ? [] : [Finding(level.Value, role)],
    };

    private static Finding Finding(FindingLevel level, TargetRole role) => new()
    {
        RuleId = "SPOF7001",
        Level = level,
        Message = "Losing 'db' stops 1 of 1 entry points.",
        NodeId = "k8s:shop/StatefulSet/db",
        NodeName = "db",
        TargetRole = role,
        Confidence = Confidence.High,
        Verdict = Verdict.Certain,
        Fix = "Add a standby.",
        Fingerprint = "0123456789abcdef",
    };

    [Theory]
    [InlineData(FindingLevel.Error, FindingLevel.Error, ExitCode.Gate)]
    [InlineData(FindingLevel.Warning, FindingLevel.Error, ExitCode.Passed)]
    [InlineData(FindingLevel.Warning, FindingLevel.Warning, ExitCode.Gate)]
    [InlineData(FindingLevel.Error, FindingLevel.None, ExitCode.Passed)]
    [InlineData(null, FindingLevel.Note, ExitCode.Passed)]
    internal void A_finding_at_or_above_the_level_trips_the_gate(FindingLevel? found, FindingLevel failOn, ExitCode expected) =>
        Assert.Equal(expected, Gate.Judge(Of(found), failOn, null, strict: false).Code);

    [Fact]
    public void A_development_target_never_trips_the_gate() =>
        Assert.Equal(ExitCode.Passed, Gate.Judge(Of(FindingLevel.Error, TargetRole.Development), FindingLevel.Error, null, strict: false).Code);

    [Fact]
    public void Too_little_coverage_is_incomplete_and_says_how_much()
    {
        var result = Gate.Judge(Of(FindingLevel.Error), FindingLevel.Error, 90, strict: false);
        Assert.Equal((ExitCode.Incomplete, "coverage 87 % is below 90 %"), (result.Code, result.Reason));
        Assert.Equal(ExitCode.Gate, Gate.Judge(Of(FindingLevel.Error), FindingLevel.Error, 87, strict: false).Code);
    }

    [Fact]
    public void An_unreadable_input_is_incomplete_only_when_asked_to_be_strict()
    {
        var assessment = Of(null, TargetRole.Judged, new Gap(new SourcePosition("a.yaml", 3), "broken", GapKind.Error));
        Assert.Equal(ExitCode.Incomplete, Gate.Judge(assessment, FindingLevel.Error, null, strict: true).Code);
        Assert.Equal(ExitCode.Passed, Gate.Judge(assessment, FindingLevel.Error, null, strict: false).Code);
    }

    [Fact]
    public void A_kind_of_input_that_is_not_read_yet_is_not_wholly_read_and_lowers_coverage()
    {
        var assessment = Of(null, TargetRole.Judged, new Gap(new SourcePosition("main.tf", 1), "not read by this version: Terraform"));
        Assert.Equal((ExitCode.Incomplete, "1 input was not wholly read (--strict; listed with -v d)"), Told(Gate.Judge(assessment, FindingLevel.Error, null, strict: true)));
        Assert.Equal((ExitCode.Incomplete, "coverage 77 % is below 80 %"), Told(Gate.Judge(assessment, FindingLevel.Error, 80, strict: false)));

        static (ExitCode, string) Told(GateResult result) => (result.Code, result.Reason);
    }

    [Fact]
    public void A_note_is_no_unread_input()
    {
        var assessment = Of(null, TargetRole.Judged, new Gap(new SourcePosition("override.yml", 1), "not used", GapKind.Note));
        Assert.Equal(ExitCode.Passed, Gate.Judge(assessment, FindingLevel.Error, 87, strict: true).Code);
    }

    [Fact]
    public void Without_any_entry_point_in_a_judged_target_nothing_was_judged_and_that_is_no_pass()
    {
        var one = Of(null);
        var without = Target with { Id = "k8s:blog", EntryPoints = [] };
        var result = Gate.Judge(one with { System = one.System with { Targets = [without, Target with { Role = TargetRole.Development }] } }, FindingLevel.None, null, strict: false);
        Assert.Equal(ExitCode.Nothing, result.Code);
        Assert.StartsWith("no entry point found, nothing was judged", result.Reason, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Passed, Gate.Judge(one with { System = one.System with { Targets = [without, Target] } }, FindingLevel.Error, null, strict: false).Code);
    }

    [Fact]
    public void Nothing_to_analyse_is_said_and_is_no_pass()
    {
        var empty = new Assessment { System = new SystemModel { Name = "x", Environment = "Production" } };
        var result = Gate.Judge(empty, FindingLevel.None, null, strict: false);
        Assert.Equal(ExitCode.Nothing, result.Code);
        Assert.Equal("nothing to analyse: no C# project and no manifest was found", result.Reason);

        var unread = Gate.Judge(
            empty with { System = empty.System with { Gaps = [new Gap(new SourcePosition("infra", 1), "not read by this version: Bicep")] } },
            FindingLevel.None, null, strict: false);
        Assert.Equal((ExitCode.Nothing, "nothing to analyse: this version reads nothing of what was found (listed with -v d: 1)"), (unread.Code, unread.Reason));
    }

    [Fact]
    public void A_solution_that_was_asked_for_and_cannot_be_read_is_no_pass_beside_manifests_that_can()
    {
        var result = Gate.Judge(Of(FindingLevel.Note), FindingLevel.None, null, strict: false, asked: "shop.slnx");
        Assert.Equal(new GateResult(ExitCode.Nothing, "nothing to analyse: no C# project of 'shop.slnx' could be read (listed with -v d)"), result);
        Assert.Equal(ExitCode.Passed, Gate.Judge(Of(FindingLevel.Note), FindingLevel.None, null, strict: false).Code);
    }
}
