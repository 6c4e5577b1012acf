using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF3008: a retry cannot tell a request that did not arrive from one whose answer was lost. Where it charges a card, the second attempt may
/// charge again, unless the provider can recognise it.
/// </summary>
internal sealed class Spof3008 : OperationRule
{
    public const string Id = "SPOF3008";

    private const string Fix = "Call 'options.Retry.DisableForUnsafeHttpMethods()', or send an 'Idempotency-Key' that stays the same for all attempts.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Unsafe requests to a payment provider are retried",
        "'{0}' of client '{1}' also repeats {2}, and no idempotency key is seen: when only the answer is lost, {3} is asked to do it again",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The standard handler sends POST requests again like any other; a payment may then be made twice.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assemblies => ResilienceCalls.Assemblies;

    public override IReadOnlyList<string> Calls => [.. ResilienceCalls.Names, "AddHttpClient", "AddRefitClient", "AddRefitGeneratedClient"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (operation is not IInvocationOperation call)
        {
            return null;
        }

        if (ResilienceCalls.Is(call, context))
        {
            foreach (var client in HttpFacts.OfCompilation(context, cancellationToken).HandledBy(call))
            {
                if (Of(client, client.Handlers.First(h => h.Call.Syntax == call.Syntax), call.NameLocation(), context, cancellationToken) is { } finding)
                {
                    return finding;
                }
            }

            return null;
        }

        foreach (var client in HttpFacts.IntroducedBy(operation, context, cancellationToken).Where(c => !c.IsDevelopmentOnly))
        {
            foreach (var handler in client.Defaults.Handlers)
            {
                if (Of(client, handler, client.Location, context, cancellationToken) is { } finding)
                {
                    return finding;
                }
            }
        }

        return null;
    }

    private RuleFinding? Of(ClientFact client, HandlerStep handler, Location at, FactContext context, CancellationToken cancellationToken)
    {
        if (handler.Adds.HasRetry != true || handler.Adds.Retries == 0
            || !RetryLayers.RepeatsFailures(handler, context, cancellationToken) || RetryLayers.ChoosesMethods(handler.Call, context, cancellationToken))
        {
            return null;
        }

        foreach (var call in client.Calls)
        {
            // What Send sends may be a query; only the methods that say so are certain.
            if (call is { IsUnsafe: true, Method: not ("SendAsync" or "Send") } && Spof3001Destination.Of(client, call, context) is { Category: "payments" } destination
                && !SpeaksOfIdempotency(client, handler, cancellationToken))
            {
                return Finding(at, Fix, handler.Method, client.Name, call.Method, destination.Description) with
                {
                    AdditionalLocations = ImmutableArray.Create(call.Location, handler.Call.NameLocation()),
                    Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "http").Add("clientName", client.Name)
                        .Add("host", destination.Host).Add("category", destination.Category),
                };
            }
        }

        return null;
    }

    /// <summary>True when a file that calls, sets up or handles the client's requests mentions a key.</summary>
    private static bool SpeaksOfIdempotency(ClientFact client, HandlerStep handler, CancellationToken cancellationToken) =>
        client.Calls.Select(c => c.Location.SourceTree)
            .Concat([client.Location.SourceTree, handler.Call.Syntax.SyntaxTree])
            .Concat(client.Handlers.SelectMany(h => h.Call.TargetMethod.TypeArguments).SelectMany(t => t.DeclaringSyntaxReferences).Select(r => r.SyntaxTree))
            .OfType<SyntaxTree>().Distinct()
            .Any(tree => tree.GetText(cancellationToken).ToString().IndexOf("idempoten", StringComparison.OrdinalIgnoreCase) >= 0);
}
