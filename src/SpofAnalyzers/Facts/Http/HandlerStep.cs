using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>One call of a builder chain that puts something around the requests of a client.</summary>
/// <param name="Call">The call.</param>
/// <param name="Entry">The call itself, or the wrapper that leads to it: it stands in the code that sets up the client.</param>
/// <param name="Adds">Resilience that it adds; nothing for other handlers.</param>
/// <param name="IsDiscovery">True for <c>AddServiceDiscovery</c>, which replaces a service's name by the address of one of its instances.</param>
internal sealed record HandlerStep(IInvocationOperation Call, IInvocationOperation Entry, ResilienceFact Adds, bool IsDiscovery)
{
    private const string DiscoveryExtensions = "Microsoft.Extensions.DependencyInjection.ServiceDiscoveryHttpClientBuilderExtensions";

    public string Method => Call.TargetMethod.Name;

    public bool IsResilience => Method is "AddStandardResilienceHandler" or "AddStandardHedgingHandler" or "AddResilienceHandler";

    /// <summary>True when it certainly sends a request again, whatever makes it do so.</summary>
    public bool Repeats => Adds.HasHedging == true || (Adds.HasRetry == true && Adds.Retries != 0);

    /// <summary>Requests that it makes of one at most; null when the code does not say.</summary>
    public int? Attempts => Adds.HasHedging == true && Adds.HasRetry != true ? 2 : Adds.Retries + 1;

    /// <summary>Adds the member to the handlers of a chain when it is one, and takes away what it removes.</summary>
    public static void Take(BuilderMember member, ChainResilience effect, List<HandlerStep> handlers, FactContext context)
    {
        if (effect.RemovesAll)
        {
            handlers.RemoveAll(h => h.IsResilience);
            return;
        }

        var method = member.Call.TargetMethod;
        var isDiscovery = method.Name == "AddServiceDiscovery" && context.Is(method.ContainingType, DiscoveryExtensions);
        if (isDiscovery || effect.Adds is not null)
        {
            handlers.Add(new(member.Call, member.Entry, effect.Adds ?? ResilienceFact.Nothing, isDiscovery));
        }
    }
}
