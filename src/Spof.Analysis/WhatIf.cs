using System.Collections.Immutable;
using Spof.Analysis.CutSets;
using Spof.Analysis.Graphs;
using Spof.Model;

namespace Spof.Analysis;

/// <summary>Answers "if this disappears, what stops?" for any set of components and domains.</summary>
public static class WhatIf
{
    private static readonly Mode[] Serving = [Mode.Read, Mode.Write];
    private static readonly Mode[] AllModes = [Mode.Read, Mode.Write, Mode.Start];

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
        var target = system.Targets.OrEmpty().FirstOrDefault(t => t.Id == targetId)
            ?? throw new ArgumentException($"There is no target '{targetId}'.", nameof(targetId));
        var index = new TargetIndex(target);
        var lost = LostNodes.Of(index, nodeOrDomainIds);
        var scenarios = AllModes.ToDictionary(m => m, m => new Scenario(index, m, lost));
        var entryPoints = target.EntryPoints.OrEmpty();
        var outcomes = entryPoints
            .SelectMany(e => AllModes.Select(m => new EntryPointOutcome(e.Id, m, scenarios[m].StateOfEntry(e))))
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
        NodeNames.Find([.. target.Components.OrEmpty().Select(NamedNode.Of), .. target.Domains.OrEmpty().Select(NamedNode.Of)], text);

    private static ImmutableArray<WhatIfStep> Steps(TargetIndex index, Dictionary<Mode, Scenario> scenarios)
    {
        var steps = new List<WhatIfStep>();
        for (var c = 0; c < index.Components.Length; c++)
        {
            var falls = Serving
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

    /// <summary>What is gone.</summary>
    private sealed record LostNodes(ImmutableArray<string> Ids, HashSet<int> Components, bool[] Domains)
    {
        public static LostNodes Of(TargetIndex index, IReadOnlyList<string> ids)
        {
            var components = new HashSet<int>();
            var domains = new List<int>();
            foreach (var id in ids)
            {
                if (index.IndexOf(id) is >= 0 and var component)
                {
                    components.Add(component);
                }
                else if (index.Domains.IndexOf(id) is >= 0 and var domain)
                {
                    domains.Add(domain);
                }
                else
                {
                    throw new ArgumentException($"There is no component or domain '{id}' in target '{index.Target.Id}'.", nameof(ids));
                }
            }

            return new(
                [
                    .. components.Select(c => index.Components[c].Id)
                        .Concat(domains.Select(index.Domains.IdOf))
                        .Distinct()
                        .Order(StringComparer.Ordinal),
                ],
                components,
                index.Domains.Within(domains));
        }

        public IEnumerable<int> DownIn(FunctionGraph graph)
        {
            for (var f = 0; f < graph.FunctionCount; f++)
            {
                var component = graph.ComponentOf[f];
                var threshold = LeafFamilies.DomainThreshold(graph, f);
                if (Components.Contains(component)
                    || (threshold != Redundancy.Never && graph.Index.Shares[component].LostWith(Domains) >= threshold))
                {
                    yield return f;
                }
            }
        }
    }

    /// <summary>How a component falls; <c>Cause</c> is the component that pulls it down, or -1.</summary>
    private readonly record struct Fall(EntryPointState State, int Round, int Cause);

    /// <summary>One mode, followed three times: surely, possibly, and with soft dependencies.</summary>
    private sealed class Scenario
    {
        private readonly (EntryPointState State, FunctionGraph Graph, Propagation Propagation)[] _walks;

        public Scenario(TargetIndex index, Mode mode, LostNodes lost)
        {
            _walks =
            [
                Follow(EntryPointState.Stopped, FunctionGraphBuilder.Build(index, mode, Reading.Favourable)),
                Follow(EntryPointState.PossiblyStopped, FunctionGraphBuilder.Build(index, mode, Reading.Unfavourable)),
                Follow(EntryPointState.Degraded, FunctionGraphBuilder.Build(index, mode, Reading.Favourable, withSoft: true)),
            ];

            (EntryPointState, FunctionGraph, Propagation) Follow(EntryPointState state, FunctionGraph graph)
            {
                var propagation = new Propagation(graph);
                propagation.Run(lost.DownIn(graph));
                return (state, graph, propagation);
            }
        }

        public EntryPointState StateOfEntry(EntryPoint entryPoint)
        {
            var function = _walks[0].Graph.EntryFunction(entryPoint);
            return function < 0 ? EntryPointState.Up : FallOfFunction(function).State;
        }

        public Fall FallOf(int component)
        {
            var graph = _walks[0].Graph;
            return FallOfFunction(graph.Mode == Mode.Read ? component : graph.PrimaryOf[component]);
        }

        private Fall FallOfFunction(int function)
        {
            foreach (var (state, graph, propagation) in _walks)
            {
                if (!propagation.IsDown(function))
                {
                    continue;
                }

                var cause = propagation.CauseOf(function);
                return new(state, propagation.RoundOf(function), cause < 0 ? -1 : graph.ComponentOf[cause]);
            }

            return new(EntryPointState.Up, 0, -1);
        }
    }
}
