using Spof.Model;

namespace Spof.Manifests.Tests.Kubernetes;

public sealed class RoutingTests
{
    private const string Service = """
        apiVersion: v1
        kind: Service
        metadata: { name: orders, namespace: shop }
        spec: { ports: [ { name: http, port: 8080 } ] }
        """;

    private const string NginxController = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: ingress-nginx-controller, namespace: ingress-nginx }
        spec:
          template:
            metadata: { labels: { app.kubernetes.io/name: ingress-nginx, app.kubernetes.io/component: controller } }
            spec: { containers: [ { name: controller, image: registry.k8s.io/ingress-nginx/controller:v1.9, args: [ --controller-class=k8s.io/ingress-nginx ] } ] }
        """;

    private const string NginxClass = """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: { name: web }
        spec: { controller: k8s.io/ingress-nginx }
        """;

    private static string Ingress(string spec, string annotations = "{ }") => $"""
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {"{"} name: shop, namespace: shop, annotations: {annotations} {"}"}
        spec:
        {spec}
        """;

    private static string Rule(string path, string backend = "{ service: { name: orders, port: { number: 80 } } }", string host = "") =>
        $"  - {(host == "" ? "" : $"host: {host}\n    ")}http: {{ paths: [ {{ path: {path}, backend: {backend} }} ] }}";

    [Fact]
    public void Each_path_is_a_public_route_to_a_Service()
    {
        var target = KubernetesText.Read(Ingress("  rules:\n" + Rule("/orders", host: "shop.test") + "\n" + Rule("/cart", "{ service: { name: cart, port: { name: http } } }", "shop.test")));

        Assert.Equal(["k8s:shop/Ingress/shop#/cart", "k8s:shop/Ingress/shop#/orders"], target.Routes.Select(r => r.Id));
        var orders = target.Routes[1];
        Assert.Equal(("shop.test", "/orders", true), (orders.Host, orders.Path, orders.IsPublic));
        Assert.Equal((new EndpointAddress("orders", 80), "shop"), (orders.Backends[0].Address, orders.Backends[0].Scope));
        Assert.Null(orders.ViaWorkloadId);
        Assert.Equal(target.Routes.Select(r => r.Id), target.Exposures.Select(e => e.TargetId));
        Assert.All(target.Exposures, e => Assert.Equal(e.TargetId, e.Id));
    }

    [Fact]
    public void Several_hosts_stand_in_the_ids()
    {
        var target = KubernetesText.Read(Ingress("  rules:\n" + Rule("/", host: "a.test") + "\n" + Rule("/", host: "b.test")));

        Assert.Equal(["k8s:shop/Ingress/shop#a.test/", "k8s:shop/Ingress/shop#b.test/"], target.Routes.Select(r => r.Id));
    }

    [Theory]
    [InlineData("extensions/v1beta1")]
    [InlineData("networking.k8s.io/v1beta1")]
    public void Older_versions_are_read_and_a_named_port_is_looked_up(string version)
    {
        var target = KubernetesText.Read(
            Service, Ingress("  rules:\n" + Rule("/", "{ serviceName: orders, servicePort: http }")).Replace("networking.k8s.io/v1", version, StringComparison.Ordinal));

        Assert.Equal(new EndpointAddress("orders", 8080), Assert.Single(target.Routes).Backends[0].Address);
        Assert.Equal("k8s:shop/Ingress/shop", Assert.Single(target.Exposures).Id);
    }

    [Fact]
    public void A_default_backend_alone_is_the_route_of_everything()
    {
        var route = Assert.Single(KubernetesText.Read(Ingress("  defaultBackend: { service: { name: web, port: { number: 80 } } }")).Routes);

        Assert.Equal(("k8s:shop/Ingress/shop#/", (string?)null), (route.Id, route.Path));
    }

    [Fact]
    public void A_default_backend_beside_rules_is_one_more_route() => Assert.Equal(
        ["k8s:shop/Ingress/shop#*", "k8s:shop/Ingress/shop#/"],
        KubernetesText.Read(Ingress("  defaultBackend: { service: { name: web, port: { number: 80 } } }\n  rules:\n" + Rule("/"))).Routes.Select(r => r.Id));

    [Fact]
    public void A_backend_that_is_no_Service_is_a_gap()
    {
        var model = KubernetesText.ReadAll(Ingress("  rules:\n" + Rule("/", "{ resource: { kind: StorageBucket, name: static } }")));

        Assert.Empty(model.Targets);
        Assert.Contains("no Service", Assert.Single(model.Gaps).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_Ingress_class_leads_to_the_declared_controller()
    {
        var target = KubernetesText.Read(NginxController, NginxClass, Ingress("  ingressClassName: web\n  rules:\n" + Rule("/")));

        Assert.Equal("k8s:ingress-nginx/Deployment/ingress-nginx-controller", target.Routes[0].ViaWorkloadId);
    }

    [Theory]
    [InlineData("{ kubernetes.io/ingress.class: nginx }", "  rules:")]
    [InlineData("{ }", "  ingressClassName: nginx\n  rules:")]
    public void A_well_known_class_leads_to_the_controller_by_its_label(string annotations, string spec)
    {
        var target = KubernetesText.Read(NginxController.Replace("--controller-class", "--x", StringComparison.Ordinal), Ingress(spec + "\n" + Rule("/"), annotations));

        Assert.NotNull(target.Routes[0].ViaWorkloadId);
    }

    [Theory]
    [InlineData("traefik", "traefik:v3", "{ app.kubernetes.io/name: traefik }")]
    [InlineData("haproxy", "haproxytech/kubernetes-ingress:3.0", "{ run: haproxy-ingress }")]
    [InlineData("kong", "kong:3.6", "{ app: ingress-kong }")]
    public void Other_well_known_controllers_are_known_by_label_or_image(string className, string image, string labels)
    {
        var controller = $"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{ name: edge }}\nspec: {{ template: {{ metadata: {{ labels: {labels} }}, spec: {{ containers: [ {{ name: c, image: '{image}' }} ] }} }} }}\n";

        Assert.Equal("k8s:default/Deployment/edge", KubernetesText.Read(controller, Ingress($"  ingressClassName: {className}\n  rules:\n" + Rule("/"))).Routes[0].ViaWorkloadId);
    }

    [Fact]
    public void A_workload_that_is_only_named_like_a_controller_is_none() => Assert.Null(KubernetesText.Read(
        KubernetesText.Deployment("traefik-docs", image: "shop/traefik-docs:1"), Ingress("  ingressClassName: traefik\n  rules:\n" + Rule("/"))).Routes[0].ViaWorkloadId);

    [Fact]
    public void The_default_class_serves_an_Ingress_without_class()
    {
        var defaultClass = NginxClass.Replace("name: web", "name: web, annotations: { ingressclass.kubernetes.io/is-default-class: 'true' }", StringComparison.Ordinal);

        Assert.NotNull(KubernetesText.Read(NginxController, defaultClass, Ingress("  rules:\n" + Rule("/"))).Routes[0].ViaWorkloadId);
        Assert.Null(KubernetesText.Read(NginxController, NginxClass, Ingress("  rules:\n" + Rule("/"))).Routes[0].ViaWorkloadId);
    }

    [Fact]
    public void Another_class_does_not_lead_to_the_controller() =>
        Assert.Null(KubernetesText.Read(NginxController, NginxClass, Ingress("  ingressClassName: traefik\n  rules:\n" + Rule("/"))).Routes[0].ViaWorkloadId);

    [Fact]
    public void Two_possible_controllers_leave_it_open()
    {
        var second = NginxController.Replace("name: ingress-nginx-controller", "name: second", StringComparison.Ordinal);

        Assert.Null(KubernetesText.Read(NginxController, second, NginxClass, Ingress("  ingressClassName: web\n  rules:\n" + Rule("/"))).Routes[0].ViaWorkloadId);
    }

    [Fact]
    public void A_gateway_route_has_weighted_backends_of_which_zero_takes_nothing()
    {
        var target = KubernetesText.Read("""
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: { name: edge, namespace: infra }
            spec: { listeners: [ { name: web, port: 80 }, { name: tls, port: 443 } ] }
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: { name: shop, namespace: shop }
            spec:
              parentRefs: [ { name: edge, namespace: infra, sectionName: tls } ]
              hostnames: [ shop.test ]
              rules:
              - matches: [ { path: { value: /orders } } ]
                backendRefs: [ { name: orders, port: 80, weight: 90 }, { name: orders-v2, namespace: next, port: 80, weight: 10 }, { name: off, port: 80, weight: 0 } ]
            """);

        var route = Assert.Single(target.Routes);
        Assert.Equal(("k8s:shop/HTTPRoute/shop#/orders", "shop.test", 443), (route.Id, route.Host, route.ListenPort));
        Assert.True(route.IsSplit);
        Assert.Equal(["orders@shop", "orders-v2@next"], route.Backends.Select(b => $"{b.Address.Host}@{b.Scope}"));
        Assert.Equal((ExposureKind.GatewayRoute, "k8s:shop/HTTPRoute/shop", 443), (target.Exposures[0].Kind, target.Exposures[0].Id, target.Exposures[0].Port));
    }

    [Fact]
    public void GRPC_and_TCP_routes_are_read()
    {
        var target = KubernetesText.Read("""
            apiVersion: gateway.networking.k8s.io/v1
            kind: GRPCRoute
            metadata: { name: g }
            spec: { parentRefs: [ { name: edge } ], rules: [ { matches: [ { method: { service: shop.Orders, method: Get } } ], backendRefs: [ { name: orders, port: 5000 } ] } ] }
            ---
            apiVersion: gateway.networking.k8s.io/v1alpha2
            kind: TCPRoute
            metadata: { name: t }
            spec: { parentRefs: [ { name: edge, port: 5432 } ], rules: [ { backendRefs: [ { name: db, port: 5432 } ] } ] }
            """);

        Assert.Equal(["k8s:default/GRPCRoute/g#/shop.Orders/Get", "k8s:default/TCPRoute/t#*"], target.Routes.Select(r => r.Id));
        Assert.Equal(5432, target.Routes[1].ListenPort);
        Assert.All(target.Routes, r => Assert.False(r.IsSplit));
    }

    [Theory]
    [InlineData("true", 0)]
    [InlineData("false", 1)]
    public void A_canary_Ingress_is_no_route_of_its_own_and_is_listed(string canary, int routes)
    {
        var target = KubernetesText.Read(KubernetesText.Deployment(), $$"""
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: next
              namespace: shop
              annotations: { nginx.ingress.kubernetes.io/canary: "{{canary}}", nginx.ingress.kubernetes.io/canary-weight: "10" }
            spec: { rules: [ { http: { paths: [ { path: /, backend: { service: { name: orders-next, port: { number: 80 } } } } ] } } ] }
            """);

        Assert.Equal(routes, target.Routes.Length);
        Assert.Equal(1 - routes, target.Unknowns.Count(u => u.What == "routes of k8s:shop/Ingress/next"));
    }

    [Fact]
    public void A_mesh_route_on_a_Service_is_not_public()
    {
        var target = KubernetesText.Read("""
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: { name: m }
            spec: { parentRefs: [ { kind: Service, group: "", name: orders } ], rules: [ { backendRefs: [ { name: orders, port: 80 } ] } ] }
            """);

        Assert.False(Assert.Single(target.Routes).IsPublic);
        Assert.Empty(target.Exposures);
    }
}
