using Spof.Model;

namespace Spof.Reporting;

/// <summary>One finding in full: what is wrong, why it can stop the system, how to fix it, how to accept it, and the rule behind it.</summary>
public sealed class FindingReport(TextWriter output, Assessment assessment, Finding finding)
{
    public void Write()
    {
        var page = RuleBook.Find(finding.RuleId);
        var target = assessment.System.Targets.FirstOrDefault(t => t.Id == finding.TargetId);
        output.WriteLine($"{Words.Of(finding.Level)} {finding.RuleId} {finding.Fingerprint}: {page?.Title ?? finding.RuleId}");
        output.WriteLine();
        output.WriteLine(SafeText.Of(finding.Message, 2000));
        output.WriteLine();
        if (target is not null)
        {
            output.WriteLine($"Target      {SafeText.Of(target.Id)}{Words.Of(target.Role)}");
        }

        output.WriteLine($"Node        {SafeText.Of(finding.NodeId)}");
        output.WriteLine($"Confidence  {finding.Confidence}, {Words.Of(finding.Verdict)}");
        if (finding.Modes.Length > 0)
        {
            output.WriteLine($"Modes       {string.Join(", ", finding.Modes.Select(Words.Of))}");
        }

        WriteList("Stops", finding.Stops.Select(id => Name(target, id)));
        WriteList("Not stopped", finding.Survives.Select(id => Name(target, id)));
        WriteList("How the failure travels", finding.Witness.IsEmpty ? [] : [string.Join(" → ", finding.Witness)]);
        WriteList("Evidence", finding.Chain.Select(e => $"{Words.Of(e.Layer),-8} {e.At}  {e.Text}{(e.How == Certainty.Declared ? "" : $"  ({Words.Of(e.How)})")}"));
        WriteList("Unknown", finding.Unknowns.Select(Words.Of));
        WriteList("Fix", [finding.Fix]);
        if (page is not null && page.Sections.TryGetValue("When to accept", out var accept))
        {
            WriteList("When to accept", accept.Split('\n'));
        }

        WriteList("How to accept", HowToAccept());
        output.WriteLine();
        output.WriteLine($"More: spof explain {finding.RuleId}");
    }

    private IEnumerable<string> HowToAccept() => finding.Acceptance is { State: AcceptanceState.Accepted } taken
        ? ["Accepted " + Words.Of(taken)]
        :
        [
            "In .spof/risks.yml, with a last day within a year:",
            $"- finding: {finding.Fingerprint}",
            "  owner: WHO ANSWERS FOR IT",
            "  reason: WHY IT IS TAKEN",
            "  until: YYYY-MM-DD",
        ];

    private static string Name(DeploymentTarget? target, string entryId) =>
        target?.EntryPoints.FirstOrDefault(e => e.Id == entryId) is { } entry && entry.Name != entryId ? $"{entry.Name} ({entryId})" : entryId;

    private void WriteList(string heading, IEnumerable<string> lines)
    {
        var all = lines.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(heading);
        foreach (var line in all)
        {
            output.WriteLine("  " + SafeText.Of(line, 2000));
        }
    }
}
