using System.Collections.Immutable;
using Spof.Analysis.Graphs;
using Spof.Model;

namespace Spof.Analysis.CutSets;

/// <summary>All minimal cut sets of one deployment target, explained; keeps what was solved for the questions that findings ask.</summary>
internal sealed class TargetAnalysis
{
    private TargetAnalysis(
        TargetIndex index,
        EventTable[] events,
        Dictionary<Mode, SolvedMode> solutions,
        TargetAssessment assessment)
    {
        Index = index;
        Events = events;
        Solutions = solutions;
        Assessment = assessment;
    }

    public TargetIndex Index { get; }

    /// <summary>By universe.</summary>
    public EventTable[] Events { get; }

    public Dictionary<Mode, SolvedMode> Solutions { get; }

    public TargetAssessment Assessment { get; }

    public static TargetAnalysis Of(DeploymentTarget target, int maxOrder, CancellationToken cancellation)
    {
        var index = new TargetIndex(target);
        EventTable[] events =
        [
            EventTable.ForInstances(index),
            EventTable.ForDomains(index, Universe.Hosts),
            EventTable.ForDomains(index, Universe.Zones),
            EventTable.ForDomains(index, Universe.Regions),
        ];
        var earlier = new List<ModeSolution>();
        var solutions = Modes.All.ToDictionary(m => m, m => SolvedMode.Of(index, events, m, maxOrder, earlier, cancellation));
        var listed = new ListedCuts(events, solutions);
        var entryPoints = target.EntryPoints;
        var answers = new EntryPointAssessment[entryPoints.Length, Modes.All.Length];
        for (var m = 0; m < Modes.All.Length; m++)
        {
            var mode = Modes.All[m];
            var cuts = Enumerable.Range(0, entryPoints.Length).Select(e => listed.Of(mode, e)).ToArray();
            var explained = Explain(solutions[mode], events, cuts, cancellation);
            for (var e = 0; e < entryPoints.Length; e++)
            {
                answers[e, m] = new EntryPointAssessment { EntryPointId = entryPoints[e].Id, Mode = mode, CutSets = explained[e] };
            }
        }

        return new TargetAnalysis(
            index,
            events,
            solutions,
            new TargetAssessment { TargetId = target.Id, EntryPoints = [.. answers.Cast<EntryPointAssessment>()] });
    }

    private static ImmutableArray<CutSet>[] Explain(
        SolvedMode solved, EventTable[] events, List<ListedCut>[] cuts, CancellationToken cancellation)
    {
        var explained = cuts.Select(c => new List<CutSet>(c.Count)).ToArray();
        var byLoss = cuts
            .SelectMany((list, entryPoint) => list.Select(cut => (Cut: cut, EntryPoint: entryPoint)))
            .GroupBy(x => x.Cut, x => x.EntryPoint);
        var certain = new Explainer(solved.Favourable, solved.Favourable, events);
        var possible = new Explainer(solved.Unfavourable, solved.Favourable, events);
        foreach (var group in byLoss)
        {
            cancellation.ThrowIfCancellationRequested();
            var cut = group.Key;
            var isCertain = cut.Verdict == Verdict.Certain;
            var explainer = isCertain ? certain : possible;
            explainer.Lose(cut.Universe, cut.Loss);
            var lost = EventsOf(events[(int)cut.Universe], cut.Loss);
            foreach (var entryPoint in group)
            {
                explained[entryPoint].Add(new CutSet(
                    lost, cut.Verdict, explainer.Witness(entryPoint), isCertain ? [] : explainer.Unknowns(entryPoint)));
            }
        }

        return [.. explained.Select(list => list.Order(CutSetOrder.Instance).ToImmutableArray())];
    }

    private static ImmutableArray<FailureEvent> EventsOf(EventTable table, Loss loss)
    {
        if (loss.IsSingle)
        {
            return [table[loss.First]];
        }

        if (loss.First == loss.Second)
        {
            return [table[loss.First] with { Count = 2 }];
        }

        var (a, b) = (table[loss.First], table[loss.Second]);
        return CutSetOrder.Compare(a, b) <= 0 ? [a, b] : [b, a];
    }
}
