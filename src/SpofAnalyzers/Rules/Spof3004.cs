using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF3004: two handlers of one client both send failed requests again, so the inner one repeats every attempt of the outer one. An outage is
/// met with the product of the two, at the moment when the other side can bear it least.
/// </summary>
internal sealed class Spof3004 : OperationRule
{
    public const string Id = "SPOF3004";

    private const string Fix = "Keep one handler that retries: remove the inner one, or take the default away with 'RemoveAllResilienceHandlers' first.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Resilience handlers are stacked",
        "'{0}' of client '{1}' stands inside of '{2}', which {3}: each attempt of one is repeated by the other{4}, so an outage is met with a multiple of the load",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Handlers of one client add up, whether they are added in one chain, in two places or by the defaults of all clients; their retries multiply.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assemblies => ResilienceCalls.Assemblies;

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
            var inner = client.Handlers.First(h => h.Call.Syntax == call.Syntax);
            if (!RetryLayers.RepeatsFailures(inner, context, cancellationToken))
            {
                continue;
            }

            var before = client.Defaults.Handlers.Where(h => !Branches.IsConditional(h.Entry.Syntax)).Concat(Before(client.Handlers, inner));
            if (before.LastOrDefault(h => RetryLayers.RepeatsFailures(h, context, cancellationToken)) is { } outer)
            {
                return Stacked(client.Name, inner, outer, client.Defaults.Handlers.Contains(outer));
            }

            if (client.Defaults.Foreign is { } foreign && ResilienceNames.IsServiceDefaults(foreign.TargetMethod.Name))
            {
                return Finding(call.NameLocation(), Fix, inner.Method, client.Name, foreign.TargetMethod.Name, "as a rule adds a standard handler to every client", "") with
                {
                    Severity = DiagnosticSeverity.Info,
                    AdditionalLocations = ImmutableArray.Create(foreign.NameLocation()),
                };
            }
        }

        var defaults = clients.Defaults(cancellationToken).Handlers;
        return defaults.FirstOrDefault(h => h.Call.Syntax == call.Syntax) is { } own && RetryLayers.RepeatsFailures(own, context, cancellationToken)
            && Before(defaults, own).LastOrDefault(h => RetryLayers.RepeatsFailures(h, context, cancellationToken)) is { } first
                ? Stacked("(all)", own, first, false) : null;
    }

    private RuleFinding Stacked(string client, HandlerStep inner, HandlerStep outer, bool isDefault)
    {
        var product = inner.Attempts is { } a && outer.Attempts is { } b ? $" (up to {a * b} requests instead of {b})" : "";
        return Finding(inner.Call.NameLocation(), Fix, inner.Method, client, outer.Method, isDefault ? "every client gets" : "already retries", product) with
        {
            AdditionalLocations = ImmutableArray.Create(outer.Call.NameLocation()),
            Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "http").Add("clientName", client),
        };
    }

    /// <summary>Handlers that are sure to be outside of one.</summary>
    public static IEnumerable<HandlerStep> Before(IReadOnlyList<HandlerStep> handlers, HandlerStep inner) =>
        handlers.TakeWhile(h => h != inner).Where(h => h.IsAround(inner));
}
