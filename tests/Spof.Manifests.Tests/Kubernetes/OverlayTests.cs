using Spof.Manifests.Tests.Scanning;
using Spof.Model;

namespace Spof.Manifests.Tests.Kubernetes;

public sealed class OverlayTests
{
    private const string Base = "resources: [api.yaml, billing.yaml]\n";

    private static string Deployment(string name) => $$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: {{name}} }
        spec: { replicas: 1, template: { spec: { containers: [ { name: c, image: acme/{{name}}:1 } ] } } }
        """;

    private static ManifestModel Read(params (string Path, string Text)[] overlays)
    {
        using var tree = new TempTree([
            ("base/kustomization.yaml", Base), ("base/api.yaml", Deployment("api")), ("base/billing.yaml", Deployment("billing")), .. overlays]);
        return tree.Read();
    }

    private static WorkloadDeclaration Api(ManifestModel model) => Assert.Single(Assert.Single(model.Targets).Workloads, w => w.Name == "api");

    [Theory]
    [InlineData("replicas: [ { name: api, count: 4 } ]")]
    [InlineData("patches: [ { path: p.yaml } ]")]
    [InlineData("patchesStrategicMerge: [ p.yaml ]")]
    [InlineData("patches: [ { target: { kind: Deployment, name: a.* }, patch: '[ { op: replace, path: /spec/replicas, value: 4 } ]' } ]")]
    [InlineData("patchesJson6902: [ { target: { kind: Deployment, name: api }, path: gone.yaml } ]")]
    public void The_number_of_instances_that_an_overlay_sets_is_unknown_and_that_of_others_stays(string change)
    {
        var model = Read(
            ("overlays/production/kustomization.yaml", $"namePrefix: prod-\nresources: [../../base]\n{change}\n"),
            ("overlays/production/p.yaml", "kind: Deployment\nmetadata: { name: api }\nspec: { replicas: 4 }\n"));

        var api = Api(model);
        Assert.True(api.Instances.IsUnknown);
        Assert.Equal("set by overlays/production/kustomization.yaml, which is not rendered (base/api.yaml:4 says 1)", api.Instances.Reason);
        Assert.StartsWith("overlays/production/", api.InstancesAt.At.Path, StringComparison.Ordinal);
        Assert.Equal("base/api.yaml", api.At.At.Path);
        Assert.Equal(Count.Exactly(1), Assert.Single(model.Targets[0].Workloads, w => w.Name == "billing").Instances);
    }

    [Fact]
    public void A_change_of_another_environment_than_the_one_asked_about_does_not_count() =>
        Assert.Equal(Count.Exactly(1), Api(Read(
            ("overlays/production/kustomization.yaml", "resources: [../../base]\n"),
            ("overlays/staging/kustomization.yaml", "resources: [../../base]\nreplicas: [ { name: api, count: 4 } ]\n"))).Instances);

    [Fact]
    public void A_patch_of_something_else_leaves_the_number_and_is_listed()
    {
        var api = Api(Read(
            ("overlays/eu/kustomization.yaml", "resources: [../../base]\npatches: [ { path: p.yaml } ]\n"),
            ("overlays/eu/p.yaml", "kind: Deployment\nmetadata: { name: api }\nspec: { paused: false }\n")));

        Assert.Equal(Count.Exactly(1), api.Instances);
        Assert.Equal("changed by overlays/eu/kustomization.yaml, which is not rendered", Assert.Single(api.Unknowns).Reason);
    }

    [Fact]
    public void A_component_changes_what_the_overlay_takes_in_under_the_names_that_lower_ones_give() =>
        Assert.True(Api(Read(
            ("mid/kustomization.yaml", "namePrefix: my-\nresources: [../base]\n"),
            ("more/kustomization.yaml", "kind: Component\nreplicas: [ { name: my-api, count: 4 } ]\n"),
            ("overlays/eu/kustomization.yaml", "resources: [../../mid]\ncomponents: [../../more]\n"))).Instances.IsUnknown);

    [Fact]
    public void A_patched_autoscaler_no_longer_says_how_many_run() =>
        Assert.True(Api(Read(
            ("base2/kustomization.yaml", "resources: [hpa.yaml]\n"),
            ("base2/hpa.yaml", "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: api }\nspec: { scaleTargetRef: { kind: Deployment, name: api }, minReplicas: 1, maxReplicas: 9 }\n"),
            ("overlays/eu/kustomization.yaml", "resources: [../../base, ../../base2]\npatches: [ { target: { kind: HorizontalPodAutoscaler }, patch: '[ { op: replace, path: /spec/minReplicas, value: 4 } ]' } ]\n"))).Instances.IsUnknown);

    [Fact]
    public void Every_patch_file_is_listed_as_input_or_as_gap()
    {
        var model = Read(
            ("overlays/production/kustomization.yaml", "resources: [../../base]\npatches: [ { path: p.yaml } ]\n"),
            ("overlays/production/p.yaml", "kind: Deployment\nmetadata: { name: api }\nspec: { replicas: 4 }\n"),
            ("overlays/staging/kustomization.yaml", "resources: [../../base]\npatches: [ { path: p.yaml } ]\n"),
            ("overlays/staging/p.yaml", "kind: Deployment\nmetadata: { name: api }\nspec: { replicas: 2 }\n"));

        Assert.Contains(model.Inputs, i => i is { Path: "overlays/production/p.yaml", Format: "kustomize patch" });
        Assert.Contains(model.Gaps, g => g.At.Path == "overlays/staging" && g.Reason.Contains("(2 files)", StringComparison.Ordinal));
    }

    [Fact]
    public void Kustomizations_that_build_on_each_other_end() =>
        Assert.True(Api(Read(
            ("a/kustomization.yaml", "resources: [../b, ../base]\n"),
            ("b/kustomization.yaml", "resources: [../a]\nreplicas: [ { name: api, count: 2 } ]\n"))).Instances.IsUnknown);
}
