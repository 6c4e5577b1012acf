using System.Collections.Immutable;
using Spof.Analysis.CutSets;
using Spof.Model;

namespace Spof.Analysis.Findings;

/// <summary>One entry point and mode that a loss stops.</summary>
/// <param name="EntryPoint">Position in the target.</param>
/// <param name="Mode">What stops.</param>
/// <param name="Cut">The cut set that says so.</param>
internal sealed record Impact(int EntryPoint, Mode Mode, CutSet Cut)
{
    /// <summary>Every listed cut set of this order, with the entry point and mode that it stops.</summary>
    public static IEnumerable<Impact> All(TargetAnalysis analysis, int order) =>
        from a in Enumerable.Range(0, analysis.Assessment.EntryPoints.Length)
        let answer = analysis.Assessment.EntryPoints[a]
        from cut in answer.CutSets
        where cut.Order == order
        select new Impact(a / Graphs.Modes.All.Length, answer.Mode, cut);
}

/// <summary>All impacts of one loss, and the one that speaks for them.</summary>
internal sealed class Impacts
{
    private readonly ImmutableArray<EntryPoint> _entryPoints;

    private Impacts(ImmutableArray<EntryPoint> entryPoints, ImmutableArray<Impact> own, IReadOnlyCollection<Impact> all)
    {
        _entryPoints = entryPoints;
        Verdict = own[0].Cut.Verdict;
        All = all;
        Own = own;
        var news = own.Select(i => i.EntryPoint).ToHashSet();
        Told = [.. own, .. all.Where(i => i.Cut.Verdict <= Verdict && !news.Contains(i.EntryPoint))];
        Modes = [.. Told.Select(i => i.Mode).Distinct().Order()];
        var startOnly = Told.All(i => i.Mode == Mode.Start);
        Stopped = Positions(Told);
        Survivors = [.. Enumerable.Range(0, entryPoints.Length).Except(Positions(all))];

        ImmutableArray<int> Positions(IEnumerable<Impact> impacts) =>
            [.. impacts.Where(i => startOnly || i.Mode != Mode.Start).Select(i => i.EntryPoint).Distinct().Order()];
    }

    /// <summary>Everything that the loss may do.</summary>
    public IReadOnlyCollection<Impact> All { get; }

    /// <summary>The impacts for which the finding is made: the certain ones if there are any.</summary>
    public ImmutableArray<Impact> Own { get; }

    /// <summary>
    /// First the own impacts, then those as sure or surer on other entry points, which other findings tell too: which entry points a loss
    /// stops is told in full, so that it is the same as when the loss is tried out.
    /// </summary>
    public ImmutableArray<Impact> Told { get; }

    public Verdict Verdict { get; }

    public ImmutableArray<Mode> Modes { get; }

    /// <summary>Positions of the entry points that stop serving, or that cannot start when none stops; ascending.</summary>
    public ImmutableArray<int> Stopped { get; }

    /// <summary>Positions of those that certainly go on.</summary>
    public ImmutableArray<int> Survivors { get; }

    public ImmutableArray<string> StoppedIds => [.. Stopped.Select(e => _entryPoints[e].Id)];

    public ImmutableArray<string> StoppedNames => [.. Stopped.Select(e => _entryPoints[e].Name)];

    public ImmutableArray<string> SurvivorIds => [.. Survivors.Select(e => _entryPoints[e].Id)];

    /// <summary>The most critical tier that stops.</summary>
    public int Tier => Stopped.Min(e => _entryPoints[e].Tier);

    /// <param name="entryPoints">Those of the target.</param>
    /// <param name="own">What the finding is made for.</param>
    /// <param name="all">All that the loss does, the own impacts among it.</param>
    public static Impacts Of(ImmutableArray<EntryPoint> entryPoints, IReadOnlyCollection<Impact> own, IReadOnlyCollection<Impact> all)
    {
        var verdict = own.Min(i => i.Cut.Verdict);
        return new Impacts(entryPoints, [.. own.Where(i => i.Cut.Verdict == verdict)], all);
    }

    /// <summary>The impact with the highest level, then the surest, then the shortest way.</summary>
    public (Impact Impact, FindingLevel Level, Confidence Confidence) Leading(
        Func<Impact, Confidence> confidenceOf, Func<Impact, int, Confidence, FindingLevel> levelOf)
    {
        var judged = Own.Select(i =>
        {
            var confidence = confidenceOf(i);
            return (Impact: i, Level: levelOf(i, _entryPoints[i.EntryPoint].Tier, confidence), Confidence: confidence);
        });
        return judged
            .OrderByDescending(j => j.Level)
            .ThenByDescending(j => j.Confidence)
            .ThenBy(j => j.Impact.Cut.Witness.Length)
            .ThenBy(j => j.Impact.EntryPoint)
            .ThenBy(j => j.Impact.Mode)
            .First();
    }
}
