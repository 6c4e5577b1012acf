using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF3001: a client talks to a third party, and neither its registration, the defaults of the compilation nor its calls do anything
/// when that third party is away. The client is judged, not the call: all registrations and calls of one name belong together.
/// </summary>
internal static class Spof3001
{
    public const string Id = "SPOF3001";

    public const string Fix =
        "Add a resilience handler with retries off for unsafe methods, and a fallback: a second provider, a queue that retries later, or a reduced answer.";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Third-party API client has neither resilience nor fallback",
        "Client '{0}' depends on {1} with neither retry, pipeline nor fallback: while that is away, {2} fails and so does its caller; add a resilience handler and a fallback",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A third party cannot be given a second instance by the owner of the code; what the code does while it is away decides whether the service stops.",
        helpLinkUri: HelpLinks.Of(Id));

    /// <summary>What the rule says about one client; null when something protects it or its destination is no third party.</summary>
    public static RuleFinding? Judge(ClientFact client, FactContext context)
    {
        if (context.Options.ApplicationKind != ApplicationKind.Server || client.IsDevelopmentOnly || client.Use == ClientUse.Nowhere
            || client.Resilience.IsPresentOrUnknown)
        {
            return null;
        }

        RuleFinding? best = null;
        foreach (var call in client.Calls)
        {
            if (call.IsPiped || call.IsAlternative || call.Outcome is CallOutcome.Substitutes or CallOutcome.Unknown
                || Spof3001Destination.Of(client, call, context) is not { } destination)
            {
                continue;
            }

            var finding = Finding(client, call, destination);
            if (destination.IsKnownThirdParty)
            {
                return finding;
            }

            best ??= finding;
        }

        return best;
    }

    private static RuleFinding Finding(ClientFact client, CallSite call, Spof3001Destination destination)
    {
        var readsOnly = client.Calls.All(c => !c.IsUnsafe);
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add("dependencyKind", client.IsGrpc ? "grpc" : "http")
            .Add("host", destination.Host)
            .Add("category", destination.Category)
            .Add("clientName", client.Name)
            .Add("configKey", client.Address.Key)
            .Add("readsOnly", readsOnly ? "true" : "false");
        return new RuleFinding(
            Descriptor,
            Fix,
            destination.IsKnownThirdParty ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            client.Location,
            client.Registration is { } registration ? ImmutableArray.Create(registration, call.Location) : ImmutableArray.Create(call.Location),
            ImmutableArray.Create(client.Name, destination.Description, call.Method),
            properties);
    }
}
