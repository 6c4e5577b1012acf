using Spof.Model;

namespace Spof.Linking.Tests;

public sealed class EntryPointTests
{
    private static RouteDeclaration Route(string id, string? via, string backend, string? path = null, bool isPublic = false, int? port = null) => new()
    {
        Id = id,
        ViaWorkloadId = via,
        Path = path,
        IsPublic = isPublic,
        ListenPort = port,
        Backends = [new BackendDeclaration(new EndpointAddress(backend), "shop", false, Given.At("backend " + backend))],
        At = Given.At(path ?? id),
    };

    [Fact]
    public void Each_location_behind_a_public_proxy_is_an_entry_point_of_its_own()
    {
        var edge = Given.Workload("edge", containers: Given.Container("edge", "nginx:1"));
        var orders = Given.Workload("orders");
        var catalogue = Given.Workload("catalogue");
        var service = Given.Service("edge", edge);
        var target = Given.Link(Given.Cluster([edge, orders, catalogue], [service, Given.Service("orders", orders), Given.Service("catalogue", catalogue)]) with
        {
            Routes = [Route(edge.Id + "#/orders", edge.Id, "orders", "/orders"), Route(edge.Id + "#/catalogue", edge.Id, "catalogue", "/catalogue")],
            Exposures = [new ExposureDeclaration(service.Id, ExposureKind.LoadBalancer, service.Id, 80, Given.At("type: LoadBalancer"))],
        });

        Assert.Equal(["k8s:shop/Service/edge#/catalogue", "k8s:shop/Service/edge#/orders"], target.EntryPoints.Select(e => e.Id));
        var route = target.Component(target.EntryPoints[1].ComponentId);
        Assert.False(route.CanFail);
        Assert.Equal([[edge.Id], [orders.Id]], target.From(route.Id).Select(d => d.Targets.ToArray()).Order(Comparer<string[]>.Create((a, b) => string.CompareOrdinal(a[0], b[0]))));
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public void A_route_that_splits_by_weight_needs_every_backend_and_one_that_fails_over_needs_one(bool isSplit, int needed)
    {
        var orders = Given.Workload("orders");
        var next = Given.Workload("next");
        var at = Given.At("backend");
        var route = Route("k8s:shop/HTTPRoute/shop#/", null, "orders", "/", isPublic: true) with
        {
            IsSplit = isSplit,
            Backends =
            [
                new BackendDeclaration(new EndpointAddress("orders"), "shop", false, at),
                new BackendDeclaration(new EndpointAddress("next"), "shop", false, at),
            ],
        };
        var target = Given.Link(Given.Cluster([orders, next], [Given.Service("orders", orders), Given.Service("next", next)]) with { Routes = [route] });

        var behind = Assert.Single(target.From(route.Id));
        Assert.Equal((2, needed), (behind.Targets.Length, behind.Needed));
    }

    [Theory]
    [InlineData("elasticsearch:7", "elasticsearch:7", false)]
    [InlineData("elasticsearch:7", "kibana:7", true)]
    public void A_public_Service_before_several_stores_is_no_entry_point(string one, string two, bool isEntryPoint)
    {
        var web = Given.Workload("web");
        var data = Given.Workload("data", containers: Given.Container("data", one));
        var other = Given.Workload("other", containers: Given.Container("other", two));
        NameDeclaration[] services = [Given.Service("web", web), Given.Service("search", data, other)];
        var target = Given.Link(Given.Cluster([web, data, other], services) with
        {
            Exposures = [.. services.Select(s => new ExposureDeclaration(s.Id, ExposureKind.LoadBalancer, s.Id, 80, Given.At("type: LoadBalancer")))],
        });

        Assert.Equal(isEntryPoint, target.EntryPoints.Any(e => e.Id == "k8s:shop/Service/search"));
        Assert.Contains(target.EntryPoints, e => e.Id == "k8s:shop/Service/web");
    }

    [Fact]
    public void The_door_of_a_declared_ingress_controller_is_no_entry_point_beside_its_routes()
    {
        var controller = Given.Workload("controller", 2, containers: Given.Container("c", "acme/ingress-nginx/controller:1"));
        var orders = Given.Workload("orders");
        var door = Given.Service("controller", controller);
        var route = Route("k8s:shop/Ingress/shop#/orders", controller.Id, "orders", "/orders", isPublic: true);
        var target = Given.Link(Given.Cluster([controller, orders], [door, Given.Service("orders", orders)]) with
        {
            Routes = [route],
            Exposures =
            [
                new ExposureDeclaration(route.Id, ExposureKind.Ingress, route.Id, null, Given.At()),
                new ExposureDeclaration(door.Id, ExposureKind.LoadBalancer, door.Id, 443, Given.At()),
            ],
        });

        Assert.Equal([route.Id], target.EntryPoints.Select(e => e.Id));
    }

    private static TargetDeclaration Published(WorkloadDeclaration workload, params int[] ports) => Given.Cluster([workload]) with
    {
        Kind = TargetKind.Compose,
        Exposures = [.. ports.Select(p => new ExposureDeclaration($"{workload.Id}#:{p}", ExposureKind.PublishedPort, workload.Id, p, Given.At($"ports: {p}", line: p)))],
    };

    [Fact]
    public void Two_ports_of_one_workload_are_one_entry_point_with_both_as_evidence()
    {
        var front = Given.Workload("front");

        var entry = Assert.Single(Given.Link(Published(front, 8080, 443)).EntryPoints);

        Assert.Equal(front.Id + "#:8080", entry.Id);
        Assert.Equal([8080, 443], entry.Evidence.Select(e => e.At.Line));
    }

    [Fact]
    public void A_port_that_the_user_names_stays_an_entry_point_of_its_own()
    {
        var front = Given.Workload("front");
        var settings = new SpofSettings { EntryPoints = [new EntryPointSetting("checkout", front.Id, ":443", 0, null, null, new SourcePosition("spof.yml", 3))] };

        var target = Given.Link(settings, Published(front, 80, 443));

        Assert.Equal([("checkout", 0), ("front", 1)], target.EntryPoints.Select(e => (e.Name, e.Tier)));
    }

    [Fact]
    public void A_published_port_on_which_a_proxy_answers_itself_does_not_repeat_its_routes()
    {
        var edge = Given.Workload("edge", containers: Given.Container("edge", "envoyproxy/envoy:v1.30"));
        var orders = Given.Workload("orders");
        var route = Route(edge.Id + "#/orders", edge.Id, "orders", "/orders", port: 80);
        var target = Given.Link(Given.Cluster([edge, orders], [Given.Service("orders", orders)]) with
        {
            Routes = [route],
            Exposures =
            [
                new ExposureDeclaration(route.Id, ExposureKind.PublishedPort, route.Id, 5200, Given.At()),
                new ExposureDeclaration(edge.Id + "#:15200", ExposureKind.PublishedPort, edge.Id, 15200, Given.At()),
            ],
        });

        Assert.Equal([(edge.Id + "#/orders", route.Id), (edge.Id + "#:15200", edge.Id)], target.EntryPoints.Select(e => (e.Id, e.ComponentId)));
    }

    [Theory]
    [InlineData("datalust/seq:2024", 3)]
    [InlineData("dpage/pgadmin4:8", 3)]
    [InlineData("acme/sequences:1", 1)]
    [InlineData("nginx:1", 1)]
    public void Tools_of_those_who_run_the_system_are_on_the_lowest_tier(string image, int tier) =>
        Assert.Equal(tier, Assert.Single(Given.Link(Published(Given.Workload("it", containers: Given.Container("it", image)), 80)).EntryPoints).Tier);

    [Fact]
    public void A_store_is_never_an_entry_point_even_when_its_port_is_public()
    {
        var db = Given.Workload("db", containers: Given.Container("db", "postgres:17"));
        var service = Given.Service("db", db);
        var front = Given.Workload("front");
        var door = Given.Service("front", front);
        var target = Given.Link(Given.Cluster([db, front], [service, door]) with
        {
            Exposures =
            [
                new ExposureDeclaration(service.Id, ExposureKind.NodePort, service.Id, 30000, Given.At()),
                new ExposureDeclaration(door.Id, ExposureKind.NodePort, door.Id, 30001, Given.At()),
            ],
        });

        Assert.Equal([door.Id], target.EntryPoints.Select(e => e.Id));
    }

    [Fact]
    public void A_consumer_that_nothing_public_leads_to_is_asked_about_on_tier_2()
    {
        var front = Given.Workload("front");
        var door = Given.Service("front", front);
        var notifier = Given.Workload("notifier", 2);
        var target = Given.Link(
            Given.Cluster([front, notifier], [door]) with { Exposures = [new ExposureDeclaration(door.Id, ExposureKind.LoadBalancer, door.Id, 80, Given.At())] },
            Given.Project("Notifier", ProjectKind.Worker));

        var consumer = Assert.Single(target.EntryPoints, e => e.Kind == EntryPointKind.Consumer);
        Assert.Equal(("code:Notifier", 2), (consumer.Id, consumer.Tier));
    }

    [Fact]
    public void Without_anything_public_the_roots_of_the_graph_are_taken_and_marked_inferred()
    {
        var orders = Given.Workload("orders");
        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1", ("ORDERS_URL", "http://orders")));
        var target = Given.Link(Given.Cluster([front, orders], [Given.Service("orders", orders)]));

        var root = Assert.Single(target.EntryPoints);
        Assert.Equal((front.Id, EntryPointKind.Root), (root.Id, root.Kind));
        Assert.Equal(Certainty.Inferred, root.Evidence[^1].How);
    }

    [Fact]
    public void Of_services_that_call_each_other_and_that_nobody_else_calls_one_is_asked_for_all_that_stop_together()
    {
        var orders = Given.Workload("orders", containers: Given.Container("orders", "acme/orders:1", ("STOCK_URL", "http://stock")));
        var stock = Given.Workload("stock", containers: Given.Container("stock", "acme/stock:1", ("ORDERS_URL", "http://orders"), ("DB_URL", "http://db")));
        var db = Given.Workload("db");
        NameDeclaration[] names = [Given.Service("orders", orders), Given.Service("stock", stock), Given.Service("db", db)];
        var target = Given.Link(Given.Cluster([orders, stock, db], names));

        Assert.Equal([(orders.Id, EntryPointKind.Root)], target.EntryPoints.Select(e => (e.Id, e.Kind)));
        Assert.Empty(target.Unreached);

        var soft = new SpofSettings { Links = [new LinkSetting(orders.Id, stock.Id, Strength.Soft, null, new SourcePosition("spof.yml", 2))] };
        Assert.Equal([orders.Id, stock.Id], Given.Link(soft, Given.Cluster([orders, stock, db], names)).EntryPoints.Select(e => e.Id));

        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1", ("ORDERS_URL", "http://orders")));
        Assert.Equal([front.Id], Given.Link(Given.Cluster([orders, stock, db, front], names)).EntryPoints.Select(e => e.Id));
    }

    [Fact]
    public void In_a_cycle_through_a_name_of_two_workloads_the_name_answers_for_both()
    {
        var orders = Given.Workload("orders", containers: Given.Container("orders", "acme/orders:1", ("STOCK_URL", "http://stock")));
        WorkloadDeclaration[] stock = [.. new[] { "blue", "green" }.Select(n => Given.Workload(n, containers: Given.Container(n, "acme/stock:1", ("ORDERS_URL", "http://orders"))))];
        var name = Given.Service("stock", stock);
        var target = Given.Link(Given.Cluster([orders, .. stock], [Given.Service("orders", orders), name]));

        Assert.Equal([orders.Id, name.Id], target.EntryPoints.Select(e => e.Id));
    }

    [Fact]
    public void A_consumer_that_no_manifest_deploys_is_an_entry_point()
    {
        var system = Linker.Link(
            new CodeModel { Projects = [Given.Project("Notifier", ProjectKind.Worker)] }, new ManifestModel(), new LinkOptions { SystemName = "shop" });

        var entry = Assert.Single(system.Targets[0].EntryPoints);
        Assert.Equal(("code:Notifier", EntryPointKind.Consumer), (entry.Id, entry.Kind));
    }

    [Fact]
    public void What_no_entry_point_depends_on_is_listed_and_counts_as_unknown()
    {
        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1", ("ORDERS_URL", "http://orders")));
        var orders = Given.Workload("orders");
        var lost = Given.Workload("lost", containers: Given.Container("lost", "acme/lost:1", ("LOST_DB", "http://lost-db")));
        var store = Given.Workload("lost-db", containers: Given.Container("lost-db", "postgres:17"));
        var door = Given.Service("front", front);
        NameDeclaration[] names = [door, Given.Service("orders", orders), Given.Service("lost-db", store)];
        WorkloadDeclaration[] aside =
        [
            Given.Workload("migrate", kind: "Job") with { Role = WorkloadRole.Job },
            Given.Workload("off", replicas: 0),
            Given.Workload("jaeger", containers: Given.Container("jaeger", "jaegertracing/all-in-one:1")),
            Given.Workload("pgadmin", containers: Given.Container("pgadmin", "dpage/pgadmin4:8")),
        ];
        var cluster = Given.Cluster([front, orders, lost, store, .. aside], names) with
        {
            Exposures = [new ExposureDeclaration(door.Id, ExposureKind.LoadBalancer, door.Id, 80, Given.At())],
        };
        var target = Given.Link(cluster);

        Assert.Equal([lost.Id, store.Id], target.Unreached);
        var soft = new SpofSettings { Links = [new LinkSetting(orders.Id, lost.Id, Strength.Soft, null, new SourcePosition("spof.yml", 2))] };
        var linked = Given.Link(soft, cluster);
        Assert.Empty(linked.Unreached);
        Assert.Equal(2, target.Coverage.Values - target.Coverage.ValuesKnown - (linked.Coverage.Values - linked.Coverage.ValuesKnown));
    }

    [Fact]
    public void An_agent_on_each_node_is_a_root_only_where_nothing_else_is()
    {
        var agent = Given.Workload("logs", kind: "DaemonSet");
        var front = Given.Workload("front");

        Assert.Equal([front.Id], Given.Link(Given.Cluster([agent, front])).EntryPoints.Select(e => e.ComponentId));
        Assert.Equal([agent.Id], Given.Link(Given.Cluster([agent])).EntryPoints.Select(e => e.ComponentId));
    }

    [Fact]
    public void A_name_that_leads_to_stores_hides_no_other_store()
    {
        WorkloadDeclaration[] stores = [.. new[] { "pg1", "pg2", "other" }.Select(n => Given.Workload(n, containers: Given.Container(n, "postgres:17")))];
        var both = Given.Service("workers", stores[0], stores[1]);
        var front = Given.Workload("front");

        Assert.Equal([stores[2].Id, both.Id], Given.Link(Given.Cluster(stores, [both])).EntryPoints.Select(e => e.Id).Order(StringComparer.Ordinal));
        Assert.Equal([front.Id], Given.Link(Given.Cluster([.. stores, front], [both])).EntryPoints.Select(e => e.Id));
    }

    [Fact]
    public void A_proxy_before_all_members_of_a_cluster_leads_to_the_cluster_and_an_inferred_backend_stays_inferred()
    {
        string[] ids = ["k8s:shop/Deployment/pg1", "k8s:shop/Deployment/pg2"];
        var replication = new ReplicationDeclaration { Style = ReplicationStyle.PrimaryReplica, Failover = Failover.Automatic, ClusterName = "demo", Members = [.. ids], Evidence = [Given.At("PATRONI_SCOPE")] };
        WorkloadDeclaration[] members = [Given.Workload("pg1") with { Replication = replication }, Given.Workload("pg2") with { Replication = replication }];
        var proxy = Given.Workload("lb", containers: Given.Container("lb", "haproxy:3"));
        var inferred = Given.At("PATRONI_SCOPE") with { How = Certainty.Inferred };
        var route = Route(proxy.Id + "#:5000", proxy.Id, "pg1", port: 5000) with
        {
            Backends = [.. members.Select(m => new BackendDeclaration(new EndpointAddress(m.Name), "shop", false, inferred))],
        };
        var target = Given.Link(Given.Cluster([.. members, proxy], members.Select(m => Given.Service(m.Name, m))) with { Routes = [route] });

        var edge = Assert.Single(target.From(route.Id), d => !d.Targets.Contains(proxy.Id));
        Assert.Equal(["k8s/cluster/demo"], edge.Targets);
        Assert.All(edge.Evidence, e => Assert.Equal(Certainty.Inferred, e.How));
    }

    [Fact]
    public void The_user_names_entry_points_and_their_tiers()
    {
        var edge = Given.Workload("edge", containers: Given.Container("edge", "nginx:1"));
        var orders = Given.Workload("orders");
        var service = Given.Service("edge", edge);
        var settings = new SpofSettings { EntryPoints = [new EntryPointSetting("checkout", service.Id, "/orders*", 0, "team-a", 99.9, new SourcePosition("spof.yml", 3))] };
        var target = Given.Link(settings, Given.Cluster([edge, orders], [service, Given.Service("orders", orders)]) with
        {
            Routes = [Route(edge.Id + "#/orders", edge.Id, "orders", "/orders")],
            Exposures = [new ExposureDeclaration(service.Id, ExposureKind.LoadBalancer, service.Id, 80, Given.At())],
        });

        var entry = Assert.Single(target.EntryPoints);
        Assert.Equal(("checkout", 0, "team-a", 99.9), (entry.Name, entry.Tier, entry.Owner, entry.Target));
    }

    [Fact]
    public void Another_environment_than_the_one_asked_about_is_not_judged()
    {
        var cluster = Given.Cluster([Given.Workload("a")]);
        var other = cluster with { Id = "k8s:dev", OtherEnvironment = "dev" };
        var system = Linker.Link(CodeModel.Empty, new ManifestModel { Targets = [cluster, other] }, new LinkOptions { SystemName = "shop" });

        Assert.Equal([("k8s", TargetRole.Judged), ("k8s:dev", TargetRole.Development)], system.Targets.Select(t => (t.Id, t.Role)));
    }

    [Theory]
    [InlineData(ComponentKind.Workload, null, "k8s", TargetRole.Judged, TargetRole.Development)]
    [InlineData(ComponentKind.Workload, "compose:shop", "compose:shop", TargetRole.Development, TargetRole.Judged)]
    public void A_cluster_is_judged_and_Compose_is_for_development_unless_the_user_says_otherwise(
        ComponentKind kind, string? judged, string first, TargetRole clusterRole, TargetRole composeRole)
    {
        var compose = new TargetDeclaration { Id = "compose:shop", Kind = TargetKind.Compose, Name = "shop", Workloads = [Given.Workload("a")] };
        var system = Linker.Link(CodeModel.Empty, new ManifestModel { Targets = [compose, Given.Cluster([Given.Workload("a")])] }, new LinkOptions { SystemName = "shop", JudgedTarget = judged });

        Assert.Equal(first, system.Targets[0].Id);
        Assert.Equal(clusterRole, system.Targets.Single(t => t.Id == "k8s").Role);
        Assert.Equal(composeRole, system.Targets.Single(t => t.Id == "compose:shop").Role);
        Assert.Equal(kind, system.Targets[0].Components[0].Kind);
    }
}
