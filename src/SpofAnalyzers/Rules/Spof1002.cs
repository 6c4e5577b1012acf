using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF1002: a constant IP address reaches an API that connects to it. The address belongs to one machine, and there is no name that could be
/// pointed at another one. An address that is only parsed or compared is no dependency.
/// </summary>
internal sealed class Spof1002 : OperationRule
{
    public const string Id = "SPOF1002";

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Remote endpoint is a fixed IP address",
        "{0} depends on the fixed address '{1}': if the machine behind it is lost or moves, no name can be pointed at another one; use a DNS name{2}",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An IP address means one machine: a name can be moved to a standby or to a load balancer, an address that clients know cannot.",
        helpLinkUri: HelpLinks.Of(Id));

    private const string Fix = "Give the host a DNS name and read it from configuration, so that it can be pointed elsewhere without a new build.";

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls => EndpointSinks.CallNames;

    public override IReadOnlyList<string> Creations => EndpointSinks.CreationNames;

    public override IReadOnlyList<string> Assignments => EndpointSinks.PropertyNames;

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (EndpointSinks.Of(operation, context, cancellationToken) is not { } sink || HardCodedAddress.Of(sink, context) is not { Host: var host }
            || FixedAddress.Of(host, context) is null || !FirstReports.Of(context).IsFirst(Id, sink.Address.Location, sink.Location))
        {
            return null;
        }

        return Finding(sink.Address.Location, Fix, sink.Owner, host, ", and read it from configuration") with
        {
            AdditionalLocations = ImmutableArray.Create(sink.Location),
            Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", sink.DependencyKind).Add("host", host),
        };
    }
}
