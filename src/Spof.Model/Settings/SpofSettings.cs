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
/// <param name="Node">Id, alias or pattern with '*' of the exposing object or component.</param>
/// <param name="Path">Path pattern when only one route of it is meant.</param>
/// <param name="Tier">0 critical … 3; null for the default.</param>
/// <param name="Owner">Owner.</param>
/// <param name="Target">Availability target in percent.</param>
/// <param name="At">Where it stands.</param>
public sealed record EntryPointSetting(
    string Name, string Node, string? Path, int? Tier, string? Owner, double? Target, SourcePosition At);

/// <summary>Facts about one node, or several by pattern.</summary>
public sealed record NodeSetting
{
    public required string Match { get; init; }

    public int? Replicas { get; init; }

    public FailoverKind? Failover { get; init; }

    /// <summary>Names of the domains that the instances are spread over, by kind.</summary>
    public ImmutableSortedDictionary<DomainKind, ImmutableArray<string>> Domains { get; init; } =
        ImmutableSortedDictionary<DomainKind, ImmutableArray<string>>.Empty;

    /// <summary>True when a substitute exists that the code does not show (cache, queue, alternate).</summary>
    public string? Fallback { get; init; }

    /// <summary>True when the node is left out of the system.</summary>
    public bool Ignore { get; init; }

    public required SourcePosition At { get; init; }
}

/// <param name="From">Id, alias or pattern of the component that needs.</param>
/// <param name="To">Id, alias or pattern of what it needs.</param>
/// <param name="Strength">Hard or soft; null cuts the dependency.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">Where it stands.</param>
public sealed record LinkSetting(string From, string To, Strength? Strength, string? Reason, SourcePosition At);

public sealed record RuleSetting(string Pattern, FindingLevel Level);
