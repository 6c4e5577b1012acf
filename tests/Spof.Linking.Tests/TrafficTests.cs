using Spof.Model;

namespace Spof.Linking.Tests;

public sealed class TrafficTests
{
    private static readonly WorkloadDeclaration Orders = Given.Workload("orders");

    private static TrafficDeclaration Allowed(WorkloadDeclaration from, WorkloadDeclaration to) =>
        new(from.Id, to.Id, Given.At($"NetworkPolicy p lets {from.Name} call {to.Name}", "policy.yaml", 8));

    [Fact]
    public void Allowed_traffic_alone_is_an_inferred_edge_of_unknown_strength()
    {
        var web = Given.Workload("web");
        var target = Given.Link(Given.Cluster([web, Orders]) with { Traffic = [Allowed(web, Orders)] });

        var edge = Assert.Single(target.From(web.Id));
        Assert.Equal((Strength.Unknown, Certainty.Inferred), (edge.Strength, Assert.Single(edge.Evidence).How));
        Assert.Equal("NetworkPolicy p lets web call orders; nothing shows that it must", Assert.Single(edge.Unknowns).Reason);
    }

    [Fact]
    public void An_edge_that_something_else_shows_stays_as_it_is()
    {
        var web = Given.Workload("web", containers: Given.Container("web", "acme/web:1", ("ORDERS_URL", "http://orders")));
        var target = Given.Link(Given.Cluster([web, Orders], [Given.Service("orders", Orders)]) with { Traffic = [Allowed(web, Orders)] });

        Assert.Equal(Strength.Hard, Assert.Single(target.From(web.Id)).Strength);
    }

    [Fact]
    public void The_other_direction_is_another_edge()
    {
        var web = Given.Workload("web", containers: Given.Container("web", "acme/web:1", ("ORDERS_URL", "http://orders")));
        var target = Given.Link(Given.Cluster([web, Orders], [Given.Service("orders", Orders)]) with { Traffic = [Allowed(Orders, web)] });

        Assert.Equal(Strength.Unknown, Assert.Single(target.From(Orders.Id)).Strength);
    }

    [Fact]
    public void One_of_several_workloads_behind_a_name_is_not_needed_by_itself()
    {
        var web = Given.Workload("web", containers: Given.Container("web", "acme/web:1", ("ORDERS_URL", "http://orders")));
        var other = Given.Workload("orders-green");
        var target = Given.Link(
            Given.Cluster([web, Orders, other], [Given.Service("orders", Orders, other)]) with { Traffic = [Allowed(web, Orders), Allowed(web, other)] });

        Assert.Equal(["k8s:shop/Service/orders"], Assert.Single(target.From(web.Id)).Targets);
    }

    [Fact]
    public void A_proxy_that_forwards_to_a_backend_is_not_stopped_by_it()
    {
        var edge = Given.Workload("edge", containers: Given.Container("edge", "nginx:1"));
        var route = new RouteDeclaration
        {
            Id = edge.Id + "#/orders",
            ViaWorkloadId = edge.Id,
            Path = "/orders",
            Backends = [new BackendDeclaration(new EndpointAddress("orders"), "shop", false, Given.At("proxy_pass"))],
            At = Given.At("location /orders"),
        };
        var target = Given.Link(Given.Cluster([edge, Orders], [Given.Service("orders", Orders)]) with { Routes = [route], Traffic = [Allowed(edge, Orders)] });

        Assert.Empty(target.From(edge.Id));
    }

    [Fact]
    public void Traffic_of_a_workload_that_does_not_run_is_left_out()
    {
        var target = Given.Link(Given.Cluster([Orders]) with { Traffic = [Allowed(Given.Workload("web"), Orders)] });

        Assert.Empty(target.Dependencies);
    }
}
