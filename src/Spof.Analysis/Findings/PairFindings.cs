using System.Collections.Immutable;
using Spof.Analysis.CutSets;
using Spof.Analysis.Graphs;
using Spof.Model;

namespace Spof.Analysis.Findings;

/// <summary>
/// SPOF7002: two losses that together stop an entry point and that may well come together. <c>spof.json</c> holds every pair; a
/// finding is made only of certain ones where
/// <list type="bullet">
/// <item>both are third parties: nobody here can repair either of them, or</item>
/// <item>one is a copy of a store whose standby takes over by hand: until a person has acted, the next loss meets no spare, or</item>
/// <item>they are two components with one instance each and nothing keeps them apart.</item>
/// </list>
/// </summary>
internal sealed class PairFindings
{
    private const string RuleId = "SPOF7002";
    private readonly TargetAnalysis _analysis;
    private readonly DeploymentTarget _target;
    private readonly TargetIndex _index;
    private readonly ImmutableArray<EntryPoint> _entryPoints;
    private readonly EvidenceChain _evidence;

    public PairFindings(TargetAnalysis analysis, EvidenceChain evidence)
    {
        _analysis = analysis;
        _index = analysis.Index;
        _target = analysis.Index.Target;
        _entryPoints = _target.EntryPoints;
        _evidence = evidence;
    }

    public IEnumerable<Finding> All()
    {
        var serving = Impact.All(_analysis, order: 2).Where(i => i.Mode != Mode.Start).ToArray();
        var pairs = serving.ToLookup(NodesOf);
        var singles = Impact.All(_analysis, order: 1)
            .Where(i => i.Mode != Mode.Start && i.Cut.Events[0].Class <= FailureClass.ThirdParty)
            .ToLookup(i => i.Cut.Events[0].NodeId, StringComparer.Ordinal);
        return serving
            .Where(i => i.Cut.Verdict == Verdict.Certain && IsPlausible(i.Cut))
            .GroupBy(NodesOf)
            .Select(own => OfPair(
                own.Key.First, own.Key.Second, Impacts.Of(_entryPoints, [.. own], [.. pairs[own.Key], .. singles[own.Key.First].Union(singles[own.Key.Second])])));

        static (string First, string Second) NodesOf(Impact impact) => (impact.Cut.Events[0].NodeId, impact.Cut.Events[^1].NodeId);
    }

    private bool IsPlausible(CutSet cut)
    {
        var (a, b) = (cut.Events[0], cut.Events[^1]);
        if (a.Class > FailureClass.ThirdParty)
        {
            return false;
        }

        if (a.Class == FailureClass.ThirdParty || b.Class == FailureClass.ThirdParty)
        {
            return a.Class == b.Class;
        }

        var (first, second) = (_evidence.ComponentOf(a.NodeId)!, _evidence.ComponentOf(b.NodeId)!);
        if (IsRepairedByHand(first) || IsRepairedByHand(second))
        {
            return true;
        }

        return first.Id != second.Id && first.Instances.Min == 1 && second.Instances.Min == 1 && !AreKeptApart(first, second);
    }

    private static bool IsRepairedByHand(Component component) =>
        component.Replication == ReplicationStyle.PrimaryReplica && component.Failover.Kind is FailoverKind.None or FailoverKind.Manual;

    private bool AreKeptApart(Component first, Component second)
    {
        var (a, b) = (_index.Shares[_index.IndexOf(first.Id)], _index.Shares[_index.IndexOf(second.Id)]);
        foreach (var kind in (ReadOnlySpan<DomainKind>)[DomainKind.Host, DomainKind.Zone])
        {
            foreach (var layout in a.Layouts(kind))
            {
                foreach (var other in b.Layouts(kind))
                {
                    if (layout.IsComplete && other.IsComplete && !layout.Domains.Intersect(other.Domains).Any())
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private Finding OfPair(string first, string second, Impacts impacts)
    {
        var (a, b) = (_evidence.ComponentOf(first)!, _evidence.ComponentOf(second)!);
        var failureClass = impacts.Own[0].Cut.Events[0].Class;
        Evidence[] declared = [.. a.Evidence.Take(1), .. b.Evidence.Take(1)];
        var (impact, level, confidence) = impacts.Leading(
            i => _evidence.ConfidenceOf(i.Cut.Witness, i.Mode, _entryPoints[i.EntryPoint], declared),
            (_, tier, c) => Levels.OfPair(tier, c));
        var lost = first == second ? $"two instances of '{a.Name}'" : $"'{a.Name}' and '{b.Name}' together";
        var nodeId = first == second ? first : $"{first}+{second}";
        return new Finding
        {
            RuleId = RuleId,
            Level = level,
            Message = Messages.Losing(lost, impacts.Modes, Verdict.Certain, impacts.StoppedNames, _entryPoints.Length),
            NodeId = nodeId,
            NodeName = first == second ? a.Name : $"{a.Name} and {b.Name}",
            TargetId = _target.Id,
            TargetRole = _target.Role,
            Class = failureClass,
            Modes = impacts.Modes,
            Nodes = [first, second],
            Stops = impacts.StoppedIds,
            Survives = impacts.SurvivorIds,
            Chain = _evidence.Of(impact.Cut.Witness, impact.Mode, _entryPoints[impact.EntryPoint], declared),
            Witness = impact.Cut.Witness,
            Confidence = confidence,
            Verdict = Verdict.Certain,
            Fix = failureClass == FailureClass.ThirdParty ? Fixes.PairOfThirdParties
                : IsRepairedByHand(a) || IsRepairedByHand(b) ? Fixes.ManualFailover
                : Fixes.Pair,
            Fingerprint = Fingerprints.Of(RuleId, nodeId, Fingerprints.Discriminator(_target.Id, failureClass)),
            Rank = Ranks.Of(
                level, impacts.Tier, impacts.Stopped.Length, _entryPoints.Length, failureClass, confidence, _target.Role),
        };
    }
}
