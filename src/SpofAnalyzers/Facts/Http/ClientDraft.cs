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

    /// <summary>False for a client that is made where it is used, and for one that code may get hold of in ways that are not followed.</summary>
    public bool IsUseShown { get; set; }

    /// <summary>Typed client and its implementation; for Refit, the interface.</summary>
    public List<INamedTypeSymbol> Types { get; } = [];

    public List<AddressFact> Addresses { get; } = [];

    public List<CallSite> Calls { get; } = [];

    public ResilienceFact Resilience { get; set; } = ResilienceFact.Nothing;

    public HedgingRoutes? Routes { get; set; }

    /// <summary>What its registrations put around a request, outermost first.</summary>
    public List<HandlerStep> Handlers { get; } = [];

    /// <summary>Assignments to its <c>Timeout</c>.</summary>
    public List<SyntaxNode> TimeoutsSet { get; } = [];

    public bool RemovesDefaults { get; set; }

    public double? TimeoutSeconds { get; set; }

    public bool IsDevelopmentOnly { get; set; }

    /// <summary>The registration, where the location is that of a call which leads to it; null where it is the registration itself.</summary>
    public Location? Registration { get; init; }

    /// <summary>True when it belongs to the projects that call the set-up method around it; here it only keeps its calls from being another client.</summary>
    public bool IsTakenOver { get; set; }

    public bool IsMatchedByName { get; set; }

    /// <summary>A generated gRPC client may be known by its name alone.</summary>
    public IReadOnlyCollection<string> TypeNames =>
        [.. Types.Select(t => t.Name).Concat(IsGrpc ? [Name] : []).Where(n => n.Length > 0).Distinct()];

    public ClientFact Finish(ClientDefaults defaults, ClientUse use)
    {
        var around = IsFromFactory && !RemovesDefaults ? defaults.Resilience.And(Resilience) : Resilience;
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
            IsAddressed = Addresses.Exists(a => a.Source != AddressSource.Unknown),
            Resilience = around,
            Location = Location,
            Registration = Registration,
            IsRegistered = IsRegistered,
            Calls = Calls,
            Routes = Routes,
            Handlers = Handlers,
            Defaults = !IsFromFactory ? ClientDefaults.None : RemovesDefaults ? defaults.WithoutResilience() : defaults,
            TimeoutsSet = TimeoutsSet,
            TimeoutSeconds = TimeoutSeconds,
            IsDevelopmentOnly = IsDevelopmentOnly,
            IsMatchedByName = IsMatchedByName,
            Use = use,
            TypeNames = TypeNames,
        };
    }

    /// <summary>What is set last holds: configurations of one client run in their order.</summary>
    private AddressFact Address() =>
        Addresses.FindLast(a => a.Source != AddressSource.Unknown)
        ?? Calls.Find(c => c.Address is not null)?.Address
        ?? Addresses.FirstOrDefault()
        ?? AddressFact.Unknown("no address is set where the client is registered or used", Location);
}
