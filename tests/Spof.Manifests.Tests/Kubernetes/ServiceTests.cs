using Spof.Model;

namespace Spof.Manifests.Tests.Kubernetes;

public sealed class ServiceTests
{
    private static string Service(string spec, string name = "orders", string ns = "shop") => $"""
        apiVersion: v1
        kind: Service
        metadata: {"{"} name: {name}, namespace: {ns} {"}"}
        spec:
        {spec}
        """;

    [Fact]
    public void A_Service_answers_with_the_workloads_that_carry_its_labels()
    {
        var target = KubernetesText.Read(KubernetesText.Deployment(), KubernetesText.Deployment("payments"), Service("  selector: { app: orders }\n  ports: [ { port: 80, targetPort: 8080 } ]"));

        var name = Assert.Single(target.Names);
        Assert.Equal(("k8s:shop/Service/orders", "orders", "shop"), (name.Id, name.Name, name.Scope));
        Assert.Equal(["orders.shop", "orders.shop.svc", "orders.shop.svc.cluster.local"], name.OtherNames);
        Assert.Equal(["k8s:shop/Deployment/orders"], name.WorkloadIds);
        Assert.Equal([new PortMapping(null, 80, 8080)], name.Ports);
        Assert.Empty(target.Exposures);
        Assert.Empty(target.Unknowns);
    }

    [Fact]
    public void A_second_Deployment_stands_behind_a_Service_only_if_it_selects_it()
    {
        var blue = KubernetesText.Deployment("orders-blue").Replace("app: orders-blue", "app: orders, color: blue", StringComparison.Ordinal);
        var green = KubernetesText.Deployment("orders-green").Replace("app: orders-green", "app: orders, color: green", StringComparison.Ordinal);

        Assert.Equal(2, KubernetesText.Read(blue, green, Service("  selector: { app: orders }")).Names[0].WorkloadIds.Length);
        Assert.Equal(["k8s:shop/Deployment/orders-blue"], KubernetesText.Read(blue, green, Service("  selector: { app: orders, color: blue }")).Names[0].WorkloadIds);
    }

    [Fact]
    public void Labels_in_another_namespace_do_not_count()
    {
        var target = KubernetesText.Read(KubernetesText.Deployment(), Service("  selector: { app: orders }", ns: "other"));

        Assert.Empty(target.Names[0].WorkloadIds);
        Assert.Contains("no workload", Assert.Single(target.Unknowns).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_target_port_is_looked_up_in_the_container()
    {
        var target = KubernetesText.Read(
            KubernetesText.Deployment(container: "        ports: [ { name: http, containerPort: 8080 } ]"),
            Service("  selector: { app: orders }\n  ports: [ { name: web, port: 80, targetPort: http }, { port: 81, targetPort: other }, { port: 82 } ]"));

        Assert.Equal([new PortMapping("web", 80, 8080), new PortMapping(null, 81, null), new PortMapping(null, 82, 82)], target.Names[0].Ports);
    }

    [Theory]
    [InlineData("targetPort: http", "k8s:shop/Deployment/orders")]
    [InlineData("targetPort: 8080", "k8s:shop/Deployment/copy k8s:shop/Deployment/orders")]
    [InlineData("name: http", "k8s:shop/Deployment/copy k8s:shop/Deployment/orders")]
    [InlineData("targetPort: grpc", "k8s:shop/Deployment/copy k8s:shop/Deployment/orders")]
    public void A_pod_without_the_named_port_does_not_stand_behind_the_Service(string port, string expected)
    {
        var target = KubernetesText.Read(
            KubernetesText.Deployment(container: "        ports: [ { name: http, containerPort: 8080 } ]"),
            KubernetesText.Deployment(name: "copy").Replace("labels: { app: copy }", "labels: { app: orders }", StringComparison.Ordinal),
            Service($"  selector: {"{"} app: orders {"}"}\n  ports: [ {"{"} port: 80, {port} {"}"} ]"));

        Assert.Equal(expected.Split(' '), target.Names[0].WorkloadIds.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_external_name_stands_for_a_host()
    {
        var name = Assert.Single(KubernetesText.Read(Service("  type: ExternalName\n  externalName: DB.example.com.")).Names);

        Assert.Equal("db.example.com", name.External?.Host);
        Assert.Empty(name.WorkloadIds);
    }

    [Fact]
    public void Manual_Endpoints_stand_for_a_host()
    {
        var target = KubernetesText.Read(Service("  ports: [ { port: 5432 } ]", name: "db"), """
            apiVersion: v1
            kind: Endpoints
            metadata: { name: db, namespace: shop }
            subsets: [ { addresses: [ { ip: 10.0.0.7 } ], ports: [ { port: 5432 } ] } ]
            """);

        Assert.Equal(new EndpointAddress("10.0.0.7", 5432), target.Names[0].External);
        Assert.Empty(target.Unknowns);
    }

    [Fact]
    public void Endpoint_slices_stand_for_a_host_and_several_addresses_are_told()
    {
        var target = KubernetesText.Read(Service("  ports: [ { port: 5432 } ]", name: "db"), """
            apiVersion: discovery.k8s.io/v1
            kind: EndpointSlice
            metadata: { name: db-1, namespace: shop, labels: { kubernetes.io/service-name: db } }
            ports: [ { port: 5433 } ]
            endpoints: [ { addresses: [ 10.0.0.7 ] }, { addresses: [ 10.0.0.8 ] } ]
            """);

        Assert.Equal(new EndpointAddress("10.0.0.7", 5433), target.Names[0].External);
        Assert.Contains("2 addresses", Assert.Single(target.Unknowns).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Service_without_a_cluster_address_is_headless() =>
        Assert.True(KubernetesText.Read(KubernetesText.Deployment(), Service("  clusterIP: None\n  selector: { app: orders }")).Names[0].IsHeadless);

    [Fact]
    public void Each_public_port_is_an_exposure_of_the_same_Service()
    {
        var exposures = KubernetesText.Read(KubernetesText.Deployment(), Service("  type: LoadBalancer\n  selector: { app: orders }\n  ports: [ { port: 80 }, { port: 443 } ]")).Exposures;

        Assert.Equal([("k8s:shop/Service/orders", 80), ("k8s:shop/Service/orders", 443)], exposures.Select(e => (e.Id, e.Port!.Value)));
    }

    [Theory]
    [InlineData("  type: LoadBalancer\n  ports: [ { port: 443 } ]", ExposureKind.LoadBalancer, 443)]
    [InlineData("  type: NodePort\n  ports: [ { port: 80, nodePort: 30001 } ]", ExposureKind.NodePort, 30001)]
    [InlineData("  type: NodePort\n  ports: [ { port: 80 } ]", ExposureKind.NodePort, null)]
    public void Load_balancers_and_node_ports_are_exposed(string spec, ExposureKind kind, int? port)
    {
        var exposure = Assert.Single(KubernetesText.Read(KubernetesText.Deployment(), Service(spec + "\n  selector: { app: orders }")).Exposures);

        Assert.Equal((kind, port, "k8s:shop/Service/orders"), (exposure.Kind, exposure.Port, exposure.TargetId));
    }

    [Fact]
    public void A_Service_defined_twice_is_one_and_a_variant_that_opens_it_counts()
    {
        var target = KubernetesText.Read(
            KubernetesText.Deployment(), Service("  selector: { app: orders }\n  ports: [ { port: 80 } ]"), Service("  type: NodePort\n  selector: { app: orders }"));

        Assert.Single(target.Names);
        Assert.Equal("2.yaml", Assert.Single(target.Exposures).At.At.Path);
    }

    [Fact]
    public void The_Services_of_a_Patroni_cluster_lead_to_it_although_labels_are_set_at_run_time()
    {
        var target = KubernetesText.Read(
            KubernetesText.Deployment("db", kind: "StatefulSet", spec: "  replicas: 3", container: "        env: [ { name: PATRONI_SCOPE, value: main } ]"),
            Service("  ports: [ { port: 5432 } ]", name: "main"), Service("  selector: { app: db, role: replica }", name: "main-repl"));

        Assert.Equal([("main", Access.Both), ("main-repl", Access.Read)], target.Names.Select(n => (n.Name, n.Serves)));
        Assert.All(target.Names, n => Assert.Equal(["k8s:shop/StatefulSet/db"], n.WorkloadIds));
    }

    [Fact]
    public void A_role_label_without_Patroni_is_an_ordinary_label() =>
        Assert.Empty(KubernetesText.Read(KubernetesText.Deployment(), Service("  selector: { app: orders, role: replica }")).Names[0].WorkloadIds);

    [Theory]
    [InlineData("{ containerPort: 8080, hostPort: 80 }", "k8s:shop/Deployment/orders#:80 80")]
    [InlineData("{ containerPort: 8080, hostPort: 80, hostIP: 127.0.0.1 }", null)]
    [InlineData("{ containerPort: 9100, hostPort: 9100, name: metrics }", null)]
    [InlineData("{ containerPort: 8080 }", null)]
    public void A_port_of_the_node_is_an_entry_from_outside(string port, string? exposure)
    {
        var target = KubernetesText.Read(KubernetesText.Deployment(container: $"        ports: [ {port} ]"));

        Assert.Equal(exposure, target.Exposures.IsEmpty ? null : $"{target.Exposures[0].Id} {target.Exposures[0].Port}");
    }
}
