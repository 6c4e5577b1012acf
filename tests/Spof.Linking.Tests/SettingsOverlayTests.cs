using Spof.Model;

namespace Spof.Linking.Tests;

public sealed class SettingsOverlayTests
{
    private static readonly SourcePosition At = new("spof.yml", 5);

    [Fact]
    public void Stated_replicas_and_failover_settle_what_was_unknown()
    {
        var db = Given.Workload("db", 3, containers: Given.Container("db", "postgres:17"));
        var settings = new SpofSettings { Nodes = [new NodeSetting { Match = db.Id, Replicas = 2, Failover = FailoverKind.Automatic, At = At }] };

        var component = Given.Link(settings, Given.Cluster([db])).Component(db.Id);
        Assert.Equal(Count.Exactly(2), component.Instances);
        Assert.Equal((FailoverKind.Automatic, ReplicationStyle.PrimaryReplica), (component.Failover.Kind, component.Replication));
        Assert.DoesNotContain(component.Unknowns, u => u.What == "replication");
        Assert.Contains(component.Evidence, e => e.At == At);
    }

    [Fact]
    public void A_link_may_be_softened_cut_or_added()
    {
        var cache = Given.Workload("cache", containers: Given.Container("cache", "redis:7"));
        var db = Given.Workload("db", containers: Given.Container("db", "postgres:17"));
        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1", ("CACHE", "redis://cache")));
        var cluster = Given.Cluster([cache, db, front], [Given.Service("cache", cache)]);

        DeploymentTarget With(string to, Strength? strength) =>
            Given.Link(new SpofSettings { Links = [new LinkSetting(front.Id, to, strength, null, At)] }, cluster);

        Assert.Equal(Strength.Soft, Assert.Single(With("k8s:shop/Service/cache", Strength.Soft).From(front.Id)).Strength);
        Assert.Empty(With(cache.Id, null).From(front.Id));
        Assert.Contains(With(db.Id, Strength.Hard).From(front.Id), d => d.Targets.Contains(db.Id));
    }

    [Fact]
    public void An_ignored_node_leaves_the_system_with_its_edges()
    {
        var cache = Given.Workload("cache", containers: Given.Container("cache", "redis:7"));
        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1", ("CACHE", "redis://cache")));
        var settings = new SpofSettings { Nodes = [new NodeSetting { Match = "k8s:shop/*/cache", Ignore = true, At = At }] };
        var target = Given.Link(settings, Given.Cluster([cache, front], [Given.Service("cache", cache)]));

        Assert.Equal([front.Id], target.Components.Select(c => c.Id));
        Assert.Empty(target.Dependencies);
    }

    [Fact]
    public void An_ignored_node_that_is_public_is_no_entry_point()
    {
        var edge = Given.Workload("edge");
        var front = Given.Workload("front");
        var (service, door) = (Given.Service("edge", edge), Given.Service("front", front));
        var settings = new SpofSettings { Nodes = [new NodeSetting { Match = edge.Id, Ignore = true, At = At }] };
        var target = Given.Link(settings, Given.Cluster([edge, front], [service, door]) with
        {
            Exposures =
            [
                new ExposureDeclaration(service.Id, ExposureKind.LoadBalancer, service.Id, 80, Given.At()),
                new ExposureDeclaration(door.Id, ExposureKind.LoadBalancer, door.Id, 80, Given.At()),
            ],
        });

        Assert.Equal([door.Id], target.EntryPoints.Select(e => e.Id));
    }

    [Fact]
    public void Stated_zones_share_the_instances_out()
    {
        var db = Given.Workload("db", 3, containers: Given.Container("db", "postgres:17"));
        var settings = new SpofSettings
        {
            Nodes = [new NodeSetting { Match = db.Id, Domains = new Dictionary<DomainKind, System.Collections.Immutable.ImmutableArray<string>> { [DomainKind.Zone] = ["a", "b"] }.ToSorted(), At = At }],
        };

        var placement = Given.Link(settings, Given.Cluster([db])).Component(db.Id).Placements.Single(p => p.Kind == DomainKind.Zone);
        Assert.Equal([new DomainShare("domain:zone/a", 2), new DomainShare("domain:zone/b", 1)], placement.Shares);
    }

    [Theory]
    [InlineData("k8s:shop/*", "k8s:shop/Deployment/a", true)]
    [InlineData("*/a", "k8s:shop/Deployment/a", true)]
    [InlineData("k8s:*/a", "k8s:shop/Deployment/ab", false)]
    [InlineData("k8s:shop/Deployment/a", "k8s:shop/Deployment/a", true)]
    [InlineData("a*a", "a", false)]
    public void Stars_stand_for_any_run_of_characters(string pattern, string id, bool matches) => Assert.Equal(matches, IdPattern.Matches(pattern, id));
}

internal static class SortedExtensions
{
    public static System.Collections.Immutable.ImmutableSortedDictionary<DomainKind, System.Collections.Immutable.ImmutableArray<string>> ToSorted(
        this Dictionary<DomainKind, System.Collections.Immutable.ImmutableArray<string>> map) =>
        System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(map);
}
