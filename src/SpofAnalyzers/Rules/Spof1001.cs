using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        var address = sink.Address;
        if (context.Options.ApplicationKind != ApplicationKind.Server || sink.IsDevelopmentOnly || address.Source != AddressSource.Literal
            || address.Text is not { } text || IsOverridable(address.Location) || RemoteHost(sink, text) is not { } endpoint)
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
            address.Location,
            ImmutableArray.Create(sink.Location),
            ImmutableArray.Create(sink.Owner, endpoint.Host),
            properties);
    }

    /// <summary>The one host that the text names; null for relative addresses and for lists.</summary>
    private static ParsedEndpoint? RemoteHost(EndpointSink sink, string text)
    {
        // A property of a connection string builder holds the value alone, in the form that its keyword has.
        var isValueOfKeyword = sink.Provider is ConnectionProvider.SqlServer or ConnectionProvider.PostgreSql or ConnectionProvider.MySql
            && text.IndexOf('=') < 0;
        var parsed = EndpointParser.Parse(isValueOfKeyword ? "Server=" + text : text, sink.Provider);
        var namesHost = parsed.Form == AddressForm.Uri || sink.DependencyKind is not ("http" or "grpc" or "websocket");
        return namesHost && parsed.Endpoints.Count == 1 ? parsed.Endpoints[0] : null;
    }

    /// <summary>Defaults of settable properties and of parameters are configuration, not hard-coding.</summary>
    private static bool IsOverridable(Location location)
    {
        var node = location.SourceTree?.GetRoot().FindNode(location.SourceSpan, getInnermostNodeForTie: true);
        for (; node is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax or EqualsValueClauseSyntax; node = node.Parent)
        {
            if (node is EqualsValueClauseSyntax { Parent: ParameterSyntax })
            {
                return true;
            }

            if (node is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property })
            {
                return property.AccessorList?.Accessors.Any(a => a.IsKind(SyntaxKind.SetAccessorDeclaration) || a.IsKind(SyntaxKind.InitAccessorDeclaration)) == true
                    && !property.Modifiers.Any(SyntaxKind.StaticKeyword);
            }
        }

        return false;
    }
}
