using Spof.Model;

namespace Spof.Tool.Risks;

/// <summary>Judges an <c>[AcceptSpof]</c> of the code by the rules of <c>.spof/risks.yml</c>: owner, reason and a last day.</summary>
internal static class StatedRisk
{
    /// <exception cref="SettingsException">A field is missing or wrong.</exception>
    public static RiskEntry Of(StatedAcceptance stated, Finding finding, DateOnly today) => new()
    {
        Finding = finding.Fingerprint,
        Owner = stated.Owner ?? throw Missing(stated, "Owner"),
        Reason = stated.Reason ?? throw Missing(stated, "Reason"),
        Until = RisksReader.Day(stated.Until ?? throw Missing(stated, "Until"), stated.At, today),
        At = stated.At,
    };

    private static SettingsException Missing(StatedAcceptance stated, string field) => new(stated.At, $"'{field}' is missing");
}
