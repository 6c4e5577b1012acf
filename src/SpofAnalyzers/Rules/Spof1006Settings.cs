using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>SPOF1006 in configuration files: reported at the first destination of the cluster.</summary>
internal sealed class Spof1006Settings : SettingsRule
{
    private static readonly string[] Checks = [":HealthCheck:Passive:Enabled", ":HealthCheck:Active:Enabled"];

    public override DiagnosticDescriptor Descriptor => Spof1006.Rule;

    public override IReadOnlyList<string> Assemblies => Spof1006.Library;

    public override IEnumerable<RuleFinding> Judge(string path, FactContext context)
    {
        foreach (var cluster in ProxyClusters.Of(path, context))
        {
            var isChecked = Checks.Any(c => context.Configuration.Lookup(cluster.Key + c).Any(v => bool.TryParse(v.Value, out var isOn) && isOn));
            if (Hosts(cluster, context) is { } hosts && Spof1006.Problem(hosts, isChecked, context, CancellationToken.None) is var (text, fix))
            {
                var properties = ImmutableDictionary<string, string?>.Empty.Add("host", hosts[0]).Add("configKey", cluster.Key);
                yield return Finding(cluster.Destinations[0].Location, fix, cluster.Name, text) with
                {
                    AdditionalLocations = cluster.Destinations.Skip(1).Select(d => d.Location).ToImmutableArray(),
                    Properties = fix == Spof1006.NoHealthCheck ? properties.Add("lacksHealthCheck", "true") : properties,
                };
            }
        }
    }

    /// <summary>
    /// One host for each destination that the files together give the cluster: an overlay adds to its base. Null when one is not known, and when all
    /// that this file gives is replaced by others.
    /// </summary>
    private static IReadOnlyList<string>? Hosts(ProxyCluster cluster, FactContext context)
    {
        var hosts = new List<string>();
        var isOwn = false;
        foreach (var key in context.Configuration.KeysBelow(cluster.Key + ":Destinations:").Where(ProxyClusters.IsDestination))
        {
            var values = context.Configuration.Lookup(key);
            isOwn |= values.Any(v => cluster.Destinations.Any(d => d.Location.Equals(v.Location)));
            if (values.Count == 0 || EndpointParser.Parse(values[0].Value).Endpoints is not [{ Host: var host }])
            {
                return null;
            }

            hosts.Add(host);
        }

        return isOwn ? hosts : null;
    }
}
