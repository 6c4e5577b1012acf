using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

internal enum ClientKind
{
    /// <summary><c>new HttpClient()</c>.</summary>
    AdHoc,
    Named,
    Typed,
    Refit,
}

/// <summary>One HTTP client: all registrations and call sites with the same key, merged.</summary>
internal sealed record ClientFact
{
    /// <summary>Client name, typed-client type, Refit interface, or the type that constructs an ad-hoc client.</summary>
    public required string Name { get; init; }

    public required ClientKind Kind { get; init; }

    public required AddressFact Address { get; init; }

    /// <summary>True when the registration or construction states the address; else at most its calls do.</summary>
    public bool IsAddressed { get; init; }

    public required ResilienceFact Resilience { get; init; }

    /// <summary>The registration or the construction; the call that leads to a registration in another project.</summary>
    public required Location Location { get; init; }

    /// <summary>The registration in another project; null where <see cref="Location"/> is the registration.</summary>
    public Location? Registration { get; init; }

    /// <summary>False for a client that is asked for by its name and registered in another project, if at all.</summary>
    public bool IsRegistered { get; init; } = true;

    public IReadOnlyList<CallSite> Calls { get; init; } = [];

    /// <summary>Hosts that take the place of the address; null when the address is all there is.</summary>
    public HedgingRoutes? Routes { get; init; }

    /// <summary>What its own registrations put around a request, outermost first; the defaults stand outside of them.</summary>
    public IReadOnlyList<HandlerStep> Handlers { get; init; } = [];

    /// <summary>What every client of the factory gets, as far as this one keeps it.</summary>
    public ClientDefaults Defaults { get; init; } = ClientDefaults.None;

    /// <summary>Assignments to its <c>Timeout</c>.</summary>
    public IReadOnlyList<SyntaxNode> TimeoutsSet { get; init; } = [];

    /// <summary>True for a gRPC client or channel.</summary>
    public bool IsGrpc { get; init; }

    /// <summary><c>HttpClient.Timeout</c> in seconds when the code sets it to a constant.</summary>
    public double? TimeoutSeconds { get; init; }

    /// <summary>Proven to run in development only (<c>IsDevelopment()</c>, <c>#if DEBUG</c>).</summary>
    public bool IsDevelopmentOnly { get; init; }

    public ClientUse Use { get; init; } = ClientUse.Used;

    /// <summary>True when a call that introduces it or names its address is not bound to a symbol, but told by its name. No rule judges it.</summary>
    public bool IsMatchedByName { get; init; }

    /// <summary>Simple names of the types by which code asks for a typed client; empty for other clients.</summary>
    public IReadOnlyCollection<string> TypeNames { get; init; } = [];
}

/// <summary>Whether code gets hold of a registered client: by injection, by its name, or by asking the container for its type.</summary>
internal enum ClientUse
{
    Used,

    /// <summary>Not in this compilation; another one may.</summary>
    NotHere,

    /// <summary>Nowhere: no other compilation can name it.</summary>
    Nowhere,
}

internal enum CallOutcome
{
    /// <summary>The exception reaches the caller.</summary>
    Propagates,

    /// <summary>A handler returns or assigns a substitute.</summary>
    Substitutes,

    /// <summary>A handler, or the code that it lets run, throws or answers with an error.</summary>
    Rethrows,

    /// <summary>A handler goes on, and the code after it throws or not for reasons that it does not show.</summary>
    Unknown,
}

/// <param name="Method">Name of the method that calls (<c>GetAsync</c>).</param>
/// <param name="IsUnsafe">True for POST, PUT, PATCH, DELETE, or a request whose method is not known.</param>
/// <param name="Outcome">What happens when the call throws.</param>
/// <param name="IsPiped">True when a resilience pipeline or policy executes the call, or a loop around it tries again.</param>
/// <param name="Address">Address of the call when it is absolute; null when relative to the client's base.</param>
/// <param name="Location">The call.</param>
internal sealed record CallSite(string Method, bool IsUnsafe, CallOutcome Outcome, bool IsPiped, AddressFact? Address, Location Location)
{
    /// <summary>True when the call is made only after another one has failed: a second provider, not a need of its own.</summary>
    public bool IsAlternative { get; init; }

    /// <summary>The calls whose failure leads to this one; empty when the code does not show them.</summary>
    public IReadOnlyList<Location> AlternativeOf { get; init; } = [];

    /// <summary>The class of the call when nothing in the program constructs, registers or names it; null for all others.</summary>
    public string? UnusedType { get; init; }

    /// <summary>True when the failure of the call is known to reach the caller of code that may run.</summary>
    public bool Fails => Outcome is CallOutcome.Propagates or CallOutcome.Rethrows && UnusedType is null;

    /// <summary>Background inside the type of a hosted service, start-up in the methods that start it; request anywhere else.</summary>
    public UsePhase Phase { get; init; } = UsePhase.Request;
}

/// <summary>What surrounds a client, and where it is said. Null means that the code does not show it.</summary>
internal sealed record ResilienceFact
{
    public static ResilienceFact Nothing { get; } = new()
    {
        HasRetry = false, HasTimeout = false, HasCircuitBreaker = false, HasHedging = false, HasFallback = false,
    };

    public bool? HasRetry { get; init; }

    public bool? HasTimeout { get; init; }

    public bool? HasCircuitBreaker { get; init; }

    public bool? HasHedging { get; init; }

    public bool? HasFallback { get; init; }

    public int? Retries { get; init; }

    public double? TimeoutSeconds { get; init; }

    /// <summary>True when it is shown or cannot be excluded (a wrapper from another assembly): a rule must then stay silent.</summary>
    public bool IsPresentOrUnknown { get; init; }

    public IReadOnlyList<Location> Locations { get; init; } = [];
}
