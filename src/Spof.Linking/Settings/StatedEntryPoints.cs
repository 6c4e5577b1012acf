using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking;

/// <summary>Names, tiers, owners and targets that the user states for entry points; others become entry points by being named.</summary>
internal static class StatedEntryPoints
{
    public static ImmutableArray<EntryPoint> Apply(TargetGraph graph, ImmutableArray<EntryPoint> found, SpofSettings settings, SettingMatches matches)
    {
        var result = found.ToList();
        var exposing = found.Select(SettingMatches.ExposingNode).Where(n => graph.Find(n.Id) is null).DistinctBy(n => n.Id).ToArray();
        foreach (var setting in settings.EntryPoints)
        {
            var evidence = new Evidence(EvidenceLayer.Config, setting.At, "entryPoints: " + setting.Name);
            var meant = Meant(graph, result, exposing, setting, matches);
            var matched = false;
            for (var i = 0; i < result.Count; i++)
            {
                if (meant.Entries.Contains(result[i].Id) && (setting.Path is null || IdPattern.Matches(setting.Path, PathOf(result[i]))))
                {
                    matched = true;
                    result[i] = result[i] with
                    {
                        Name = setting.Name,
                        Tier = setting.Tier ?? result[i].Tier,
                        Owner = setting.Owner ?? result[i].Owner,
                        Target = setting.Target ?? result[i].Target,
                        Evidence = [evidence, .. result[i].Evidence],
                    };
                }
            }

            if (!matched && setting.Path is null && meant.Component is { } named)
            {
                matched = true;
                result.Add(new EntryPoint
                {
                    Id = named.Id,
                    Name = setting.Name,
                    Kind = EntryPointKind.Declared,
                    ComponentId = named.Id,
                    Tier = setting.Tier ?? 1,
                    Owner = setting.Owner,
                    Target = setting.Target,
                    Evidence = [evidence],
                });
            }

            if (matched)
            {
                matches.Hit(setting.At, setting.Name);
            }
        }

        return [.. Distinguished(OnePerAnswer(result)).OrderBy(e => e.Tier).ThenBy(e => e.Id, StringComparer.Ordinal)];
    }

    /// <summary>Entry points of what the setting names, by the object that exposes them or the component that answers.</summary>
    private static (HashSet<string> Entries, Component? Component) Meant(
        TargetGraph graph, List<EntryPoint> entries, NamedNode[] exposing, EntryPointSetting setting, SettingMatches matches)
    {
        if (entries.Any(e => e.Id == setting.Node))
        {
            matches.Hit(setting.At, setting.Node);
            return ([setting.Node], null);
        }

        NamedNode[] nodes = [.. graph.Components.Select(NamedNode.Of), .. exposing];
        var ids = SettingMatches.Named(nodes, setting.Node);
        if (ids.Length == 0)
        {
            return ([], null);
        }

        matches.Hit(setting.At, setting.Node);
        var entriesOf = entries.SelectMany(e => NodesOf(graph, e), (e, node) => (Node: node, e.Id)).ToLookup(e => e.Node, e => e.Id, StringComparer.Ordinal);
        var byNode = ids.Select(id => (Id: id, Entries: entriesOf[id].ToHashSet(StringComparer.Ordinal))).ToArray();
        var leading = byNode.Where(n => n.Entries.Count > 0).ToArray();
        if (!IdPattern.IsPattern(setting.Node))
        {
            // An Ingress and the workload behind it often share their name: they are one answer where they lead to the same entry points.
            var open = leading.Length > 0 ? leading : byNode;
            if (open.Skip(1).Any(n => !n.Entries.SetEquals(open[0].Entries) || n.Entries.Count == 0))
            {
                throw SettingMatches.Ambiguous(graph.Declaration.Id, setting.At, setting.Node, open.Select(n => n.Id));
            }
        }

        return ([.. leading.SelectMany(n => n.Entries)], ids.Select(graph.Find).FirstOrDefault(c => c is not null));
    }

    /// <summary>Nodes by which an entry point may be called: what answers, what exposes it, and the component that this is.</summary>
    private static IEnumerable<string> NodesOf(TargetGraph graph, EntryPoint entry)
    {
        var exposing = SettingMatches.ExposingNode(entry).Id;
        return new[] { entry.ComponentId, exposing, graph.Find(exposing)?.Id }.OfType<string>();
    }

    private static string PathOf(EntryPoint entry)
    {
        var hash = entry.Id.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? "" : entry.Id[(hash + 1)..];
    }

    /// <summary>Two ports of one workload stop together: they are one entry point, unless the user told them apart.</summary>
    private static EntryPoint[] OnePerAnswer(IEnumerable<EntryPoint> entries) =>
    [
        .. entries
            .GroupBy(e => (e.ComponentId, e.Kind, e.Name, e.Tier, e.Owner, e.Target))
            .Select(same => same.First() with { Evidence = [.. same.SelectMany(e => e.Evidence).Distinct()] }),
    ];

    /// <summary>A name that several entry points share says nothing: each gets what tells it apart, at worst its id.</summary>
    private static IEnumerable<EntryPoint> Distinguished(EntryPoint[] entries) => entries
        .GroupBy(e => e.Name, StringComparer.Ordinal)
        .SelectMany(same => same.Count() == 1 ? same : Qualified([.. same]));

    private static IEnumerable<EntryPoint> Qualified(EntryPoint[] same)
    {
        Func<EntryPoint, string>[] ways = [e => $"{ScopeOf(e.Id)}/{e.Name}", e => $"{e.Name}{PathOf(e)}", e => $"{e.Name} ({e.Id})"];
        var way = ways.First(w => w == ways[^1] || same.Select(w).Distinct(StringComparer.Ordinal).Count() == same.Length);
        return same.Select(e => e with { Name = way(e) });
    }

    /// <summary>Namespace or project of an id such as <c>k8s:shop/Ingress/web</c>.</summary>
    private static string ScopeOf(string id)
    {
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return slash > colon ? id[(colon + 1)..slash] : id;
    }
}
