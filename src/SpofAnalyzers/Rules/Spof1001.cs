using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF1001: a constant address of a remote host reaches an API that connects to it. Only such sinks count, never the look of a text, and
/// only names: where a fixed IP address leads, its text does not say.
/// </summary>
internal static class Spof1001
{
    public const string Id = "SPOF1001";

    public const string Fix =
        "Read the address from configuration, so that it can point elsewhere without a new build.";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Remote endpoint is hard-coded",
        "{0} depends on '{1}' by an address written into the code: if that host is lost or moves, nothing can take over without a new build; read the address from configuration",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An address that configuration does not know cannot be pointed to another instance, region or provider while the system is down.",
        helpLinkUri: HelpLinks.Of(Id));

    /// <summary>What the rule says about all sinks of a compilation: one finding for each constant, from the first sink that it reaches.</summary>
    public static IEnumerable<RuleFinding> Judge(IEnumerable<EndpointSink> sinks, FactContext context)
    {
        var seen = new HashSet<Location>();
        foreach (var sink in sinks)
        {
            if (Judge(sink, context) is { } finding && seen.Add(finding.Location))
            {
                yield return finding;
            }
        }
    }

    /// <summary>What the rule says about one sink; null when its address is not constant, not remote or not to be reported.</summary>
    public static RuleFinding? Judge(EndpointSink sink, FactContext context)
    {
        if (HardCodedAddress.Of(sink, context) is not { } endpoint)
        {
            return null;
        }

        var verdict = HostClassifier.Classify(endpoint.Host, context.Options.Hosts, endpoint.Path);
        if (verdict.Class is not (HostClass.Own or HostClass.Saas or HostClass.CloudManaged or HostClass.PublicName)
            || verdict.Category == KnownHosts.Telemetry || KnownHosts.IsIdentifierAuthority(endpoint.Host) || HostList.Contains(context.Options.AllowedHosts, endpoint.Host))
        {
            return null;
        }

        var properties = ImmutableDictionary<string, string?>.Empty
            .Add("dependencyKind", sink.DependencyKind)
            .Add("host", endpoint.Host)
            .Add("category", verdict.Category);
        return new RuleFinding(
            Descriptor,
            Fix,
            verdict.Class == HostClass.Saas ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            sink.Address.Location,
            ImmutableArray.Create(sink.Location),
            ImmutableArray.Create(sink.Owner, endpoint.Host),
            properties);
    }
}
