using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking;

/// <summary>Applies what the user states in <c>spof.yml</c>; it wins over what was read.</summary>
internal sealed class SettingsOverlay(SpofSettings settings)
{
    private const string NoFallbackRule = "SPOF3001";

    private readonly SettingMatches _matches = new();
    private readonly HashSet<string> _withFallback = new(StringComparer.Ordinal);

    public void ApplyNodes(TargetGraph graph)
    {
        var fallbacks = new Dictionary<string, NodeSetting>(StringComparer.Ordinal);
        foreach (var node in settings.Nodes)
        {
            var ids = Find(graph, node.At, node.Match);
            if (node.Ignore)
            {
                _matches.Ignore(node.At, ids.Select(graph.Find).OfType<Component>());
                graph.Remove(ids.ToHashSet(StringComparer.Ordinal));
                continue;
            }

            foreach (var id in ids)
            {
                graph.Replace(Change(graph, graph.Find(id)!, node));
                if (node.Fallback is not null)
                {
                    fallbacks[id] = node;
                }
            }
        }

        ApplyFallbacks(graph, fallbacks);
    }

    public void ApplyLinks(TargetGraph graph)
    {
        foreach (var link in settings.Links)
        {
            var evidence = new Evidence(EvidenceLayer.Config, link.At, $"links: {link.From} → {link.To}");
            var from = Find(graph, link.At, link.From).ToHashSet(StringComparer.Ordinal);
            if (from.Count > 0 && link.Strength is not null)
            {
                AddOutside(graph, link, evidence);
            }

            var to = Find(graph, link.At, link.To).ToHashSet(StringComparer.Ordinal);
            if (link.Strength is not { } strength)
            {
                graph.ReplaceDependencies(d => from.Contains(d.From) && d.Targets.Any(to.Contains) ? null : d);
                continue;
            }

            var found = new HashSet<(string From, string To)>();
            graph.ReplaceDependencies(d =>
            {
                var meant = from.Contains(d.From) ? d.Targets.Where(to.Contains).ToArray() : [];
                found.UnionWith(meant.Select(t => (d.From, t)));
                return meant.Length > 0 ? d with { Strength = strength, Evidence = d.Evidence.Add(evidence), Unknowns = [] } : d;
            });
            foreach (var missing in from.SelectMany(_ => to, (f, t) => (From: f, To: t)).Where(pair => !found.Contains(pair)))
            {
                graph.Add(new Dependency { From = missing.From, Targets = [missing.To], Strength = strength, Evidence = [evidence] });
            }
        }
    }

    public ImmutableArray<EntryPoint> ApplyEntryPoints(TargetGraph graph, ImmutableArray<EntryPoint> found) =>
        StatedEntryPoints.Apply(graph, found, settings, _matches);

    /// <summary>True where the rule says that a client has no fallback and the user states one for its host.</summary>
    public bool Contradicts(CodeFinding finding) =>
        finding.RuleId == NoFallbackRule
        && (_withFallback.Contains(finding.NodeId) || (finding.Properties.TryGetValue("host", out var host) && _withFallback.Contains("host:" + host)));

    /// <summary>Statements that apply to nothing; asked when every target is linked.</summary>
    public IEnumerable<Remark> Unmatched(IEnumerable<DeploymentTarget> targets) => _matches.Unmatched(settings, targets);

    /// <summary>A substitute takes the edge out of the way only if it stands in for every target of it.</summary>
    private void ApplyFallbacks(TargetGraph graph, Dictionary<string, NodeSetting> fallbacks)
    {
        foreach (var (id, node) in fallbacks.Where(f => f.Value.Fallback != FallbackKind.None))
        {
            _withFallback.UnionWith(graph.Find(id)!.Aliases.Prepend(id));
        }

        graph.ReplaceDependencies(d =>
        {
            var stated = d.Targets.Select(t => fallbacks.GetValueOrDefault(graph.Find(t)?.Id ?? t)).ToArray();
            if (stated.Contains(null) || stated.Length == 0)
            {
                return d;
            }

            return d with
            {
                Strength = stated.All(s => s!.Fallback != FallbackKind.None) ? Strength.Soft : Strength.Hard,
                Evidence = [.. d.Evidence, .. stated.Select(s => new Evidence(EvidenceLayer.Config, s!.At, $"nodes: {s.Match}, fallback: {s.Fallback.ToString()!.ToLowerInvariant()}")).Distinct()],
                Unknowns = [],
            };
        });
    }

    /// <summary>A host that the scan did not find is there because the user says so.</summary>
    private static void AddOutside(TargetGraph graph, LinkSetting link, Evidence evidence)
    {
        const string Host = "host:";
        if (link.To.StartsWith(Host, StringComparison.Ordinal) && link.To.Length > Host.Length && !IdPattern.IsPattern(link.To))
        {
            ExternalHosts.GetOrAddStated(graph, link.To[Host.Length..], evidence);
        }
    }

    private ImmutableArray<string> Find(TargetGraph graph, SourcePosition at, string text) =>
        _matches.Find(graph.Declaration.Id, [.. graph.Components.Select(NamedNode.Of)], at, text);

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
