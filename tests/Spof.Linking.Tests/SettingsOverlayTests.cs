using System.Collections.Immutable;
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

    [Theory]
    [InlineData("host:new.example.org", ComponentKind.ThirdParty)]
    [InlineData("host:db.corp.internal", ComponentKind.Workload)]
    public void A_link_to_an_outside_host_that_the_scan_did_not_find_adds_the_host(string host, ComponentKind kind)
    {
        var front = Given.Workload("front");
        var target = Given.Link(new SpofSettings { Links = [new LinkSetting("front", host, Strength.Hard, null, At)] }, Given.Cluster([front]));

        Assert.Equal([host], Assert.Single(target.From(front.Id)).Targets);
        Assert.Equal((kind, At), (target.Component(host).Kind, target.Component(host).Evidence[0].At));
    }

    [Fact]
    public void A_link_that_cuts_or_has_no_caller_adds_no_host()
    {
        var front = Given.Workload("front");
        LinkSetting[] links = [new("front", "host:new.example.org", null, null, At), new("nobody", "host:new.example.org", Strength.Hard, null, At)];
        Assert.All(links, link => Assert.Equal([front.Id], Given.Link(new SpofSettings { Links = [link] }, Given.Cluster([front])).Components.Select(c => c.Id)));
    }

    [Fact]
    public void A_statement_about_what_is_ignored_or_about_a_domain_says_so()
    {
        var front = Given.Workload("front");
        var cache = Given.Workload("cache");
        var ignoring = new SourcePosition("spof.yml", 2);
        var settings = new SpofSettings
        {
            Nodes =
            [
                new NodeSetting { Match = "cache", Ignore = true, At = ignoring },
                new NodeSetting { Match = "front", Domains = ImmutableSortedDictionary<DomainKind, ImmutableArray<string>>.Empty.Add(DomainKind.Zone, ["eu-1a"]), At = At },
                new NodeSetting { Match = "eu-1a", Replicas = 2, At = At },
            ],
            Links = [new LinkSetting("front", "cache", Strength.Soft, null, At)],
        };

        Assert.Equal(
            [
                "'links' to 'cache' matches only what 'ignore' takes out (spof.yml:2)",
                "'nodes' match 'eu-1a' is a failure domain; only components can be named here, and 'domains' places them",
            ],
            Remarks(settings, Given.Cluster([front, cache])).Select(r => r.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_link_to_several_alternatives_of_one_edge_is_stated_once()
    {
        var (a, b) = (Given.Workload("cache-a", containers: Given.Container("c", "redis:7")), Given.Workload("cache-b", containers: Given.Container("c", "redis:7")));
        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1", ("CACHE", "redis://cache-a,cache-b")));
        var cluster = Given.Cluster([a, b, front], [Given.Service("cache-a", a), Given.Service("cache-b", b)]);
        var settings = new SpofSettings { Links = [new LinkSetting(front.Id, "k8s:shop/Deployment/cache-*", Strength.Soft, null, At)] };

        var edge = Assert.Single(Given.Link(settings, cluster).From(front.Id));
        Assert.Equal((2, Strength.Soft), (edge.Targets.Length, edge.Strength));
        Assert.Single(edge.Evidence, e => e.At == At);
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
    [InlineData(FallbackKind.Cache, Strength.Soft)]
    [InlineData(FallbackKind.Queue, Strength.Soft)]
    [InlineData(FallbackKind.Alternate, Strength.Soft)]
    [InlineData(FallbackKind.None, Strength.Hard)]
    public void A_stated_fallback_decides_how_hard_the_node_is_needed(FallbackKind fallback, Strength strength)
    {
        var project = Given.Project("Front", ProjectKind.Web, Given.Calls("https://api.stripe.com/v1"));
        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1"));
        var settings = new SpofSettings { Nodes = [new NodeSetting { Match = "api.stripe.com", Fallback = fallback, At = At }] };
        var system = Linker.Link(
            new CodeModel { Projects = [project], Findings = [Finding("SPOF3001"), Finding("SPOF1001")] },
            new ManifestModel { Targets = [Given.Cluster([front])] },
            new LinkOptions { SystemName = "shop", Settings = settings });

        var edge = Assert.Single(system.Targets[0].Dependencies, d => d.Targets.Contains("host:api.stripe.com"));
        Assert.Equal(strength, edge.Strength);
        Assert.Contains(edge.Evidence, e => e.At == At);
        // Nobody may be told that there is no fallback who has just said that there is one.
        Assert.Equal(fallback == FallbackKind.None ? ["SPOF3001", "SPOF1001"] : ["SPOF1001"], system.CodeFindings.Select(f => f.RuleId));

        static CodeFinding Finding(string rule) => new(
            rule, FindingLevel.Warning, "message.", "fix.", "code:Front/stripe", "code:Front", [],
            System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("host", "api.stripe.com"));
    }

    [Fact]
    public void One_of_two_alternatives_with_a_fallback_leaves_the_edge_as_it_is()
    {
        var (a, b) = (Given.Workload("cache-a", containers: Given.Container("c", "redis:7")), Given.Workload("cache-b", containers: Given.Container("c", "redis:7")));
        var front = Given.Workload("front", containers: Given.Container("front", "acme/front:1", ("CACHE", "redis://cache-a,cache-b")));
        var cluster = Given.Cluster([a, b, front], [Given.Service("cache-a", a), Given.Service("cache-b", b)]);
        DeploymentTarget With(params string[] names) => Given.Link(
            new SpofSettings { Nodes = [.. names.Select(n => new NodeSetting { Match = n, Fallback = FallbackKind.Cache, At = At })] }, cluster);

        var edge = Assert.Single(With("cache-a").From(front.Id));
        Assert.Equal((2, Strength.Hard), (edge.Targets.Length, edge.Strength));
        Assert.Equal(Strength.Soft, Assert.Single(With("cache-a", "cache-b").From(front.Id)).Strength);
    }

    [Theory]
    [InlineData("db", null)]
    [InlineData("StatefulSet/db", null)]
    [InlineData("k8s:shop/*/db", null)]
    [InlineData("bd", "'nodes' match 'bd' matches nothing")]
    [InlineData("k8s:shop/Deployment/db", "'nodes' match 'k8s:shop/Deployment/db' matches nothing; did you mean 'k8s:shop/StatefulSet/db'?")]
    [InlineData("k8s:blog/*", "'nodes' match 'k8s:blog/*' matches nothing")]
    public void A_node_is_found_by_id_name_tail_or_pattern_and_a_miss_is_a_remark(string match, string? reason)
    {
        var db = Given.Workload("db", kind: "StatefulSet", containers: Given.Container("db", "postgres:17"));
        var remark = Remarks(new SpofSettings { Nodes = [new NodeSetting { Match = match, Replicas = 3, At = At }] }, Given.Cluster([db])).SingleOrDefault();
        Assert.Equal(reason, remark?.Text);
        Assert.True(remark is null || (remark.IsError && remark.At == At));
    }

    [Fact]
    public void Both_ends_of_a_link_and_the_path_of_an_entry_point_must_exist()
    {
        var (front, db) = (Given.Workload("front"), Given.Workload("db", containers: Given.Container("db", "postgres:17")));
        var service = Given.Service("front", front);
        var settings = new SpofSettings
        {
            Links = [new LinkSetting("front", "dbb", Strength.Soft, null, At)],
            EntryPoints =
            [
                new EntryPointSetting("shop", service.Id, "/cart", null, null, null, At),
                new EntryPointSetting("admin", "k8s:shop/Ingress/admin", null, null, null, null, At),
            ],
        };
        var cluster = Given.Cluster([front, db], [service]) with
        {
            Exposures = [new ExposureDeclaration(service.Id, ExposureKind.LoadBalancer, service.Id, 80, Given.At())],
        };

        Assert.Equal(
            [
                "'entryPoints' admin: 'k8s:shop/Ingress/admin' matches nothing",
                "'entryPoints' shop: 'k8s:shop/Service/front' has no path '/cart'",
                "'links' to 'dbb' matches nothing; did you mean 'k8s:shop/Deployment/db'?",
            ],
            Remarks(settings, cluster).Select(r => r.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_entry_point_is_found_by_the_name_that_its_service_and_its_workload_share()
    {
        var (front, service, target) = Exposed("shop");
        var settings = new SpofSettings { EntryPoints = [new EntryPointSetting("home", "front", null, 0, null, null, At)] };
        var entry = Assert.Single(Given.Link(settings, target).EntryPoints);
        Assert.Equal(("home", service.Id, front.Id, 0), (entry.Name, entry.Id, entry.ComponentId, entry.Tier));
    }

    [Fact]
    public void A_name_that_several_nodes_have_is_an_error_that_names_them()
    {
        var (a, b) = (Given.Workload("db", scope: "blog"), Given.Workload("db", scope: "shop"));
        var problem = Assert.Throws<SettingsException>(() => Given.Link(
            new SpofSettings { Nodes = [new NodeSetting { Match = "db", Replicas = 2, At = At }] }, Given.Cluster([a, b])));
        Assert.Equal($"spof.yml:5: 'db' fits several nodes of k8s: {a.Id}, {b.Id}; write the id that is meant", problem.Message);
        Assert.Throws<SettingsException>(() => Given.Link(
            new SpofSettings { EntryPoints = [new EntryPointSetting("home", "db", null, 0, null, null, At)] }, Given.Cluster([a, b])));
    }

    [Fact]
    public void Entry_points_of_one_name_in_two_namespaces_are_told_apart()
    {
        var (_, _, shop) = Exposed("shop");
        var (_, _, blog) = Exposed("blog");
        var both = shop with { Workloads = [.. shop.Workloads, .. blog.Workloads], Names = [.. shop.Names, .. blog.Names], Exposures = [.. shop.Exposures, .. blog.Exposures] };
        Assert.Equal(["blog/front", "shop/front"], Given.Link(both).EntryPoints.Select(e => e.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["front"], Given.Link(shop).EntryPoints.Select(e => e.Name));
    }

    private static (WorkloadDeclaration Front, NameDeclaration Service, TargetDeclaration Target) Exposed(string scope)
    {
        var front = Given.Workload("front", scope: scope);
        var service = Given.Service("front", front);
        return (front, service, Given.Cluster([front], [service]) with
        {
            Exposures = [new ExposureDeclaration(service.Id, ExposureKind.LoadBalancer, service.Id, 80, Given.At())],
        });
    }

    private static IEnumerable<Remark> Remarks(SpofSettings settings, TargetDeclaration target) => Linker.Link(
        new CodeModel(), new ManifestModel { Targets = [target] }, new LinkOptions { SystemName = "shop", Settings = settings }).Remarks;

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
