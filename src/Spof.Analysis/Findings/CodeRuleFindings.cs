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
        var aboutThirdParty = ThirdPartiesByName(system, findings);
        var alone = new List<CodeFinding>();
        foreach (var code in system.CodeFindings)
        {
            var isJudged = false;
            foreach (var i in code.RuleId == ThirdPartyClient ? NamesIn(code).SelectMany(name => aboutThirdParty[name]).Distinct() : [])
            {
                findings[i] = findings[i] with { Chain = [.. findings[i].Chain.Concat(code.Evidence).Distinct().OrderBy(e => e.Layer)] };
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

    /// <summary>Positions of the findings about the loss of a third party, by every id that it has.</summary>
    private static ILookup<string, int> ThirdPartiesByName(SystemModel system, Finding[] findings)
    {
        var aliases = system.Targets
            .SelectMany(t => t.Components.Where(c => c.Kind == ComponentKind.ThirdParty).Select(c => (Target: t.Id, Component: c)))
            .ToLookup(x => (x.Target, x.Component.Id), x => x.Component.Aliases);
        return Enumerable.Range(0, findings.Length)
            .Where(i => findings[i] is { RuleId: "SPOF7001", Class: FailureClass.ThirdParty })
            .SelectMany(i => aliases[(findings[i].TargetId!, findings[i].NodeId)].SelectMany(a => a).Prepend(findings[i].NodeId).Select(name => (Name: name, Finding: i)))
            .ToLookup(x => x.Name, x => x.Finding, StringComparer.Ordinal);
    }

    private static IEnumerable<string> NamesIn(CodeFinding code) =>
        code.Properties.TryGetValue("host", out var host) ? [code.NodeId, "host:" + host] : [code.NodeId];

    private static IEnumerable<Finding> PassOn(List<CodeFinding> findings)
    {
        var groups = findings
            .GroupBy(f => (f.RuleId, f.NodeId, f.ProjectId))
            .Select(g => g.OrderBy(f => f.Evidence.FirstOrDefault()?.At).ThenBy(f => f.Message, StringComparer.Ordinal));
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
        var confidence = Confidences.Of(code.Evidence);
        return new Finding
        {
            RuleId = code.RuleId,
            Level = code.Level,
            Message = code.Message,
            NodeId = code.NodeId,
            NodeName = code.Properties.TryGetValue("clientName", out var name)
                ? name
                : code.NodeId[(code.NodeId.LastIndexOfAny(['/', ':']) + 1)..],
            Chain = code.Evidence,
            Confidence = confidence,
            Verdict = Verdict.Certain,
            Fix = code.Fix,
            Fingerprint = Fingerprints.Of(code.RuleId, code.NodeId, number == 1 ? code.ProjectId : $"{code.ProjectId}#{number}"),
            Rank = Ranks.OfCode(code.Level, confidence),
            Properties = code.Properties.SetItem("project", code.ProjectId),
            Stated = code.Stated,
        };
    }
}
