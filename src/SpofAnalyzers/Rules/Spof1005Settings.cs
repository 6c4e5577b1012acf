using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>SPOF1005 in configuration files: service discovery is given one endpoint of a service.</summary>
internal sealed class Spof1005Settings : SettingsRule
{
    public override DiagnosticDescriptor Descriptor => Spof1005.Rule;

    public override IReadOnlyList<string> Assemblies => DiscoveredServices.Assemblies;

    public override IEnumerable<RuleFinding> Judge(string path, FactContext context)
    {
        foreach (var (key, value) in context.Configuration.ValuesOf(path))
        {
            if (DiscoveredServices.ListOf(key) is { } list && IsAlone(key, list, value, context)
                && EndpointParser.Parse(value.Value).Endpoints is [{ Host: var host }] && OneOfList.IsOneMachine(host, context))
            {
                yield return Finding(value.Location, Spof1005.Fix, list, host) with
                {
                    Properties = ImmutableDictionary<string, string?>.Empty.Add("host", host).Add("configKey", key),
                };
            }
        }
    }

    /// <summary>True when the value holds in an environment and no file gives the list another entry.</summary>
    private static bool IsAlone(string key, string list, ConfigurationValue value, FactContext context) =>
        context.Configuration.Lookup(key).Any(v => v.Location.Equals(value.Location))
        && Enumerable.Range(0, 3).Select(i => list + ":" + i.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .All(other => other.Equals(key, StringComparison.OrdinalIgnoreCase) || context.Configuration.Lookup(other).Count == 0);
}
