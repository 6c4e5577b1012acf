using Spof.Model;

namespace Spof.Tool.Scanning;

/// <summary>Levels that the user sets for rules win over computed ones; the most specific pattern wins.</summary>
internal static class Levels
{
    public static Assessment Apply(Assessment assessment, SpofSettings settings)
    {
        if (settings.Rules.IsEmpty)
        {
            return assessment;
        }

        var rules = settings.Rules.OrderByDescending(r => r.Pattern.TrimEnd('*').Length).ToArray();
        return assessment with
        {
            Findings = [.. assessment.Findings.Select(f => rules.FirstOrDefault(r => r.Covers(f.RuleId)) is { } rule ? f with { Level = rule.Level } : f)],
        };
    }
}
