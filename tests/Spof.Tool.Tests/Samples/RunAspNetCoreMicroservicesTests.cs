using Spof.Model;

namespace Spof.Tool.Tests.Samples;

/// <summary>One Compose file with its override and a YARP gateway; read against the files line by line.</summary>
public sealed class RunAspNetCoreMicroservicesTests
{
    private const string Id = "compose:src/";

    private static async Task<(DeploymentTarget Target, Finding[] Findings)> ScanAsync()
    {
        var assessment = await Scanned.CorpusAsync("run-aspnetcore-microservices");
        return (Assert.Single(assessment.System.Targets), [.. assessment.Findings]);
    }

    [Fact]
    public async Task Every_service_is_one_component_of_the_right_kind()
    {
        var (target, _) = await ScanAsync();

        Assert.Equal(
            [
                ("basket.api", ComponentKind.Workload, null), ("basketdb", ComponentKind.Database, "PostgreSQL"),
                ("catalog.api", ComponentKind.Workload, null), ("catalogdb", ComponentKind.Database, "PostgreSQL"),
                ("discount.grpc", ComponentKind.Workload, null), ("distributedcache", ComponentKind.Cache, "Redis"),
                ("messagebroker", ComponentKind.Broker, "RabbitMQ"), ("orderdb", ComponentKind.Database, "SQL Server"),
                ("ordering.api", ComponentKind.Workload, null), ("shopping.web", ComponentKind.Workload, null), ("yarpapigateway", ComponentKind.Workload, null),
            ],
            target.Components.Where(c => c.CanFail).Select(c => (c.Name, c.Kind, c.Technology)));
        Assert.All(target.Components.Where(c => c.CanFail), c => Assert.Equal(Count.Exactly(1), c.Instances));
    }

    [Fact]
    public async Task Each_value_and_route_that_names_a_service_is_a_hard_edge_and_there_is_no_other()
    {
        var (target, _) = await ScanAsync();

        Assert.Equal(
            [
                "basket.api basketdb", "basket.api discount.grpc", "basket.api distributedcache", "basket.api messagebroker",
                "catalog.api catalogdb", "ordering.api messagebroker", "ordering.api orderdb", "shopping.web yarpapigateway",
                "yarpapigateway#/basket-service/{**catch-all} basket.api", "yarpapigateway#/basket-service/{**catch-all} yarpapigateway",
                "yarpapigateway#/catalog-service/{**catch-all} catalog.api", "yarpapigateway#/catalog-service/{**catch-all} yarpapigateway",
                "yarpapigateway#/ordering-service/{**catch-all} ordering.api", "yarpapigateway#/ordering-service/{**catch-all} yarpapigateway",
            ],
            target.Dependencies.Where(d => d.Phase != Phase.Startup)
                .Select(d => $"{d.From[Id.Length..]} {Assert.Single(d.Targets)[Id.Length..]}").Order(StringComparer.Ordinal));
        Assert.All(target.Dependencies, d => Assert.Equal(d.Phase == Phase.Startup ? Strength.Unknown : Strength.Hard, d.Strength));
        Assert.Equal(11, target.Dependencies.Count(d => d.Phase == Phase.Startup));
        Assert.Empty(target.Unlinked);
    }

    [Fact]
    public async Task The_broker_answers_to_the_host_name_that_its_container_is_given()
    {
        var (target, _) = await ScanAsync();

        var edge = Assert.Single(target.Dependencies, d => d.From == Id + "ordering.api" && d.Targets.Contains(Id + "messagebroker") && d.Phase != Phase.Startup);
        Assert.Equal("src/docker-compose.override.yml:111", edge.Evidence[0].At.Path + ":" + edge.Evidence[0].At.Line);
    }

    [Fact]
    public async Task Services_with_two_ports_are_one_entry_point_and_the_gateway_one_for_each_route()
    {
        var (target, _) = await ScanAsync();

        Assert.Equal(
            [
                "basket.api", "catalog.api", "discount.grpc", "ordering.api", "shopping.web", "yarpapigateway /basket-service/{**catch-all}",
                "yarpapigateway /catalog-service/{**catch-all}", "yarpapigateway /ordering-service/{**catch-all}",
            ],
            target.EntryPoints.Select(e => e.Name));
    }

    [Fact]
    public async Task Every_component_is_a_single_point_and_what_rests_on_a_guess_is_no_error()
    {
        var (target, findings) = await ScanAsync();

        Assert.All(findings, f => Assert.Equal(("SPOF7001", Verdict.Certain), (f.RuleId, f.Verdict)));
        Assert.Equal(target.Components.Where(c => c.CanFail).Select(c => c.Id), findings.Select(f => f.NodeId).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["basketdb", "catalogdb", "distributedcache", "messagebroker", "orderdb"],
            findings.Where(f => f.Level == FindingLevel.Warning).Select(f => f.NodeName).Order(StringComparer.Ordinal));
        var discount = Assert.Single(findings, f => f.NodeName == "discount.grpc");
        Assert.Equal(["src/docker-compose.override.yml:99", "src/docker-compose.yml:31"], discount.Chain.Select(e => e.At.Path + ":" + e.At.Line));
        Assert.Equal([Id + "basket.api#:6001", Id + "discount.grpc#:6002", Id + "yarpapigateway#/basket-service/{**catch-all}"], discount.Stops);
    }
}
