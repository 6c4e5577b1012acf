using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF4005: a hub reaches only the clients that are connected to its own process. Without a backplane a second replica splits the users in
/// two groups that do not hear each other, so the service stays at one replica.
/// </summary>
internal sealed class Spof4005 : OperationRule
{
    public const string Id = "SPOF4005";

    private const string HubFix = "Add a backplane: AddStackExchangeRedis or AddAzureSignalR behind AddSignalR.";
    private const string CircuitFix = "Let the load balancer keep a user on one replica, or use AddAzureSignalR; keep what must not be lost outside of the circuit.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "SignalR has no backplane",
        "'{0}' {1}",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Connections of SignalR belong to one process. Messages reach clients of other replicas through a backplane only; circuits of Blazor Server live and die with their replica.",
        helpLinkUri: HelpLinks.Of(Id));

    /// <summary>Methods of the server builder that say how messages are written, not whom they reach.</summary>
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "AddJsonProtocol", "AddMessagePackProtocol", "AddNewtonsoftJsonProtocol", "AddHubOptions", "AddBlazorHubOptions", "AddCircuitOptions", "AddSignalRCore",
    };

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls => ["AddSignalR", "AddServerSideBlazor", "AddInteractiveServerComponents"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (operation is not IInvocationOperation { TargetMethod: { ContainingType.Name: var type } method } call
            || type is not ("SignalRDependencyInjectionExtensions" or "ComponentServiceCollectionExtensions" or "ServerRazorComponentsBuilderExtensions")
            || DevelopmentOnly.Covers(operation)
            || HasBackplane(context, cancellationToken))
        {
            return null;
        }

        var isHub = method.Name == "AddSignalR";
        if (isHub && HubsAnswerCallersOnly(context, cancellationToken))
        {
            return null;
        }

        return Finding(
            call.NameLocation(),
            isHub ? HubFix : CircuitFix,
            method.Name,
            isHub
                ? "has no backplane: a message reaches only clients that are connected to the replica that sends it, so the service cannot run twice"
                : "keeps the circuit of each user in the memory of one replica: it ends with the replica, and several replicas need sticky sessions") with
        {
            Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "inProcessState"),
        };
    }

    private static bool HasBackplane(FactContext context, CancellationToken cancellationToken) =>
        CallSearch.Mentions(context, cancellationToken, "AddStackExchangeRedis", "AddAzureSignalR", "AddNamedAzureSignalR", "HubLifetimeManager")
        || HostSetup.Of(context).Methods(cancellationToken).Any(m =>
            (m.Parameters.FirstOrDefault()?.Type.Name ?? m.ContainingType.Name) is "ISignalRServerBuilder" or "ISignalRBuilder" && !Harmless.Contains(m.Name))
        || HostSetup.Of(context).MayConfigureElsewhere(
            ["SignalR.StackExchangeRedis", "Azure.SignalR", "SignalR.Redis", "SignalR.Orleans", "SignalR.SqlServer"],
            ["AddStackExchangeRedis", "AddAzureSignalR", "HubLifetimeManager"], cancellationToken);

    /// <summary>
    /// True when the hubs that can be seen talk to nobody but the caller, and nothing outside of them sends: then no message has to cross
    /// replicas.
    /// </summary>
    private static bool HubsAnswerCallersOnly(FactContext context, CancellationToken cancellationToken)
    {
        var hasHub = false;
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            if (NameMentions.Of("IHubContext", tree, cancellationToken).Any() || NameMentions.Of("Clients", tree, cancellationToken).Any(IsWide))
            {
                return false;
            }

            hasHub |= NameMentions.Of("Hub", tree, cancellationToken).Any(m => m.Parent is BaseTypeSyntax or QualifiedNameSyntax { Parent: BaseTypeSyntax });
        }

        return hasHub;
    }

    /// <summary><c>Clients.All</c>, <c>Clients.Group(…)</c>: anything behind the clients but the caller.</summary>
    private static bool IsWide(SimpleNameSyntax clients) =>
        TreeNames.Qualified(clients).Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Caller" };
}
