using Spof.Manifests.Tests.Scanning;

namespace Spof.Manifests.Tests.Kubernetes;

public sealed class EnvironmentFoldersTests
{
    private static string Deployment(string name, int replicas = 1) => $$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: {{name}} }
        spec: { replicas: {{replicas}}, template: { spec: { containers: [ { name: c, image: acme/{{name}}:1 } ] } } }
        """;

    /// <summary>Each target with the environment that it is for when that is another one, and its workloads with their replicas.</summary>
    private static string[] Read(string environment, params (string Path, string Text)[] files)
    {
        using var tree = new TempTree(files);
        return [.. tree.Read(o => o with { Environment = environment }).Targets.Select(t =>
            $"{t.Id}({t.OtherEnvironment}): " + string.Join(' ', t.Workloads.Select(w => $"{w.Name}={w.Instances.Min} {w.InstancesAt.At.Path} {w.Variants.Length}")))];
    }

    [Theory]
    [InlineData("", "staging", "production")]
    [InlineData("k8s/", "dev", "prod")]
    [InlineData("deploy/overlays/", "qa", "live")]
    public void The_environment_asked_about_is_judged_and_the_other_is_a_target_of_its_own(string parent, string other, string asked) =>
        Assert.Equal(
            [$"k8s(): web=3 {parent}{asked}/web.yaml 0", $"k8s:{parent}{other}({other}): web=1 {parent}{other}/web.yaml 0"],
            Read("Production", ($"{parent}{asked}/web.yaml", Deployment("web", 3)), ($"{parent}{other}/web.yaml", Deployment("web", 1))));

    [Theory]
    [InlineData("k8s/api.production.yaml", "k8s/api.staging.yaml", "k8s/staging", "staging")]
    [InlineData("api-prod.yaml", "api-dev.yml", "dev", "dev")]
    [InlineData("k8s/live_api.yaml", "k8s/qa_api.yaml", "k8s/qa", "qa")]
    [InlineData("k8s/production.yaml", "k8s/staging.yaml", "k8s/staging", "staging")]
    public void Files_whose_names_differ_in_the_environment_are_environments(string asked, string other, string place, string name) =>
        Assert.Equal(
            [$"k8s(): web=3 {asked} 0", $"k8s:{place}({name}): web=1 {other} 0"],
            Read("Production", (asked, Deployment("web", 3)), (other, Deployment("web", 1))));

    [Fact]
    public void A_file_with_the_name_of_an_environment_that_defines_other_objects_is_no_environment() =>
        Assert.Equal(
            ["k8s(): test=1 k8s/test-service.yaml 0 web=3 k8s/live-service.yaml 0"],
            Read("Production", ("k8s/live-service.yaml", Deployment("web", 3)), ("k8s/test-service.yaml", Deployment("test"))));

    [Fact]
    public void Another_environment_can_be_asked_about() =>
        Assert.Equal(
            ["k8s(): web=1 k8s/dev/web.yaml 0", "k8s:k8s/prod(prod): web=3 k8s/prod/web.yaml 0"],
            Read("Development", ("k8s/prod/web.yaml", Deployment("web", 3)), ("k8s/dev/web.yaml", Deployment("web"))));

    [Fact]
    public void An_environment_with_a_name_of_its_own_is_known_when_it_is_asked_about() =>
        Assert.Equal(
            ["k8s(): web=1 k8s/perf/web.yaml 0", "k8s:k8s/prod(prod): web=3 k8s/prod/web.yaml 0"],
            Read("perf", ("k8s/prod/web.yaml", Deployment("web", 3)), ("k8s/perf/web.yaml", Deployment("web"))));

    [Fact]
    public void Without_a_folder_for_the_environment_asked_about_the_nearest_to_production_is_judged() =>
        Assert.Equal(
            ["k8s(): web=3 staging/web.yaml 0", "k8s:dev(dev): web=1 dev/web.yaml 0"],
            Read("Production", ("staging/web.yaml", Deployment("web", 3)), ("dev/web.yaml", Deployment("web"))));

    [Fact]
    public void What_lies_outside_belongs_to_the_judged_environment_and_what_only_another_has_does_not() =>
        Assert.Equal(
            ["k8s(): db=1 k8s/db.yaml 0 web=3 k8s/prod/web.yaml 0", "k8s:k8s/dev(dev): mail=1 k8s/dev/mail.yaml 0 web=1 k8s/dev/web.yaml 0"],
            Read("Production",
                ("k8s/db.yaml", Deployment("db")), ("k8s/prod/web.yaml", Deployment("web", 3)), ("k8s/dev/web.yaml", Deployment("web")),
                ("k8s/dev/mail.yaml", Deployment("mail"))));

    [Fact]
    public void Folders_of_one_environment_in_several_places_are_one_target() =>
        Assert.Equal(
            ["k8s(): a=3 a/prod/a.yaml 0 b=3 b/prod/b.yaml 0", "k8s:dev(dev): a=1 a/dev/a.yaml 0 b=1 b/dev/b.yaml 0"],
            Read("Production",
                ("a/prod/a.yaml", Deployment("a", 3)), ("a/dev/a.yaml", Deployment("a")), ("b/prod/b.yaml", Deployment("b", 3)), ("b/dev/b.yaml", Deployment("b"))));

    [Fact]
    public void Folders_that_differ_deeper_down_are_told_apart_too() =>
        Assert.Equal(
            ["k8s(): web=3 prod/manifests/web.yaml 0", "k8s:dev(dev): web=1 dev/k8s/web.yaml 0"],
            Read("Production", ("prod/manifests/web.yaml", Deployment("web", 3)), ("dev/k8s/web.yaml", Deployment("web"))));

    [Theory]
    [InlineData("k8s/one/web.yaml", "k8s/two/web.yaml")]
    [InlineData("k8s/base/web.yaml", "k8s/prod/web.yaml")]
    [InlineData("k8s/web.yaml", "k8s/prod/web.yaml")]
    public void Other_definitions_of_one_object_stay_variants(string one, string other)
    {
        var target = Assert.Single(Read("Production", (one, Deployment("web", 3)), (other, Deployment("web"))));

        Assert.EndsWith(" 1", target, StringComparison.Ordinal);
    }

    [Fact]
    public void Environments_that_define_different_objects_stay_one_target() =>
        Assert.Single(Read("Production", ("k8s/prod/web.yaml", Deployment("web", 3)), ("k8s/dev/tool.yaml", Deployment("tool"))));

    [Fact]
    public void The_patches_of_overlays_are_no_objects_and_each_overlay_is_listed_as_not_rendered()
    {
        const string Overlay = "resources: [ ../../base ]\npatches: [ { path: web.yaml } ]\n";
        using var tree = new TempTree(
            ("base/web.yaml", Deployment("web", 2)), ("base/kustomization.yaml", "resources: [ web.yaml ]\n"),
            ("overlays/dev/web.yaml", Deployment("web", 1)), ("overlays/dev/kustomization.yaml", Overlay),
            ("overlays/prod/web.yaml", Deployment("web", 5)), ("overlays/prod/kustomization.yaml", Overlay));

        var model = tree.Read();

        var web = Assert.Single(Assert.Single(model.Targets).Workloads);
        Assert.Equal("set by overlays/prod/kustomization.yaml, which is not rendered (base/web.yaml:4 says 2)", web.Instances.Reason);
        Assert.Empty(web.Variants);
        Assert.Equal(
            ["base/kustomization.yaml", "overlays/dev", "overlays/prod/kustomization.yaml"],
            model.Gaps.Where(g => g.Reason.StartsWith("not read by this version: Kustomize, not rendered", StringComparison.Ordinal)).Select(g => g.At.Path));
    }
}
