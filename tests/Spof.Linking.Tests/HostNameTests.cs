using Spof.Model;

namespace Spof.Linking.Tests;

public sealed class HostNameTests
{
    [Theory]
    [InlineData("http://orders")]
    [InlineData("http://orders.shop")]
    [InlineData("http://orders.shop.svc")]
    [InlineData("http://orders.shop.svc.cluster.local")]
    [InlineData("http://ORDERS:8080/api")]
    public void Every_form_of_cluster_DNS_leads_to_the_workload_behind_the_service(string value)
    {
        var orders = Given.Workload("orders");
        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1", ("ORDERS_URL", value)));
        var target = Given.Link(Given.Cluster([orders, front], [Given.Service("orders", orders)]));

        var edge = Assert.Single(target.From(front.Id));
        Assert.Equal([orders.Id], edge.Targets);
        Assert.Equal(Strength.Hard, edge.Strength);
        Assert.Contains(edge.Evidence, e => e.How == Certainty.Inferred);
    }

    [Theory]
    [InlineData("zipkin.tracing.svc.cluster.local", 1, 0)]
    [InlineData("zipkin.other.svc.cluster.local", 0, 1)]
    [InlineData("zipkin", 0, 0)]
    public void A_full_name_of_the_cluster_is_a_host_under_any_key_and_a_trace_collector_stops_nothing(string value, int edges, int unlinked)
    {
        var zipkin = Given.Workload("zipkin", scope: "tracing");
        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1", ("ZIPKIN", value)));
        var target = Given.Link(Given.Cluster([zipkin, front], [Given.Service("zipkin", zipkin)]));

        Assert.Equal(edges, target.From(front.Id).Count(d => d.Strength == Strength.Soft && d.Targets.SequenceEqual([zipkin.Id])));
        Assert.Equal((edges, unlinked), (target.Dependencies.Length, target.Unlinked.Length));
    }

    [Theory]
    [InlineData("postgres://db.acme.io:5432/orders", ComponentKind.Database)]
    [InlineData("https://api.stripe.com/v1", null)]
    public void An_outside_host_keeps_what_its_clients_take_it_for(string address, ComponentKind? store)
    {
        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1", ("BACKEND", address)));
        var host = Given.Link(Given.Cluster([front])).Component("host:" + new Uri(address).Host);
        Assert.Equal((ComponentKind.ThirdParty, store), (host.Kind, host.StoreBehind));
    }

    [Fact]
    public void A_name_with_nothing_behind_it_is_an_unknown_of_its_target_and_lowers_the_coverage()
    {
        var unknown = new Unknown("k8s:shop/Service/orders", "no workload carries the labels", new SourcePosition("orders.yaml", 3));
        var target = Given.Link(Given.Cluster([Given.Workload("front")]) with { Unknowns = [unknown] });

        Assert.Equal([unknown], target.Unknowns);
        Assert.Equal((1, 2), (target.Coverage.ValuesKnown, target.Coverage.Values));
    }

    [Fact]
    public void A_short_name_is_looked_up_in_the_callers_own_namespace()
    {
        var mine = Given.Workload("cache");
        var theirs = Given.Workload("cache", scope: "other");
        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1", ("CACHE_HOST", "cache")));
        var target = Given.Link(Given.Cluster([mine, theirs, front], [Given.Service("cache", mine), Given.Service("cache", theirs)]));

        Assert.Equal([mine.Id], Assert.Single(target.From(front.Id)).Targets);
    }

    [Fact]
    public void A_pod_name_of_a_stateful_set_leads_to_the_set()
    {
        var db = Given.Workload("db", kind: "StatefulSet");
        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1", ("DB_URL", "postgres://db-0.db.shop.svc.cluster.local/orders")));
        var target = Given.Link(Given.Cluster([db, front], [Given.Service("db", db) with { IsHeadless = true }]));

        Assert.Equal([db.Id], Assert.Single(target.From(front.Id)).Targets);
    }

    [Fact]
    public void A_second_Deployment_adds_redundancy_only_if_the_Service_selects_it()
    {
        var blue = Given.Workload("orders-blue");
        var green = Given.Workload("orders-green");
        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1", ("ORDERS_URL", "http://orders")));

        var one = Given.Link(Given.Cluster([blue, green, front], [Given.Service("orders", blue)]));
        Assert.Equal([blue.Id], Assert.Single(one.From(front.Id)).Targets);

        var both = Given.Link(Given.Cluster([blue, green, front], [Given.Service("orders", blue, green)]));
        var shared = Assert.Single(Assert.Single(both.From(front.Id)).Targets);
        Assert.False(both.Component(shared).CanFail);
        var anyOf = Assert.Single(both.From(shared));
        Assert.Equal((2, 1), (anyOf.Targets.Length, anyOf.Needed));
    }

    [Fact]
    public void An_external_name_leads_to_the_outside_host()
    {
        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1", ("PAY_URL", "http://pay")));
        var pay = Given.Service("pay") with { External = new EndpointAddress("api.stripe.com") };
        var target = Given.Link(Given.Cluster([front], [pay]));

        Assert.Equal(["host:api.stripe.com"], Assert.Single(target.From(front.Id)).Targets);
        Assert.Equal(ComponentKind.ThirdParty, target.Component("host:api.stripe.com").Kind);
    }

    [Theory]
    [InlineData("stock.shop.svc.cluster.local")]
    [InlineData("stock")]
    [InlineData("second")]
    public void An_external_name_is_looked_up_again_in_the_cluster(string external)
    {
        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1", ("STOCK_URL", "http://first")));
        var stock = Given.Workload("stock");
        NameDeclaration[] names =
        [
            Given.Service("first") with { External = new EndpointAddress(external) },
            Given.Service("second") with { External = new EndpointAddress("stock.shop.svc") },
            Given.Service("stock", stock),
        ];
        var target = Given.Link(Given.Cluster([front, stock], names));

        Assert.Equal([stock.Id], Assert.Single(target.From(front.Id)).Targets);
        Assert.Contains("k8s:shop/Service/first", target.Component(stock.Id).Aliases);
    }

    [Fact]
    public void External_names_that_lead_to_each_other_lead_nowhere()
    {
        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1", ("STOCK_URL", "http://first")));
        NameDeclaration[] names =
        [
            Given.Service("first") with { External = new EndpointAddress("second.shop.svc.cluster.local") },
            Given.Service("second") with { External = new EndpointAddress("first.shop.svc.cluster.local") },
        ];
        var target = Given.Link(Given.Cluster([front], names));

        Assert.Empty(target.Dependencies);
        Assert.Equal("first", Assert.Single(target.Unlinked).Text);
    }

    [Fact]
    public void A_name_that_nothing_answers_to_is_listed_with_what_is_called_alike()
    {
        var orders = Given.Workload("orders");
        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1", ("ORDERS_URL", "http://order")));
        var target = Given.Link(Given.Cluster([orders, front], [Given.Service("orders", orders)]));

        var missing = Assert.Single(target.Unlinked);
        Assert.Equal("order", missing.Text);
        Assert.Equal([orders.Id], missing.Candidates);
        Assert.Equal(new Coverage(0, 1, 2, 2), target.Coverage);
    }

    [Fact]
    public void Own_public_names_in_variables_prove_no_dependency()
    {
        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1", ("SITE_LINK", "https://www.acme-shop.com")));
        var target = Given.Link(Given.Cluster([front]));

        Assert.All(target.From(front.Id), d => Assert.Equal(Strength.Unknown, d.Strength));
    }

    [Theory]
    [InlineData("POSTGRES_DB", false)]
    [InlineData("QUEUE_HOST", true)]
    public void A_bare_word_is_a_host_only_where_the_key_says_so(string key, bool isHost)
    {
        var orders = Given.Workload("orders");
        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1", (key, "orders")));
        var target = Given.Link(Given.Cluster([orders, front], [Given.Service("orders", orders)]));

        Assert.Equal(isHost ? 1 : 0, target.From(front.Id).Length);
    }

    [Fact]
    public void Telemetry_is_never_needed()
    {
        var collector = Given.Workload("otel-collector");
        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1", ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://otel-collector:4317")));
        var target = Given.Link(Given.Cluster([collector, front], [Given.Service("otel-collector", collector)]));

        Assert.DoesNotContain(target.From(front.Id), d => d.Strength == Strength.Hard);
    }
}
