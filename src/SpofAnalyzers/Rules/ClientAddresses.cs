using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>What the address of a client means to discovery and to the platform.</summary>
internal static class ClientAddresses
{
    /// <summary>True for an address that discovery leaves as it is.</summary>
    public static bool IsOneHost(AddressFact address, FactContext context) =>
        Host(address) is { } host
        && HostClassifier.Classify(host, context.Options.Hosts).Class is HostClass.Saas or HostClass.PublicName or HostClass.CloudManaged
            or HostClass.PrivateIp or HostClass.PublicIp or HostClass.Loopback;

    /// <summary>True for the name of a service, which discovery or the platform replaces by the address of an instance.</summary>
    public static bool IsLogical(AddressFact address) => address.Source == AddressSource.ServiceDiscovery;

    /// <summary>The host that the code states; null when it is not constant.</summary>
    public static string? Host(AddressFact address) =>
        address is { Source: AddressSource.Literal, Text: { } text } && EndpointParser.Parse(text) is { Form: AddressForm.Uri, Endpoints: [var endpoint] } ? endpoint.Host : null;
}
