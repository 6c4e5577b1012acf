namespace Spof.Tool;

/// <summary>How a command ended; the worst wins in the order failure, cancelled, nothing, incomplete, gate, passed.</summary>
internal enum ExitCode
{
    /// <summary>Finished; the gate was not tripped (findings may exist).</summary>
    Passed = 0,

    /// <summary>Finished; at least one finding reaches the level that fails.</summary>
    Gate = 1,

    /// <summary>Bad option or configuration, missing target, nothing could be loaded.</summary>
    Failure = 2,

    /// <summary>Nothing to analyse: no projects and no manifests, or no entry point in any judged target.</summary>
    Nothing = 3,

    /// <summary>Finished, but coverage is below the gate or an input was unreadable under --strict.</summary>
    Incomplete = 4,

    Cancelled = 130,
}
