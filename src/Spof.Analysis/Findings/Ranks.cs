using Spof.Model;

namespace Spof.Analysis.Findings;

/// <summary>
/// Priority from 0 to 100. The level gives the band (error from 70, warning from 40, note from 10), and inside the band 30 points are
/// shared out: 12 by tier, 9 by the share of entry points that stop, 5 by failure class, 4 by confidence. A target that is only for
/// development counts half.
/// </summary>
internal static class Ranks
{
    public static double Of(
        FindingLevel level, int tier, int stopped, int entryPoints, FailureClass? failureClass, Confidence confidence, TargetRole role)
    {
        var points = Band(level)
            + (12 * (3 - Math.Clamp(tier, 0, 3)) / 3.0)
            + (entryPoints == 0 ? 0 : 9.0 * stopped / entryPoints)
            + ClassPoints(failureClass)
            + ConfidencePoints(confidence);
        return Math.Round(role == TargetRole.Development ? points / 2 : points, 1);
    }

    /// <summary>A finding of the code alone: its level and confidence are all there is.</summary>
    public static double OfCode(FindingLevel level, Confidence confidence) => Band(level) + ConfidencePoints(confidence);

    private static double Band(FindingLevel level) => level switch
    {
        FindingLevel.Error => 70,
        FindingLevel.Warning => 40,
        FindingLevel.Note => 10,
        _ => 0,
    };

    private static double ClassPoints(FailureClass? failureClass) => failureClass switch
    {
        FailureClass.Instance => 5,
        FailureClass.ThirdParty => 4,
        FailureClass.Host => 4,
        FailureClass.Zone => 3,
        FailureClass.Region => 1,
        _ => 2,
    };

    private static double ConfidencePoints(Confidence confidence) => (int)confidence + 1;
}
