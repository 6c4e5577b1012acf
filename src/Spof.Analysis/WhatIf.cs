using System.Collections.Immutable;
using Spof.Analysis.Graphs;
using Spof.Analysis.Scenarios;
using Spof.Model;

namespace Spof.Analysis;

/// <summary>Answers "if this disappears, what stops?" for any set of components and domains.</summary>
public static class WhatIf
{
    /// <summary>
    /// Takes components (all their instances) and named domains away and follows what falls. Soft dependencies degrade, unknown
    /// values make "possibly stopped".
    /// </summary>
    /// <param name="system">The system.</param>
    /// <param name="targetId">The deployment target asked about.</param>
    /// <param name="nodeOrDomainIds">Ids or aliases of components, ids of domains.</param>
    /// <exception cref="ArgumentException">There is no such target, component or domain.</exception>
    public static WhatIfResult Lose(SystemModel system, string targetId, IReadOnlyList<string> nodeOrDomainIds)
    {
        var target = system.Targets.FirstOrDefault(t => t.Id == targetId)
            ?? throw new ArgumentException($"There is no target '{targetId}'.", nameof(targetId));
        var index = new TargetIndex(target);
        var lost = LostNodes.Of(index, nodeOrDomainIds);
        var scenarios = Modes.All.ToDictionary(m => m, m => new Scenario(index, m, lost));
        var entryPoints = target.EntryPoints;
        var outcomes = entryPoints
            .SelectMany(e => Modes.All.Select(m => new EntryPointOutcome(e.Id, m, scenarios[m].StateOfEntry(e))))
            .ToImmutableArray();
        var worst = outcomes
            .Where(o => o.Mode != Mode.Start)
            .GroupBy(o => o.EntryPointId)
            .Select(g => (Id: g.Key, State: g.Max(o => o.State)))
            .ToArray();
        return new WhatIfResult
        {
            TargetId = targetId,
            Lost = lost.Ids,
            Outcomes = outcomes,
            Steps = Steps(index, scenarios),
            Stops = [.. worst.Where(w => w.State == EntryPointState.Stopped).Select(w => w.Id)],
            Survives = [.. worst.Where(w => w.State < EntryPointState.PossiblyStopped).Select(w => w.Id)],
        };
    }

    /// <summary>Ids of the components and domains that a person may mean by this text, as <see cref="NodeNames.Find"/> says.</summary>
    public static ImmutableArray<string> Find(DeploymentTarget target, string text) =>
        NodeNames.Find([.. NamedNode.Of(target)], text);

    private static ImmutableArray<WhatIfStep> Steps(TargetIndex index, Dictionary<Mode, Scenario> scenarios)
    {
        var steps = new List<WhatIfStep>();
        for (var c = 0; c < index.Components.Length; c++)
        {
            var falls = Modes.Serving
                .Select(m => (Mode: m, Fall: scenarios[m].FallOf(c)))
                .Where(f => f.Fall.State != EntryPointState.Up)
                .ToArray();
            if (falls.Length == 0)
            {
                continue;
            }

            var state = falls.Max(f => f.Fall.State);
            var worst = falls.Where(f => f.Fall.State == state).ToArray();
            var first = worst.MinBy(f => f.Fall.Round);
            steps.Add(new WhatIfStep(
                first.Fall.Round,
                index.Components[c].Id,
                state,
                [.. worst.Select(f => f.Mode)],
                first.Fall.Cause < 0 ? null : index.Components[first.Fall.Cause].Id));
        }

        return [.. steps.OrderBy(s => s.Round).ThenByDescending(s => s.State).ThenBy(s => s.ComponentId, StringComparer.Ordinal)];
    }
}
