using Spof.Model;
using SpofAnalyzers.Facts;

namespace Spof.Code.Mapping;

/// <summary>Turns when code uses something into the phase of the dependency.</summary>
internal static class PhaseMap
{
    /// <summary>What a worker does while it runs is background work: nobody waits for its answer.</summary>
    public static Phase Of(UsePhase use, ProjectKind kind) =>
        (use.HasFlag(UsePhase.Startup) ? Phase.Startup : 0)
        | (use.HasFlag(UsePhase.Request) ? kind == ProjectKind.Worker ? Phase.Background : Phase.Request : 0)
        | (use.HasFlag(UsePhase.Background) ? Phase.Background : 0);
}
