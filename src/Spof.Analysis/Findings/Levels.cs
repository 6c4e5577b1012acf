using Spof.Model;

namespace Spof.Analysis.Findings;

/// <summary>The level of a loss, from how sure it is, what it stops and how critical that is.</summary>
internal static class Levels
{
    /// <param name="failureClass">Class of the lost thing.</param>
    /// <param name="verdict">What depends on something unknown is never more than a note.</param>
    /// <param name="mode">What stops.</param>
    /// <param name="tier">Tier of the entry point that stops, 0 critical … 3.</param>
    /// <param name="confidence">An error needs high confidence, a warning medium.</param>
    public static FindingLevel OfSingle(FailureClass failureClass, Verdict verdict, Mode mode, int tier, Confidence confidence)
    {
        if (verdict == Verdict.Possible || confidence == Confidence.Low)
        {
            return FindingLevel.Note;
        }

        return failureClass switch
        {
            FailureClass.Instance or FailureClass.ThirdParty =>
                mode != Mode.Start && tier <= 1 && confidence >= Confidence.High ? FindingLevel.Error : FindingLevel.Warning,
            FailureClass.Host or FailureClass.Zone => tier <= 1 ? FindingLevel.Warning : FindingLevel.Note,
            _ => FindingLevel.Note,
        };
    }

    public static FindingLevel OfPair(int tier, Confidence confidence) =>
        tier == 0 && confidence >= Confidence.Medium ? FindingLevel.Warning : FindingLevel.Note;
}
