using System.Collections.Immutable;

namespace Spof.Model;

/// <summary>What the user states in <c>spof.yml</c>: facts that the files cannot tell, and what must not stop.</summary>
public sealed record SpofSettings
{
    public static SpofSettings Default { get; } = new();

    /// <summary>Name of the system in reports.</summary>
    public string? System { get; init; }

    /// <summary>Environment that chooses overlays; null for each workload's own, or Production.</summary>
    public string? Environment { get; init; }

    public ImmutableArray<EntryPointSetting> EntryPoints { get; init; } = [];

    public ImmutableArray<NodeSetting> Nodes { get; init; } = [];

    public ImmutableArray<LinkSetting> Links { get; init; } = [];

    /// <summary>Rule id or pattern with '*' to level; the most specific one wins.</summary>
    public ImmutableArray<RuleSetting> Rules { get; init; } = [];

    /// <summary>Level from which the gate trips; null when the file does not say.</summary>
    public FindingLevel? FailOn { get; init; }

    /// <summary>Least coverage in percent; null for no gate.</summary>
    public double? CoverageGate { get; init; }

    /// <summary>Glob patterns of manifests to read; empty for all.</summary>
    public ImmutableArray<string> Include { get; init; } = [];

    public ImmutableArray<string> Exclude { get; init; } = [];
}

/// <param name="Name">Name in reports.</param>
/// <param name="Node">Id, alias, name or pattern with '*' of the exposing object or component.</param>
/// <param name="Path">Path pattern when only one route of it is meant.</param>
/// <param name="Tier">0 critical … 3; null for the default.</param>
/// <param name="Owner">Owner.</param>
/// <param name="Target">Availability target in percent.</param>
/// <param name="At">Where it stands.</param>
public sealed record EntryPointSetting(
    string Name, string Node, string? Path, int? Tier, string? Owner, double? Target, SourcePosition At);

/// <summary>What stands in for a node that is away.</summary>
public enum FallbackKind
{
    /// <summary>Nothing: who needs the node fails without it, whatever the code seems to show.</summary>
    None,

    /// <summary>An earlier answer.</summary>
    Cache,

    /// <summary>The work waits and is done later.</summary>
    Queue,

    /// <summary>Another provider, or a reduced answer.</summary>
    Alternate,
}

/// <summary>Facts about one node, or several by pattern.</summary>
public sealed record NodeSetting
{
    /// <summary>Id, alias, name, unique tail of an id, or pattern with '*'.</summary>
    public required string Match { get; init; }

    public int? Replicas { get; init; }

    public FailoverKind? Failover { get; init; }

    /// <summary>Names of the domains that the instances are spread over, by kind.</summary>
    public ImmutableSortedDictionary<DomainKind, ImmutableArray<string>> Domains { get; init; } =
        ImmutableSortedDictionary<DomainKind, ImmutableArray<string>>.Empty;

    /// <summary>What stands in when the node is away, which the code need not show; null when nothing is stated.</summary>
    public FallbackKind? Fallback { get; init; }

    /// <summary>True when the node is left out of the system.</summary>
    public bool Ignore { get; init; }

    public required SourcePosition At { get; init; }
}

/// <param name="From">Id, alias, name or pattern of the component that needs.</param>
/// <param name="To">Id, alias, name or pattern of what it needs.</param>
/// <param name="Strength">Hard or soft; null cuts the dependency.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">Where it stands.</param>
public sealed record LinkSetting(string From, string To, Strength? Strength, string? Reason, SourcePosition At);

/// <param name="Pattern">Rule id, or the start of one with a '*' behind it for a family.</param>
/// <param name="Level">Level of its findings.</param>
public sealed record RuleSetting(string Pattern, FindingLevel Level)
{
    public bool Covers(string ruleId) => Pattern.EndsWith('*')
        ? ruleId.StartsWith(Pattern[..^1], StringComparison.OrdinalIgnoreCase)
        : ruleId.Equals(Pattern, StringComparison.OrdinalIgnoreCase);
}
