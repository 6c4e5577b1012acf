using System.Collections.Immutable;

namespace Spof.Model.Json;

/// <summary>The layout of <c>spof.json</c>: one document that every later command works from.</summary>
internal sealed record SpofDocument
{
    public required string SchemaVersion { get; init; }

    public required ToolDocument Tool { get; init; }

    /// <summary>Name of the system.</summary>
    public required string System { get; init; }

    public required string Environment { get; init; }

    public ImmutableArray<InputFile> Inputs { get; init; } = [];

    public ImmutableArray<Gap> Gaps { get; init; } = [];

    public ImmutableArray<Remark> Remarks { get; init; } = [];

    public ImmutableArray<Assumption> Assumptions { get; init; } = [];

    public ImmutableArray<CodeProject> Projects { get; init; } = [];

    public ImmutableArray<CodeFinding> CodeFindings { get; init; } = [];

    public ImmutableArray<TargetDocument> Targets { get; init; } = [];

    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Of the whole system; derived, so not read back.</summary>
    public required CoverageDocument Coverage { get; init; }
}

internal sealed record ToolDocument(string Name, string Version);

internal sealed record CoverageDocument(int EndpointsResolved, int Endpoints, int ValuesKnown, int Values, int InputsNotRead, double? Share);

/// <summary>A deployment target together with the answers about it.</summary>
internal sealed record TargetDocument
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required TargetKind Kind { get; init; }

    public TargetRole Role { get; init; }

    public ImmutableArray<Component> Components { get; init; } = [];

    public ImmutableArray<Dependency> Dependencies { get; init; } = [];

    public ImmutableArray<Domain> Domains { get; init; } = [];

    public ImmutableArray<EntryPoint> EntryPoints { get; init; } = [];

    public ImmutableArray<UnlinkedEndpoint> Unlinked { get; init; } = [];

    public ImmutableArray<Unknown> Unknowns { get; init; } = [];

    /// <summary>Ids of the services and stores that no entry point depends on, because what leads to them was not found.</summary>
    public ImmutableArray<string> Unreached { get; init; } = [];

    public required Coverage Coverage { get; init; }

    /// <summary>One answer per entry point and mode; absent when the target was not analysed.</summary>
    public ImmutableArray<EntryPointAssessment>? Assessment { get; init; }
}
