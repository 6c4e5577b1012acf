using System.Collections.Immutable;

namespace Spof.Analysis.FaultTrees;

/// <summary>What was found out about the top event. What is null comes with the reason.</summary>
public sealed record FaultTreeSolution
{
    public required FaultTree Tree { get; init; }

    public MinimalCutSets? CutSets { get; init; }

    public string? WhyNoCutSets { get; init; }

    /// <summary>Exact, apart from rounding, for independent events.</summary>
    public double? Probability { get; init; }

    public string? WhyNoProbability { get; init; }

    /// <summary>In the order of the events of the tree; empty without a probability.</summary>
    public ImmutableArray<EventImportance> Importances { get; init; } = [];

    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static FaultTreeSolution Of(FaultTree tree, FaultTreeOptions? options = null, CancellationToken cancellation = default) =>
        new Solving.FaultTreeSolver(tree, options ?? new FaultTreeOptions(), cancellation).Solve();
}

/// <summary>
/// How much an event matters: Y. Dutuit and A. Rauzy, <em>Efficient algorithms to assess component and gate importance in fault tree
/// analysis</em>, Reliability Engineering and System Safety 72 (2001). With P the probability of the top event, P1 and P0 those where
/// the event has happened and where it cannot happen, q its own:
/// </summary>
/// <param name="Event">Index of the event.</param>
/// <param name="Birnbaum">P1 - P0: how much more probable the top event becomes by it.</param>
/// <param name="Criticality">(P1 - P0) q / P: the share of the top event in which the event is decisive; also 1 - 1 / RRW.</param>
/// <param name="FussellVesely">q P1 / P: how probable it is that the event has happened, given that the top event has.</param>
/// <param name="RiskAchievementWorth">P1 / P.</param>
/// <param name="RiskReductionWorth">P / P0; infinite when nothing happens without the event.</param>
public sealed record EventImportance(
    int Event, double Birnbaum, double Criticality, double FussellVesely, double RiskAchievementWorth, double RiskReductionWorth);
