using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF1003: the configuration of a deployment gives a service one address, and that address means one machine: a private IP address or a name
/// with the number of an instance.
/// </summary>
internal sealed class Spof1003 : SettingsRule
{
    public const string Id = "SPOF1003";

    private const string Fix = "Point the key at a name that stands for the service (a load balancer, a listener, a service name), or list the other machines too.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Deployment configuration pins one machine",
        "'{0}' points at the one machine '{1}': if it is lost, the service has no other address to go to; use a name that stands for the whole service, or list several hosts",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "An address of one machine in the configuration of a deployment keeps a service on it, even where a second one runs.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<RuleFinding> Judge(string path, FactContext context)
    {
        foreach (var (key, value, host) in SettingsHosts.Single(path, context))
        {
            // The destinations of a reverse proxy and the endpoints of service discovery are lists by their form: SPOF1006 and SPOF1005 judge them.
            if (!ProxyClusters.IsDestination(key) && !DiscoveredServices.IsEndpoint(key, context)
                && (FixedAddress.Of(host, context) == HostClass.PrivateIp
                    || (InstanceName.Is(host, context) && !HostList.Contains(context.Options.AllowedHosts, host))))
            {
                yield return Finding(value.Location, Fix, key, host) with
                {
                    Properties = ImmutableDictionary<string, string?>.Empty.Add("host", host).Add("configKey", key),
                };
            }
        }
    }
}
