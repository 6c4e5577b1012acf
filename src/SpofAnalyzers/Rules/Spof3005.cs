using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF3005: handlers run in the order in which they are added. Discovery that comes before the retries picks an instance once, outside of them,
/// so every retry goes to the instance that has just failed, while its neighbours stand idle.
/// </summary>
internal sealed class Spof3005 : OperationRule
{
    public const string Id = "SPOF3005";

    private const string Fix =
        "Add the resilience handler first and 'AddServiceDiscovery' after it, in two statements on the builder: in one chain that order does not compile.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Retries are pinned to the failed instance",
        "'{0}' is added after 'AddServiceDiscovery'{1}, so discovery picks one instance for all attempts: when several endpoints are configured and that one is lost, every attempt goes to it",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Only what stands inside of the retries runs again for each attempt; discovery must be added after the resilience handler.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assemblies => ["Microsoft.Extensions.ServiceDiscovery"];

    public override IReadOnlyList<string> Calls => ResilienceCalls.Names;

    public override bool AppliesTo(FactContext context) => ResilienceCalls.AppliesTo(context);

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (operation is not IInvocationOperation call || !ResilienceCalls.Is(call, context))
        {
            return null;
        }

        var clients = HttpFacts.OfCompilation(context, cancellationToken);
        foreach (var client in clients.HandledBy(call))
        {
            var handler = client.Handlers.First(h => h.Call.Syntax == call.Syntax);
            if (!handler.Repeats || client.Routes is not null || ClientAddresses.IsOneHost(client.Address, context))
            {
                continue;
            }

            if (Spof3004.Before(client.Handlers, handler).LastOrDefault(h => h.IsDiscovery) is { } own)
            {
                return Pinned(handler, own, "", client);
            }

            // Where the defaults retry too, stacking is the defect: without the inner handler the outer one moves on.
            if (client.Defaults.Handlers.FirstOrDefault(h => h.IsDiscovery && !Branches.IsConditional(h.Entry.Syntax)) is { } common
                && !client.Defaults.Handlers.Any(h => h.Repeats))
            {
                return Pinned(handler, common, " of the defaults for all clients", client) with
                {
                    Severity = ClientAddresses.IsLogical(client.Address) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
                };
            }
        }

        var defaults = clients.Defaults(cancellationToken).Handlers;
        return defaults.FirstOrDefault(h => h.Call.Syntax == call.Syntax) is { Repeats: true } shared
            && Spof3004.Before(defaults, shared).LastOrDefault(h => h.IsDiscovery) is { } first
                ? Pinned(shared, first, "", null) : null;
    }

    private RuleFinding Pinned(HandlerStep handler, HandlerStep discovery, string where, ClientFact? client) =>
        Finding(handler.Call.NameLocation(), Fix, handler.Method, where) with
        {
            AdditionalLocations = ImmutableArray.Create(discovery.Call.NameLocation()),
            Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "http").Add("clientName", client?.Name),
        };
}
