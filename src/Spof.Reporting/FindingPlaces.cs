using Spof.Model;

namespace Spof.Reporting;

/// <summary>Where a finding points: the line that a person would change.</summary>
internal static class FindingPlaces
{
    /// <summary>
    /// Of a finding about code, the code. Nobody here can change an outside host, so of one of those the call or the key that names it. Of
    /// a domain the first line that puts something into it. Of everything else what declares it: the manifest, else the configuration key.
    /// </summary>
    /// <returns>The piece of evidence; null for a finding without any.</returns>
    public static Evidence? MainOf(Finding finding) =>
        finding.Class is null or FailureClass.ThirdParty || IsOutside(finding) ? finding.Chain.FirstOrDefault()
        : (finding.Class is FailureClass.Instance ? finding.Chain.LastOrDefault(IsManifest) : finding.Chain.FirstOrDefault(IsManifest))
            ?? finding.Chain.LastOrDefault(e => e.Layer == EvidenceLayer.Config)
            ?? finding.Chain.FirstOrDefault();

    private static bool IsManifest(Evidence evidence) => evidence.Layer == EvidenceLayer.Manifest;

    private static bool IsOutside(Finding finding) =>
        finding.Class is FailureClass.Instance && finding.NodeId.StartsWith("host:", StringComparison.Ordinal);
}
