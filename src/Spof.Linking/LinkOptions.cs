using Spof.Model;

namespace Spof.Linking;

/// <summary>How the two sides are joined.</summary>
public sealed record LinkOptions
{
    /// <summary>Name of the system when neither <c>spof.yml</c> nor a solution names it.</summary>
    public required string SystemName { get; init; }

    public SpofSettings Settings { get; init; } = SpofSettings.Default;

    /// <summary>Environment asked for on the command line; null for each workload's own, else Production.</summary>
    public string? Environment { get; init; }

    /// <summary>Id or name of the only target to judge; null for the default choice.</summary>
    public string? JudgedTarget { get; init; }
}
