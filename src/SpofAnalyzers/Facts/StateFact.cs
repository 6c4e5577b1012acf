using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

internal enum StateTier
{
    /// <summary>Critical by shape: a queue of domain items, a keyed map with insertion and removal, a counter per key.</summary>
    A,

    /// <summary>Passes the definition without the stronger evidence.</summary>
    B,
}

internal enum StateShape
{
    /// <summary>Dictionary of any kind with domain values.</summary>
    Map,

    /// <summary>Dictionary of numbers that are counted per key.</summary>
    Counter,

    /// <summary>Queue, stack, channel or bag whose items are taken out again.</summary>
    Queue,

    /// <summary>List, set or array.</summary>
    List,

    /// <summary>One static value.</summary>
    Scalar,
}

/// <summary>A field or property that holds state which has no other copy.</summary>
internal sealed record StateFact
{
    public required ISymbol Member { get; init; }

    public required StateTier Tier { get; init; }

    public StateShape Shape { get; init; }

    /// <summary>Container and element type as a person would write them.</summary>
    public required string Description { get; init; }

    /// <summary>The type whose instances are lost: element of a collection, value of a map, type of a scalar.</summary>
    public string Element { get; init; } = "";

    /// <summary>Declaration of the member.</summary>
    public required Location Location { get; init; }

    public Location? Insertion { get; init; }

    /// <summary>Name of the method that inserts; empty for top-level code.</summary>
    public string InsertedIn { get; init; } = "";

    public Location? Removal { get; init; }

    public string RemovedIn { get; init; } = "";

    /// <summary>A hosted service of the same compilation takes the items out: accepted work on its way.</summary>
    public bool IsDrainedByHostedService { get; init; }

    /// <summary>The owner implements an outbox, saga or message persistence contract.</summary>
    public bool IsMessagingPersistence { get; init; }
}
