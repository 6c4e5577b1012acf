using System.Collections.Immutable;
using Spof.Model;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace Spof.Code.Mapping;

/// <summary>Turns the address of a fact into the address of the model; the text is parsed for hosts and dropped.</summary>
internal static class AddressMap
{
    public static CodeAddress Of(AddressFact fact, ConnectionProvider provider = ConnectionProvider.Unknown)
    {
        var endpoints = EndpointsOf(fact.Text, provider);
        return new CodeAddress
        {
            Origin = fact.Source switch
            {
                AddressSource.Literal => AddressOrigin.Literal,
                AddressSource.ConfigurationKey => AddressOrigin.ConfigurationKey,
                AddressSource.EnvironmentVariable => AddressOrigin.EnvironmentVariable,
                AddressSource.ServiceDiscovery => AddressOrigin.ServiceDiscovery,
                _ => AddressOrigin.Unknown,
            },
            Key = fact.Key,
            Endpoints = endpoints,
            UnknownReason = fact.UnknownReason ?? (fact.Key is null && endpoints.IsEmpty ? "the code names no host" : null),
            Evidence = EvidenceMap.Of([fact.Location, .. fact.Path]),
        };
    }

    public static ImmutableArray<EndpointAddress> EndpointsOf(string? text, ConnectionProvider provider)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var parsed = EndpointParser.Parse(text, provider);
        return [.. parsed.Endpoints.Select(e => new EndpointAddress(e.Host, e.Port, e.Scheme, e.Path, e.Database)).Distinct()];
    }
}
