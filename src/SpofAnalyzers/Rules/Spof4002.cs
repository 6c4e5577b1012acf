using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF4002: a request is answered with "accepted", and what was accepted waits in the memory of the process for a hosted service, or is
/// worked on by a task that nobody waits for. A stop in between loses it, and nobody is told.
/// </summary>
internal sealed class Spof4002 : OperationRule
{
    public const string Id = "SPOF4002";

    private const string Fix = "Write the work to an outbox table or a broker before it is accepted, and let the worker take it from there.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Accepted work is queued only in memory",
        "'{0}' {1}: it is lost when this process stops, and whoever handed it over was told that it was accepted",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Work that was accepted and waits in a channel, a queue or a task of this process is lost with it. Write it to an outbox table or a broker first.",
        helpLinkUri: HelpLinks.Of(Id));

    /// <summary>Words that say that somebody counts on the work.</summary>
    private static readonly string[] Weighty = ["Order", "Payment", "Invoice", "Audit", "Mail", "Email", "Notification", "Webhook", "WebHook", "Event"];

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls => ["Enqueue", "TryWrite", "WriteAsync", "Add", "TryAdd", "Push", "Run"];

    public override bool MayConcern(SyntaxNode node, FactContext context, CancellationToken cancellationToken) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Run", Expression: var receiver } } =>
            receiver is IdentifierNameSyntax { Identifier.ValueText: "Task" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Task" },
        _ => HostedServiceNames.Of(context, cancellationToken).AreWritten,
    };

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (operation is not IInvocationOperation { TargetMethod: { ContainingType: { } type } method } call)
        {
            return null;
        }

        return call.Instance is { } instance
            ? ContainerOperations.IsReceiver(instance.Type) ? Queue(call, context, cancellationToken) ?? Channel(call, context, cancellationToken) : null
            : method.Name == "Run" && context.Is(type, "System.Threading.Tasks.Task") && Spof4002Tasks.Item(call, context) is { } item && !DevelopmentOnly.Covers(call)
                ? Of(call, "Task.Run", $"goes on with {item.Name} after the request was answered", IsWeighty(item.Name), [])
                : null;
    }

    /// <summary>A field that a hosted service empties, at the place that fills it.</summary>
    private RuleFinding? Queue(IInvocationOperation call, FactContext context, CancellationToken cancellationToken)
    {
        if (Spof4002Channels.Held(call.Instance!) is not IMemberReferenceOperation { Member: { ContainingType: var owner } member }
            || !owner.Locations.Any(l => l.IsInSource) || !MayWait(call.Instance!.Type!, owner)
            || StateFacts.OfType(owner, StateIndex.Of(context), cancellationToken).FirstOrDefault(f => IsThis(f, member, call)) is not { } fact
            || Spof4002Channels.DropsItems(owner, cancellationToken)
            || Spof4002Channels.ArePersistedBefore(call, context, cancellationToken))
        {
            return null;
        }

        return Of(
            call, owner.Name + "." + member.Name, $"holds accepted {fact.Element} in memory until a hosted service takes it",
            fact.Tier == StateTier.A && (IsWeighty(fact.Element) || IsWeighty(owner.Name)), [fact.Location, fact.Removal]);
    }

    /// <summary>A channel that the container hands to the code that fills it and to the hosted service that empties it.</summary>
    private RuleFinding? Channel(IInvocationOperation call, FactContext context, CancellationToken cancellationToken) =>
        Spof4002Channels.Shared(call, context, cancellationToken) is { } shared && !DevelopmentOnly.Covers(call)
            && !Spof4002Channels.ArePersistedBefore(call, context, cancellationToken)
            ? Of(
                call, $"Channel<{shared.Item.Name}>", $"holds accepted {shared.Item.Name} in memory until a hosted service takes it", IsWeighty(shared.Item.Name),
                [shared.Creation.NameLocation(), shared.Reading.NameLocation()])
            : null;

    private RuleFinding Of(IInvocationOperation call, string what, string how, bool isWeighty, IEnumerable<Location?> additional) =>
        Finding(call.NameLocation(), Fix, what, how) with
        {
            Severity = isWeighty ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            AdditionalLocations = additional.OfType<Location>().ToImmutableArray(),
            Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "inProcessState"),
        };

    /// <summary>A queue or channel; of other containers only those in which a hosted service collects. Decides before anything costly is asked.</summary>
    private static bool MayWait(ITypeSymbol container, INamedTypeSymbol owner) =>
        StateContainer.Of(container) is not { Shape: not StateShape.Queue } || CodePhase.IsHosted(owner);

    /// <summary>One finding for a member, at its first insertion.</summary>
    private static bool IsThis(StateFact fact, ISymbol member, IOperation call) =>
        fact is { IsDrainedByHostedService: true, IsMessagingPersistence: false, Insertion: { } insertion }
        && SymbolEqualityComparer.Default.Equals(fact.Member.OriginalDefinition, member.OriginalDefinition)
        && insertion.SourceTree == call.Syntax.SyntaxTree && insertion.SourceSpan.IntersectsWith(call.Syntax.Span);

    private static bool IsWeighty(string name) => Weighty.Any(w => name.IndexOf(w, StringComparison.Ordinal) >= 0);
}
