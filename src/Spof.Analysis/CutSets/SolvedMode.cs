using Spof.Analysis.Graphs;
using Spof.Model;

namespace Spof.Analysis.CutSets;

/// <summary>One mode of a target under both readings; the same object twice where nothing unknown makes a difference.</summary>
internal sealed record SolvedMode(ModeSolution Favourable, ModeSolution Unfavourable)
{
    /// <param name="index">The target.</param>
    /// <param name="events">One table per universe.</param>
    /// <param name="mode">The mode asked about.</param>
    /// <param name="maxOrder">1 or 2.</param>
    /// <param name="earlier">Solutions of other modes, whose answers are taken over where the question is the same; grows.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static SolvedMode Of(
        TargetIndex index, EventTable[] events, Mode mode, int maxOrder, List<ModeSolution> earlier, CancellationToken cancellation)
    {
        var favourable = Solve(Reading.Favourable);
        earlier.Insert(0, favourable);
        var unfavourable = Solve(Reading.Unfavourable);
        if (unfavourable.Families.AsSpan().SequenceEqual(favourable.Families))
        {
            return new(favourable, favourable);
        }

        earlier.Add(unfavourable);
        return new(favourable, unfavourable);

        ModeSolution Solve(Reading reading) =>
            ModeSolution.Of(FunctionGraphBuilder.Build(index, mode, reading), events, maxOrder, earlier, cancellation);
    }

    /// <summary>The reading in which a loss of this verdict brings things down.</summary>
    public ModeSolution For(Verdict verdict) => verdict == Verdict.Certain ? Favourable : Unfavourable;
}
