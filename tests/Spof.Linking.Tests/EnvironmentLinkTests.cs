using Spof.Model;

namespace Spof.Linking.Tests;

public sealed class EnvironmentLinkTests
{
    private static readonly WorkloadDeclaration Orders = Given.Workload("orders");

    private static DeploymentTarget Link(Setting variable, string image = "acme/orders:1")
    {
        var orders = Orders with { Containers = [Given.Container("orders", image)] };
        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1") with { Environment = [variable] });
        return Given.Link(Given.Cluster([front, orders], [Given.Service("orders", orders)]));
    }

    private static Strength StrengthOf(DeploymentTarget target) => Assert.Single(target.Dependencies, d => d.Targets.Contains(Orders.Id)).Strength;

    [Theory]
    [InlineData("ORDERS_URL", "http://orders/api", Strength.Hard)]
    [InlineData("OrdersUrlHC", "http://orders/api", Strength.Soft)]
    [InlineData("ORDERS_URL", "http://orders/hc", Strength.Soft)]
    [InlineData("HealthChecksUI__HealthChecks__0__Uri", "http://orders/status", Strength.Soft)]
    [InlineData("HealthRecords__Url", "http://orders/records", Strength.Hard)]
    public void Who_only_asks_for_the_health_of_another_goes_on_without_it(string key, string value, Strength expected) =>
        Assert.Equal(expected, StrengthOf(Link(Given.Setting(key, value))));

    [Theory]
    [InlineData("datalust/seq:2024", Strength.Soft)]
    [InlineData("otel/opentelemetry-collector-contrib:0.100.0", Strength.Soft)]
    [InlineData("acme/seqs:1", Strength.Hard)]
    public void What_takes_logs_and_traces_stops_no_sender(string image, Strength expected) =>
        Assert.Equal(expected, StrengthOf(Link(Given.Setting("Sink__ServerUrl", "http://orders:5341"), image)));

    [Theory]
    [InlineData(true, 2, Strength.Unknown)]
    [InlineData(true, 1, Strength.Hard)]
    [InlineData(false, 2, Strength.Hard)]
    public void A_list_of_values_that_several_workloads_take_over_does_not_show_which_of_them_reads_one(bool isFromList, int takers, Strength expected)
    {
        var orders = Orders with { Containers = [Given.Container("orders", "acme/orders:1")] };
        var variable = Given.Setting("ORDERS_URL", "http://orders") with { IsFromList = isFromList };
        var fronts = Enumerable.Range(1, takers)
            .Select(i => Given.Workload($"front{i}", containers: Given.Container("front", "acme/front:1") with { Environment = [variable] }));

        var target = Given.Link(Given.Cluster([.. fronts, orders], [Given.Service("orders", orders)]));

        var edges = target.Dependencies.Where(d => d.Targets.Contains(orders.Id)).ToArray();
        Assert.Equal(takers, edges.Length);
        Assert.All(edges, e => Assert.Equal(expected, e.Strength));
        Assert.All(edges, e => Assert.Equal(expected == Strength.Unknown, e.Unknowns.Any(u => u.Reason.StartsWith("2 workloads take over the list that holds 'ORDERS_URL'", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("IdentityUrl", true)]
    [InlineData("ConnectionStrings__Main", true)]
    [InlineData("OrdersUrlHC", false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", false)]
    [InlineData("RedirectUri", false)]
    [InlineData("BrokerUser", false)]
    public void An_address_whose_value_is_not_known_is_listed_and_lowers_the_coverage(string key, bool isListed)
    {
        var target = Link(SettingFactory.Missing(key, "variable 'X' has no default", [Given.At(key)]));

        Assert.Equal(isListed ? [(key, "variable 'X' has no default")] : [], target.Unlinked.Select(u => (u.Text, u.Reason)));
        Assert.Equal(isListed ? 1 : 0, target.Coverage.Endpoints - target.Coverage.EndpointsResolved);
    }

    [Fact]
    public void What_a_manifest_leaves_open_reaches_the_target()
    {
        var open = new Unknown("k8s:shop/Service/db", "no workload carries the labels", new SourcePosition("db.yaml", 1));

        var target = Given.Link(Given.Cluster([Orders]) with { Unknowns = [open] });

        Assert.Equal([open], target.Unknowns);
        Assert.Equal(1, target.Coverage.Values - target.Coverage.ValuesKnown);
    }
}
