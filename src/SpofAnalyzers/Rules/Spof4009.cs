using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF4009: a hosted service that does its round by the clock does it in every replica. Where the round writes to a shared store, the service
/// either stays at one replica, or does everything as often as it runs.
/// </summary>
internal sealed class Spof4009 : TypeRule
{
    public const string Id = "SPOF4009";

    private const string Fix = "Let one replica own the round: a lease or lock in the shared store, SKIP LOCKED, a Quartz cluster or Hangfire.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Periodic job has no owner election",
        "'{0}' does its round in every replica and writes to a shared store ('{1}'), and no lock or lease decides who does it",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "Every replica runs every hosted service. A periodic job without an owner runs as often as there are replicas, or keeps the service at one.",
        helpLinkUri: HelpLinks.Of(Id));

    /// <summary>Words of identifiers and SQL by which code says that it takes ownership first.</summary>
    private static readonly string[] Ownership =
    [
        "Lock", "Lease", "Leader", "Election", "Acquire", "Advisory", "Claim", "Ownership", "Singleton", "SKIP LOCKED", "applock", "advisory_lock", "FOR UPDATE", "UPDLOCK",
    ];

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Bases => ["BackgroundService", "IHostedService"];

    public override RuleFinding? Judge(INamedTypeSymbol type, FactContext context, CancellationToken cancellationToken)
    {
        if (type.IsAbstract || !type.DeclaringSyntaxReferences.Any(r => MayTick(r.GetSyntax(cancellationToken))))
        {
            return null;
        }

        var bodies = SourceBodies.Of(context);
        var own = type.GetMembers().OfType<IMethodSymbol>().Select(m => bodies.Of(m, cancellationToken)).OfType<IOperation>().ToArray();
        if (!own.Any(Ticks))
        {
            return null;
        }

        // The round and what it calls in this compilation, one step away: the rest is out of sight.
        var called = own.SelectMany(b => b.Descendants()).OfType<IInvocationOperation>().Select(c => bodies.Of(c.TargetMethod, cancellationToken)).OfType<IOperation>();
        var all = own.Concat(called).Distinct().ToArray();
        return all.SelectMany(b => b.Descendants()).OfType<IInvocationOperation>().FirstOrDefault(Writes) is { } write
            && !all.Any(b => TakesOwnership(b.Syntax)) && !type.DeclaringSyntaxReferences.Any(r => TakesOwnership(r.GetSyntax(cancellationToken)))
            ? Finding(type.Locations.FirstOrDefault(l => l.IsInSource) ?? Location.None, Fix, type.Name, write.TargetMethod.Name) with
            {
                AdditionalLocations = ImmutableArray.Create(write.NameLocation()),
                Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "lock"),
            }
            : null;
    }

    /// <summary>By syntax: binding is worth it only for a service that waits.</summary>
    private static bool MayTick(SyntaxNode type) =>
        type.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(c => TreeNames.NameOf(c) is "WaitForNextTickAsync" or "Delay");

    /// <summary>A loop that waits for the clock.</summary>
    private static bool Ticks(IOperation body) =>
        body.Descendants().OfType<ILoopOperation>().Any(l => l.Descendants().OfType<IInvocationOperation>()
            .Any(c => c.TargetMethod is { Name: "WaitForNextTickAsync", ContainingType.Name: "PeriodicTimer" } or { Name: "Delay", ContainingType.Name: "Task" }));

    /// <summary>A file is of one machine; what counts is a store that the replicas share.</summary>
    private static bool Writes(IInvocationOperation call) => WriteThrough.Persists(call) && call.TargetMethod.ContainingType?.IsInNamespace("System") != true;

    private static bool TakesOwnership(SyntaxNode code) =>
        code.DescendantTokens().Any(t => t.Text.Length > 3 && Ownership.Any(w => t.Text.IndexOf(w, w[0] is >= 'a' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) >= 0));
}
