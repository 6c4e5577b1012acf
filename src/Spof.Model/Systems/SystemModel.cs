using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Spof.Model;

/// <summary>The system as it was read and linked: what the analysis works on.</summary>
public sealed record SystemModel
{
    public required string Name { get; init; }

    /// <summary>The environment that chose overlays, such as "Production".</summary>
    public required string Environment { get; init; }

    public ImmutableArray<DeploymentTarget> Targets { get; init; } = [];

    public ImmutableArray<InputFile> Inputs { get; init; } = [];

    public ImmutableArray<Gap> Gaps { get; init; } = [];

    /// <summary>Statements of the user that do not apply.</summary>
    public ImmutableArray<Remark> Remarks { get; init; } = [];

    public ImmutableArray<Assumption> Assumptions { get; init; } = [];

    public ImmutableArray<CodeProject> Projects { get; init; } = [];

    public ImmutableArray<CodeFinding> CodeFindings { get; init; } = [];

    /// <summary>Sum over the judged targets, or over all where none is judged, with what was not read.</summary>
    public Coverage Coverage
    {
        get
        {
            var judged = Targets.Where(t => t.Role == TargetRole.Judged).ToArray();
            return (judged.Length > 0 ? judged : Targets.AsEnumerable()).Aggregate(
                new Coverage(0, 0, 0, 0, Gaps.Count(g => g.Kind != GapKind.Note)), (sum, target) => sum + target.Coverage);
        }
    }
}

/// <summary>What a deployment target is for.</summary>
public enum TargetRole
{
    /// <summary>Its findings count for the gate.</summary>
    Judged,

    /// <summary>Analysed and shown apart.</summary>
    Development,
}

/// <summary>One graph: the components that are deployed together, and how they need each other.</summary>
public sealed record DeploymentTarget
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required TargetKind Kind { get; init; }

    public TargetRole Role { get; init; }

    public ImmutableArray<Component> Components { get; init; } = [];

    public ImmutableArray<Dependency> Dependencies { get; init; } = [];

    public ImmutableArray<Domain> Domains { get; init; } = [];

    public ImmutableArray<EntryPoint> EntryPoints { get; init; } = [];

    /// <summary>Hosts that the code or a manifest names and that no component answers to, with the nearest candidates.</summary>
    public ImmutableArray<UnlinkedEndpoint> Unlinked { get; init; } = [];

    /// <summary>What the manifests of the target leave open and no single component carries, such as a Service that selects nothing.</summary>
    public ImmutableArray<Unknown> Unknowns { get; init; } = [];

    /// <summary>
    /// Ids of the services and stores that run and that no entry point depends on, however softly: what leads to them was not understood,
    /// so nothing is said about them. Each one counts as an unknown value.
    /// </summary>
    public ImmutableArray<string> Unreached { get; init; } = [];

    /// <summary>How many endpoints and deciding values were met, and how many of them are known.</summary>
    public Coverage Coverage { get; init; } = new(0, 0, 0, 0);
}

/// <summary>One component needs others.</summary>
public sealed record Dependency
{
    public required string From { get; init; }

    /// <summary>The targets; <see cref="Needed"/> of them are enough.</summary>
    public required ImmutableArray<string> Targets { get; init; }

    public int Needed { get; init; } = 1;

    public required Strength Strength { get; init; }

    public Access Access { get; init; } = Access.Both;

    public Phase Phase { get; init; } = Phase.Request;

    /// <summary>
    /// Where the address points when the store has roles: a reader address of a primary/replica store is served by any copy,
    /// a writer address only by the primary. <see cref="Access.Both"/> means the address reaches whatever the store offers.
    /// </summary>
    public Access Reaches { get; init; } = Access.Both;

    public Resilience? Client { get; init; }

    /// <summary>The chain code → config → manifest, in this order.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    public ImmutableArray<Unknown> Unknowns { get; init; } = [];
}

public enum EntryPointKind
{
    Ingress,
    GatewayRoute,
    LoadBalancer,
    NodePort,
    PublishedPort,
    Consumer,
    ScheduledJob,
    Root,
    Declared,
}

/// <summary>What must not stop.</summary>
public sealed record EntryPoint
{
    /// <summary>Logical id: of the exposing object, with <c>#path</c> where it has several routes.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required EntryPointKind Kind { get; init; }

    /// <summary>The component that answers: a workload or a route.</summary>
    public required string ComponentId { get; init; }

    /// <summary>0 critical … 3.</summary>
    public int Tier { get; init; } = 1;

    public string? Owner { get; init; }

    /// <summary>Availability target in percent.</summary>
    public double? Target { get; init; }

    public ImmutableArray<Evidence> Evidence { get; init; } = [];
}

/// <param name="Text">Host as written.</param>
/// <param name="Reason">Why no component answers to it.</param>
/// <param name="From">Id of the component or project that names it.</param>
/// <param name="Candidates">Ids with similar names, best first.</param>
/// <param name="Evidence">Where it is named.</param>
public sealed record UnlinkedEndpoint(
    string Text, string Reason, string From, ImmutableArray<string> Candidates, ImmutableArray<Evidence> Evidence)
{
    /// <summary>True for a deployable project that no workload runs: it names itself, and is no endpoint.</summary>
    [JsonIgnore]
    public bool IsProject => From == "code:" + Text;
}

/// <summary>Share of what was met that is known.</summary>
/// <param name="EndpointsResolved">Endpoints that lead to a component or to a known outside host.</param>
/// <param name="Endpoints">All endpoints met, with the calls that may name one and could not be understood.</param>
/// <param name="ValuesKnown">Deciding values (instances, replication, placement, addresses) that are known.</param>
/// <param name="Values">All deciding values met.</param>
/// <param name="InputsNotRead">Inputs that were not, or not wholly, read, each one unknown; they are those of the system, so a single target has none.</param>
public sealed record Coverage(
    int EndpointsResolved, int Endpoints, int ValuesKnown, int Values,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int InputsNotRead = 0)
{
    /// <summary>(resolved endpoints + known values) ÷ all that was met, from 0 to 1; null when there was nothing to know.</summary>
    public double? Share => Endpoints + Values + InputsNotRead is var all and > 0 ? (double)(EndpointsResolved + ValuesKnown) / all : null;

    public static Coverage operator +(Coverage one, Coverage other) => new(
        one.EndpointsResolved + other.EndpointsResolved, one.Endpoints + other.Endpoints,
        one.ValuesKnown + other.ValuesKnown, one.Values + other.Values, one.InputsNotRead + other.InputsNotRead);
}
