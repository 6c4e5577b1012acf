using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Spof.Model;

/// <summary>One configuration file of a project.</summary>
/// <param name="Path">Relative to the scanned root.</param>
/// <param name="Environment">Environment of an overlay (<c>appsettings.Production.json</c>: "Production"); null for the base.</param>
/// <param name="Settings">Its leaf values, keys with ':' separators, compared without case.</param>
/// <param name="IsAppSpecific">True for <c>{App}.settings*.json</c> (.NET 10), which override the matching <c>appsettings*.json</c>.</param>
public sealed record ConfigurationFile(string Path, string? Environment, ImmutableArray<Setting> Settings, bool IsAppSpecific = false);

/// <summary>A named value of configuration or environment, parsed for endpoints; the raw text is never kept when it may be a secret.</summary>
public sealed record Setting
{
    /// <summary>Configuration key with ':' separators, or the environment variable's name.</summary>
    public required string Key { get; init; }

    /// <summary>The hosts named by the value.</summary>
    public ImmutableArray<EndpointAddress> Endpoints { get; init; } = [];

    /// <summary>
    /// The value itself where it is plainly no secret (a short word, number, host or path under a key that does not speak of
    /// secrets); null otherwise. Used to follow names such as "Production" or "orders-db"; never printed as it is and never written to a file.
    /// </summary>
    [JsonIgnore]
    public string? Plain { get; init; }

    /// <summary>What may be shown of the value.</summary>
    public required string Display { get; init; }

    /// <summary>
    /// True when the value came with a whole list that the workload takes over (<c>envFrom</c>, <c>env_file</c>), so that nothing shows
    /// that the workload wants this one.
    /// </summary>
    [JsonIgnore]
    public bool IsFromList { get; init; }

    /// <summary>Why the value is not known (secret not in the repository, variable without default); null when it is.</summary>
    public string? UnknownReason { get; init; }

    /// <summary>Connection options that decide about failover, such as "failoverPartner" or "abortConnect=false"; no credentials.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>Where the value stands, followed from the place of use: environment entry first, then ConfigMap, Secret or file.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];
}
