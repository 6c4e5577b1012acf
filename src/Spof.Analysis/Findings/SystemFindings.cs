using System.Collections.Immutable;
using Spof.Analysis.CutSets;
using Spof.Model;

namespace Spof.Analysis.Findings;

/// <summary>Everything worth saying about an analysed system, ranked.</summary>
internal static class SystemFindings
{
    public static ImmutableArray<Finding> Of(SystemModel system, IEnumerable<TargetAnalysis> targets)
    {
        var projects = system.Projects.ToLookup(p => p.Id, StringComparer.Ordinal);
        var found = new List<Finding>();
        foreach (var target in targets)
        {
            var evidence = new EvidenceChain(target.Index);
            found.AddRange(new LossFindings(target, evidence).All());
            found.AddRange(new PairFindings(target, evidence).All());
            found.AddRange(new StateFindings(target, projects).All());
        }

        return
        [
            .. CodeRuleFindings.Join(system, found)
                .OrderByDescending(f => f.Rank)
                .ThenBy(f => f.RuleId, StringComparer.Ordinal)
                .ThenBy(f => f.NodeId, StringComparer.Ordinal)
                .ThenBy(f => f.TargetId, StringComparer.Ordinal)
                .ThenBy(f => f.Fingerprint, StringComparer.Ordinal),
        ];
    }
}
