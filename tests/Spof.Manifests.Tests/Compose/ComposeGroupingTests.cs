using Spof.Manifests.Compose;

namespace Spof.Manifests.Tests.Compose;

public class ComposeGroupingTests
{
    private const string Base = "services:\n  api: { image: api, depends_on: [db] }\n  db: { image: postgres }\n";

    [Theory]
    [InlineData("compose.yaml", null, false)]
    [InlineData("docker-compose.yml", null, false)]
    [InlineData("compose.override.yml", null, true)]
    [InlineData("docker-compose.override.yaml", null, true)]
    [InlineData("docker-compose.prod.yml", "prod", false)]
    [InlineData("docker-compose-tests.yml", "tests", false)]
    [InlineData("docker-compose-tests.override.yml", "tests", true)]
    [InlineData("docker-compose.override.windows.yml", "override.windows", false)]
    public void The_name_of_a_file_says_its_part(string name, string? variant, bool isOverride)
    {
        var parsed = ComposeFileName.Parse(name)!.Value;

        Assert.Equal((variant, isOverride), (parsed.Variant, parsed.IsOverride));
    }

    [Theory]
    [InlineData("composer.json")]
    [InlineData("composed.yaml")]
    [InlineData("my-compose.yaml")]
    [InlineData("compose.yaml.bak")]
    [InlineData("compose-.yml")]
    public void Other_names_are_no_Compose_files(string name) => Assert.Null(ComposeFileName.Parse(name));

    [Fact]
    public void A_complete_variant_is_a_target_of_its_own()
    {
        var scan = ComposeScan.Of(("compose.yaml", Base), ("compose.ci.yaml", "services:\n  tests: { image: tests }\n"));

        Assert.Equal(["compose:shop", "compose:shop@ci"], scan.Targets.Select(t => t.Id));
        Assert.Equal(["tests"], scan["compose:shop@ci"].Workloads.Select(w => w.Name));
        Assert.Equal("compose:shop@ci/tests", scan["compose:shop@ci"].Workloads[0].Id);
    }

    [Fact]
    public void A_variant_that_needs_the_base_is_laid_over_it_and_leaves_the_override_out()
    {
        var scan = ComposeScan.Of(
            ("docker-compose.yml", Base),
            ("docker-compose.override.yml", "services:\n  api: { ports: ['80:80'] }\n"),
            ("docker-compose.prod.yml", "services:\n  api: { restart: always }\n"));

        var production = scan["compose:shop@prod"];
        Assert.Equal(["api", "db"], production.Workloads.Select(w => w.Name));
        Assert.Empty(production.Exposures);
        Assert.Single(scan["compose:shop"].Exposures);
        Assert.Equal("docker-compose.prod.yml:2", Assert.Single(production.Workloads[0].Variants).At.ToString());
    }

    [Fact]
    public void A_variant_that_needs_a_service_of_the_base_is_laid_over_it()
    {
        var scan = ComposeScan.Of(("compose.yaml", Base), ("compose-load.yaml", "services:\n  load: { image: load, depends_on: [api] }\n"));

        Assert.Equal(["api", "db", "load"], scan["compose:shop@load"].Workloads.Select(w => w.Name));
    }

    [Theory]
    [InlineData("services:\n  other: { restart: always }\n", "service 'other' has neither image nor build")]
    [InlineData("services:\n  x: { image: x, depends_on: [nobody] }\n", "service 'nobody' is needed and not defined")]
    public void A_variant_that_is_incomplete_even_with_the_base_is_a_gap(string variant, string reason)
    {
        var scan = ComposeScan.Of(("compose.yaml", Base), ("compose.old.yaml", variant));

        Assert.Equal("compose:shop", scan.Target.Id);
        Assert.Equal("compose.old.yaml", scan.Gap(reason).At.Path);
    }

    [Fact]
    public void A_build_with_arguments_alone_needs_the_base()
    {
        var scan = ComposeScan.Of(
            ("compose.yaml", "services:\n  api:\n    build: .\n"), ("Dockerfile", "FROM x\n"),
            ("compose.windows.yaml", "services:\n  api:\n    build:\n      args: { NODE: windows }\n"));

        Assert.Equal("Dockerfile", scan["compose:shop@windows"].Workloads[0].Containers[0].Build!.Dockerfile);
        Assert.Empty(scan.Model.Gaps);
    }

    [Fact]
    public void Of_several_base_files_Compose_takes_one_and_the_other_is_a_gap()
    {
        var scan = ComposeScan.Of(("compose.yaml", Base), ("docker-compose.yml", "services:\n  old: { image: old }\n"));

        Assert.Equal(["api", "db"], scan.Target.Workloads.Select(w => w.Name));
        Assert.Equal("docker-compose.yml", scan.Gap("Compose takes 'compose.yaml'").At.Path);
    }

    [Fact]
    public void An_override_alone_is_a_gap()
    {
        var scan = ComposeScan.Of(("compose.override.yaml", Base), ("sub/compose.x.override.yaml", Base));

        Assert.Empty(scan.Targets);
        Assert.Equal(2, scan.Model.Gaps.Length);
    }

    [Fact]
    public void A_project_is_named_by_name_then_by_folder_then_by_the_system()
    {
        var scan = ComposeScan.Of(
            ("compose.yaml", Base),
            ("deploy/local/compose.yaml", Base),
            ("named/compose.yaml", "name: ${PROJECT:-billing}\n" + Base),
            ("named2/compose.yaml", "name: billing\n" + Base),
            ("unknown/compose.yaml", "name: ${PROJECT}\n" + Base));

        Assert.Equal(
            ["compose:billing", "compose:billing@named2", "compose:deploy/local", "compose:shop", "compose:unknown"],
            scan.Targets.Select(t => t.Id));
        Assert.Equal("deploy/local", scan["compose:deploy/local"].Workloads[0].Scope);
    }

    [Fact]
    public void Files_of_the_first_version_are_told() =>
        Assert.NotNull(ComposeScan.Of("web:\n  image: web\ndb:\n  image: db\n").Gap("first version"));

    [Fact]
    public void A_development_container_is_no_deployment()
    {
        var scan = ComposeScan.Of((".devcontainer/docker-compose.yml", Base));

        Assert.Empty(scan.Targets);
        Assert.NotNull(scan.Gap("development container"));
    }

    [Fact]
    public void Includes_that_multiply_come_to_an_end()
    {
        var files = Enumerable.Range(0, 25)
            .Select(i => ($"f{i}/compose.yaml", $"include: [../f{i + 1}/compose.yaml, ../f{i + 1}/compose.yaml]\nservices: {{ s{i}: {{ image: x }} }}\n"))
            .Append(("f25/compose.yaml", "services: { last: { image: x } }\n"));

        Assert.Contains(ComposeScan.Of([.. files]).Model.Gaps, g => g.Reason.Contains("includes in one project", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_only_has_the_name_is_passed_over()
    {
        var scan = ComposeScan.Of(("compose.yaml", "title: how to compose music\n"), ("docker-compose.yml", "\0\u0001"));

        Assert.Empty(scan.Targets);
    }

    [Fact]
    public void The_same_tree_gives_the_same_model() => Assert.Equal(
        ComposeScan.Of(("compose.yaml", Base), ("a/compose.yaml", Base)).Json, ComposeScan.Of(("a/compose.yaml", Base), ("compose.yaml", Base)).Json);
}
