using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF3014: the client of a vendor is used in many classes, none of which stands between it and the rest. A second provider then means changing
/// all of them, so in an outage there is none.
/// </summary>
internal sealed class Spof3014 : OperationRule
{
    public const string Id = "SPOF3014";

    private const int MinClasses = 3;
    private const string Fix = "Put the vendor behind an interface of your own, in one class; a second provider is then a second class.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Third-party client is used without an abstraction to swap it",
        "{0} is used directly in {1} classes ({2}): a second provider would have to be written into each of them",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "Where one class stands between the vendor and the rest, a second provider is a class; else it is a project.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Creations =>
        ["StripeClient", "SendGridClient", "OpenAIClient", "ChatClient", "AnthropicClient", "GitHubClient", "TwilioRestClient"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (operation is not IObjectCreationOperation { Type: { } type } || VendorUses.Root(type) is not ("Stripe" or "SendGrid" or "OpenAI" or "Anthropic" or "Octokit" or "Twilio") || DevelopmentOnly.Covers(operation))
        {
            return null;
        }

        var vendor = VendorUses.Root(type)!;
        var classes = context.GetOrCreate(c => new VendorUses(c)).Of(vendor, cancellationToken);
        return classes.Count < MinClasses ? null
            : Finding(operation.Syntax.GetLocation(), Fix, vendor, classes.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), Names(classes)) with
            {
                AdditionalLocations = classes.Select(c => c.Locations[0]).ToImmutableArray(),
                Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "sdk").Add("clientName", vendor),
            };
    }

    private static string Names(IReadOnlyList<INamedTypeSymbol> classes) =>
        string.Join(", ", classes.Take(MinClasses).Select(c => c.Name)) + (classes.Count > MinClasses ? ", …" : "");
}
