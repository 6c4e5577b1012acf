using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF3009: hedging asks a second time when the first answer is late. Without routes and without discovery the second attempt goes to the same
/// host, so it doubles the load on what is slow and takes over nothing.
/// </summary>
internal sealed class Spof3009 : OperationRule
{
    public const string Id = "SPOF3009";

    /// <summary>Methods that the result of the call is returned through.</summary>
    private const int MaxHops = 3;

    private const string Fix = "Give hedging other hosts with 'ConfigureOrderedGroups', or add service discovery after it; else a retry does the same with less load.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Hedging has nowhere else to go",
        "Hedging of client '{0}' has neither routes nor service discovery: its second attempt goes to the same host{1} and fails with it",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Hedging is redundancy only where the second attempt can go somewhere else.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Assemblies => ["Microsoft.Extensions.Http.Resilience"];

    public override IReadOnlyList<string> Calls => [ResilienceCalls.HedgingHandler];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (operation is not IInvocationOperation call || !ResilienceCalls.Is(call, context) || MayRoute(call, MaxHops, context, cancellationToken))
        {
            return null;
        }

        foreach (var client in HttpFacts.OfCompilation(context, cancellationToken).HandledBy(call))
        {
            var hasDiscovery = client.Handlers.Concat(client.Defaults.Handlers).Any(h => h.IsDiscovery);
            var isOneHost = ClientAddresses.IsOneHost(client.Address, context);
            if (client.Routes is not null || hasDiscovery || (client.Defaults.Foreign is not null && !isOneHost)
                || IsBalanced(client.Address, context) || MayRedirect(client, cancellationToken, context))
            {
                continue;
            }

            var host = ClientAddresses.Host(client.Address);
            return Finding(call.NameLocation(), Fix, client.Name, host is null ? "" : $" ('{host}')") with
            {
                Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "http").Add("clientName", client.Name).Add("host", host).Add("configKey", client.Address.Key),
            };
        }

        return null;
    }

    /// <summary>True when the result is used to set routes or actions, or goes where that cannot be seen.</summary>
    private static bool MayRoute(IInvocationOperation call, int hops, FactContext context, CancellationToken cancellationToken)
    {
        IOperation at = call;
        while (at.User() is IInvocationOperation or IArgumentOperation { Parent: IInvocationOperation })
        {
            var next = at.User() is IArgumentOperation { Parent: { } parent } ? parent : at.User()!;
            if (!((IInvocationOperation)next).TargetMethod.Name.StartsWith("Configure", StringComparison.Ordinal) && !((IInvocationOperation)next).TargetMethod.Name.StartsWith("SelectPipeline", StringComparison.Ordinal))
            {
                return true;
            }

            at = next;
        }

        return at.AssignmentsTo("ActionGenerator").Any() || at.User() switch
        {
            IExpressionStatementOperation or IReturnOperation { Parent: IBlockOperation { Parent: IAnonymousFunctionOperation } } => false,
            IReturnOperation when hops > 0 && SourceBodies.Of(context).EnclosingMethod(at, cancellationToken) is { } method =>
                new CallerSearch(context, [.. context.Compilation.SyntaxTrees]).Of(method, cancellationToken) is not { Count: > 0 } callers
                || callers.Any(c => MayRoute(c, hops - 1, context, cancellationToken)),
            _ => true,
        };
    }

    /// <summary>The platform may have several instances behind such a name.</summary>
    private static bool IsBalanced(AddressFact address, FactContext context) =>
        ClientAddresses.IsLogical(address)
        || (ClientAddresses.Host(address) is { } host && HostClassifier.Classify(host, context.Options.Hosts).Class is HostClass.KubernetesService or HostClass.Consul or HostClass.SingleLabel or HostClass.PrivateName);

    /// <summary>True when a handler of the client sets the address of a request, or cannot be read.</summary>
    private static bool MayRedirect(ClientFact client, CancellationToken cancellationToken, FactContext context) =>
        client.Handlers.Where(h => h.Method is "AddHttpMessageHandler" or "ConfigurePrimaryHttpMessageHandler").Any(h =>
            h.Call.TargetMethod.TypeArguments.FirstOrDefault() is not { } type
                ? h.Adds.IsPresentOrUnknown
                : type.DeclaringSyntaxReferences.IsEmpty || type.GetMembers().OfType<IMethodSymbol>().Any(m =>
                    SourceBodies.Of(context).Of(m, cancellationToken)?.AssignmentsTo("RequestUri").Any() == true));
}
