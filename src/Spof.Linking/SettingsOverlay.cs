using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking;

/// <summary>Applies what the user states in <c>spof.yml</c>; it wins over what was read.</summary>
internal static class SettingsOverlay
{
    public static void ApplyNodes(TargetGraph graph, SpofSettings settings)
    {
        foreach (var node in settings.Nodes)
        {
            foreach (var component in graph.Components.Where(c => IdPattern.Matches(node.Match, c)).ToArray())
            {
                if (node.Ignore)
                {
                    graph.Remove(component.Id);
                }
                else
                {
                    graph.Replace(Change(graph, component, node));
                }

                if (node.Fallback is "cache" or "queue")
                {
                    graph.ReplaceDependencies(d => d.Targets.Contains(component.Id) ? d with { Strength = Strength.Soft } : d);
                }
            }
        }
    }

    public static void ApplyLinks(TargetGraph graph, SpofSettings settings)
    {
        foreach (var link in settings.Links)
        {
            var evidence = new Evidence(EvidenceLayer.Config, link.At, $"links: {link.From} → {link.To}");
            foreach (var from in graph.Components.Where(c => IdPattern.Matches(link.From, c)).ToArray())
            {
                foreach (var to in graph.Components.Where(c => IdPattern.Matches(link.To, c)).ToArray())
                {
                    var found = false;
                    graph.ReplaceDependencies(d =>
                    {
                        if (d.From != from.Id || !d.Targets.Contains(to.Id))
                        {
                            return d;
                        }

                        found = true;
                        return link.Strength is { } strength ? d with { Strength = strength, Evidence = d.Evidence.Add(evidence), Unknowns = [] } : null;
                    });
                    if (!found && link.Strength is { } wanted)
                    {
                        graph.Add(new Dependency { From = from.Id, Targets = [to.Id], Strength = wanted, Evidence = [evidence] });
                    }
                }
            }
        }
    }

    /// <summary>Names, tiers, owners and targets for entry points that were found; others become entry points by being named.</summary>
    public static ImmutableArray<EntryPoint> ApplyEntryPoints(TargetGraph graph, ImmutableArray<EntryPoint> found, SpofSettings settings)
    {
        var result = found.ToList();
        foreach (var setting in settings.EntryPoints)
        {
            var evidence = new Evidence(EvidenceLayer.Config, setting.At, "entryPoints: " + setting.Name);
            var matched = false;
            for (var i = 0; i < result.Count; i++)
            {
                var hash = result[i].Id.IndexOf('#', StringComparison.Ordinal);
                var owner = hash < 0 ? result[i].Id : result[i].Id[..hash];
                var path = hash < 0 ? "" : result[i].Id[(hash + 1)..];
                var component = graph.Find(result[i].ComponentId)!;
                if ((IdPattern.Matches(setting.Node, owner) || IdPattern.Matches(setting.Node, result[i].Id) || IdPattern.Matches(setting.Node, component))
                    && (setting.Path is null || IdPattern.Matches(setting.Path, path)))
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

            if (!matched && setting.Path is null && graph.Components.FirstOrDefault(c => IdPattern.Matches(setting.Node, c)) is { } named)
            {
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
        }

        return [.. OnePerAnswer(result).OrderBy(e => e.Tier).ThenBy(e => e.Id, StringComparer.Ordinal)];
    }

    /// <summary>Two ports of one workload stop together: they are one entry point, unless the user told them apart.</summary>
    private static IEnumerable<EntryPoint> OnePerAnswer(IEnumerable<EntryPoint> entries) => entries
        .GroupBy(e => (e.ComponentId, e.Kind, e.Name, e.Tier, e.Owner, e.Target))
        .Select(same => same.First() with { Evidence = [.. same.SelectMany(e => e.Evidence).Distinct()] });

    private static Component Change(TargetGraph graph, Component component, NodeSetting node)
    {
        var evidence = new Evidence(EvidenceLayer.Config, node.At, "nodes: " + node.Match);
        var changed = component with { Evidence = component.Evidence.Add(evidence) };
        if (node.Replicas is { } replicas)
        {
            changed = changed with
            {
                Instances = Count.Exactly(replicas),
                Required = Count.Exactly(component.Replication == ReplicationStyle.Quorum ? (replicas / 2) + 1 : 1),
                Unknowns = [.. changed.Unknowns.Where(u => u.What is not ("instances" or "redundancy"))],
            };
        }

        if (node.Failover is { } failover)
        {
            changed = changed with
            {
                Failover = new Failover(failover),
                Replication = component.Kind.IsStore() && component.Replication is ReplicationStyle.None or ReplicationStyle.Unknown
                    ? ReplicationStyle.PrimaryReplica
                    : component.Replication,
                Unknowns = [.. changed.Unknowns.Where(u => u.What is not ("replication" or "failover"))],
            };
        }

        foreach (var (kind, names) in node.Domains)
        {
            var n = changed.Instances.Min ?? names.Length;
            var shares = names.Select((name, i) => new DomainShare(Placements.DomainId(kind, name), (n / names.Length) + (i < n % names.Length ? 1 : 0)));
            var placement = new Placement { Kind = kind, Shares = [.. shares.Where(s => s.Instances > 0)], Evidence = [evidence] };
            changed = changed with { Placements = [.. changed.Placements.Where(p => p.Kind != kind), placement] };
            foreach (var name in names)
            {
                graph.AddDomain(new Domain(Placements.DomainId(kind, name), kind, name, null, [evidence]));
            }
        }

        return changed;
    }
}
