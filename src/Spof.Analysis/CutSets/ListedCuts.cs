using Spof.Analysis.Graphs;
using Spof.Model;

namespace Spof.Analysis.CutSets;

/// <summary>A cut set before it is explained.</summary>
internal readonly record struct ListedCut(Universe Universe, Loss Loss, Verdict Verdict);

/// <summary>Which of the minimal cut sets are listed for each entry point and mode, and how sure they are.</summary>
internal sealed class ListedCuts(EventTable[] events, Dictionary<Mode, SolvedMode> solutions)
{
    /// <summary>
    /// What is down in both readings is certain. What is down only in the unfavourable one is possible, and is listed when no
    /// smaller set is down in that reading.
    /// </summary>
    public List<ListedCut> Of(Mode mode, int entryPoint)
    {
        var (favourable, unfavourable) = solutions[mode];
        var cuts = new List<ListedCut>();
        foreach (var table in events)
        {
            var universe = table.Universe;
            foreach (var loss in Listed(favourable, mode, entryPoint, universe, Verdict.Certain))
            {
                cuts.Add(new ListedCut(universe, loss, Verdict.Certain));
            }

            if (ReferenceEquals(favourable, unfavourable))
            {
                continue;
            }

            var certain = favourable.Families[(int)universe][entryPoint];
            foreach (var loss in Listed(unfavourable, mode, entryPoint, universe, Verdict.Possible))
            {
                if (!loss.Cuts(certain))
                {
                    cuts.Add(new ListedCut(universe, loss, Verdict.Possible));
                }
            }
        }

        return cuts;
    }

    private IEnumerable<Loss> Listed(ModeSolution solution, Mode mode, int entryPoint, Universe universe, Verdict verdict)
    {
        var family = solution.Families[(int)universe][entryPoint];
        foreach (var e in family.Singles)
        {
            var loss = new Loss(e);
            if (mode != Mode.Start || !StopsServing(loss, entryPoint, universe, verdict))
            {
                yield return loss;
            }
        }

        if (family.Pairs.Length == 0)
        {
            yield break;
        }

        var implied = universe == Universe.Instances
            ? null
            : new ImpliedPairs(
                solution.Graph, events[(int)Universe.Instances], solution.Families[(int)Universe.Instances][entryPoint]);
        foreach (var pair in family.Pairs)
        {
            var loss = Loss.Of(pair);
            if ((implied is null || !implied.Implies(events[(int)universe], pair))
                && (mode != Mode.Start || !StopsServing(loss, entryPoint, universe, verdict)))
            {
                yield return loss;
            }
        }
    }

    // What stops reading or writing need not be told again for starting.
    private bool StopsServing(Loss loss, int entryPoint, Universe universe, Verdict verdict) =>
        Modes.Serving.Any(mode => loss.Cuts(solutions[mode].For(verdict).Families[(int)universe][entryPoint]));
}
