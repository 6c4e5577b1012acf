namespace Spof.Model;

/// <summary>How sure a finding is: the confidence of its weakest hop.</summary>
public enum Confidence
{
    Low,
    Medium,
    High,
    VeryHigh,
}

/// <summary>Derives the confidence of a chain from its hops.</summary>
public static class Confidences
{
    /// <summary>
    /// All hops declared: very high. Resolved through references: high. One hop inferred: medium. More than one: low.
    /// </summary>
    public static Confidence Of(IEnumerable<Evidence> chain)
    {
        var inferred = 0;
        var resolved = false;
        foreach (var hop in chain)
        {
            inferred += hop.How == Certainty.Inferred ? 1 : 0;
            resolved |= hop.How == Certainty.Resolved;
        }

        return inferred switch
        {
            0 => resolved ? Confidence.High : Confidence.VeryHigh,
            1 => Confidence.Medium,
            _ => Confidence.Low,
        };
    }

    public static Confidence Weakest(Confidence a, Confidence b) => a < b ? a : b;
}
