using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

internal enum StateTier
{
    /// <summary>Critical by shape: a queue of domain items, a keyed map with insertion and removal, a counter per key.</summary>
    A,

    /// <summary>Passes the definition without the stronger evidence.</summary>
    B,
}

/// <summary>A field or property that holds state which has no other copy.</summary>
internal sealed record StateFact
{
    public required ISymbol Member { get; init; }

    public required StateTier Tier { get; init; }

    /// <summary>Container and element type as a person would write them.</summary>
    public required string Description { get; init; }

    public required Location Location { get; init; }

    public Location? Insertion { get; init; }

    public Location? Removal { get; init; }
}
