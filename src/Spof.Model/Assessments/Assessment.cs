using System.Collections.Immutable;

namespace Spof.Model;

/// <summary>The answer: what stops when something is lost, and what to say about it.</summary>
public sealed record Assessment
{
    public required SystemModel System { get; init; }

    public ImmutableArray<TargetAssessment> Targets { get; init; } = [];

    /// <summary>Ranked: the first one is the one to fix first.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}

public sealed record TargetAssessment
{
    public required string TargetId { get; init; }

    public ImmutableArray<EntryPointAssessment> EntryPoints { get; init; } = [];
}

/// <summary>Which function of an entry point is asked about.</summary>
public enum Mode
{
    /// <summary>Serving requests that only read.</summary>
    Read,

    /// <summary>Serving requests that write.</summary>
    Write,

    /// <summary>Starting up from nothing.</summary>
    Start,
}

public sealed record EntryPointAssessment
{
    public required string EntryPointId { get; init; }

    public required Mode Mode { get; init; }

    /// <summary>Minimal cut sets up to the asked order, smallest first.</summary>
    public ImmutableArray<CutSet> CutSets { get; init; } = [];
}

/// <summary>Failure classes, asked apart because their remedies differ.</summary>
public enum FailureClass
{
    Instance,
    ThirdParty,
    Host,
    Zone,
    Region,
    Provider,
}

public enum Verdict
{
    /// <summary>Down also when everything unknown is read favourably.</summary>
    Certain,

    /// <summary>Down only when unknowns are read unfavourably.</summary>
    Possible,
}

/// <summary>Something that can be lost.</summary>
/// <param name="Class">Failure class.</param>
/// <param name="NodeId">Id of the component or domain.</param>
/// <param name="Count">How many of the component's interchangeable instances are lost in this event set.</param>
/// <param name="Role">"primary" where only the primary instance is meant; else null.</param>
public sealed record FailureEvent(FailureClass Class, string NodeId, int Count = 1, string? Role = null);

/// <summary>A smallest set of losses that together stop an entry point.</summary>
/// <param name="Events">Sorted by class and node.</param>
/// <param name="Verdict">Certain, or possible because of something unknown.</param>
/// <param name="Witness">Component ids from a lost one up to the entry point: the way the failure travels.</param>
/// <param name="Unknowns">For a possible set: what would have to be known.</param>
public sealed record CutSet(
    ImmutableArray<FailureEvent> Events, Verdict Verdict, ImmutableArray<string> Witness, ImmutableArray<Unknown> Unknowns)
{
    /// <summary>Number of losses.</summary>
    public int Order => Events.Sum(e => e.Count);
}

public enum FindingLevel
{
    None,
    Note,
    Warning,
    Error,
}

/// <summary>One thing to tell: what is wrong, why it can stop the system, how to fix it.</summary>
public sealed record Finding
{
    public required string RuleId { get; init; }

    public required FindingLevel Level { get; init; }

    /// <summary>One sentence that stands alone, ends with a period, names in single quotes.</summary>
    public required string Message { get; init; }

    /// <summary>Logical id of the node it is about.</summary>
    public required string NodeId { get; init; }

    public required string NodeName { get; init; }

    /// <summary>Target that it was found in; null for a finding of the code alone.</summary>
    public string? TargetId { get; init; }

    public TargetRole TargetRole { get; init; }

    public FailureClass? Class { get; init; }

    /// <summary>Modes that stop, in order.</summary>
    public ImmutableArray<Mode> Modes { get; init; } = [];

    /// <summary>All nodes of a pair; empty for a single node.</summary>
    public ImmutableArray<string> Nodes { get; init; } = [];

    /// <summary>Ids of the entry points that stop, in order.</summary>
    public ImmutableArray<string> Stops { get; init; } = [];

    /// <summary>Ids of the entry points of the same target that do not stop.</summary>
    public ImmutableArray<string> Survives { get; init; } = [];

    /// <summary>code → config → manifest.</summary>
    public ImmutableArray<Evidence> Chain { get; init; } = [];

    /// <summary>Component ids from the lost one up to an entry point.</summary>
    public ImmutableArray<string> Witness { get; init; } = [];

    public required Confidence Confidence { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>What to do, cheapest first.</summary>
    public required string Fix { get; init; }

    public ImmutableArray<Unknown> Unknowns { get; init; } = [];

    /// <summary>First 16 hex digits of SHA-256 over rule id, logical node id and discriminator; no line, count or path.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Who took the risk; null when nobody did.</summary>
    public Acceptance? Acceptance { get; init; }

    /// <summary>What the code itself says about taking the risk; null when it says nothing.</summary>
    public StatedAcceptance? Stated { get; init; }

    /// <summary>True while an acceptance holds.</summary>
    public bool IsAccepted => Acceptance?.State == AcceptanceState.Accepted;

    /// <summary>0 to 100; findings are ordered by it.</summary>
    public double Rank { get; init; }

    public ImmutableSortedDictionary<string, string> Properties { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
