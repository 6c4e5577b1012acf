using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Analysis;

/// <summary>How an entry point stands after a loss, worst last.</summary>
public enum EntryPointState
{
    /// <summary>Nothing it needs is gone.</summary>
    Up,

    /// <summary>It goes on with less: something it needs softly is gone.</summary>
    Degraded,

    /// <summary>It stops if what is unknown is read unfavourably.</summary>
    PossiblyStopped,

    /// <summary>It stops.</summary>
    Stopped,
}

/// <summary>The answer to "if this disappears, what stops?".</summary>
public sealed record WhatIfResult
{
    public required string TargetId { get; init; }

    /// <summary>Ids of the components and domains that are gone, as asked, in order.</summary>
    public ImmutableArray<string> Lost { get; init; } = [];

    /// <summary>One state per entry point and mode, in the order of the target.</summary>
    public ImmutableArray<EntryPointOutcome> Outcomes { get; init; } = [];

    /// <summary>What falls, in the order in which it falls; what is lost itself is round 0.</summary>
    public ImmutableArray<WhatIfStep> Steps { get; init; } = [];

    /// <summary>Ids of entry points that stop in reading or writing.</summary>
    public ImmutableArray<string> Stops { get; init; } = [];

    /// <summary>Ids of entry points that neither stop nor may stop in reading or writing.</summary>
    public ImmutableArray<string> Survives { get; init; } = [];
}

public sealed record EntryPointOutcome(string EntryPointId, Mode Mode, EntryPointState State);

/// <param name="Round">0 for what is lost itself, else one more than the last thing that had to fall first.</param>
/// <param name="ComponentId">What falls.</param>
/// <param name="State">Stopped, possibly stopped or degraded.</param>
/// <param name="Modes">The functions that fall: read, write or both.</param>
/// <param name="BecauseOf">The component whose fall brings this one down; null in round 0.</param>
public sealed record WhatIfStep(int Round, string ComponentId, EntryPointState State, ImmutableArray<Mode> Modes, string? BecauseOf);
