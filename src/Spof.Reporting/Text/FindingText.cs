using Spof.Model;

namespace Spof.Reporting;

/// <summary>A finding in the list of a text report.</summary>
internal sealed class FindingText(TextWriter output, SystemModel system, NextCommands commands)
{
    private const int HeadWidth = 80;

    /// <summary>Lines shown of what lies in a domain, deciding ones first; <c>spof.json</c> and <c>spof explain</c> hold all.</summary>
    private const int LinesOfDomain = 5;

    private readonly Dictionary<(string? Target, string Id), Component> _components = system.Targets
        .SelectMany(t => t.Components.Select(c => (Key: ((string?)t.Id, c.Id), Component: c)))
        .DistinctBy(c => c.Key)
        .ToDictionary(c => c.Key, c => c.Component);

    private readonly Dictionary<(string? Target, string Id), string> _entryNames = system.Targets
        .SelectMany(t => t.EntryPoints.Select(e => (Key: ((string?)t.Id, e.Id), e.Name)))
        .DistinctBy(e => e.Key)
        .ToDictionary(e => e.Key, e => e.Name);

    private readonly bool _hasSeveralTargets = system.Targets.Count(t => t.Role == TargetRole.Judged) > 1;

    /// <summary>In full: what stops, the chain that shows it, how to fix it and how to accept it.</summary>
    public void Write(Finding finding)
    {
        var component = _components.GetValueOrDefault((finding.TargetId, finding.NodeId));
        var what = component is not null ? Words.Describe(component) : finding.Class is { } failureClass ? Words.Of(failureClass) : "";
        var head = $"{Words.Of(finding.Level),-5}  {SafeText.Of(finding.NodeName)}{(what.Length > 0 ? $"  ({what})" : "")}{Where(finding)}";
        output.WriteLine(head + new string(' ', Math.Max(2, HeadWidth - head.Length - finding.RuleId.Length)) + finding.RuleId);
        if (finding.Class is null || finding.Modes.IsEmpty)
        {
            output.WriteWrapped("", finding.Message);
        }
        else
        {
            var modes = finding.Modes is [Mode.Read, Mode.Write] ? "" : $" ({string.Join(", ", finding.Modes.Select(Words.Of))})";
            output.WriteWrapped("stops: ", Names(finding, finding.Stops) + modes);
            if (!finding.Survives.IsEmpty)
            {
                output.WriteWrapped("not stopped: ", Names(finding, finding.Survives));
            }
        }

        var shown = finding.Class > FailureClass.ThirdParty ? [.. finding.Chain.Take(LinesOfDomain)] : finding.Chain;
        var places = shown.Select(e => e.At.ToString()).ToArray();
        var width = Math.Clamp(places.Select(p => p.Length).DefaultIfEmpty(0).Max(), 20, 44);
        foreach (var (hop, place) in shown.Zip(places))
        {
            var how = hop.How == Certainty.Inferred ? "  (inferred)" : "";
            output.WriteLine($"{WrappedText.Indent}{Words.Of(hop.Layer),-8}  {SafeText.Of(place).PadRight(width)}  {SafeText.Of(hop.Text, 100)}{how}");
        }

        if (shown.Length < finding.Chain.Length)
        {
            output.WriteWrapped("          ", $"and {finding.Chain.Length - shown.Length} more");
        }

        foreach (var unknown in finding.Unknowns.Take(3))
        {
            output.WriteWrapped("unknown   ", Words.Of(unknown));
        }

        output.WriteWrapped("fix       ", finding.Fix);
        if (finding.Acceptance is { } ended)
        {
            output.WriteWrapped(ended.State == AcceptanceState.Accepted ? "accepted  " : "expired   ", Words.Of(ended));
        }

        output.WriteLine($"{WrappedText.Indent}accept    .spof/risks.yml: - {{ finding: {finding.Fingerprint[..8]}, owner: …, reason: …, until: … }}");
        output.WriteLine($"{WrappedText.Indent}          {SafeText.Of(commands.Explain(finding.Fingerprint[..8]))}");
        output.WriteLine();
    }

    /// <summary>In one line.</summary>
    public void WriteLine(Finding finding)
    {
        var stops = finding.Stops.IsEmpty ? "" : "  stops: " + Names(finding, finding.Stops);
        var place = FindingPlaces.MainOf(finding) is { } main ? "  " + SafeText.Of(main.At.ToString()) : "";
        output.WriteLine($"{Words.Of(finding.Level),-5}  {finding.RuleId}  {SafeText.Of(finding.NodeName)}{Where(finding)}{stops}{place}");
    }

    private string Where(Finding finding) => _hasSeveralTargets ? "  in " + SafeText.Of(finding.TargetId ?? "code") : "";

    private string Names(Finding finding, IEnumerable<string> entryIds) =>
        Words.List(entryIds.Select(id => SafeText.Of(_entryNames.GetValueOrDefault((finding.TargetId, id), id))));
}
