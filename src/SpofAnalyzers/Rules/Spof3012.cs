using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF3012: a gRPC channel retries nothing by itself. Its limit of five attempts only bounds a policy that somebody has to write.
/// </summary>
internal sealed class Spof3012 : OperationRule
{
    public const string Id = "SPOF3012";

    private const string Fix = "Set 'ServiceConfig' of the channel options with a 'MethodConfig' that has a 'RetryPolicy' or a 'HedgingPolicy'.";
    private const string Extensions = "Microsoft.Extensions.DependencyInjection.GrpcClientServiceExtensions";
    private const string Channel = "Grpc.Net.Client.GrpcChannel";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "gRPC client has no retry or hedging policy",
        "gRPC client '{0}' has neither a retry nor a hedging policy: the first call that meets a lost connection or an unavailable server fails",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "Without a policy in its service configuration a gRPC channel makes one attempt.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assemblies => ["Grpc.Net.Client", "Grpc.Net.ClientFactory"];

    public override IReadOnlyList<string> Calls => ["AddGrpcClient", "ForAddress"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (operation is not IInvocationOperation call || !(context.Is(call.TargetMethod.ContainingType, Extensions) || context.Is(call.TargetMethod.ContainingType, Channel))
            || DevelopmentOnly.Covers(call)
            || (call.Arguments.Argument("channelOptions") is { } options && !IsBare(options))
            || call.Root().AssignmentsTo("ServiceConfig").Any(a => MayRetry(a.Value)))
        {
            return null;
        }

        var client = HttpFacts.IntroducedBy(operation, context, cancellationToken).FirstOrDefault(c => c.IsGrpc);
        return client is null || client.Use == ClientUse.Nowhere || client.Resilience.IsPresentOrUnknown || HasRetryingInterceptor(call)
            ? null
            : Finding(call.NameLocation(), Fix, client.Name) with
            {
                Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "grpc").Add("clientName", client.Name).Add("configKey", client.Address.Key),
            };
    }

    /// <summary>True for options that are made here and bring neither a handler nor a client that may retry.</summary>
    private static bool IsBare(IOperation options) =>
        ObjectSettings.Of(options) is { Origin: IObjectCreationOperation } settings
        && settings["HttpClient"] is null
        && settings["HttpHandler"]?.Core() is null or IObjectCreationOperation { Type.Name: "HttpClientHandler" or "SocketsHttpHandler" };

    /// <summary>True when a policy is written, or when the configuration comes from elsewhere.</summary>
    private static bool MayRetry(IOperation value) =>
        value.Core() is not IObjectCreationOperation creation
        || creation.DescendantsAndSelf().Any(o => o is IObjectCreationOperation { Type.Name: "RetryPolicy" or "HedgingPolicy" }
            || (o is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IInvocationOperation { Type.Name: "MethodConfig" }));

    private static bool HasRetryingInterceptor(IInvocationOperation registration) =>
        registration.Root().Descendants().OfType<IInvocationOperation>().Any(i => i.TargetMethod.Name == "AddInterceptor"
            && (i.TargetMethod.TypeArguments.Length == 0 || ResilienceNames.Speaks(i.TargetMethod.TypeArguments[0].Name)));
}
