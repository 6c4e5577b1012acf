using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

/// <summary>A client while its registrations and calls are collected.</summary>
internal sealed class ClientDraft(string name, ClientKind kind, Location location)
{
    public string Name { get; } = name;

    public ClientKind Kind { get; set; } = kind;

    public Location Location { get; set; } = location;

    public bool IsGrpc { get; set; }

    /// <summary>True when the factory makes it, so that <c>ConfigureHttpClientDefaults</c> applies.</summary>
    public bool IsFromFactory { get; set; }

    /// <summary>False for a name that is used but registered elsewhere.</summary>
    public bool IsRegistered { get; set; } = true;

    /// <summary>Typed client and its implementation; for Refit, the interface.</summary>
    public List<INamedTypeSymbol> Types { get; } = [];

    public List<AddressFact> Addresses { get; } = [];

    public List<CallSite> Calls { get; } = [];

    public ResilienceFact Resilience { get; set; } = ResilienceFact.Nothing;

    public bool RemovesDefaults { get; set; }

    public double? TimeoutSeconds { get; set; }

    public bool IsDevelopmentOnly { get; set; }

    public ClientFact Finish(ResilienceFact defaults)
    {
        var around = IsFromFactory && !RemovesDefaults ? defaults.And(Resilience) : Resilience;
        if (!IsRegistered)
        {
            around = around.And(ResilienceCombination.Unreadable(Location));
        }

        return new ClientFact
        {
            Name = Name,
            Kind = Kind,
            IsGrpc = IsGrpc,
            Address = Address(),
            Resilience = around,
            Location = Location,
            Calls = Calls,
            TimeoutSeconds = TimeoutSeconds,
            IsDevelopmentOnly = IsDevelopmentOnly,
        };
    }

    private AddressFact Address() =>
        Addresses.Find(a => a.Source != AddressSource.Unknown)
        ?? Calls.Find(c => c.Address is not null)?.Address
        ?? Addresses.FirstOrDefault()
        ?? AddressFact.Unknown("no address is set where the client is registered or used", Location);
}
