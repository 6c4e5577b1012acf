using Spof.Model;

namespace Spof.Linking.Tests;

public sealed class CodeLinkTests
{
    private static readonly WorkloadDeclaration Db = Given.Workload("orders-db", kind: "StatefulSet", containers: Given.Container("db", "postgres:17"));

    private static WorkloadDeclaration Orders(params (string, string)[] environment) =>
        Given.Workload("orders", 2, containers: Given.Container("orders", "acme/orders:1", environment));

    private static DeploymentTarget LinkOrders(WorkloadDeclaration orders, CodeProject project) =>
        Given.Link(Given.Cluster([Db, orders], [Given.Service("orders-db", Db)]), project);

    [Fact]
    public void A_configuration_key_is_followed_through_the_environment_variable_of_the_container()
    {
        var project = Given.Project("Orders", dependencies: Given.Reads("ConnectionStrings:Orders", Technology.PostgreSql));
        var target = LinkOrders(Orders(("ConnectionStrings__Orders", "Host=orders-db;Database=orders;Username=u;Password=p")), project);

        var edge = Assert.Single(target.From("code:Orders"));
        Assert.Equal([Db.Id], edge.Targets);
        Assert.Equal([EvidenceLayer.Code, EvidenceLayer.Config, EvidenceLayer.Manifest], edge.Evidence.Select(e => e.Layer));
        Assert.Equal(Confidence.High, Confidences.Of(edge.Evidence));
    }

    [Fact]
    public void A_dependency_that_code_shows_by_name_only_is_linked_with_less_confidence()
    {
        var reads = Given.Reads("ConnectionStrings:Orders", Technology.PostgreSql, Strength.Unknown);
        var project = Given.Project("Orders", dependencies: reads with { Evidence = [reads.Evidence[0] with { How = Certainty.Inferred }] });
        var target = LinkOrders(Orders(("ConnectionStrings__Orders", "Host=orders-db;Database=orders;Username=u;Password=p")), project);

        var edge = Assert.Single(target.From("code:Orders"));
        Assert.Equal((Strength.Hard, Confidence.Medium), (edge.Strength, Confidences.Of(edge.Evidence)));
        Assert.Equal((1, 1), (target.Coverage.EndpointsResolved, target.Coverage.Endpoints));
    }

    [Fact]
    public void The_code_names_a_component_that_alone_runs_it_and_the_manifest_is_an_alias()
    {
        var target = LinkOrders(Orders(), Given.Project("Orders"));

        Assert.Contains("k8s:shop/Deployment/orders", target.Component("code:Orders").Aliases);
    }

    [Fact]
    public void Two_workloads_that_run_the_same_project_keep_their_own_names()
    {
        var batch = Given.Workload("orders-batch", containers: Given.Container("orders", "acme/orders:1"));
        var target = Given.Link(Given.Cluster([Orders(), batch]), Given.Project("Orders"));

        Assert.Equal(["k8s:shop/Deployment/orders", "k8s:shop/Deployment/orders-batch"], target.Components.Select(c => c.Id));
    }

    [Fact]
    public void A_variable_that_names_what_the_code_is_known_to_call_adds_no_need_of_its_own()
    {
        var project = Given.Project("Orders", dependencies: Given.Calls("http://orders-db", strength: Strength.Soft));
        var target = LinkOrders(Orders(("Other__Url", "http://orders-db:5432")), project);

        Assert.Equal(Strength.Soft, Assert.Single(target.From("code:Orders")).Strength);
    }

    [Fact]
    public void A_developer_default_on_the_same_machine_is_no_dependency_and_is_listed()
    {
        var project = Given.Project("Orders", dependencies: Given.Reads("ConnectionStrings:Orders", Technology.PostgreSql)) with
        {
            Configuration = [new ConfigurationFile("src/Orders/appsettings.json", null, [Given.Setting("ConnectionStrings:Orders", "Host=localhost;Database=orders")])],
        };
        var target = LinkOrders(Orders(), project);

        Assert.Empty(target.From("code:Orders"));
        Assert.Contains(target.Unlinked, u => u.Text == "localhost" && u.Reason.Contains("itself", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "orders-db")]
    [InlineData("Staging", null)]
    public void The_environment_of_the_container_chooses_the_overlay(string? environment, string? expected)
    {
        var project = Given.Project("Orders", dependencies: Given.Reads("Db:Host", Technology.PostgreSql)) with
        {
            Configuration =
            [
                new ConfigurationFile("src/Orders/appsettings.Production.json", "Production", [Given.Setting("Db:Host", "orders-db")]),
                new ConfigurationFile("src/Orders/appsettings.json", null, [Given.Setting("Db:Host", "localhost")]),
            ],
        };
        var target = LinkOrders(environment is null ? Orders() : Orders(("ASPNETCORE_ENVIRONMENT", environment)), project);

        Assert.Equal(expected is null ? [] : [Db.Id], target.From("code:Orders").SelectMany(d => d.Targets));
    }

    [Fact]
    public void A_key_that_nobody_sets_is_listed_with_its_name()
    {
        var target = LinkOrders(Orders(), Given.Project("Orders", dependencies: Given.Reads("Services:Inventory")));

        Assert.Contains("'Services:Inventory'", Assert.Single(target.Unlinked).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_in_a_referenced_library_belongs_to_the_service_that_runs_it()
    {
        var library = Given.Project("Shop.Data", ProjectKind.Library, Given.Reads("ConnectionStrings:Orders", Technology.PostgreSql));
        var service = Given.Project("Orders") with { References = [library.Path] };
        var orders = Orders(("ConnectionStrings__Orders", "Host=orders-db"));
        var target = Given.Link(Given.Cluster([Db, orders], [Given.Service("orders-db", Db)]), service, library);

        Assert.Equal([Db.Id], Assert.Single(target.From("code:Orders")).Targets);
    }

    [Fact]
    public void Several_hosts_of_one_address_are_alternatives()
    {
        var second = Given.Workload("orders-db2", kind: "StatefulSet", containers: Given.Container("db", "postgres:17"));
        var orders = Orders(("ConnectionStrings__Orders", "Host=orders-db,orders-db2;Database=orders"));
        var project = Given.Project("Orders", dependencies: Given.Reads("ConnectionStrings:Orders", Technology.PostgreSql));
        var target = Given.Link(Given.Cluster([Db, second, orders], [Given.Service("orders-db", Db), Given.Service("orders-db2", second)]), project);

        var edge = Assert.Single(target.From("code:Orders"));
        Assert.Equal((2, 1), (edge.Targets.Length, edge.Needed));
    }

    [Fact]
    public void A_substitute_in_code_makes_the_dependency_soft()
    {
        var project = Given.Project("Orders", dependencies: Given.Calls("https://api.stripe.com", strength: Strength.Soft));
        var target = LinkOrders(Orders(), project);

        Assert.Equal(Strength.Soft, Assert.Single(target.From("code:Orders")).Strength);
    }

    [Fact]
    public void A_discovery_name_is_the_platforms_name_unless_configuration_lists_endpoints()
    {
        var basket = Given.Workload("basket");
        var other = Given.Workload("other");
        var project = Given.Project("Orders", dependencies: Given.Calls("http://basket", AddressOrigin.ServiceDiscovery));
        var names = new[] { Given.Service("basket", basket), Given.Service("other", other) };

        var plain = Given.Link(Given.Cluster([basket, other, Orders()], names), project);
        Assert.Equal([basket.Id], Assert.Single(plain.From("code:Orders")).Targets);

        var configured = Given.Link(Given.Cluster([basket, other, Orders(("services__basket__http__0", "http://other:8080"))], names), project);
        Assert.Equal([other.Id], Assert.Single(configured.From("code:Orders")).Targets);
    }

    [Theory]
    [InlineData("acme/orders:1", "Orders", Certainty.Resolved)]
    [InlineData("reg.acme.io:5000/acme/orders.api@sha256:00", "Orders.Api", Certainty.Resolved)]
    [InlineData("acme/orders-service:1", "Orders.Api", Certainty.Inferred)]
    public void An_image_leads_to_the_project_of_the_same_name_and_by_likeness_only_as_inferred(string image, string assembly, Certainty expected)
    {
        var workload = Given.Workload("x", containers: Given.Container("x", image));
        var matcher = new ProjectMatcher([Given.Project(assembly), Given.Project("Basket")], []);

        var match = matcher.Match(workload, workload.Containers[0]);
        Assert.Equal(assembly, match!.Project.AssemblyName);
        Assert.Equal(expected, match.Evidence[^1].How);
    }

    [Fact]
    public void The_assembly_that_a_Dockerfile_starts_decides_whatever_the_image_is_called()
    {
        var build = new BuildDeclaration("src", "src/Basket/Dockerfile", "Orders", [], Given.At("build"), Given.At("ENTRYPOINT [\"dotnet\", \"Orders.dll\"]"));
        var workload = Given.Workload("x", containers: Given.Container("x", "acme/basket:1") with { Build = build });
        var matcher = new ProjectMatcher([Given.Project("Orders"), Given.Project("Basket")], []);

        Assert.Equal("Orders", matcher.Match(workload, workload.Containers[0])!.Project.AssemblyName);
    }

    [Fact]
    public void An_image_that_Compose_builds_names_the_project_in_the_cluster_too()
    {
        var build = new BuildDeclaration(".", "src/Orders/Dockerfile", "Orders", [], Given.At("build"), null);
        var compose = new TargetDeclaration
        {
            Id = "compose:shop",
            Kind = TargetKind.Compose,
            Name = "shop",
            Workloads = [Given.Workload("svc1", containers: Given.Container("svc1", "acme/checkout") with { Build = build })],
        };
        var workload = Given.Workload("checkout", containers: Given.Container("checkout", "acme/checkout:2.0"));
        var matcher = new ProjectMatcher([Given.Project("Orders")], [compose, Given.Cluster([workload])]);

        Assert.Equal("Orders", matcher.Match(workload, workload.Containers[0])!.Project.AssemblyName);
    }

    [Fact]
    public void A_library_or_test_project_is_never_what_runs_in_a_container()
    {
        var workload = Given.Workload("orders");
        var matcher = new ProjectMatcher([Given.Project("Orders", ProjectKind.Library), Given.Project("Orders", ProjectKind.Test)], []);

        Assert.Null(matcher.Match(workload, workload.Containers[0]));
    }

    [Fact]
    public void What_both_readers_could_not_read_is_told_once()
    {
        var link = new Gap(new SourcePosition("out", 1), "The folder is a link that leaves the scanned root; not followed.");
        var system = Linker.Link(new CodeModel { Gaps = [link] }, new ManifestModel { Gaps = [link] }, new LinkOptions { SystemName = "shop" });

        Assert.Equal([link], system.Gaps);
    }

    [Fact]
    public void Without_manifests_the_projects_themselves_are_the_system()
    {
        var system = Linker.Link(
            new CodeModel { Projects = [Given.Project("Orders", dependencies: Given.Calls("https://api.stripe.com"))] },
            ManifestModel.Empty,
            new LinkOptions { SystemName = "shop" });

        var target = Assert.Single(system.Targets);
        Assert.Equal(TargetKind.Code, target.Kind);
        Assert.True(target.Component("code:Orders").Instances.IsUnknown);
        Assert.Equal(["host:api.stripe.com"], Assert.Single(target.From("code:Orders")).Targets);
        Assert.Equal("code:Orders", Assert.Single(target.EntryPoints).Id);
    }
}
