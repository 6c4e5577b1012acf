using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Hosts that a hedging handler asks in place of the client's own address: when one is away, the next is asked.</summary>
/// <param name="Hosts">One for each group, in the order in which they stand.</param>
/// <param name="UnknownReason">Why it is not known which hosts these are, or whether one stands in for another.</param>
internal sealed record HedgingRoutes(IReadOnlyList<AddressFact> Hosts, string? UnknownReason)
{
    /// <summary>The routes that a call on a client's builder states; null when it states none, so that every attempt goes to one host.</summary>
    public static HedgingRoutes? Read(IInvocationOperation member, FactContext context, CancellationToken cancellationToken)
    {
        if (member.TargetMethod.Name != "AddStandardHedgingHandler" || member.Arguments.Argument("configure") is not { } configure)
        {
            return null;
        }

        if (SourceBodies.Of(context).OfDelegate(configure, cancellationToken) is not { } body)
        {
            return Unknown("its hosts are set by a delegate that is passed in");
        }

        var routing = body.InThisFunction().OfType<IInvocationOperation>().FirstOrDefault(
            i => i.TargetMethod.Name is "ConfigureOrderedGroups" or "ConfigureWeightedGroups");
        return routing is null ? null
            : routing.Arguments.Argument("configure") is { } groups && SourceBodies.Of(context).OfDelegate(groups, cancellationToken) is { } stated
                ? Read(stated, context, cancellationToken)
                : Unknown("its hosts come from a configuration section or a delegate that is passed in");
    }

    private static HedgingRoutes Read(IOperation groups, FactContext context, CancellationToken cancellationToken)
    {
        var hosts = new List<AddressFact>();
        foreach (var group in groups.InThisFunction().OfType<IObjectCreationOperation>().Where(c => c.Type?.Name is "UriEndpointGroup" or "WeightedUriEndpointGroup"))
        {
            var addresses = group.AssignmentsTo("Uri").Select(a => AddressResolver.Resolve(a.Value, context, cancellationToken)).ToList();
            if (addresses.Count > 1)
            {
                return Unknown("a group of it has several hosts, of which each attempt takes one by chance");
            }

            if (addresses.Count == 0 || addresses[0].Source == AddressSource.Unknown || IsRepeated(group))
            {
                return Unknown("its hosts are computed");
            }

            hosts.Add(addresses[0]);
        }

        return hosts.Count == 0 ? Unknown("its hosts are computed") : new(hosts, null);
    }

    private static bool IsRepeated(IOperation group)
    {
        for (var at = group.Parent; at is not null and not IAnonymousFunctionOperation; at = at.Parent)
        {
            if (at is ILoopOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static HedgingRoutes Unknown(string reason) => new([], reason);
}
