using Spof.Model;

namespace Spof.Reporting;

/// <summary>How much a text report shows.</summary>
public enum TextDetail
{
    /// <summary>Nothing when there is nothing to report.</summary>
    Quiet,

    /// <summary>The verdict, and one line for each error and warning.</summary>
    Minimal,

    /// <summary>Errors and warnings with their chains, notes by number.</summary>
    Normal,

    /// <summary>Everything, with notes, accepted risks, gaps, unknowns and assumptions.</summary>
    Detailed,

    /// <summary>Also every file that was read and every link that was made, with what it rests on.</summary>
    Diagnostic,
}

/// <summary>The answer as a person reads it in a terminal: what was read, verdict, ranked list, coverage, next command.</summary>
public sealed class TextReport(TextWriter output, Assessment assessment, string toolVersion, TextDetail detail, NextCommands? commands = null)
{
    private const int Width = 80;
    private const string Indent = "       ";

    private readonly NextCommands _commands = commands ?? NextCommands.Default;
    private readonly SystemModel _system = assessment.System;
    private readonly Dictionary<(string? Target, string Id), Component> _components = assessment.System.Targets
        .SelectMany(t => t.Components.SelectMany(c => c.Aliases.Append(c.Id).Select(id => (Key: ((string?)t.Id, id), Component: c))))
        .DistinctBy(c => c.Key)
        .ToDictionary(c => c.Key, c => c.Component);

    private readonly bool _hasSeveralTargets = assessment.System.Targets.Count(t => t.Role == TargetRole.Judged) > 1;

    public void Write()
    {
        var judged = assessment.Findings.Where(f => f.TargetRole == TargetRole.Judged).ToArray();
        if (detail == TextDetail.Quiet && !judged.Any(f => f.Level >= FindingLevel.Warning))
        {
            return;
        }

        WriteHead();
        WriteVerdict(judged);
        var shown = judged.Where(f => !f.IsAccepted && (f.Level >= FindingLevel.Warning || (detail >= TextDetail.Detailed && f.Level == FindingLevel.Note))).ToArray();
        if (detail == TextDetail.Minimal)
        {
            WriteLines(shown);
            WriteRemarks();
            WriteCoverage();
            return;
        }

        foreach (var finding in shown)
        {
            Write(finding);
        }

        WriteNotes(judged);
        WriteAccepted(judged);
        WriteRemarks();
        WriteDevelopmentTargets();
        WriteCoverage();
        if (detail == TextDetail.Diagnostic)
        {
            WriteInputs();
            WriteLinks();
        }
    }

    private void WriteHead()
    {
        var manifests = _system.Inputs.Where(i => i.Format != "C# project").GroupBy(i => i.Format, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToArray();
        var formats = manifests.Length == 0 ? "" : $" ({string.Join(", ", manifests.Select(g => $"{g.Key} {g.Count()}"))})";
        output.WriteLine($"spof {toolVersion}  {SafeText.Of(_system.Name)}  {Words.Count(_system.Projects.Length, "project", "projects")}, "
            + $"{Words.Count(manifests.Sum(g => g.Count()), "manifest", "manifests")}{formats}");
        output.WriteLine();
    }

    private void WriteVerdict(Finding[] judged)
    {
        var open = judged.Where(f => f is { IsAccepted: false, Level: > FindingLevel.None, Verdict: Verdict.Certain }).ToArray();
        var accepted = judged.Count(f => f.IsAccepted);
        var startOnly = open.Count(f => f.RuleId == "SPOF7001" && f.Modes.SequenceEqual([Mode.Start]));
        var points = open.Count(IsSinglePoint) - startOnly;
        var domains = open.Count(f => f.RuleId is "SPOF7003" or "SPOF7004" or "SPOF7005");
        var pairs = open.Count(f => f.RuleId == "SPOF7002");
        var targets = _system.Targets.Where(t => t.Role == TargetRole.Judged).ToArray();
        var entries = targets.Sum(t => t.EntryPoints.Length);
        output.WriteLine(targets.Length == 0
            ? "No deployment target was found."
            : $"{Words.Count(points, "single point of failure", "single points of failure")}{(startOnly > 0 ? $" and {startOnly} at start" : "")}, "
                + $"{Words.Count(domains, "single failure domain", "single failure domains")}, {Words.Count(pairs, "weak pair", "weak pairs")}{(accepted > 0 ? $", {accepted} accepted" : "")}."
                + $"   Entry points: {entries}");
        foreach (var target in targets)
        {
            output.WriteLine($"Target {SafeText.Of(target.Id)}: {Words.List(target.EntryPoints.Select(e => SafeText.Of(e.Name)), 8)}");
        }

        output.WriteLine();
    }

    private void Write(Finding finding)
    {
        var component = _components.GetValueOrDefault((finding.TargetId, finding.NodeId));
        var what = component is null ? finding.Class is { } c ? $"  ({Words.Of(c)})" : "" : Words.Describe(component) is { Length: > 0 } words ? $"  ({words})" : "";
        var where = _hasSeveralTargets ? "  in " + SafeText.Of(finding.TargetId ?? "code") : "";
        var head = $"{Words.Of(finding.Level),-5}  {SafeText.Of(finding.NodeName)}{what}{where}";
        output.WriteLine(head + new string(' ', Math.Max(2, Width - head.Length - finding.RuleId.Length)) + finding.RuleId);
        if (finding.Class is null || finding.Modes.IsEmpty)
        {
            WriteWrapped("", finding.Message);
        }
        else
        {
            var modes = finding.Modes.Length is 0 or 2 && !finding.Modes.Contains(Mode.Start) ? "" : $" ({string.Join(", ", finding.Modes.Select(Words.Of))})";
            WriteWrapped("stops: ", Names(finding, finding.Stops) + modes);
            if (!finding.Survives.IsEmpty)
            {
                WriteWrapped("not stopped: ", Names(finding, finding.Survives));
            }
        }

        var places = finding.Chain.Select(e => e.At.ToString()).ToArray();
        var width = Math.Clamp(places.Select(p => p.Length).DefaultIfEmpty(0).Max(), 20, 44);
        foreach (var (hop, place) in finding.Chain.Zip(places))
        {
            var how = hop.How == Certainty.Inferred ? "  (inferred)" : "";
            output.WriteLine($"{Indent}{Words.Of(hop.Layer),-8}  {SafeText.Of(place).PadRight(width)}  {SafeText.Of(hop.Text, 100)}{how}");
        }

        foreach (var unknown in finding.Unknowns.Take(3))
        {
            WriteWrapped("unknown   ", $"{unknown.What}: {unknown.Reason}{(unknown.At is { } at ? $" ({at})" : "")}");
        }

        WriteWrapped("fix       ", finding.Fix);
        if (finding.Acceptance is { } ended)
        {
            WriteWrapped("accepted  ", $"by {ended.Owner} until {ended.Until:yyyy-MM-dd}: {ended.Reason} ({ended.At})");
        }

        output.WriteLine($"{Indent}accept    .spof/risks.yml: - {{ finding: {finding.Fingerprint[..8]}, owner: …, reason: …, until: … }}");
        output.WriteLine($"{Indent}          {SafeText.Of(_commands.Explain(finding.Fingerprint[..8]))}");
        output.WriteLine();
    }

    private string Names(Finding finding, IEnumerable<string> entryIds)
    {
        var entries = _system.Targets.FirstOrDefault(t => t.Id == finding.TargetId)?.EntryPoints ?? [];
        return Words.List(entryIds.Select(id => SafeText.Of(entries.FirstOrDefault(e => e.Id == id)?.Name ?? id)));
    }

    private void WriteNotes(Finding[] judged)
    {
        var notes = judged.Where(f => f is { Level: FindingLevel.Note, IsAccepted: false }).ToArray();
        if (notes.Length > 0 && detail < TextDetail.Detailed)
        {
            var byRule = notes.GroupBy(f => f.RuleId, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}");
            output.WriteLine($"{Words.Count(notes.Length, "note", "notes")} more ({string.Join(", ", byRule)}): {SafeText.Of(_commands.Scan("-v", "detailed"))}");
            output.WriteLine();
        }
    }

    private static bool IsSinglePoint(Finding finding) => finding.RuleId is "SPOF7001" or "SPOF7006";

    private void WriteLines(IReadOnlyCollection<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var where = _hasSeveralTargets ? "  in " + SafeText.Of(finding.TargetId ?? "code") : "";
            var stops = finding.Stops.IsEmpty ? "" : "  stops: " + Names(finding, finding.Stops);
            var place = finding.Chain.IsEmpty ? "" : "  " + SafeText.Of(finding.Chain[^1].At.ToString());
            output.WriteLine($"{Words.Of(finding.Level),-5}  {finding.RuleId}  {SafeText.Of(finding.NodeName)}{where}{stops}{place}");
        }

        if (findings.Count > 0)
        {
            output.WriteLine();
        }
    }

    private void WriteAccepted(Finding[] judged)
    {
        var accepted = judged.Where(f => f.IsAccepted).ToArray();
        if (accepted.Length == 0 || detail < TextDetail.Detailed)
        {
            return;
        }

        foreach (var finding in accepted)
        {
            var acceptance = finding.Acceptance!;
            output.WriteLine($"accepted  {finding.RuleId}  {SafeText.Of(finding.NodeName)}");
            WriteWrapped("", $"by {acceptance.Owner} until {acceptance.Until:yyyy-MM-dd}: {acceptance.Reason} ({acceptance.At})");
        }

        output.WriteLine();
    }

    /// <summary>What the user states and does not apply: shown always, because the verdict is not what it was meant to be.</summary>
    private void WriteRemarks()
    {
        foreach (var remark in _system.Remarks)
        {
            output.WriteLine($"{(remark.IsError ? "WARN" : "NOTE"),-5}  {SafeText.Of(remark.At.ToString())}  {SafeText.Of(remark.Text, 500)}");
        }

        if (!_system.Remarks.IsEmpty)
        {
            output.WriteLine();
        }
    }

    private void WriteInputs()
    {
        foreach (var input in _system.Inputs)
        {
            WriteWrapped("read        ", $"{input.Path} ({input.Format})");
        }
    }

    private void WriteLinks()
    {
        foreach (var target in _system.Targets)
        {
            foreach (var link in target.Dependencies)
            {
                var needed = link.Targets.Length > link.Needed ? $"{link.Needed} of " : "";
                var words = $"{Words.Of(link.Strength)}, {Words.Of(link.Access)}, {Words.Of(link.Phase)}";
                WriteWrapped("link        ", $"{target.Id}: {link.From} → {needed}{string.Join(", ", link.Targets)} ({words})");
                foreach (var hop in link.Evidence)
                {
                    WriteWrapped("              ", $"{Words.Of(hop.Layer)} {hop.At} {hop.Text} ({Words.Of(hop.How)})");
                }
            }
        }
    }

    private void WriteDevelopmentTargets()
    {
        foreach (var target in _system.Targets.Where(t => t.Role == TargetRole.Development))
        {
            var points = assessment.Findings.Count(f =>
                f.TargetId == target.Id && IsSinglePoint(f) && f is { IsAccepted: false, Level: > FindingLevel.None, Verdict: Verdict.Certain });
            output.WriteLine($"Development target {SafeText.Of(target.Id)}, not judged: {Words.Count(points, "single point of failure", "single points of failure")}.   "
                + SafeText.Of(_commands.Scan("--target", target.Id)));
        }
    }

    private void WriteCoverage()
    {
        var judged = _system.Targets.Where(t => t.Role == TargetRole.Judged).ToArray();
        var coverage = _system.Coverage;
        var share = coverage.Share is { } s ? $"{Math.Floor(s * 100):0} %" : "nothing to know";
        output.WriteLine($"Coverage {share}: {Words.Count(coverage.Endpoints - coverage.EndpointsResolved, "endpoint", "endpoints")} not linked, "
            + $"{Words.Count(coverage.Values - coverage.ValuesKnown, "value", "values")} unknown, {Words.Count(coverage.InputsNotRead, "input", "inputs")} not read");
        if (detail == TextDetail.Normal)
        {
            WriteErrorGaps();
        }

        if (detail < TextDetail.Detailed)
        {
            return;
        }

        foreach (var endpoint in judged.SelectMany(t => t.Unlinked))
        {
            var near = endpoint.Candidates.IsEmpty ? "" : $"; similar: {Words.List(endpoint.Candidates, 3)}";
            WriteWrapped("not linked  ", $"{endpoint.Text} ({endpoint.From}): {endpoint.Reason}{near}{(endpoint.Evidence.IsEmpty ? "" : $" ({endpoint.Evidence[^1].At})")}");
        }

        foreach (var unknown in judged.SelectMany(t => t.Unknowns))
        {
            WriteWrapped("not known   ", $"{unknown.What}: {unknown.Reason}{(unknown.At is { } at ? $" ({at})" : "")}");
        }

        foreach (var same in _system.Gaps.GroupBy(g => (g.Kind == GapKind.Note, g.Reason)))
        {
            var places = same.Select(g => g.At.ToString()).ToArray();
            var (isNote, reason) = same.Key;
            WriteWrapped(isNote ? "noted       " : "not read    ", places.Length == 1 ? $"{places[0]}: {reason}" : $"{reason}, {places.Length} times: {string.Join(", ", places)}");
        }

        foreach (var assumption in _system.Assumptions)
        {
            WriteWrapped("assumed     ", assumption.Text);
        }
    }

    /// <summary>What is broken, told without asking for detail: the answer lacks it against the user's will.</summary>
    private void WriteErrorGaps()
    {
        const int Most = 5;
        var errors = _system.Gaps.Where(g => g.IsError).ToArray();
        foreach (var gap in errors.Take(Most))
        {
            WriteWrapped("not read    ", $"{gap.At}: {gap.Reason}");
        }

        if (errors.Length > Most)
        {
            output.WriteLine($"{Indent}{errors.Length - Most} more not read: {SafeText.Of(_commands.Scan("-v", "detailed"))}");
        }
    }

    private void WriteWrapped(string label, string text)
    {
        var room = Width + 20 - Indent.Length - label.Length;
        var line = new System.Text.StringBuilder();
        var first = true;
        foreach (var word in SafeText.Of(text, 2000).Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > room)
            {
                Flush();
            }

            line.Append(line.Length == 0 ? "" : " ").Append(word);
        }

        Flush();

        void Flush()
        {
            output.WriteLine(Indent + (first ? label : new string(' ', label.Length)) + line);
            line.Clear();
            first = false;
        }
    }
}
