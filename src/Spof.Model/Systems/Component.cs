using System.Collections.Immutable;

namespace Spof.Model;

public enum ComponentKind
{
    Workload,
    Database,
    Cache,
    Broker,
    ObjectStore,
    SearchEngine,
    Coordination,
    LoadBalancer,
    Gateway,
    Dns,
    ThirdParty,
    IdentityProvider,
    SecretStore,
    Volume,
    Node,
    Network,
    Scheduler,

    /// <summary>A path through a proxy: joins the proxy and what answers behind it, and cannot be lost by itself.</summary>
    Route,
}

/// <summary>How copies of a store relate.</summary>
public enum ReplicationStyle
{
    /// <summary>Not a store, or instances that hold no state of their own.</summary>
    None,

    /// <summary>Several instances of a store without evidence that they replicate.</summary>
    Unknown,

    /// <summary>One primary takes writes, the others follow.</summary>
    PrimaryReplica,

    /// <summary>A majority must be up.</summary>
    Quorum,

    /// <summary>Every copy takes writes.</summary>
    MultiPrimary,

    /// <summary>Each instance holds a part; losing one loses its part.</summary>
    Sharded,
}

public enum FailoverKind
{
    Unknown,
    None,
    Manual,
    Automatic,
    ActiveActive,
}

/// <param name="Kind">How a standby takes over.</param>
/// <param name="Seconds">Time it takes, when known.</param>
public sealed record Failover(FailoverKind Kind, double? Seconds = null)
{
    public static Failover Unknown { get; } = new(FailoverKind.Unknown);
    public static Failover None { get; } = new(FailoverKind.None);
    public static Failover Manual { get; } = new(FailoverKind.Manual);
    public static Failover Automatic { get; } = new(FailoverKind.Automatic);
    public static Failover ActiveActive { get; } = new(FailoverKind.ActiveActive);
}

/// <summary>A thing that can be lost and that others need.</summary>
public sealed record Component
{
    public required string Id { get; init; }

    public ImmutableArray<string> Aliases { get; init; } = [];

    public required string Name { get; init; }

    public required ComponentKind Kind { get; init; }

    /// <summary>For an outside host, the kind of store that its clients take it for, which decides the remedy; null for any other service.</summary>
    public ComponentKind? StoreBehind { get; init; }

    /// <summary>Technology in words, such as "PostgreSQL" or "nginx"; null when not known.</summary>
    public string? Technology { get; init; }

    /// <summary>Number of instances that run.</summary>
    public required Count Instances { get; init; }

    /// <summary>Number of instances that must be up (k of n): 1 for a stateless component, ⌊n/2⌋+1 for a quorum.</summary>
    public required Count Required { get; init; }

    /// <summary>Number of instances that must be up to write, where that is more: a write waits for synchronous standbys. Null otherwise.</summary>
    public Count? RequiredToWrite { get; init; }

    public ReplicationStyle Replication { get; init; }

    public Failover Failover { get; init; } = Failover.Unknown;

    /// <summary>False for a <see cref="ComponentKind.Route"/>, which stops only when something it joins does.</summary>
    public bool CanFail { get; init; } = true;

    public ImmutableArray<Placement> Placements { get; init; } = [];

    public UpdateStyle Update { get; init; }

    /// <summary>Ids of the projects whose code runs in it.</summary>
    public ImmutableArray<string> Projects { get; init; } = [];

    /// <summary>Where it is declared; the line that a person would change first (replicas, then the object).</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    public ImmutableArray<Unknown> Unknowns { get; init; } = [];
}

public enum DomainKind
{
    Host,
    Zone,
    Region,
    Provider,
}

/// <summary>A failure domain: losing it loses every instance in it.</summary>
/// <param name="Id"><c>domain:host/…</c>, <c>domain:zone/…</c>, <c>domain:region/…</c>.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">Its name.</param>
/// <param name="ParentId">The domain that encloses it, when known.</param>
/// <param name="Evidence">Where it is named.</param>
public sealed record Domain(string Id, DomainKind Kind, string Name, string? ParentId, ImmutableArray<Evidence> Evidence);

/// <summary>How the instances of a component lie over the domains of one kind.</summary>
public sealed record Placement
{
    public required DomainKind Kind { get; init; }

    /// <summary>Named domains with the number of instances in each; empty when no domain is named.</summary>
    public ImmutableArray<DomainShare> Shares { get; init; } = [];

    /// <summary>
    /// Instances that one unnamed domain of this kind holds: at least Min (by the pigeonhole principle, certain) and at most Max
    /// (guaranteed by constraint). Used when <see cref="Shares"/> is empty. Unconstrained instances: 1 to n.
    /// </summary>
    public Count Together { get; init; } = Count.Unknown("placement is not constrained");

    public ImmutableArray<Evidence> Evidence { get; init; } = [];
}

public sealed record DomainShare(string DomainId, int Instances);
