using Spof.Model;

namespace Spof.Manifests.Tests.Compose;

/// <summary>Public systems, read; the expected numbers were counted by hand in their files.</summary>
public class ComposeCorpusTests
{
    [Fact]
    public void Patroni_is_one_etcd_quorum_of_three_three_PostgreSQL_members_and_one_HAProxy()
    {
        var scan = ComposeScan.OfCorpus("patroni");
        var target = scan["compose:patroni"];

        Assert.Equal(
            ["etcd1", "etcd2", "etcd3", "haproxy", "patroni1", "patroni2", "patroni3"], target.Workloads.Select(w => w.Name));
        Assert.All(target.Workloads, w => Assert.Equal((Count.Exactly(1), "patroni", "patroni"), (w.Instances, w.Containers[0].Image, w.Placement.Host)));

        string[] etcd = ["compose:patroni/etcd1", "compose:patroni/etcd2", "compose:patroni/etcd3"];
        foreach (var name in new[] { "etcd1", "etcd2", "etcd3" })
        {
            var replication = ComposeScan.Service(target, name).Replication!;
            Assert.Equal((ReplicationStyle.Quorum, "tutorial"), (replication.Style, replication.ClusterName));
            Assert.Equal(etcd, replication.Members);
            Assert.Equal("docker-compose.yml:22", replication.Evidence[0].At.ToString());
        }

        foreach (var name in new[] { "patroni1", "patroni2", "patroni3" })
        {
            var replication = ComposeScan.Service(target, name).Replication!;
            Assert.Equal(
                (ReplicationStyle.PrimaryReplica, FailoverKind.Automatic, "demo"),
                (replication.Style, replication.Failover.Kind, replication.ClusterName));
            Assert.Equal(["compose:patroni/patroni1", "compose:patroni/patroni2", "compose:patroni/patroni3"], replication.Members);
            Assert.Equal(["etcd1", "etcd2", "etcd3"], replication.CoordinatorHosts);
        }

        Assert.Null(ComposeScan.Service(target, "haproxy").Replication);
        Assert.Equal(["demo-etcd1"], Assert.Single(target.Names, n => n.Name == "etcd1").OtherNames);
    }

    [Fact]
    public void The_HAProxy_of_Patroni_leads_both_ports_to_the_members_by_inference()
    {
        var target = ComposeScan.OfCorpus("patroni")["compose:patroni"];

        Assert.Equal(["compose:patroni/haproxy#:5000", "compose:patroni/haproxy#:5001"], target.Routes.Select(r => r.Id));
        Assert.All(target.Routes, r => Assert.Equal(["patroni1", "patroni2", "patroni3"], r.Backends.Select(b => b.Address.Host)));
        Assert.All(target.Routes, r => Assert.Equal(Certainty.Inferred, r.Backends[0].At.How));
        Assert.All(target.Routes, r => Assert.Equal(Certainty.Declared, r.At.How));
        Assert.Equal([5000, 5001], target.Exposures.Select(e => e.Port!.Value));
        Assert.Equal(target.Routes.Select(r => r.Id), target.Exposures.Select(e => e.TargetId));
        Assert.Empty(target.Unknowns);
    }

    [Fact]
    public void The_Citus_variant_of_Patroni_has_one_cluster_for_each_group()
    {
        var target = ComposeScan.OfCorpus("patroni")["compose:patroni@citus"];

        Assert.Equal(11, target.Workloads.Length);
        Assert.Equal(
            [("demo/0", 3), ("demo/1", 2), ("demo/2", 2)],
            target.Workloads.Where(w => w.Replication?.Style == ReplicationStyle.PrimaryReplica)
                .Select(w => (w.Replication!.ClusterName!, w.Replication.Members.Length)).Distinct());
        Assert.Empty(target.Routes);
    }

    [Fact]
    public void Robot_shop_has_twelve_services_and_one_door()
    {
        var scan = ComposeScan.OfCorpus("robot-shop");
        var target = scan["compose:robot-shop"];

        Assert.Equal(
            ["compose:dispatch", "compose:payment", "compose:robot-shop", "compose:robot-shop@load"], scan.Targets.Select(t => t.Id));
        Assert.Equal(12, target.Workloads.Length);
        Assert.Equal(("compose:robot-shop/web", 8080), Assert.Single(target.Exposures) is var e ? (e.TargetId, e.Port!.Value) : default);
        Assert.Equal(12, target.Workloads.Sum(w => w.DependsOn.Length));
        Assert.Equal(
            ["catalogue", "user", "shipping", "payment"],
            ComposeScan.Service(target, "web").DependsOn.Select(d => d.TargetId["compose:robot-shop/".Length..]));
        Assert.Equal(7, target.Workloads.Count(w => w.Containers[0].HasReadinessProbe));
        Assert.Equal("redis:6.2-alpine", ComposeScan.Service(target, "redis").Containers[0].Image);
        Assert.Equal(13, scan["compose:robot-shop@load"].Workloads.Length);
    }

    [Fact]
    public void The_override_of_the_microservices_sample_brings_the_connection_strings()
    {
        var scan = ComposeScan.OfCorpus("run-aspnetcore-microservices");

        Assert.Equal("compose:src", scan.Target.Id);
        Assert.Equal(11, scan.Target.Workloads.Length);
        var basket = scan.Setting("basket.api", "ConnectionStrings__Database");
        Assert.Equal(("basketdb", 5432, "BasketDb"), (basket.Endpoints[0].Host, basket.Endpoints[0].Port!.Value, basket.Endpoints[0].Database));
        Assert.Equal("src/docker-compose.override.yml:74", basket.Evidence[0].At.ToString());
        Assert.Equal("distributedcache", scan.Setting("basket.api", "ConnectionStrings__Redis").Endpoints[0].Host);
        Assert.Equal(["ecommerce-mq"], Assert.Single(scan.Target.Names, n => n.Name == "messagebroker").OtherNames);
        Assert.Equal("ecommerce-mq", scan.Setting("ordering.api", "MessageBroker__Host").Endpoints[0].Host);
        Assert.Equal("catalogapi", scan.Service("catalog.api").Containers[0].Image);
        Assert.Equal("src/Services/Catalog/Catalog.API/Dockerfile", scan.Service("catalog.api").Containers[0].Build!.Dockerfile);
        Assert.Equal(SelfRepair.OnExit, scan.Service("orderdb").Repair);
        Assert.Equal(SelfRepair.None, scan.Service("shopping.web").Repair);
        Assert.Equal(
            [("/catalog-service/{**catch-all}", "catalog.api"), ("/basket-service/{**catch-all}", "basket.api"), ("/ordering-service/{**catch-all}", "ordering.api")],
            scan.Target.Routes.Select(r => (r.Path!, r.Backends[0].Address.Host)));
        Assert.Equal(19, scan.Target.Exposures.Length);
    }

    [Fact]
    public void The_big_override_of_eShop_joins_its_base_and_Envoy_routes_by_prefix()
    {
        var scan = ComposeScan.OfCorpus("eshoponcontainers");
        var target = scan["compose:src"];

        Assert.Equal(["compose:src", "compose:src@elk", "compose:src@tests", "compose:src@windows"], scan.Targets.Select(t => t.Id));
        Assert.Equal(21, target.Workloads.Length);
        Assert.All(target.Workloads, w => Assert.Single(w.Variants));
        Assert.Equal(16, target.Routes.Length);
        Assert.Equal(
            ["catalog-api", "catalog-api", "ordering-api", "ordering-api", "ordering-signalrhub", "basket-api", "basket-api", "webshoppingagg"],
            target.Routes.Where(r => r.ViaWorkloadId == "compose:src/webshoppingapigw").Select(r => r.Backends[0].Address.Host));
        Assert.Equal(41, target.Exposures.Length);
        Assert.Equal("eshop/basket.api:linux-latest", ComposeScan.Service(target, "basket-api").Containers[0].Image);
        Assert.Equal(
            ("sqldata", "Microsoft.eShopOnContainers.Services.OrderingDb"),
            Setting(target, "ordering-api", "ConnectionString").Endpoints[0] is var sql ? (sql.Host, sql.Database) : default);
        Assert.Equal("basketdata", Setting(target, "basket-api", "ConnectionString").Endpoints[0].Host);
        Assert.Equal("rabbitmq", Setting(target, "payment-api", "EventBusConnection").Endpoints[0].Host);
        Assert.Contains("ESHOP_EXTERNAL_DNS_NAME_OR_IP", Setting(target, "webmvc", "IdentityUrl").UnknownReason);
        Assert.Equal("src/docker-compose.prod.yml", scan.Model.Gaps.Single(g => g.At.Path.EndsWith("compose.prod.yml", StringComparison.Ordinal)).At.Path);
        Assert.DoesNotContain(scan.Model.Gaps, g => g.At.Path.StartsWith("src/ApiGateways", StringComparison.Ordinal));
    }

    [Fact]
    public void Sock_shop_has_a_database_for_each_service_and_its_logging_variant_needs_the_base()
    {
        var scan = ComposeScan.OfCorpus("sock-shop");
        var target = scan["compose:deploy/docker-compose"];

        Assert.Equal(15, target.Workloads.Length);
        Assert.Equal([80, 8080], target.Exposures.Select(e => e.Port!.Value));
        Assert.Equal(14, target.Workloads.Count(w => w.Repair == SelfRepair.OnExit));
        Assert.Equal("user-db", Setting(target, "user", "MONGO_HOST").Endpoints[0].Host);
        Assert.Contains("MYSQL_ROOT_PASSWORD", Setting(target, "catalogue-db", "MYSQL_ROOT_PASSWORD").UnknownReason);

        var logging = scan["compose:deploy/docker-compose@logging"];
        Assert.Equal(18, logging.Workloads.Length);
        Assert.Equal(15, logging.Workloads.Count(w => w.DependsOn.Any(d => d.TargetId.EndsWith("/log-server", StringComparison.Ordinal))));
        Assert.Equal(5, scan["compose:deploy/docker-compose@monitoring"].Workloads.Length);
    }

    [Fact]
    public void The_clean_architecture_sample_has_three_systems_each_with_a_volumes_variant()
    {
        var scan = ComposeScan.OfCorpus("practical-clean-architecture");

        string[] systems = ["src/Microservices", "src/ModularMonolith", "src/Monolith"];
        Assert.Equal(
            systems.SelectMany(s => new[] { $"compose:{s}", $"compose:{s}@volumes" }), scan.Targets.Select(t => t.Id));
        Assert.Equal(15, scan["compose:src/Microservices"].Workloads.Length);
        var product = Setting(scan["compose:src/Microservices"], "product-api", "ConnectionStrings__ClassifiedAds");
        Assert.Equal(("db", "ClassifiedAds.Microservices.Product"), (product.Endpoints[0].Host, product.Endpoints[0].Database));
    }

    [Fact]
    public void Sidecars_of_Dapr_share_the_network_of_their_application()
    {
        var target = ComposeScan.OfCorpus("eshop-on-dapr")["compose:eshop-on-dapr"];

        var sidecars = target.Workloads.Where(w => w.Name.EndsWith("-dapr", StringComparison.Ordinal)).ToList();
        Assert.Equal(7, sidecars.Count);
        Assert.All(sidecars, s => Assert.Equal(s.Id[..^"-dapr".Length], Assert.Single(s.DependsOn).TargetId));
        Assert.DoesNotContain(target.Names, n => n.Name.EndsWith("-dapr", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("eshoponcontainers", "Pass@word")]
    [InlineData("run-aspnetcore-microservices", "SwN12345678")]
    [InlineData("practical-clean-architecture", "sqladmin123!@#")]
    [InlineData("sock-shop", "foobar")]
    [InlineData("eshop-on-dapr", "Pass@word")]
    public void No_password_of_a_public_system_reaches_the_model(string tree, string password) =>
        Assert.DoesNotContain(password, ComposeScan.OfCorpus(tree).Json, StringComparison.Ordinal);

    private static Setting Setting(TargetDeclaration target, string service, string key) =>
        Assert.Single(ComposeScan.Service(target, service).Containers[0].Environment, s => s.Key == key);
}
