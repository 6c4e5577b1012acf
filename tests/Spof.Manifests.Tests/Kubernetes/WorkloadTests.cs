using Spof.Model;

namespace Spof.Manifests.Tests.Kubernetes;

public sealed class WorkloadTests
{
    [Fact]
    public void A_Deployment_is_read_with_its_id_image_ports_and_the_line_of_its_replicas()
    {
        var workload = KubernetesText.ReadWorkload(KubernetesText.Deployment(container: """
                    ports: [ { containerPort: 8080 }, { containerPort: 9090 } ]
                    readinessProbe: { httpGet: { path: /, port: 8080 } }
            """));

        Assert.Equal("k8s:shop/Deployment/orders", workload.Id);
        Assert.Equal(("orders", "shop", "Deployment"), (workload.Name, workload.Scope, workload.SourceKind));
        Assert.Equal(Count.Exactly(2), workload.Instances);
        Assert.Equal(("0.yaml", 7, "replicas: 2"), (workload.InstancesAt.At.Path, workload.InstancesAt.At.Line, workload.InstancesAt.Text));
        Assert.Equal(("0.yaml", 2, "Deployment orders"), (workload.At.At.Path, workload.At.At.Line, workload.At.Text));
        var container = Assert.Single(workload.Containers);
        Assert.Equal("shop/orders:1", container.Image);
        Assert.Equal([8080, 9090], container.Ports);
        Assert.True(container.HasReadinessProbe);
        Assert.False(container.HasLivenessProbe);
        Assert.Equal(UpdateStyle.Rolling, workload.Update);
    }

    [Theory]
    [InlineData("Deployment")]
    [InlineData("StatefulSet")]
    [InlineData("ReplicaSet")]
    public void Absent_replicas_mean_one_and_point_at_the_object(string kind)
    {
        var workload = KubernetesText.ReadWorkload(KubernetesText.Deployment(kind: kind, spec: "  minReadySeconds: 1"));

        Assert.Equal(Count.Exactly(1), workload.Instances);
        Assert.Equal(workload.At, workload.InstancesAt);
    }

    [Fact]
    public void Replicas_that_are_no_number_are_unknown() =>
        Assert.True(KubernetesText.ReadWorkload(KubernetesText.Deployment(spec: "  replicas: many")).Instances.IsUnknown);

    [Fact]
    public void Quoted_replicas_are_a_number() =>
        Assert.Equal(Count.Exactly(3), KubernetesText.ReadWorkload(KubernetesText.Deployment(spec: "  replicas: \"3\"")).Instances);

    [Fact]
    public void A_workload_with_0_replicas_is_left_out_with_a_gap()
    {
        var model = KubernetesText.ReadAll(KubernetesText.Deployment(spec: "  replicas: 0"));

        Assert.Empty(model.Targets);
        Assert.Contains("0 replicas", Assert.Single(model.Gaps).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_DaemonSet_has_an_unknown_number_of_instances_one_on_each_host()
    {
        var workload = KubernetesText.ReadWorkload(KubernetesText.Deployment(kind: "DaemonSet", spec: "  minReadySeconds: 1"));

        Assert.True(workload.Instances.IsUnknown);
        var spread = Assert.Single(workload.Placement.Spread);
        Assert.Equal((DomainKind.Host, true), (spread.Kind, spread.IsHard));
    }

    [Fact]
    public void A_bare_Pod_is_one_instance_that_only_a_person_replaces()
    {
        var workload = KubernetesText.ReadWorkload("""
            apiVersion: v1
            kind: Pod
            metadata: { name: tool }
            spec: { containers: [ { name: main, image: tool } ] }
            """);

        Assert.Equal("k8s:default/Pod/tool", workload.Id);
        Assert.Equal((Count.Exactly(1), UpdateStyle.Manual), (workload.Instances, workload.Update));
    }

    [Fact]
    public void Jobs_and_CronJobs_have_their_roles()
    {
        var target = KubernetesText.Read("""
            apiVersion: batch/v1
            kind: Job
            metadata: { name: migrate }
            spec: { parallelism: 2, template: { spec: { containers: [ { name: main, image: m } ] } } }
            ---
            apiVersion: batch/v1beta1
            kind: CronJob
            metadata: { name: report }
            spec: { jobTemplate: { spec: { template: { spec: { containers: [ { name: main, image: r } ] } } } } }
            """);

        Assert.Equal([WorkloadRole.ScheduledJob, WorkloadRole.Job], target.Workloads.Select(w => w.Role));
        Assert.Equal([1, 2], target.Workloads.Select(w => w.Instances.Min));
    }

    [Fact]
    public void A_suspended_CronJob_does_not_run()
    {
        var model = KubernetesText.ReadAll("""
            apiVersion: batch/v1
            kind: CronJob
            metadata: { name: report }
            spec: { suspend: true, jobTemplate: { spec: { template: { spec: { containers: [ { name: main, image: r } ] } } } } }
            """);

        Assert.Empty(model.Targets);
        Assert.Contains("suspended", Assert.Single(model.Gaps).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  strategy: { type: Recreate }", UpdateStyle.AllAtOnce)]
    [InlineData("  strategy: { type: RollingUpdate }", UpdateStyle.Rolling)]
    [InlineData("  replicas: 2\n  strategy: { rollingUpdate: { maxUnavailable: 100% } }", UpdateStyle.AllAtOnce)]
    [InlineData("  replicas: 2\n  strategy: { rollingUpdate: { maxUnavailable: 2 } }", UpdateStyle.AllAtOnce)]
    [InlineData("  replicas: 3\n  strategy: { rollingUpdate: { maxUnavailable: 2 } }", UpdateStyle.Rolling)]
    [InlineData("  replicas: 3\n  strategy: { rollingUpdate: { maxUnavailable: 99% } }", UpdateStyle.Rolling)]
    public void The_strategy_of_a_Deployment_decides_how_it_is_updated(string spec, UpdateStyle expected) =>
        Assert.Equal(expected, KubernetesText.ReadWorkload(KubernetesText.Deployment(spec: spec)).Update);

    [Theory]
    [InlineData("StatefulSet", "  updateStrategy: { type: OnDelete }", UpdateStyle.Manual)]
    [InlineData("StatefulSet", "  replicas: 2", UpdateStyle.Rolling)]
    [InlineData("DaemonSet", "  updateStrategy: { type: OnDelete }", UpdateStyle.Manual)]
    [InlineData("ReplicaSet", "  replicas: 2", UpdateStyle.Manual)]
    public void Each_kind_has_its_own_way_of_updating(string kind, string spec, UpdateStyle expected) =>
        Assert.Equal(expected, KubernetesText.ReadWorkload(KubernetesText.Deployment(kind: kind, spec: spec)).Update);

    [Fact]
    public void A_paused_Deployment_runs_with_a_note()
    {
        var workload = KubernetesText.ReadWorkload(KubernetesText.Deployment(spec: "  replicas: 2\n  paused: true"));

        Assert.Equal(Count.Exactly(2), workload.Instances);
        Assert.Contains(workload.Unknowns, u => u.Reason.Contains("paused", StringComparison.Ordinal));
    }

    [Fact]
    public void Init_containers_are_marked_and_restarting_ones_are_sidecars()
    {
        var workload = KubernetesText.ReadWorkload(KubernetesText.Deployment(pod: """
                  initContainers:
                  - { name: migrate, image: m }
                  - { name: proxy, image: p, restartPolicy: Always }
            """));

        Assert.Equal(["main:False", "migrate:True", "proxy:False"], workload.Containers.Select(c => $"{c.Name}:{c.IsInit}"));
    }

    [Fact]
    public void The_same_object_in_two_files_is_one_with_a_range()
    {
        var workload = KubernetesText.ReadWorkload(KubernetesText.Deployment(), KubernetesText.Deployment(spec: "  replicas: 5"));

        Assert.Equal((2, 5), (workload.Instances.Min, workload.Instances.Max));
        Assert.Contains("defined twice: 0.yaml:7 says 2, 1.yaml:7 says 5", workload.Instances.Reason, StringComparison.Ordinal);
        Assert.Equal("0.yaml", workload.At.At.Path);
        Assert.Equal("1.yaml", Assert.Single(workload.Variants).At.Path);
    }

    [Fact]
    public void The_same_object_under_an_older_API_group_is_the_same() =>
        Assert.Equal(
            Count.Exactly(2),
            KubernetesText.ReadWorkload(
                KubernetesText.Deployment(), KubernetesText.Deployment().Replace("apps/v1", "extensions/v1beta1", StringComparison.Ordinal)).Instances);

    [Fact]
    public void The_same_name_in_two_namespaces_is_two_objects() =>
        Assert.Equal(2, KubernetesText.Read(KubernetesText.Deployment(), KubernetesText.Deployment(ns: "other")).Workloads.Length);

    [Fact]
    public void Two_controllers_of_one_name_with_the_same_pod_labels_are_one()
    {
        var older = KubernetesText.Deployment().Replace("kind: Deployment", "kind: ReplicationController", StringComparison.Ordinal).Replace("apps/v1", "v1", StringComparison.Ordinal);

        Assert.Single(KubernetesText.ReadWorkload(KubernetesText.Deployment(), older).Variants);
    }

    [Fact]
    public void Two_controllers_of_one_name_with_other_pod_labels_are_two() =>
        Assert.Equal(2, KubernetesText.Read(
            KubernetesText.Deployment(), KubernetesText.Deployment(kind: "StatefulSet").Replace("app: orders", "app: other", StringComparison.Ordinal)).Workloads.Length);

    [Fact]
    public void Lists_of_objects_are_opened()
    {
        var target = KubernetesText.Read("""
            { "apiVersion": "v1", "kind": "List", "items": [
              { "apiVersion": "apps/v1", "kind": "DeploymentList", "items": [
                { "metadata": { "name": "a" }, "spec": { "replicas": 4, "template": { "spec": { "containers": [ { "name": "m", "image": "i" } ] } } } } ] },
              { "apiVersion": "v1", "kind": "Service", "metadata": { "name": "a" }, "spec": { "type": "ExternalName", "externalName": "db.example.com" } } ] }
            """);

        Assert.Equal(Count.Exactly(4), Assert.Single(target.Workloads).Instances);
        Assert.Single(target.Names);
    }

    [Fact]
    public void A_Rollout_and_a_DeploymentConfig_are_workloads()
    {
        var target = KubernetesText.Read(
            KubernetesText.Deployment("a", kind: "Rollout").Replace("apps/v1", "argoproj.io/v1alpha1", StringComparison.Ordinal),
            KubernetesText.Deployment("b", kind: "DeploymentConfig").Replace("apps/v1", "apps.openshift.io/v1", StringComparison.Ordinal));

        Assert.Equal(["k8s:shop/DeploymentConfig/b", "k8s:shop/Rollout/a"], target.Workloads.Select(w => w.Id));
    }

    [Fact]
    public void A_Rollout_that_refers_to_a_Deployment_takes_its_place()
    {
        var workload = KubernetesText.ReadWorkload(KubernetesText.Deployment(), """
            apiVersion: argoproj.io/v1alpha1
            kind: Rollout
            metadata: { name: orders-rollout, namespace: shop }
            spec: { replicas: 3, workloadRef: { apiVersion: apps/v1, kind: Deployment, name: orders } }
            """);

        Assert.Equal(("k8s:shop/Rollout/orders-rollout", 3, "shop/orders:1"), (workload.Id, workload.Instances.Min, workload.Containers[0].Image));
    }

    [Fact]
    public void Kinds_of_the_same_name_in_other_groups_are_listed_as_not_read()
    {
        var model = KubernetesText.ReadAll("""
            apiVersion: serving.knative.dev/v1
            kind: Service
            metadata: { name: hello }
            ---
            apiVersion: serving.knative.dev/v1
            kind: Service
            metadata: { name: hello2 }
            """);

        Assert.Empty(model.Targets);
        Assert.Equal("not read by this version: serving.knative.dev/v1 Service (2 objects)", Assert.Single(model.Gaps).Reason);
    }

    [Fact]
    public void Kinds_without_bearing_are_passed_over() => Assert.Empty(KubernetesText.ReadAll("apiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n").Gaps);

    [Fact]
    public void A_workload_without_a_name_is_a_gap() =>
        Assert.True(Assert.Single(KubernetesText.ReadAll("apiVersion: v1\nkind: Pod\nspec: { containers: [ { image: a } ] }\n").Gaps).IsError);

    [Theory]
    [InlineData("spec: text")]
    [InlineData("spec: [1, 2]")]
    [InlineData("spec: { template: 5 }")]
    [InlineData("spec: { replicas: { a: b }, template: { spec: { containers: text } } }")]
    [InlineData("spec: { template: { metadata: [], spec: { containers: [ 1, text, [ ], { env: 3, image: [ ], ports: { a: b } } ], volumes: [ 1 ], affinity: [ ] } } }")]
    [InlineData("metadata: text")]
    public void Fields_of_the_wrong_shape_never_throw(string body)
    {
        var text = body.StartsWith("metadata", StringComparison.Ordinal) ? body : "metadata: { name: a }\n" + body;

        Assert.NotNull(KubernetesText.ReadAll($"apiVersion: apps/v1\nkind: Deployment\n{text}\n"));
        Assert.NotNull(KubernetesText.ReadAll($"apiVersion: v1\nkind: Service\n{text}\n"));
        Assert.NotNull(KubernetesText.ReadAll($"apiVersion: networking.k8s.io/v1\nkind: Ingress\n{text}\n"));
        Assert.NotNull(KubernetesText.ReadAll($"apiVersion: v1\nkind: Secret\n{text}\ndata: [ a ]\n"));
    }

    [Theory]
    [InlineData("[\"--password\", \"hunter2\"]")]
    [InlineData("[\"--requirepass\", \"hunter2\"]")]
    [InlineData("[\"--db-password=hunter2\"]")]
    [InlineData("[\"sh\", \"-c\", \"redis-server --requirepass hunter2 --appendonly yes\"]")]
    [InlineData("[\"mysqladmin\", \"ping\", \"-uroot\", \"-phunter2\"]")]
    [InlineData("[\"--broker=amqp://app:hunter2@rabbitmq:5672/\"]")]
    public void Arguments_are_kept_without_passwords(string args)
    {
        var workload = KubernetesText.ReadWorkload(KubernetesText.Deployment(container: $"        args: {args}"));

        Assert.NotEmpty(workload.Containers[0].Arguments);
        Assert.DoesNotContain(workload.Containers[0].Arguments, a => a.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public void Harmless_arguments_are_kept_as_they_are()
    {
        var workload = KubernetesText.ReadWorkload(KubernetesText.Deployment(container: "        command: [dotnet, Orders.dll]\n        args: ['--urls', 'http://*:8080']"));

        Assert.Equal(["dotnet", "Orders.dll", "--urls", "http://*:8080"], workload.Containers[0].Arguments);
    }
}
