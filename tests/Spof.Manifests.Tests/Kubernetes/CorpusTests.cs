using Spof.Manifests.Tests.Scanning;
using Spof.Model;

namespace Spof.Manifests.Tests.Kubernetes;

/// <summary>Numbers counted by reading the manifests themselves.</summary>
public sealed class CorpusTests
{
    [Fact]
    public void Sock_shop_has_14_workloads_in_its_namespace_although_complete_demo_repeats_them()
    {
        var target = Corpus.ReadKubernetes("sock-shop");

        var shop = target.Workloads.Where(w => w.Scope == "sock-shop").ToList();
        Assert.Equal(
            ["carts", "carts-db", "catalogue", "catalogue-db", "front-end", "orders", "orders-db", "payment", "queue-master", "rabbitmq", "session-db", "shipping", "user", "user-db"],
            shop.Select(w => w.Name));
        Assert.All(shop, w => Assert.Equal("deploy/kubernetes/complete-demo.yaml", w.At.At.Path));
        Assert.All(shop, w => Assert.InRange(w.Variants.Length, 1, 2));
        Assert.Equal(26, target.Workloads.Length);
        Assert.Equal(26, target.Names.Length);
        Assert.Equal(14, target.Names.Count(n => n.Scope == "sock-shop"));
        Assert.All(target.Names, n => Assert.Single(n.WorkloadIds));
    }

    [Fact]
    public void Sock_shop_scales_seven_services_and_names_one_autoscaler_wrongly()
    {
        var model = Corpus.Read("sock-shop");

        var scaled = model.Targets.Single(t => t.Id == "k8s").Workloads.Where(w => w.Instances is { Min: 1, Max: 10 }).Select(w => w.Name);
        Assert.Equal(["catalogue", "front-end", "orders", "payment", "queue-master", "shipping", "user"], scaled);
        Assert.Contains(model.Gaps, g => g.Reason == "HorizontalPodAutoscaler 'cart' scales Deployment 'cart', which no manifest declares.");
    }

    [Fact]
    public void Sock_shop_opens_four_Services()
    {
        var exposures = Corpus.ReadKubernetes("sock-shop").Exposures;

        Assert.Equal(
            [
                ("k8s:jaeger/Service/jaeger-query", ExposureKind.LoadBalancer, 80), ("k8s:kube-system/Service/kibana", ExposureKind.NodePort, 31601),
                ("k8s:monitoring/Service/prometheus", ExposureKind.NodePort, 31090), ("k8s:sock-shop/Service/front-end", ExposureKind.NodePort, 30001),
            ],
            exposures.Select(e => (e.Id, e.Kind, e.Port!.Value)));
    }

    [Fact]
    public void Sock_shop_lists_its_chart_and_its_Terraform_as_not_read()
    {
        var gaps = Corpus.Read("sock-shop").Gaps.Select(g => g.At.Path).ToList();

        Assert.Contains("deploy/kubernetes/helm-chart", gaps);
        Assert.Contains("deploy/kubernetes/terraform", gaps);
        Assert.DoesNotContain(gaps, g => g.Contains("/templates/", StringComparison.Ordinal));
    }

    [Fact]
    public void Robot_shop_has_three_plain_workloads_beside_its_chart()
    {
        var model = Corpus.Read("robot-shop");

        Assert.Equal(
            ["k8s:default/Deployment/load", "k8s:default/Deployment/payment-fix", "k8s:logging/DaemonSet/fluentd"],
            model.Targets.Single(t => t.Id == "k8s").Workloads.Select(w => w.Id));
        Assert.Contains(model.Gaps, g => g.At.Path == "K8s/helm");
        Assert.Contains(model.Gaps, g => g.Reason.Contains("VirtualService (2 objects)", StringComparison.Ordinal));
    }

    [Fact]
    public void Kubernetes_examples_have_eleven_workloads_when_older_controllers_are_taken_as_variants()
    {
        var target = Corpus.ReadKubernetes("kubernetes-examples");

        Assert.Equal(11, target.Workloads.Length);
        Assert.Equal(10, target.Names.Length);
        var frontend = target.Workloads.Single(w => w.Id == "k8s:default/Deployment/frontend");
        Assert.Equal((Count.Exactly(3), 3), (frontend.Instances, frontend.Variants.Length));
        Assert.Equal(["k8s:default/Deployment/redis-master"], target.Names.Single(n => n.Name == "redis-master").WorkloadIds);
        Assert.Equal(3, target.Exposures.DistinctBy(e => e.Id).Count());
    }

    [Fact]
    public void Kubernetes_examples_show_replication_where_variables_and_options_say_so()
    {
        var target = Corpus.ReadKubernetes("kubernetes-examples");

        Assert.Equal(
            [("cassandra", ReplicationStyle.MultiPrimary), ("cockroachdb", ReplicationStyle.Quorum)],
            target.Workloads.Where(w => w.Replication is not null).Select(w => (w.Name, w.Replication!.Style)));
    }

    [Fact]
    public void EShopOnContainers_has_its_ingress_controller_and_two_loopback_routes_through_it()
    {
        var target = Corpus.ReadKubernetes("eshoponcontainers");

        Assert.Equal("k8s:ingress-nginx/Deployment/nginx-ingress-controller", Assert.Single(target.Workloads).Id);
        Assert.Equal(
            ["k8s:default/Ingress/eshop-identity-api-loopback#/identity", "k8s:default/Ingress/eshop-webmvc-loopback#/webmvc"], target.Routes.Select(r => r.Id));
        Assert.All(target.Routes, r => Assert.Equal(target.Workloads[0].Id, r.ViaWorkloadId));
        Assert.Equal(3, target.Names.Length);
    }

    [Fact]
    public void EShopOnContainers_lists_23_charts_as_not_read() => Assert.Equal(
        23, Corpus.Read("eshoponcontainers").Gaps.Count(g => g.Reason == "not read by this version: Helm chart, not rendered"));

    [Fact]
    public void Patroni_leads_by_its_scope_and_is_read_by_its_replica_label()
    {
        var target = Corpus.ReadKubernetes("patroni");

        var demo = target.Workloads.Single(w => w.Name == "patronidemo");
        Assert.Equal((ReplicationStyle.PrimaryReplica, "patronidemo"), (demo.Replication?.Style, demo.Replication?.ClusterName));
        Assert.Equal(Access.Both, target.Names.Single(n => n.Name == "patronidemo").Serves);
        Assert.Equal(Access.Read, target.Names.Single(n => n.Name == "patronidemo-repl").Serves);
        Assert.Equal(["k8s:default/StatefulSet/citusdemo-1"], target.Names.Single(n => n.Name == "citusdemo-1").WorkloadIds);
        Assert.Empty(target.Unknowns);
    }
}
