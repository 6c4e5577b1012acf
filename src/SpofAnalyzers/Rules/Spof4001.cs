using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>SPOF4001: a singleton or static member is the only copy of what users entrusted to the service.</summary>
internal static class Spof4001
{
    public const string Id = "SPOF4001";

    public const string Fix =
        "Keep the state in a database, a distributed cache or a broker, or make it rebuildable from one.";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Singleton or static member holds critical state",
        "'{0}' ({1}) is the only copy of {2}: {3}; it is lost when this process stops, and a second instance does not see it",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "State that exists in the memory of one process is lost with it and cannot be shared by a second instance. Keep it in a database, a distributed cache or a broker.",
        HelpLinks.Of(Id));

    /// <summary>
    /// A finding for state of tier A (warning) or B (info); null for members that the options name, for queues that a hosted service drains,
    /// for saga or outbox persistence, and below the lowest tier asked for.
    /// </summary>
    public static RuleFinding? Judge(StateFact fact, FactContext context)
    {
        if (fact.IsDrainedByHostedService || fact.IsMessagingPersistence || fact.Tier > context.Options.StateMinTier
            || IsIgnored(fact, context.Options.StateTypesIgnored))
        {
            return null;
        }

        var owner = fact.Member.ContainingType;
        var additional = ImmutableArray.CreateBuilder<Location>(2);
        foreach (var location in new[] { fact.Insertion, fact.Removal })
        {
            if (location is not null)
            {
                additional.Add(location);
            }
        }

        return new RuleFinding(
            Descriptor,
            Fix,
            fact.Tier == StateTier.A ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            fact.Location,
            additional.ToImmutable(),
            ImmutableArray.Create(owner.Name + "." + fact.Member.Name, fact.Description, fact.Element, Sites(fact)),
            ImmutableDictionary<string, string?>.Empty
                .Add("dependencyKind", "inProcessState")
                .Add("stateShape", char.ToLowerInvariant(fact.Shape.ToString()[0]) + fact.Shape.ToString().Substring(1))
                .Add("stateTier", fact.Tier.ToString()));
    }

    private static string Sites(StateFact fact)
    {
        var verb = fact.Shape is StateShape.Counter ? "counted" : fact.Shape is StateShape.Scalar ? "set" : "added";
        var inserted = verb + " in " + Where(fact.InsertedIn);
        return fact.Removal is null ? inserted : inserted + ", removed in " + Where(fact.RemovedIn);
    }

    private static string Where(string method) => method.Length == 0 ? "the top-level program" : "'" + method + "'";

    private static bool IsIgnored(StateFact fact, IReadOnlyCollection<string> names) =>
        names.Count > 0
        && (names.Contains(fact.Element)
            || names.Contains(fact.Member.ContainingType.Name)
            || names.Contains(fact.Member.ContainingType.ToDisplayString()));
}
