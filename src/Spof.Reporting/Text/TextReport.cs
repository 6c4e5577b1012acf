using Spof.Model;

namespace Spof.Reporting;

/// <summary>The answer as a person reads it in a terminal: what was read, verdict, ranked list, coverage, next command.</summary>
public sealed class TextReport(TextWriter output, Assessment assessment, string toolVersion, TextDetail detail, NextCommands? commands = null)
{
    private readonly NextCommands _commands = commands ?? NextCommands.Default;
    private readonly SystemModel _system = assessment.System;

    public void Write()
    {
        var judged = assessment.Findings.Where(f => f.TargetRole == TargetRole.Judged).ToArray();
        var open = judged.Where(f => !f.IsAccepted).ToArray();
        if (detail == TextDetail.Quiet && !open.Any(f => f.Level >= FindingLevel.Warning))
        {
            return;
        }

        WriteHead();
        WriteVerdict(judged);
        var least = detail >= TextDetail.Detailed ? FindingLevel.Note : FindingLevel.Warning;
        WriteFindings([.. open.Where(f => f.Level >= least)]);
        if (detail is TextDetail.Quiet or TextDetail.Normal)
        {
            WriteNotes(open);
        }

        if (detail >= TextDetail.Detailed)
        {
            WriteAccepted(judged);
        }

        WriteRemarks();
        if (detail != TextDetail.Minimal)
        {
            WriteDevelopmentTargets();
        }

        WriteCoverage();
        if (detail is TextDetail.Quiet or TextDetail.Normal)
        {
            WriteErrorGaps();
        }

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
        var startOnly = open.Count(f => f.RuleId == "SPOF7001" && f.Modes is [Mode.Start]);
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
            output.WriteLine($"Target {SafeText.Of(target.Id)}: "
                + (target.EntryPoints.IsEmpty ? "no entry point found, nothing was judged" : Words.List(target.EntryPoints.Select(e => SafeText.Of(e.Name)), 8)));
            WriteUnreached(target);
        }

        output.WriteLine();
    }

    /// <summary>What is out of the verdict because nothing shows how it is used; in a target without entry points that is all of it.</summary>
    private void WriteUnreached(DeploymentTarget target)
    {
        if (target.Unreached.IsEmpty || target.EntryPoints.IsEmpty)
        {
            return;
        }

        var names = target.Components.ToDictionary(c => c.Id, c => c.Name, StringComparer.Ordinal);
        var most = detail >= TextDetail.Detailed ? int.MaxValue : 8;
        output.WriteWrapped("", $"{Words.Count(target.Unreached.Length, "component", "components")} that no entry point reaches: "
            + $"{Words.List(target.Unreached.Select(id => names.GetValueOrDefault(id, id)), most)}; what leads to {(target.Unreached.Length == 1 ? "it" : "them")} was not found");
    }

    private void WriteFindings(Finding[] findings)
    {
        var text = new FindingText(output, _system, _commands);
        foreach (var finding in findings)
        {
            if (detail == TextDetail.Minimal)
            {
                text.WriteLine(finding);
            }
            else
            {
                text.Write(finding);
            }
        }

        if (detail == TextDetail.Minimal && findings.Length > 0)
        {
            output.WriteLine();
        }
    }

    private void WriteNotes(Finding[] open)
    {
        var notes = open.Where(f => f.Level == FindingLevel.Note).ToArray();
        if (notes.Length > 0)
        {
            var byRule = notes.GroupBy(f => f.RuleId, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}");
            output.WriteLine($"{Words.Count(notes.Length, "note", "notes")} more ({string.Join(", ", byRule)}): {SafeText.Of(_commands.Scan("-v", "detailed"))}");
            output.WriteLine();
        }
    }

    private static bool IsSinglePoint(Finding finding) => finding.RuleId is "SPOF7001" or "SPOF7006";

    private void WriteAccepted(Finding[] judged)
    {
        var accepted = judged.Where(f => f.IsAccepted).ToArray();
        foreach (var finding in accepted)
        {
            output.WriteLine($"accepted  {finding.RuleId}  {SafeText.Of(finding.NodeName)}");
            output.WriteWrapped("", Words.Of(finding.Acceptance!));
        }

        if (accepted.Length > 0)
        {
            output.WriteLine();
        }
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
            output.WriteWrapped("read        ", $"{input.Path} ({input.Format})");
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
                output.WriteWrapped("link        ", $"{target.Id}: {link.From} → {needed}{string.Join(", ", link.Targets)} ({words})");
                foreach (var hop in link.Evidence)
                {
                    output.WriteWrapped("              ", $"{Words.Of(hop.Layer)} {hop.At} {hop.Text} ({Words.Of(hop.How)})");
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
            if (detail >= TextDetail.Detailed)
            {
                WriteUnreached(target);
            }
        }
    }

    private void WriteLoad()
    {
        if (_system.Projects.IsEmpty)
        {
            return;
        }

        var load = LoadSummary.Of(_system.Projects);
        var projects = load.ProjectsByLoader.Select(l => $"{Words.Count(l.Value, "project", "projects")} {(l.Key == "source" ? "from source" : "by --" + l.Key)}");
        var reasons = load.ReadFromSourceBecause.Select(r => $"{r.Value} because {r.Key}").ToArray();
        output.WriteWrapped("C#          ", $"{string.Join(", ", projects)}{(reasons.Length == 0 ? "" : $" ({string.Join(", ", reasons)})")}, "
            + $"{Words.Count(load.Files, "file", "files")}; {Words.Count(load.Calls, "call", "calls")} that may reach another service: {load.CallsBound} bound, "
            + $"{load.CallsMatchedByName} told by name, {load.Calls - load.CallsBound - load.CallsMatchedByName} not understood; "
            + $"{_system.Coverage.EndpointsResolved} of {Words.Count(_system.Coverage.Endpoints, "endpoint", "endpoints")} resolved; "
            + $"packages: {load.PackagesStubbed} by declarations of ours, {load.PackagesMissing} not found");
    }

    private void WriteCoverage()
    {
        var judged = _system.Targets.Where(t => t.Role == TargetRole.Judged).ToArray();
        var coverage = _system.Coverage;
        var share = coverage.Share is { } s ? $"{Math.Floor(s * 100):0} %" : "nothing to know";
        output.WriteLine($"Coverage {share}: {Words.Count(coverage.Endpoints - coverage.EndpointsResolved, "endpoint", "endpoints")} not linked, "
            + $"{Words.Count(coverage.Values - coverage.ValuesKnown, "value", "values")} unknown, {Words.Count(coverage.InputsNotRead, "input", "inputs")} not read");
        if (detail < TextDetail.Detailed)
        {
            return;
        }

        WriteLoad();
        foreach (var endpoint in judged.SelectMany(t => t.Unlinked))
        {
            var near = endpoint.Candidates.IsEmpty ? "" : $"; similar: {Words.List(endpoint.Candidates, 3)}";
            var label = endpoint.IsProject ? "not deployed  " : "not linked  ";
            output.WriteWrapped(label, $"{endpoint.Text} ({endpoint.From}): {endpoint.Reason}{near}{(endpoint.Evidence.IsEmpty ? "" : $" ({endpoint.Evidence[^1].At})")}");
        }

        foreach (var unknown in judged.SelectMany(t => t.Unknowns))
        {
            output.WriteWrapped("not known   ", Words.Of(unknown));
        }

        foreach (var same in _system.Gaps.GroupBy(g => (g.Kind == GapKind.Note, g.Reason)))
        {
            var places = same.Select(g => g.At.ToString()).ToArray();
            var (isNote, reason) = same.Key;
            output.WriteWrapped(isNote ? "noted       " : "not read    ", places.Length == 1 ? $"{places[0]}: {reason}" : $"{reason}, {places.Length} times: {string.Join(", ", places)}");
        }

        foreach (var assumption in _system.Assumptions)
        {
            output.WriteWrapped("assumed     ", assumption.Text);
        }
    }

    /// <summary>What is broken, told without asking for detail: the answer lacks it against the user's will.</summary>
    private void WriteErrorGaps()
    {
        const int Most = 5;
        var errors = _system.Gaps.Where(g => g.IsError).ToArray();
        foreach (var gap in errors.Take(Most))
        {
            output.WriteWrapped("not read    ", $"{gap.At}: {gap.Reason}");
        }

        if (errors.Length > Most)
        {
            output.WriteLine($"{WrappedText.Indent}{errors.Length - Most} more not read: {SafeText.Of(_commands.Scan("-v", "detailed"))}");
        }
    }
}
