using System.Collections.Immutable;
using Spof.Analysis.CutSets;
using Spof.Analysis.Graphs;
using Spof.Model;

namespace Spof.Analysis.Findings;

/// <summary>SPOF7060: a deployed component runs code that holds critical state in the process.</summary>
internal sealed class StateFindings
{
    private const string RuleId = "SPOF7060";
    private readonly TargetAnalysis _analysis;
    private readonly DeploymentTarget _target;
    private readonly ImmutableArray<EntryPoint> _entryPoints;
    private readonly ILookup<string, CodeProject> _projects;
    private readonly Dictionary<ModeSolution, Propagation> _propagations = [];

    public StateFindings(TargetAnalysis analysis, ILookup<string, CodeProject> projects)
    {
        _analysis = analysis;
        _target = analysis.Index.Target;
        _entryPoints = _target.EntryPoints;
        _projects = projects;
    }

    public IEnumerable<Finding> All()
    {
        for (var c = 0; c < _analysis.Index.Components.Length; c++)
        {
            var component = _analysis.Index.Components[c];
            StateHolder[] holders =
            [
                .. component.Projects
                    .SelectMany(p => _projects[p])
                    .SelectMany(p => p.State)
                    .Where(s => s.IsCritical)
                    .DistinctBy(s => s.Id),
            ];
            if (holders.Length > 0)
            {
                yield return Of(c, component, holders);
            }
        }
    }

    private Finding Of(int number, Component component, StateHolder[] holders)
    {
        var (modes, stopped) = Affected(number, Verdict.Certain);
        var (_, touched) = Affected(number, Verdict.Possible);
        var evidence = holders[0].Evidence.Concat(component.Evidence.Take(1)).OrderBy(e => e.Layer).ToImmutableArray();
        var confidence = Confidences.Of(evidence);
        var level = stopped.Length > 0 && confidence >= Confidence.Medium ? FindingLevel.Warning : FindingLevel.Note;
        var mayRunTwice = component.Instances.Min > 1 || component.Instances.Max > 1;
        var names = Messages.Names([.. holders.Select(h => h.Name)]);
        return new Finding
        {
            RuleId = RuleId,
            Level = level,
            Message = mayRunTwice
                ? $"'{component.Name}' keeps state in the process ({names}), but runs {component.Instances} instances that each hold "
                    + "their own copy: answers differ, and losing an instance loses its part."
                : $"'{component.Name}' keeps state in the process ({names}): it cannot run twice, and a restart loses the state.",
            NodeId = component.Id,
            NodeName = component.Name,
            TargetId = _target.Id,
            TargetRole = _target.Role,
            Modes = modes,
            Stops = [.. stopped.Select(e => _entryPoints[e].Id)],
            Survives = [.. Enumerable.Range(0, _entryPoints.Length).Except(touched).Select(e => _entryPoints[e].Id)],
            Chain = evidence,
            Witness = [component.Id],
            Confidence = confidence,
            Verdict = Verdict.Certain,
            Fix = Fixes.State,
            Fingerprint = Fingerprints.Of(RuleId, component.Id, Fingerprints.Discriminator(_target.Id, null)),
            Rank = Ranks.Of(
                level,
                stopped.Select(e => _entryPoints[e].Tier).DefaultIfEmpty(3).Min(),
                stopped.Length,
                _entryPoints.Length,
                null,
                confidence,
                _target.Role),
            Properties = ImmutableSortedDictionary<string, string>.Empty
                .Add("class", "dataLoss")
                .Add("instances", component.Instances.ToString()),
        };
    }

    /// <summary>The entry points whose answers depend, or may depend, on this component.</summary>
    private (ImmutableArray<Mode> Modes, ImmutableArray<int> EntryPoints) Affected(int component, Verdict verdict)
    {
        var modes = ImmutableArray.CreateBuilder<Mode>();
        var stopped = new SortedSet<int>();
        foreach (var mode in Modes.Serving)
        {
            var solution = _analysis.Solutions[mode].For(verdict);
            if (!_propagations.TryGetValue(solution, out var propagation))
            {
                _propagations.Add(solution, propagation = new Propagation(solution.Graph));
            }

            propagation.Run([component, solution.Graph.PrimaryOf[component]]);
            var hit = Enumerable.Range(0, _entryPoints.Length)
                .Where(e => solution.Asked[e] >= 0 && propagation.IsDown(solution.Asked[e]))
                .ToArray();
            if (hit.Length > 0)
            {
                modes.Add(mode);
            }

            stopped.UnionWith(hit);
        }

        return (modes.ToImmutable(), [.. stopped]);
    }
}
