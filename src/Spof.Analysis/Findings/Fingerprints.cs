using System.Security.Cryptography;
using System.Text;
using Spof.Model;

namespace Spof.Analysis.Findings;

/// <summary>
/// Logical identity of a finding. It holds no path, line or count, so that moving a file or scaling something else changes nothing.
/// </summary>
internal static class Fingerprints
{
    public static string Of(string ruleId, string nodeId, string discriminator) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{ruleId}|{nodeId}|{discriminator}")).AsSpan(0, 8));

    /// <summary>One finding per target, rule, node and class.</summary>
    public static string Discriminator(string targetId, FailureClass? failureClass) => $"{targetId}/{failureClass?.ToString() ?? "state"}";
}
