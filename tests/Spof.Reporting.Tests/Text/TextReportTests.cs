using Spof.Model;

namespace Spof.Reporting.Tests.Text;

public sealed class TextReportTests
{
    private static string Write(Assessment assessment, TextDetail detail = TextDetail.Normal)
    {
        using var output = new StringWriter { NewLine = "\n" };
        new TextReport(output, assessment, "0.1.0", detail).Write();
        return output.ToString();
    }

    [Fact]
    public void A_finding_tells_what_stops_what_does_not_where_it_stands_and_what_to_do()
    {
        var text = Write(Sample.Assessment());
        Assert.Equal("""
            spof 0.1.0  shop  0 projects, 1 manifest (kubernetes 1)

            1 single point of failure, 0 single failure domains, 0 weak pairs.   Entry points: 2
            Target k8s: checkout, catalogue

            ERROR  orders-db  (PostgreSQL, 1 instance)                              SPOF7001
                   stops: checkout
                   not stopped: catalogue
                   code      src/Orders/Program.cs:21  AddNpgsqlDataSource("orders")
                   config    deploy/orders.yaml:7      ConnectionStrings__Orders
                   manifest  deploy/orders-db.yaml:12  replicas: 1
                   fix       Run a standby with automatic failover.
                   accept    .spof/risks.yml: - { finding: 01234567, owner: …, reason: …, until: … }
                             spof explain 01234567

            Coverage 83 %: 1 endpoint not linked, 0 values unknown, 1 input not read
                   not read    deploy/broken.yaml:3: The document is broken

            """, text);
    }

    private static Assessment With(Assessment assessment, Func<DeploymentTarget, DeploymentTarget> change) =>
        assessment with { System = assessment.System with { Targets = [change(assessment.System.Targets[0])] } };

    [Theory]
    [InlineData(TargetRole.Judged, TextDetail.Normal, true)]
    [InlineData(TargetRole.Development, TextDetail.Normal, false)]
    [InlineData(TargetRole.Development, TextDetail.Detailed, true)]
    public void What_no_entry_point_reaches_is_told_of_a_judged_target_and_of_another_in_detail(TargetRole role, TextDetail detail, bool isTold)
    {
        var text = Write(With(Sample.Assessment(), t => t with { Role = role, Unreached = [t.Components[0].Id] }), detail);
        Assert.Equal(isTold, text.Contains("       1 component that no entry point reaches: orders-db; what leads to it was not found\n", StringComparison.Ordinal));
    }

    [Fact]
    public void A_target_without_entry_points_says_that_nothing_was_judged()
    {
        var text = Write(With(Sample.Assessment(), t => t with { EntryPoints = [], Unreached = [t.Components[0].Id] }));
        Assert.Contains("Target k8s: no entry point found, nothing was judged\n\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(7, "and 2 more")]
    public void Of_what_lies_in_a_domain_the_first_five_lines_are_shown(int lines, string? rest)
    {
        var chain = Enumerable.Range(1, lines).Select(i => Sample.At(EvidenceLayer.Manifest, $"deploy/{i}.yaml", 3, "nodeName: h1"));
        var text = Write(Sample.Assessment(Sample.Finding("SPOF7003") with { Class = FailureClass.Host, Chain = [.. chain] }));
        Assert.Equal(5, text.Split("nodeName: h1").Length - 1);
        Assert.Equal(rest is not null, text.Contains($"                 {rest ?? "and"}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SPOF7001", FailureClass.Instance, "k8s:shop/StatefulSet/db", "deploy/orders-db.yaml:12")]
    [InlineData("SPOF7001", FailureClass.ThirdParty, "host:api.stripe.com", "src/Orders/Program.cs:21")]
    [InlineData("SPOF7001", FailureClass.Instance, "host:db.corp.internal", "src/Orders/Program.cs:21")]
    [InlineData("SPOF4001", null, "code:Orders/CartStore", "src/Orders/Program.cs:21")]
    public void In_one_line_a_finding_points_at_what_a_person_would_change(string rule, FailureClass? failureClass, string node, string place)
    {
        var finding = Sample.Finding(rule) with { Class = failureClass, NodeId = node };
        Assert.Contains($"  {place}\n", Write(Sample.Assessment(finding), TextDetail.Minimal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_that_no_workload_runs_is_no_endpoint()
    {
        var project = new UnlinkedEndpoint("Tools", "no workload of this target runs the project", "code:Tools", [], []);
        var text = Write(With(Sample.Assessment(), t => t with { Unlinked = [project], Coverage = new Coverage(1, 1, 1, 1) }), TextDetail.Detailed);
        Assert.Contains("not deployed  Tools (code:Tools)", text, StringComparison.Ordinal);
        Assert.Contains(": 0 endpoints not linked", text, StringComparison.Ordinal);
        Assert.DoesNotContain("not linked  ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Modes_are_named_when_they_are_not_plainly_read_and_write()
    {
        Assert.Contains("stops: checkout (start)", Write(Sample.Assessment(Sample.Finding() with { Modes = [Mode.Start] })), StringComparison.Ordinal);
        Assert.Contains("stops: checkout (write)", Write(Sample.Assessment(Sample.Finding() with { Modes = [Mode.Write] })), StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_are_counted_and_shown_only_in_detail()
    {
        var assessment = Sample.Assessment(Sample.Finding("SPOF7002", FindingLevel.Note));
        Assert.Contains("1 note more (SPOF7002 1)", Write(assessment), StringComparison.Ordinal);
        Assert.DoesNotContain("NOTE ", Write(assessment), StringComparison.Ordinal);
        Assert.Contains("NOTE ", Write(assessment, TextDetail.Detailed), StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_is_listed_and_is_no_unread_input()
    {
        var assessment = Sample.Assessment();
        var note = new Gap(new SourcePosition("override.yml", 1), "Compose: not used", GapKind.Note);
        var text = Write(assessment with { System = assessment.System with { Gaps = [note] } }, TextDetail.Detailed);
        Assert.Contains("noted       override.yml:1: Compose: not used\n", text, StringComparison.Ordinal);
        Assert.Contains(", 0 inputs not read\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Detail_lists_what_was_not_linked_not_read_and_assumed()
    {
        var text = string.Join(' ', Write(Sample.Assessment(), TextDetail.Detailed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("ordrs-db (code:Orders): nothing answers to the name; similar: k8s:shop/StatefulSet/orders-db", text, StringComparison.Ordinal);
        Assert.Contains("deploy/broken.yaml:3: The document is broken", text, StringComparison.Ordinal);
        Assert.Contains("assumed", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_names_its_target_only_where_several_are_judged()
    {
        var one = Sample.Assessment();
        var two = one with { System = one.System with { Targets = [one.System.Targets[0], one.System.Targets[0] with { Id = "k8s:blog" }] } };
        Assert.DoesNotContain("  in k8s", Write(one), StringComparison.Ordinal);
        Assert.Contains("ERROR  orders-db  (PostgreSQL, 1 instance)  in k8s  ", Write(two), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_off_or_accepted_is_no_single_point_in_the_headline()
    {
        var accepted = Sample.Finding() with
        {
            Acceptance = new Acceptance(AcceptanceState.Accepted, "team", "planned", new DateOnly(2027, 3, 31), null, new SourcePosition(".spof/risks.yml", 1)),
        };
        var text = Write(Sample.Assessment(accepted, Sample.Finding(level: FindingLevel.None)));
        Assert.Contains("\n0 single points of failure, 0 single failure domains, 0 weak pairs, 1 accepted.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ERROR", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_that_applies_to_nothing_is_shown_always_and_is_no_unread_input()
    {
        var assessment = Sample.Assessment();
        var remark = new Remark(new SourcePosition("spof.yml", 3), "'nodes' match 'x' matches nothing");
        var text = Write(assessment with { System = assessment.System with { Gaps = [], Remarks = [remark] } });
        Assert.Contains("WARN   spof.yml:3  'nodes' match 'x' matches nothing\n", text, StringComparison.Ordinal);
        Assert.Contains(" 0 inputs not read", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_gap_in_many_places_is_said_once()
    {
        var assessment = Sample.Assessment();
        Gap Chart(string path) => new(new SourcePosition(path, 1), "Helm chart, not rendered");
        var text = Write(assessment with { System = assessment.System with { Gaps = [Chart("a"), Chart("b")] } }, TextDetail.Detailed);
        Assert.Contains("not read    Helm chart, not rendered, 2 times: a:1, b:1\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_broken_is_listed_without_detail_up_to_five_and_the_rest_counted()
    {
        var assessment = Sample.Assessment();
        string With(int errors) => Write(assessment with
        {
            System = assessment.System with
            {
                Gaps =
                [
                    .. Enumerable.Range(1, errors).Select(line => new Gap(new SourcePosition("compose.yaml", line), "YAML: syntax error", GapKind.Error)),
                    new Gap(new SourcePosition("main.tf", 1), "Terraform is not read"),
                ],
            },
        });

        Assert.Contains("not read    compose.yaml:5: YAML: syntax error\n", With(5), StringComparison.Ordinal);
        Assert.DoesNotContain("more not read", With(5), StringComparison.Ordinal);
        Assert.Contains("       2 more not read: spof scan -v detailed\n", With(7), StringComparison.Ordinal);
        Assert.DoesNotContain("compose.yaml:6", With(7), StringComparison.Ordinal);
        Assert.DoesNotContain("main.tf", With(7), StringComparison.Ordinal);
        Assert.Equal(Write(assessment), Write(assessment, TextDetail.Quiet));
        Assert.DoesNotContain("not read    ", Write(assessment, TextDetail.Minimal), StringComparison.Ordinal);
    }

    [Fact]
    public void Detail_lists_what_the_manifests_leave_open()
    {
        var assessment = Sample.Assessment();
        var target = assessment.System.Targets[0] with { Unknowns = [new Unknown("k8s:shop/Service/db", "no workload carries the labels", new SourcePosition("db.yaml", 4))] };
        var text = Write(assessment with { System = assessment.System with { Targets = [target] } }, TextDetail.Detailed);
        Assert.Contains("not known   k8s:shop/Service/db: no workload carries the labels (db.yaml:4)\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_prints_nothing_when_there_is_nothing_to_act_on()
    {
        Assert.Equal("", Write(Sample.Assessment() with { Findings = [] }, TextDetail.Quiet));
        Assert.NotEqual("", Write(Sample.Assessment(), TextDetail.Quiet));
    }

    [Fact]
    public void Quiet_takes_an_accepted_finding_for_nothing_to_act_on()
    {
        var acceptance = new Acceptance(AcceptanceState.Accepted, "team", "planned", new DateOnly(2027, 3, 31), null, new SourcePosition(".spof/risks.yml", 1));
        Assert.Equal("", Write(Sample.Assessment(Sample.Finding() with { Acceptance = acceptance }), TextDetail.Quiet));
        Assert.NotEqual("", Write(Sample.Assessment(Sample.Finding() with { Acceptance = acceptance with { State = AcceptanceState.Grace } }), TextDetail.Quiet));
    }

    [Fact]
    public void Scanned_text_cannot_steer_the_terminal()
    {
        var hostile = Sample.Finding(name: "db\u001b]0;x\u0007\r\nERROR fake") with { Chain = [Sample.At(EvidenceLayer.Manifest, "a\u001b[2J.yaml", 1, "x\u202Ey")] };
        var text = Write(Sample.Assessment(hostile), TextDetail.Detailed);
        Assert.DoesNotContain(text, c => c is '\u001b' or '\u0007' or '\r' or '\u202E');
        Assert.DoesNotContain("\nERROR fake", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Detail_tells_who_read_the_projects_and_how_much_of_them_was_understood()
    {
        var text = string.Join(' ', Write(Sample.WithProjects(), TextDetail.Detailed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains(
            "C# 1 project by --exact, 1 project from source (1 because the SDK does not evaluate the project), 20 files; 9 calls that may reach another service: 7 bound, 1 told by name, 1 not understood; 9 of 10 endpoints resolved; packages: 1 by declarations of ours, 1 not found",
            text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("not understood", Write(Sample.WithProjects(), TextDetail.Normal), StringComparison.Ordinal);
        Assert.DoesNotContain("understood", Write(Sample.Assessment(), TextDetail.Detailed), StringComparison.Ordinal);
    }
}
