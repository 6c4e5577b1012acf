using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>What every client of the factory gets.</summary>
/// <param name="Resilience">Sum of it.</param>
/// <param name="Handlers">What <c>ConfigureHttpClientDefaults</c> puts around a request, outermost first.</param>
/// <param name="Foreign">A set-up method of another assembly that may add more; null when there is none.</param>
internal sealed record ClientDefaults(ResilienceFact Resilience, IReadOnlyList<HandlerStep> Handlers, IInvocationOperation? Foreign)
{
    public static ClientDefaults None { get; } = new(ResilienceFact.Nothing, [], null);

    /// <summary>What is left after <c>RemoveAllResilienceHandlers</c>.</summary>
    public ClientDefaults WithoutResilience() => new(ResilienceFact.Nothing, [.. Handlers.Where(h => !h.IsResilience)], null);
}
