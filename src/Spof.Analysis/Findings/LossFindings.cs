using System.Collections.Immutable;
using Spof.Analysis.CutSets;
using Spof.Analysis.Scenarios;
using Spof.Model;

namespace Spof.Analysis.Findings;

/// <summary>Findings about a single loss: SPOF7001, 7003, 7004, 7005 and 7006.</summary>
internal sealed class LossFindings
{
    private readonly TargetAnalysis _analysis;
    private readonly DeploymentTarget _target;
    private readonly ImmutableArray<EntryPoint> _entryPoints;
    private readonly EvidenceChain _evidence;
    private readonly ILookup<int, Dependency> _needs;

    public LossFindings(TargetAnalysis analysis, EvidenceChain evidence)
    {
        _analysis = analysis;
        _target = analysis.Index.Target;
        _entryPoints = _target.EntryPoints;
        _evidence = evidence;
        _needs = _target.Dependencies
            .Where(d => d.Strength != Strength.Soft && d.Phase != Phase.Startup)
            .ToLookup(d => analysis.Index.IndexOf(d.From));
    }

    public IEnumerable<Finding> All()
    {
        var unnamed = new Dictionary<string, List<(FailureClass Class, Impacts Impacts)>>(StringComparer.Ordinal);
        foreach (var (failureClass, nodeId, impacts) in Losses())
        {
            if (failureClass is FailureClass.Instance or FailureClass.ThirdParty)
            {
                yield return OfComponent(failureClass, nodeId, impacts);
            }
            else if (_analysis.Index.Domains.IndexOf(nodeId) >= 0)
            {
                yield return OfDomain(failureClass, nodeId, impacts);
            }
            else if (unnamed.TryGetValue(nodeId, out var classes))
            {
                classes.Add((failureClass, impacts));
            }
            else
            {
                unnamed.Add(nodeId, [(failureClass, impacts)]);
            }
        }

        foreach (var (nodeId, classes) in unnamed)
        {
            var certain = classes.Where(c => c.Impacts.Verdict == Verdict.Certain).ToArray();
            foreach (var (failureClass, impacts) in certain)
            {
                yield return OfUnnamedDomain([failureClass], nodeId, impacts);
            }

            // Where nothing constrains the instances, one note a component says so, for the smallest domain. A domain around one that
            // certainly stops the same is no question any more.
            var open = classes.Except(certain)
                .Where(c => certain.All(k => k.Class > c.Class) && !FallsWithNamed(nodeId, EventTable.KindOf(c.Class)))
                .OrderBy(c => c.Class).ToArray();
            if (open.Length > 0)
            {
                yield return OfUnnamedDomain([.. open.Select(c => c.Class)], nodeId, open[0].Impacts);
            }
        }
    }

    /// <summary>True where a named domain of a smaller kind takes the component with it.</summary>
    private bool FallsWithNamed(string nodeId, DomainKind kind)
    {
        var index = _analysis.Index;
        var component = index.IndexOf(nodeId);
        var threshold = LeafFamilies.DomainThreshold(_analysis.Solutions[Mode.Read].Favourable.Graph, component);
        for (var smaller = DomainKind.Host; smaller < kind; smaller++)
        {
            foreach (var layout in index.Shares[component].Layouts(smaller))
            {
                if (layout.Domains.Any(d => layout.LostWith(d, -1) >= threshold))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// Each loss that is worth a finding. A domain is where it stops one entry point that nothing in it stops alone; starting is not asked
    /// of domains.
    /// </summary>
    private IEnumerable<(FailureClass Class, string NodeId, Impacts Impacts)> Losses()
    {
        var alreadySaid = new AlreadySaid(_analysis);
        foreach (var loss in Impact.All(_analysis, order: 1).GroupBy(i => (i.Cut.Events[0].Class, i.Cut.Events[0].NodeId)))
        {
            var isDomain = loss.Key.Class > FailureClass.ThirdParty;
            var all = loss.Where(i => !isDomain || i.Mode != Mode.Start).ToArray();
            var own = all.Where(i => !isDomain || !alreadySaid.IsSaid(i)).ToArray();
            if (own.Length > 0)
            {
                yield return (loss.Key.Class, loss.Key.NodeId, Impacts.Of(_entryPoints, own, all));
            }
        }
    }

    private Finding OfComponent(FailureClass failureClass, string nodeId, Impacts impacts)
    {
        var component = _evidence.ComponentOf(nodeId)!;
        var onlyPrimary = impacts.All.All(i => i.Cut.Events[0].Role is not null);
        var isManual = onlyPrimary && component.Failover.Kind == FailoverKind.Manual;
        var startOnly = impacts.Modes is [Mode.Start];
        var lost = (onlyPrimary, failureClass, component.Instances.Min) switch
        {
            (true, _, _) => $"the primary of '{component.Name}'",
            (_, FailureClass.ThirdParty, _) => $"the third party '{component.Name}'",
            (_, _, > 1 and var n) => $"one of {n} instances of '{component.Name}'",
            _ => $"'{component.Name}'",
        };
        var until = isManual
            ? "until a person fails over" + (component.Failover.Seconds is { } s ? $" (about {Math.Ceiling(s / 60)} min)" : "")
            : null;
        var fix = startOnly ? Fixes.StartUp
            : isManual ? Fixes.ManualFailover
            : onlyPrimary ? Fixes.PrimaryWithoutFailover
            : component is { Replication: ReplicationStyle.Unknown, Instances.Min: > 1 } ? Fixes.UnknownReplication
            : failureClass == FailureClass.Instance && component.Instances.Min > 1 ? Fixes.EveryInstanceNeeded
            : component is { Kind: ComponentKind.Workload, Instances: { Min: 1, Max: > 1 } } ? Fixes.LowerBound
            : failureClass == FailureClass.ThirdParty ? Fixes.OfThirdParty(component)
            : component.Kind == ComponentKind.Workload && _target.Kind == TargetKind.Compose ? Fixes.ComposeWorkload
            : Fixes.OfSingleInstance(component.Kind);
        return Build(new Draft(isManual ? "SPOF7006" : "SPOF7001", failureClass, nodeId, component.Name, impacts, fix)
        {
            Message = Messages.Losing(lost, impacts.Modes, impacts.Verdict, impacts.StoppedNames, _entryPoints.Length, until),
            Properties = Properties(component),
        });
    }

    private Finding OfDomain(FailureClass failureClass, string nodeId, Impacts impacts)
    {
        var domain = _target.Domains.FirstOrDefault(d => d.Id == nodeId);
        var name = domain?.Name ?? nodeId[(nodeId.LastIndexOf('/') + 1)..];
        string[] deciding = [.. impacts.Told.Select(i => i.Cut.Witness[0]).Distinct()];
        var components = deciding.Select(c => $"'{_evidence.ComponentOf(c)!.Name}'").ToArray();
        return Build(new Draft(RuleOf(failureClass), failureClass, nodeId, name, impacts, Fixes.OfDomain(failureClass, _target.Kind))
        {
            Message = Messages.Losing(
                    $"{WordOf(failureClass)} '{name}'", impacts.Modes, impacts.Verdict, impacts.StoppedNames, _entryPoints.Length)
                + $" It takes too many instances of {Messages.Names(components)} with it.",
            Placed = impact => PlacementEvidence(impact.Cut.Witness[0], failureClass),
            Chain = PinnedTo(nodeId, deciding, impacts.Stopped),
        });
    }

    private Finding OfUnnamedDomain(ImmutableArray<FailureClass> classes, string nodeId, Impacts impacts)
    {
        var component = _evidence.ComponentOf(nodeId)!;
        var word = string.Join(" or ", classes.Select(WordOf));
        var certain = impacts.Verdict == Verdict.Certain;
        var placement = component.Placements.First(p => p.Kind == EventTable.KindOf(classes[0]) && p.Shares.IsEmpty);
        var lost = certain
            ? $"the {word} that holds {placement.Together.Min} of {component.Instances} instances of '{component.Name}'"
            : $"one {word} with several instances of '{component.Name}'";
        return Build(new Draft(RuleOf(classes[0]), classes[0], nodeId, component.Name, impacts, Fixes.OfDomain(classes[0], _target.Kind))
        {
            Message = Messages.Losing(lost, impacts.Modes, impacts.Verdict, impacts.StoppedNames, _entryPoints.Length)
                + (certain ? "" : $" Nothing keeps them on different {string.Join(" or ", classes.Select(c => WordOf(c) + "s"))}."),
            Placed = _ => placement.Evidence,
            Properties = Properties(component),
        });
    }

    private Finding Build(Draft draft)
    {
        var impacts = draft.Impacts;
        var (impact, level, confidence) = impacts.Leading(
            i => _evidence.ConfidenceOf(i.Cut.Witness, i.Mode, _entryPoints[i.EntryPoint], draft.Placed(i)),
            (i, tier, c) => Levels.OfSingle(draft.Class, i.Cut.Verdict, i.Mode, tier, c));
        var unknowns = impacts.Told.SelectMany(i => i.Cut.Unknowns).Distinct().ToImmutableArray();
        return new Finding
        {
            RuleId = draft.RuleId,
            Level = level,
            Message = draft.Message + Messages.NotKnown(unknowns),
            NodeId = draft.NodeId,
            NodeName = draft.NodeName,
            TargetId = _target.Id,
            TargetRole = _target.Role,
            Class = draft.Class,
            Modes = impacts.Modes,
            Stops = impacts.StoppedIds,
            Survives = impacts.SurvivorIds,
            Chain = draft.Chain ?? _evidence.Of(impact.Cut.Witness, impact.Mode, _entryPoints[impact.EntryPoint], draft.Placed(impact)),
            Witness = impact.Cut.Witness,
            Confidence = confidence,
            Verdict = impacts.Verdict,
            Fix = draft.Fix,
            Unknowns = unknowns,
            Fingerprint = Fingerprints.Of(draft.RuleId, draft.NodeId, Fingerprints.Discriminator(_target.Id, draft.Class)),
            Rank = Ranks.Of(
                level, impacts.Tier, impacts.Stopped.Length, _entryPoints.Length, draft.Class, confidence, _target.Role),
            Properties = draft.Properties.SetItem("tier", impacts.Tier.ToString()),
        };
    }

    private ImmutableArray<Evidence> PlacementEvidence(string componentId, FailureClass failureClass)
    {
        var kind = EventTable.KindOf(failureClass);
        var placements = _evidence.ComponentOf(componentId)!.Placements.Where(p => !p.Shares.IsEmpty && p.Kind <= kind);
        return placements.MaxBy(p => p.Kind)?.Evidence ?? [];
    }

    /// <summary>
    /// What puts the instances into the domain whose loss stops the entry points: first those that decide, then the others that fall with
    /// the domain by themselves and that the entry points need.
    /// </summary>
    private ImmutableArray<Evidence> PinnedTo(string domainId, IEnumerable<string> deciding, IEnumerable<int> entryPoints)
    {
        var index = _analysis.Index;
        var graph = _analysis.Solutions[Mode.Write].Favourable.Graph;
        var down = LostNodes.Of(index, [domainId]).DownIn(graph).Select(f => index.Components[graph.ComponentOf[f]].Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. deciding
                .Concat(NeededBy(entryPoints).Select(c => c.Id).Where(down.Contains).Order(StringComparer.Ordinal))
                .Distinct()
                .SelectMany(id => _evidence.ComponentOf(id)!.Placements)
                .Where(p => p.Shares.Any(s => s.DomainId == domainId))
                .SelectMany(p => p.Evidence)
                .Distinct(),
        ];
    }

    /// <summary>The components that answer, and what they need in turn to serve.</summary>
    private IEnumerable<Component> NeededBy(IEnumerable<int> entryPoints)
    {
        var index = _analysis.Index;
        var needed = new HashSet<int>();
        var open = new Stack<int>(entryPoints.Select(e => index.IndexOf(_entryPoints[e].ComponentId)));
        while (open.TryPop(out var component))
        {
            if (component < 0 || !needed.Add(component))
            {
                continue;
            }

            foreach (var dependency in _needs[component])
            {
                foreach (var target in dependency.Targets)
                {
                    open.Push(index.IndexOf(target));
                }
            }
        }

        return needed.Select(c => index.Components[c]);
    }

    private static ImmutableSortedDictionary<string, string> Properties(Component component)
    {
        var properties = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        properties.Add("componentKind", component.Kind.ToString());
        properties.Add("instances", component.Instances.ToString());
        if (component.Technology is { } technology)
        {
            properties.Add("technology", technology);
        }

        if (component.Failover.Seconds is { } seconds)
        {
            properties.Add("recoverySeconds", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return properties.ToImmutable();
    }

    private static string RuleOf(FailureClass failureClass) => failureClass switch
    {
        FailureClass.Host => "SPOF7003",
        FailureClass.Zone => "SPOF7004",
        _ => "SPOF7005",
    };

    private static string WordOf(FailureClass failureClass) => failureClass.ToString().ToLowerInvariant();

    private sealed record Draft(string RuleId, FailureClass Class, string NodeId, string NodeName, Impacts Impacts, string Fix)
    {
        public required string Message { get; init; }

        public Func<Impact, ImmutableArray<Evidence>> Placed { get; init; } = _ => [];

        /// <summary>The chain where it is not that of the witness.</summary>
        public ImmutableArray<Evidence>? Chain { get; init; }

        public ImmutableSortedDictionary<string, string> Properties { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
    }
}
