using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>The third party that a call of a client reaches.</summary>
/// <param name="Host">Null when only its name tells.</param>
/// <param name="Category">payments, identity, …; null for a public host of which nothing is known.</param>
/// <param name="IsKnownThirdParty">False for a public host that is neither known nor own.</param>
/// <param name="Description">As a person would say it.</param>
internal sealed record Spof3001Destination(string? Host, string? Category, bool IsKnownThirdParty, string Description)
{
    /// <summary>Null when the destination is not remote, is own, is telemetry, or cannot be told.</summary>
    public static Spof3001Destination? Of(ClientFact client, CallSite call, FactContext context)
    {
        var address = call.Address ?? client.Address;
        switch (address.Source)
        {
            case AddressSource.ServiceDiscovery:
                return null;
            case AddressSource.Literal:
                return OfText(address.Text, context);
        }

        // What the settings say counts before the default that the code carries.
        var stated = address is { Source: AddressSource.ConfigurationKey, Key: { } setting } ? context.Configuration.Lookup(setting) : [];
        foreach (var text in stated.Select(s => s.Value).Append(address.Text ?? ""))
        {
            if (HostOf(text) is not null)
            {
                return OfText(text, context);
            }
        }

        return (address.Key is { } key ? OfName(key) : null) ?? OfName(client.Name);
    }

    private static Spof3001Destination? OfText(string? text, FactContext context)
    {
        if (text is null || HostOf(text) is not { } endpoint || HostList.Contains(context.Options.AllowedHosts, endpoint.Host))
        {
            return null;
        }

        var verdict = HostClassifier.Classify(endpoint.Host, context.Options.Hosts, endpoint.Path);
        return verdict switch
        {
            { Category: KnownHosts.Telemetry } => null,
            { Class: HostClass.Saas, Category: { } category } => new(endpoint.Host, category, true, $"'{endpoint.Host}' ({category})"),
            { Class: HostClass.PublicName } => new(endpoint.Host, null, false, $"'{endpoint.Host}'"),
            _ => null,
        };
    }

    private static Spof3001Destination? OfName(string name) =>
        Spof3001Brands.In(name) is var (brand, category) ? new(null, category, true, $"{brand} ({category})") : null;

    private static ParsedEndpoint? HostOf(string text)
    {
        var parsed = EndpointParser.Parse(text);
        return parsed is { Form: AddressForm.Uri, Endpoints.Count: 1 } ? parsed.Endpoints[0] : null;
    }
}
