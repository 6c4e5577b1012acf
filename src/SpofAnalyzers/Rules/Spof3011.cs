using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF3011: the client of a vendor retries by itself, and the code switches that off (or, with SendGrid, never switches it on). Every short
/// disturbance then is a failure.
/// </summary>
internal sealed class Spof3011 : OperationRule
{
    public const string Id = "SPOF3011";

    private const string Fix = "Leave the retries of the client at their default, or wrap its calls in a pipeline of your own.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "SDK retries are switched off",
        "{0} leaves {1} without retries, and no pipeline around its calls is seen: the first short disturbance on the way to it is a failure",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Clients of vendors come with retries that fit their service; without them and without a pipeline every disturbance surfaces.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assignments => ["MaxRetries", "MaxErrorRetry", "MaxNetworkRetries"];

    public override IReadOnlyList<string> Creations => ["ClientRetryPolicy", "SendGridClient", "SystemNetHttpClient"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        var found = operation switch
        {
            ISimpleAssignmentOperation assignment => OfSetting(assignment, context),
            IObjectCreationOperation creation => OfCreation(creation, context),
            _ => null,
        };
        return found is not { } sdk || DevelopmentOnly.Covers(operation) || SdkPipelines.Of(context, cancellationToken).Contains(sdk.Root)
            ? null
            : Finding(operation.Syntax.GetLocation(), Fix, sdk.Subject, sdk.Client) with
            {
                Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "sdk").Add("clientName", sdk.Client),
            };
    }

    private static (string Subject, string Client, string Root)? OfSetting(ISimpleAssignmentOperation assignment, FactContext context)
    {
        if (assignment.Value.ConstantNumber() != 0 || assignment.Target is not IPropertyReferenceOperation { Property: { ContainingType: var type, Name: var name } })
        {
            return null;
        }

        return name switch
        {
            "MaxRetries" when context.Is(type, "Azure.Core.RetryOptions") => ("'MaxRetries = 0'", "the Azure client", "Azure"),
            "MaxErrorRetry" when context.Is(type, "Amazon.Runtime.ClientConfig") => ("'MaxErrorRetry = 0'", "the AWS client", "Amazon"),
            "MaxNetworkRetries" when context.Is(type, "Stripe.StripeConfiguration") => ("'MaxNetworkRetries = 0'", "the Stripe client", "Stripe"),
            "MaxRetries" when type.IsInNamespace("Anthropic") => ("'MaxRetries = 0'", "the Anthropic client", "Anthropic"),
            _ => null,
        };
    }

    private static (string Subject, string Client, string Root)? OfCreation(IObjectCreationOperation creation, FactContext context)
    {
        if (context.Is(creation.Type, "System.ClientModel.Primitives.ClientRetryPolicy"))
        {
            return creation.Arguments.Argument("maxRetries").ConstantNumber() == 0 ? ("'ClientRetryPolicy(0)'", "the client", "OpenAI") : null;
        }

        if (context.Is(creation.Type, "Stripe.SystemNetHttpClient"))
        {
            return creation.Arguments.Argument("maxNetworkRetries").ConstantNumber() == 0 && creation.Arguments.Argument("httpClient") is null
                ? ("'maxNetworkRetries: 0'", "the Stripe client", "Stripe") : null;
        }

        return context.Is(creation.Type, "SendGrid.SendGridClient") && HasNoReliability(creation)
            ? ("'SendGridClient' without 'ReliabilitySettings'", "SendGrid", "SendGrid") : null;
    }

    /// <summary>A client of one's own may retry, and options that are made elsewhere may say so.</summary>
    private static bool HasNoReliability(IObjectCreationOperation creation)
    {
        if (creation.Arguments.Argument("httpClient")?.Core() is { ConstantValue: not { HasValue: true, Value: null } }
            || creation.Arguments.Argument("webProxy")?.Core() is { ConstantValue: not { HasValue: true, Value: null } })
        {
            return false;
        }

        return creation.Arguments.Argument("options") is not { } options
            ? creation.Arguments.Argument("apiKey") is not null
            : ObjectSettings.Of(options) is { Origin: IObjectCreationOperation } settings && settings["ReliabilitySettings"] is null;
    }
}
