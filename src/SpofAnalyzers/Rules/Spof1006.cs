using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF1006: a cluster of YARP that has one destination stops with it; one with several goes on sending to the lost one as long as no health
/// check takes it out, and none is on by default.
/// </summary>
internal sealed class Spof1006 : OperationRule
{
    public const string Id = "SPOF1006";

    public const string OneDestination = "Add a second destination, or point the one at a name behind which the platform balances.";

    public const string NoHealthCheck = "Enable passive health checks ('HealthCheck: { Passive: { Enabled: true } }'), active ones, or both.";

    public static readonly string[] Library = ["Yarp.ReverseProxy"];

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Reverse-proxy cluster has one destination or no health checks",
        "Reverse-proxy cluster '{0}' {1}",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A reverse proxy passes a loss on when it has nowhere else to send to, or does not notice which destination is gone.",
        helpLinkUri: HelpLinks.Of(Id));

    /// <summary>Methods that turn one destination into the machines behind its name.</summary>
    private static readonly string[] Resolvers = ["AddServiceDiscoveryDestinationResolver", "AddDnsDestinationResolver", "IDestinationResolver"];

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assemblies => Library;

    public override IReadOnlyList<string> Creations => ["ClusterConfig"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        var creation = (IObjectCreationOperation)operation;
        if (!context.Is(creation.Type, "Yarp.ReverseProxy.Configuration.ClusterConfig"))
        {
            return null;
        }

        var settings = ObjectSettings.Of(creation);
        if (settings["Destinations"] is not { } destinations || Hosts(destinations, context, cancellationToken) is not { } hosts
            || Problem(hosts, settings["HealthCheck"] is not null, context, cancellationToken) is not var (text, fix) || DevelopmentOnly.Covers(operation))
        {
            return null;
        }

        var name = settings["ClusterId"]?.Core().ConstantValue is { HasValue: true, Value: string id } ? id : "(unnamed)";
        return Finding(creation.Syntax.GetLocation(), fix, name, text);
    }

    /// <summary>What is wrong with a cluster, and what to do; null when nothing is, or when the platform decides.</summary>
    /// <param name="hosts">Hosts of all destinations.</param>
    /// <param name="isChecked">Health checks are configured.</param>
    /// <param name="context">The compilation.</param>
    /// <param name="cancellationToken">Stops the search for resolvers.</param>
    public static (string Text, string Fix)? Problem(IReadOnlyList<string> hosts, bool isChecked, FactContext context, CancellationToken cancellationToken)
    {
        if (hosts.Count == 0 || (hosts.Count > 1 && isChecked) || !hosts.All(h => IsMachine(h, context))
            || Array.Exists(Resolvers, r => NamesInCode.Of(context).Mentions(r, cancellationToken)))
        {
            return null;
        }

        return hosts.Count == 1
            ? ("has the one destination '" + hosts[0] + "': if it is lost, every route to the cluster fails; add a second destination, or a name behind which the platform balances",
                OneDestination)
            : ("has " + hosts.Count.ToString(CultureInfo.InvariantCulture)
                + " destinations and no health check: one that is lost keeps getting its share of the requests; enable passive or active health checks", NoHealthCheck);
    }

    /// <summary>Names of services are balanced by the platform, unless they carry the number of an instance.</summary>
    private static bool IsMachine(string host, FactContext context) => OneOfList.IsOneMachine(host, context) || InstanceName.Is(host, context);

    /// <summary>Hosts of a dictionary that is written out; null when a part of it is not known.</summary>
    private static IReadOnlyList<string>? Hosts(IOperation destinations, FactContext context, CancellationToken cancellationToken)
    {
        if (destinations.Core() is not IObjectCreationOperation { Arguments.Length: 0, Initializer.Initializers: var entries })
        {
            return null;
        }

        var hosts = new List<string>();
        foreach (var entry in entries)
        {
            var destination = entry switch
            {
                IInvocationOperation { Arguments: [_, var value] } => value.Value,
                ISimpleAssignmentOperation assignment => assignment.Value,
                _ => null,
            };
            if (destination?.Core() is not IObjectCreationOperation config || ObjectSettings.Of(config)["Address"] is not { } address
                || AddressResolver.Resolve(address, context, cancellationToken) is not { Source: AddressSource.Literal or AddressSource.ServiceDiscovery, Text: { } text }
                || EndpointParser.Parse(text).Endpoints is not [{ Host: var host }])
            {
                return null;
            }

            hosts.Add(host);
        }

        return hosts;
    }
}
