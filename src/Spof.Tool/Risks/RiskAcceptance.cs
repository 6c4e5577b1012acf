using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Tool.Risks;

/// <summary>Marks findings whose risk someone took. They stay in the result; an acceptance that ended brings its finding back.</summary>
internal static class RiskAcceptance
{
    /// <summary>Days after the end in which a finding is a warning at most, so that no build breaks on an arbitrary morning.</summary>
    private const int GraceDays = 14;

    /// <summary>Where findings of the code alone are filed.</summary>
    private const string CodeAlone = "";

    public static Assessment Apply(Assessment assessment, AcceptedRisks risks, DateOnly today)
    {
        var findings = assessment.Findings.ToArray();
        var remarks = risks.Remarks.ToList();
        var nodes = NodesByTarget(assessment);
        var taken = new Dictionary<int, RiskEntry>();
        foreach (var entry in risks.Entries)
        {
            try
            {
                if (Note(entry, Accept(assessment, findings, taken, nodes, entry, today)) is { } note)
                {
                    remarks.Add(note);
                }
            }
            catch (SettingsException problem)
            {
                remarks.Add(AcceptedRisks.Void(problem));
            }
        }

        for (var i = 0; i < findings.Length && !risks.IsIgnored; i++)
        {
            if (!taken.ContainsKey(i) && findings[i].Stated is { } stated)
            {
                try
                {
                    findings[i] = With(findings[i], StatedRisk.Of(stated, findings[i], today), today);
                }
                catch (SettingsException problem)
                {
                    remarks.Add(AcceptedRisks.Void(problem));
                }
            }
        }

        return assessment with
        {
            Findings = [.. findings],
            System = assessment.System with { Remarks = [.. assessment.System.Remarks.Concat(remarks).OrderBy(r => r.At)] },
        };
    }

    /// <returns>How many findings the entry is about, the entry points that it leaves out, and another entry about the same finding.</returns>
    private static (int Found, ImmutableArray<string> LeftOut, RiskEntry? Other) Accept(
        Assessment assessment, Finding[] findings, Dictionary<int, RiskEntry> taken, Dictionary<string, NamedNode[]> nodes, RiskEntry entry, DateOnly today)
    {
        var meant = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        var about = new List<int>();
        for (var i = 0; i < findings.Length; i++)
        {
            if (IsAbout(findings[i], entry) && (entry.Node is not { } node || findings[i].NodeId == node || MeantIn(findings[i].TargetId ?? CodeAlone).Contains(findings[i].NodeId)))
            {
                about.Add(i);
            }
        }

        if (entry.Rule is null && about.Count > 1)
        {
            throw new SettingsException(entry.At, $"'finding' {entry.Finding} fits {about.Count} findings; give more digits");
        }

        var leftOut = ImmutableArray.CreateBuilder<string>();
        RiskEntry? other = null;
        foreach (var i in about)
        {
            var open = StopsBeyond(assessment.System, findings[i], entry).ToArray();
            leftOut.AddRange(open);
            if (open.Length > 0)
            {
                continue;
            }

            var isRepeated = taken.TryGetValue(i, out var earlier);
            other ??= earlier;
            if (!isRepeated || entry.Until > earlier!.Until)
            {
                taken[i] = entry;
                findings[i] = With(assessment.Findings[i], entry, today);
            }
        }

        return (about.Count, leftOut.ToImmutable(), other);

        ImmutableArray<string> MeantIn(string target)
        {
            if (!meant.TryGetValue(target, out var ids))
            {
                meant.Add(target, ids = NodeNames.Find(nodes[target], entry.Node!));
            }

            return ids.Length <= 1
                ? ids
                : throw new SettingsException(entry.At, $"'node' {entry.Node} fits several nodes{(target.Length > 0 ? " of " + target : "")}: {string.Join(", ", ids)}");
        }
    }

    private static Remark? Note(RiskEntry entry, (int Found, ImmutableArray<string> LeftOut, RiskEntry? Other) accepted) =>
        accepted.Found == 0 ? new Remark(entry.At, $"the acceptance of {entry.Subject} is stale: there is no such finding; remove the entry", IsError: false)
        : accepted.LeftOut.Length > 0 ? new Remark(entry.At, $"the acceptance of {entry.Subject} does not cover {string.Join(", ", accepted.LeftOut.Distinct())}; the finding stands", IsError: false)
        : accepted.Other is { } other ? new Remark(entry.At, $"the acceptance of {entry.Subject} repeats that of {other.Subject} ({other.At}); the one with the later day counts", IsError: false)
        : null;

    private static bool IsAbout(Finding finding, RiskEntry entry) =>
        (entry.Finding is null || finding.Fingerprint.StartsWith(entry.Finding, StringComparison.OrdinalIgnoreCase))
        && (entry.Rule is null || finding.RuleId.Equals(entry.Rule, StringComparison.OrdinalIgnoreCase));

    /// <summary>What a node may be called in each target; pairs and findings of the code are about nodes that are no components.</summary>
    private static Dictionary<string, NamedNode[]> NodesByTarget(Assessment assessment)
    {
        var targets = assessment.System.Targets.ToDictionary(t => t.Id, StringComparer.Ordinal);
        return assessment.Findings
            .GroupBy(f => f.TargetId ?? CodeAlone, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => (targets.TryGetValue(g.Key, out var target) ? NamedNode.Of(target) : [])
                    .Concat(g.Select(f => new NamedNode(f.NodeId, f.NodeName, [])))
                    .DistinctBy(n => n.Id)
                    .ToArray(),
                StringComparer.Ordinal);
    }

    /// <summary>Names of the entry points that the finding stops and the entry does not speak of.</summary>
    private static IEnumerable<string> StopsBeyond(SystemModel system, Finding finding, RiskEntry entry)
    {
        var entryPoints = system.Targets.FirstOrDefault(t => t.Id == finding.TargetId)?.EntryPoints ?? [];
        return entry.EntryPoints.IsEmpty ? [] : finding.Stops
            .Select(id => (Id: id, Name: entryPoints.FirstOrDefault(e => e.Id == id)?.Name ?? id))
            .Where(e => !entry.EntryPoints.Contains(e.Id) && !entry.EntryPoints.Contains(e.Name))
            .Select(e => e.Name);
    }

    private static Finding With(Finding finding, RiskEntry entry, DateOnly today)
    {
        var late = today.DayNumber - entry.Until.DayNumber;
        var state = late <= 0 ? AcceptanceState.Accepted : late <= GraceDays ? AcceptanceState.Grace : AcceptanceState.Expired;
        return finding with
        {
            Acceptance = new Acceptance(state, entry.Owner, entry.Reason, entry.Until, entry.Ticket, entry.At),
            Message = state == AcceptanceState.Accepted ? finding.Message : $"{finding.Message} It was accepted by {entry.Owner} until {entry.Until:yyyy-MM-dd}.",
            Level = state == AcceptanceState.Grace && finding.Level > FindingLevel.Warning ? FindingLevel.Warning : finding.Level,
        };
    }
}
