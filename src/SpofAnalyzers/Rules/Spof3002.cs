using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF3002: retries and timeouts carry a client over short disturbances. When a payments or identity provider stays away, only a fallback keeps
/// the service going, and none is seen.
/// </summary>
internal sealed class Spof3002 : OperationRule
{
    public const string Id = "SPOF3002";

    private const string Fix = "Add a fallback: a second provider behind the same interface, a queue that charges later, the last answer that is known, or a reduced service.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Critical third-party call has no fallback",
        "Client '{0}' of {1} retries, but has no fallback: while that stays away, {2} fails; a second provider, a queue, a cached or a reduced answer would take over",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Retries end. What happens when a payments or identity provider is away for an hour is decided by the fallback.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls => ["AddHttpClient", "AddRefitClient", "AddRefitGeneratedClient"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        foreach (var client in HttpFacts.IntroducedBy(operation, context, cancellationToken))
        {
            if (client.IsDevelopmentOnly || client.Use == ClientUse.Nowhere || client.Routes is not null
                || client.Resilience is not { IsPresentOrUnknown: true, HasFallback: false })
            {
                continue;
            }

            foreach (var call in client.Calls)
            {
                if (call.Fails && !call.IsPiped && !call.IsAlternative && Spof3001Destination.Of(client, call, context) is { Category: "payments" or "identity" } destination
                    && !HasSecondProvider(client, call, context, cancellationToken))
                {
                    return Finding(client.Location, Fix, client.Name, destination.Description, call.Method) with
                    {
                        AdditionalLocations = ImmutableArray.Create(call.Location),
                        Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "http").Add("clientName", client.Name)
                            .Add("host", destination.Host).Add("category", destination.Category).Add("configKey", client.Address.Key),
                    };
                }
            }
        }

        return null;
    }

    /// <summary>True when another client is asked where this call has failed, or another class is registered for the client's interface.</summary>
    private static bool HasSecondProvider(ClientFact client, CallSite call, FactContext context, CancellationToken cancellationToken) =>
        HttpFacts.OfCompilation(context, cancellationToken).All.Any(other =>
            !ReferenceEquals(other, client)
            && (other.Calls.Any(c => c.AlternativeOf.Contains(call.Location)) || other.TypeNames.Intersect(client.TypeNames).Any()))
        || client.TypeNames.Any(name => context.Compilation.SyntaxTrees.Any(tree => NameMentions.Of(name, tree, cancellationToken).Any(m =>
            m.Parent is TypeArgumentListSyntax { Arguments: { Count: 2 } arguments, Parent: GenericNameSyntax { Identifier.ValueText: var method } }
            && method.IndexOf("Add", StringComparison.Ordinal) >= 0
            && arguments[0] == m && TreeNames.NameOf(arguments[1]) is { } implementation && !client.TypeNames.Contains(implementation))));
}
