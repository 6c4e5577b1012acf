namespace Spof.Analysis.FaultTrees;

/// <summary>What to compute of a fault tree, and how much room it may take.</summary>
public sealed record FaultTreeOptions
{
    /// <summary>Largest number of events in a minimal cut set; null for all. A limit leaves no smaller set out.</summary>
    public int? MaxOrder { get; init; }

    public bool CutSets { get; init; } = true;

    /// <summary>The probability of the top event and the importances, where every event has a probability.</summary>
    public bool Probability { get; init; } = true;

    /// <summary>Nodes that a diagram may have before it is given up; a node takes about 30 bytes.</summary>
    public int NodeLimit { get; init; } = 1 << 24;

    public FaultTreeEngine Engine { get; init; }
}

/// <summary>How minimal cut sets are found; all ways give the same sets.</summary>
public enum FaultTreeEngine
{
    /// <summary>All sets from the binary diagram, sets up to an order bottom-up; the other way where that grows too large.</summary>
    Automatic,

    /// <summary>Families of sets, gate by gate.</summary>
    BottomUp,

    /// <summary>The minimal solutions of the binary diagram.</summary>
    MinimalSolutions,
}
