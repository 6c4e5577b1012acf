namespace Spof.Analysis;

/// <summary>What is asked of <see cref="SystemAnalyzer"/>.</summary>
public sealed record AnalysisOptions
{
    public static AnalysisOptions Default { get; } = new();

    /// <summary>Largest number of losses in a cut set: 1 for single points of failure alone, 2 for weak pairs as well.</summary>
    public int MaxOrder { get; init; } = 2;
}
