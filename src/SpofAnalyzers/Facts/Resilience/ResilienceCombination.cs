using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

/// <summary>How pieces of resilience add up around one client.</summary>
internal static class ResilienceCombination
{
    /// <summary>Something is there, what it is cannot be read.</summary>
    public static ResilienceFact Unreadable(Location location) => new() { IsPresentOrUnknown = true, Locations = [location] };

    /// <summary>A strategy of which only its presence matters (rate limiter, bulkhead, cache).</summary>
    public static ResilienceFact Present { get; } = ResilienceFact.Nothing with { IsPresentOrUnknown = true };

    /// <summary>The standard handler: four attempts of 10 s each within 30 s, breaker, rate limiter; no fallback.</summary>
    public static ResilienceFact StandardHandler { get; } = Present with
    {
        HasRetry = true, HasTimeout = true, HasCircuitBreaker = true, Retries = 3, TimeoutSeconds = 10,
    };

    /// <summary>The standard hedging handler: a second attempt after 2 s, 10 s for each, breaker per endpoint; no fallback.</summary>
    public static ResilienceFact StandardHedgingHandler { get; } = Present with
    {
        HasHedging = true, HasTimeout = true, HasCircuitBreaker = true, TimeoutSeconds = 10,
    };

    /// <summary>Both around the same call: what one has, the pair has; retries multiply.</summary>
    public static ResilienceFact And(this ResilienceFact outer, ResilienceFact inner) => new()
    {
        HasRetry = Either(outer.HasRetry, inner.HasRetry),
        HasTimeout = Either(outer.HasTimeout, inner.HasTimeout),
        HasCircuitBreaker = Either(outer.HasCircuitBreaker, inner.HasCircuitBreaker),
        HasHedging = Either(outer.HasHedging, inner.HasHedging),
        HasFallback = Either(outer.HasFallback, inner.HasFallback),
        Retries = outer.HasRetry == true && inner.HasRetry == true
            ? ((outer.Retries + 1) * (inner.Retries + 1)) - 1
            : outer.HasRetry == true ? outer.Retries : inner.Retries,
        TimeoutSeconds = outer.TimeoutSeconds is { } a && inner.TimeoutSeconds is { } b ? Math.Min(a, b) : outer.TimeoutSeconds ?? inner.TimeoutSeconds,
        IsPresentOrUnknown = outer.IsPresentOrUnknown || inner.IsPresentOrUnknown,
        Locations = inner.Locations.Count == 0 ? outer.Locations : [.. outer.Locations, .. inner.Locations],
    };

    /// <summary>One of the two, chosen at run time: a strategy counts when either has it.</summary>
    public static ResilienceFact Or(this ResilienceFact first, ResilienceFact second) => first.And(second) with
    {
        Retries = first.HasRetry == true && second.HasRetry == true ? null : first.Retries ?? second.Retries,
    };

    /// <summary>One of several, chosen at run time; unreadable when none of them is known.</summary>
    public static ResilienceFact OneOf(this IEnumerable<ResilienceFact> choices, IOperation use)
    {
        ResilienceFact? sum = null;
        foreach (var choice in choices)
        {
            sum = sum?.Or(choice) ?? choice;
        }

        return sum ?? Unreadable(use.Syntax.GetLocation());
    }

    public static ResilienceFact At(this ResilienceFact fact, Location location) =>
        fact.IsPresentOrUnknown ? fact with { Locations = [location] } : fact;

    private static bool? Either(bool? a, bool? b) => a == true || b == true ? true : a is null || b is null ? null : false;
}
