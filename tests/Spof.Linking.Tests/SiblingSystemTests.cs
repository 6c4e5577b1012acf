using Spof.Model;

namespace Spof.Linking.Tests;

/// <summary>Systems side by side in one repository, with the same names.</summary>
public sealed class SiblingSystemTests
{
    private static CodeProject Orders(string system) =>
        Given.Project("Orders") with { Id = $"code:{system}/src/Orders/Orders", Path = $"{system}/src/Orders/Orders.csproj" };

    private static TargetDeclaration Cluster(string system, BuildDeclaration? build = null) =>
        Given.Cluster([Given.Workload("orders", containers: new ContainerDeclaration
        {
            Name = "orders",
            Image = "shop/orders:1",
            ImageAt = Given.At("image: shop/orders:1", system + "/deploy/orders.yaml"),
            Build = build,
        })]) with { Id = "k8s:" + system, Name = system };

    private static BuildDeclaration Build(string system) =>
        new(system, system + "/src/Orders/Dockerfile", "Orders", [], Given.At("build: .", system + "/compose.yaml"), null);

    private static string[] RunIn(SystemModel system) =>
        [.. system.Targets.Select(t => t.Name + " " + string.Join(' ', t.Components.SelectMany(c => c.Projects)))];

    private static SystemModel Link(CodeProject[] projects, params TargetDeclaration[] targets) =>
        Linker.Link(new CodeModel { Projects = [.. projects] }, new ManifestModel { Targets = [.. targets] }, new LinkOptions { SystemName = "repository" });

    [Fact]
    public void A_workload_runs_the_project_of_its_own_system() =>
        Assert.Equal(
            ["one code:one/src/Orders/Orders", "two code:two/src/Orders/Orders"],
            RunIn(Link([Orders("one"), Orders("two")], Cluster("one"), Cluster("two"))));

    [Fact]
    public void An_entry_assembly_names_the_project_of_the_system_that_builds_it() =>
        Assert.Equal(
            ["one code:one/src/Orders/Orders", "two code:two/src/Orders/Orders"],
            RunIn(Link([Orders("one"), Orders("two")], Cluster("one", Build("one")), Cluster("two", Build("two")))));

    [Fact]
    public void A_build_of_the_same_image_counts_for_its_own_system()
    {
        var composeOfTwo = Cluster("two", Build("two")) with { Id = "compose:two", Name = "compose of two", Kind = TargetKind.Compose };
        var composeOfOne = Cluster("one", Build("one")) with { Id = "compose:one", Name = "compose of one", Kind = TargetKind.Compose };
        Assert.Equal(
            ["one code:one/src/Orders/Orders", "two code:two/src/Orders/Orders"],
            RunIn(Link([Orders("one"), Orders("two")], composeOfTwo, composeOfOne, Cluster("one"), Cluster("two")))[..2]);
    }

    [Fact]
    public void Between_two_equally_near_projects_of_one_name_none_is_taken() =>
        Assert.Equal(["elsewhere "], RunIn(Link([Orders("one"), Orders("two")], Cluster("elsewhere"))));

    [Fact]
    public void Calls_that_could_not_be_understood_count_as_endpoints_where_their_project_runs()
    {
        var library = Given.Project("Library", ProjectKind.Library) with { Load = new LoadQuality { Candidates = 6, Bound = 3, MatchedByName = 1 } };
        var one = Orders("one") with { Load = new LoadQuality { Candidates = 4, Bound = 3 }, References = [library.Path] };
        var system = Link([one, Orders("two"), library], Cluster("one"), Cluster("two"));
        Assert.Equal([(0, 3), (0, 0)], system.Targets.Select(t => (t.Coverage.EndpointsResolved, t.Coverage.Endpoints)));
    }

    [Fact]
    public void A_project_that_the_other_system_runs_is_not_missing_in_this_one()
    {
        var system = Link([Orders("one"), Orders("two"), Given.Project("Lonely")], Cluster("one"), Cluster("two"));
        Assert.All(system.Targets, t => Assert.Equal(["Lonely"], t.Unlinked.Select(u => u.Text)));
    }
}
