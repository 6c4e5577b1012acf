using Spof.Analysis.Graphs;
using Spof.Model;

namespace Spof.Analysis.Findings;

/// <summary>
/// Joins what the code rules found with what the system rules found. A third-party client without resilience (SPOF3001) is one more
/// hop of the finding that its third party stops an entry point; everything else stands alone.
/// </summary>
internal static class CodeRuleFindings
{
    private const string ThirdPartyClient = "SPOF3001";

    public static IEnumerable<Finding> Join(SystemModel system, IReadOnlyList<Finding> systemFindings)
    {
        var findings = systemFindings.ToArray();
        var alone = new List<CodeFinding>();
        foreach (var code in system.CodeFindings.OrEmpty())
        {
            var isJudged = false;
            for (var i = 0; code.RuleId == ThirdPartyClient && i < findings.Length; i++)
            {
                if (!IsAbout(findings[i], code, system))
                {
                    continue;
                }

                findings[i] = findings[i] with
                {
                    Chain = [.. findings[i].Chain.Concat(code.Evidence.OrEmpty()).Distinct().OrderBy(e => e.Layer)],
                };
                isJudged |= findings[i].TargetRole == TargetRole.Judged;
            }

            // The gate ignores development targets, so a hop in one of those alone would hide the code finding.
            if (!isJudged)
            {
                alone.Add(code);
            }
        }

        return findings.Concat(PassOn(alone));
    }

    private static bool IsAbout(Finding finding, CodeFinding code, SystemModel system)
    {
        if (finding.RuleId != "SPOF7001" || finding.Class != FailureClass.ThirdParty)
        {
            return false;
        }

        var host = code.Properties.TryGetValue("host", out var h) ? "host:" + h : null;
        if (finding.NodeId == code.NodeId || finding.NodeId == host)
        {
            return true;
        }

        var component = system.Targets.OrEmpty()
            .FirstOrDefault(t => t.Id == finding.TargetId)?.Components.OrEmpty()
            .FirstOrDefault(c => c.Id == finding.NodeId);
        return component is not null
            && (component.Aliases.OrEmpty().Contains(code.NodeId) || (host is not null && component.Aliases.OrEmpty().Contains(host)));
    }

    private static IEnumerable<Finding> PassOn(List<CodeFinding> findings)
    {
        var groups = findings
            .GroupBy(f => (f.RuleId, f.NodeId, f.ProjectId))
            .Select(g => g.OrderBy(f => f.Evidence.OrEmpty().FirstOrDefault()?.At).ThenBy(f => f.Message, StringComparer.Ordinal));
        foreach (var group in groups)
        {
            var number = 0;
            foreach (var finding in group)
            {
                yield return Of(finding, ++number);
            }
        }
    }

    // Several findings of one rule about one node are told apart by their order, which moving the file as a whole keeps.
    private static Finding Of(CodeFinding code, int number)
    {
        var confidence = Confidences.Of(code.Evidence.OrEmpty());
        return new Finding
        {
            RuleId = code.RuleId,
            Level = code.Level,
            Message = code.Message,
            NodeId = code.NodeId,
            NodeName = code.Properties.TryGetValue("clientName", out var name)
                ? name
                : code.NodeId[(code.NodeId.LastIndexOfAny(['/', ':']) + 1)..],
            Chain = code.Evidence.OrEmpty(),
            Confidence = confidence,
            Verdict = Verdict.Certain,
            Fix = code.Fix,
            Fingerprint = Fingerprints.Of(code.RuleId, code.NodeId, number == 1 ? code.ProjectId : $"{code.ProjectId}#{number}"),
            Rank = Ranks.OfCode(code.Level, confidence),
            Properties = code.Properties.SetItem("project", code.ProjectId),
        };
    }
}
