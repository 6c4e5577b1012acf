using Spof.Model;

namespace Spof.Manifests.Tests.Kubernetes;

public sealed class ScalingTests
{
    private static string Scaler(string spec, string version = "autoscaling/v2", string kind = "HorizontalPodAutoscaler") => $"""
        apiVersion: {version}
        kind: {kind}
        metadata: {"{"} name: orders, namespace: shop {"}"}
        spec:
          scaleTargetRef: {"{"} kind: Deployment, name: orders {"}"}
        {spec}
        """;

    [Theory]
    [InlineData("autoscaling/v1")]
    [InlineData("autoscaling/v2")]
    public void An_autoscaler_gives_a_range_that_stands_before_the_replicas(string version)
    {
        var workload = KubernetesText.ReadWorkload(KubernetesText.Deployment(), Scaler("  minReplicas: 3\n  maxReplicas: 10", version));

        Assert.Equal((3, 10), (workload.Instances.Min, workload.Instances.Max));
        Assert.Equal(("1.yaml", 6), (workload.InstancesAt.At.Path, workload.InstancesAt.At.Line));
        Assert.NotNull(workload.Instances.Reason);
    }

    [Fact]
    public void An_object_that_is_defined_with_one_instance_and_with_more_has_no_lower_bound()
    {
        var workload = KubernetesText.ReadWorkload(
            KubernetesText.Deployment(spec: "  replicas: 1"), KubernetesText.Deployment(spec: "  replicas: 3"), KubernetesText.Deployment(spec: "  replicas: 3"));

        Assert.Equal(new Count(null, 3, "defined 3 times: 0.yaml:7 says 1, 1.yaml:7 says 3, 2.yaml:7 says 3"), workload.Instances);
    }

    [Fact]
    public void Absent_minReplicas_mean_one() =>
        Assert.Equal(1, KubernetesText.ReadWorkload(KubernetesText.Deployment(spec: "  replicas: 4"), Scaler("  maxReplicas: 10")).Instances.Min);

    [Fact]
    public void Equal_bounds_are_exact() =>
        Assert.Equal(Count.Exactly(3), KubernetesText.ReadWorkload(KubernetesText.Deployment(), Scaler("  minReplicas: 3\n  maxReplicas: 3")).Instances);

    [Fact]
    public void A_KEDA_object_that_scales_to_nothing_is_judged_at_one()
    {
        var workload = KubernetesText.ReadWorkload(KubernetesText.Deployment(), Scaler("  minReplicaCount: 0\n  maxReplicaCount: 8", "keda.sh/v1alpha1", "ScaledObject"));

        Assert.Equal((1, 8), (workload.Instances.Min, workload.Instances.Max));
    }

    [Fact]
    public void An_autoscaler_for_another_object_changes_nothing_and_is_told()
    {
        var model = KubernetesText.ReadAll(KubernetesText.Deployment(name: "order"), Scaler("  maxReplicas: 10"));

        Assert.Equal(Count.Exactly(2), model.Targets[0].Workloads[0].Instances);
        Assert.Contains("'orders', which no manifest declares", Assert.Single(model.Gaps).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  minAvailable: 1", "minAvailable: 1")]
    [InlineData("  maxUnavailable: 25%", "maxUnavailable: 25%")]
    public void A_disruption_budget_that_selects_the_pods_is_quoted(string spec, string expected) =>
        Assert.Equal(expected, KubernetesText.ReadWorkload(KubernetesText.Deployment(), Budget("orders", spec)).DisruptionBudget);

    [Fact]
    public void A_disruption_budget_for_other_pods_is_not_taken() =>
        Assert.Null(KubernetesText.ReadWorkload(KubernetesText.Deployment(), Budget("order", "  minAvailable: 1")).DisruptionBudget);

    [Theory]
    [InlineData("{ matchExpressions: [ { key: app, operator: Exists } ] }", true)]
    [InlineData("{ }", true)]
    [InlineData("{ matchLabels: { app: orders, tier: web } }", false)]
    public void A_disruption_budget_may_select_by_expressions_or_everything(string selector, bool isFound) => Assert.Equal(
        isFound,
        KubernetesText.ReadWorkload(
            KubernetesText.Deployment(), Budget("orders", "  minAvailable: 1").Replace("{ matchLabels: { app: orders } }", selector, StringComparison.Ordinal))
            .DisruptionBudget is not null);

    private static string Budget(string app, string spec) => $"""
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {"{"} name: b, namespace: shop {"}"}
        spec:
          selector: {"{"} matchLabels: {"{"} app: {app} {"}"} {"}"}
        {spec}
        """;
}
