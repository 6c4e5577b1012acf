using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF1002 in configuration files: the one address of a service is a public IP address. A private one may be a virtual address of the site,
/// which SPOF1003 tells.
/// </summary>
internal sealed class Spof1002Settings : SettingsRule
{
    private const string Fix = "Give the host a DNS name, so that it can be pointed elsewhere without telling its clients.";

    public override DiagnosticDescriptor Descriptor => Spof1002.Rule;

    public override IEnumerable<RuleFinding> Judge(string path, FactContext context)
    {
        foreach (var (key, value, host) in SettingsHosts.Single(path, context))
        {
            if (FixedAddress.Of(host, context) == HostClass.PublicIp)
            {
                yield return Finding(value.Location, Fix, "'" + key + "'", host, "") with
                {
                    Properties = ImmutableDictionary<string, string?>.Empty.Add("host", host).Add("configKey", key),
                };
            }
        }
    }
}
