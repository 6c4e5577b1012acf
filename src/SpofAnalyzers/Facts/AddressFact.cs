using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

internal enum AddressSource
{
    Unknown,
    Literal,
    ConfigurationKey,
    EnvironmentVariable,
    ServiceDiscovery,
}

/// <summary>Where an address comes from, as the code states it.</summary>
internal sealed record AddressFact
{
    public static AddressFact Unknown(string reason, Location location) => new() { UnknownReason = reason, Location = location };

    public AddressSource Source { get; init; }

    /// <summary>Configuration key with ':' separators (<c>ConnectionStrings:Orders</c>), or the environment variable's name.</summary>
    public string? Key { get; init; }

    /// <summary>Constant text: of a literal, or of the default arm of a configuration read; an interpolation up to its first hole.</summary>
    public string? Text { get; init; }

    /// <summary>True when <see cref="Text"/> is only the constant start of what the code builds.</summary>
    public bool IsPartial { get; init; }

    /// <summary>True when a connection string builder was given the value, and may change what it says besides the server.</summary>
    public bool IsThroughBuilder { get; init; }

    public string? UnknownReason { get; init; }

    /// <summary>Where the constant or the configuration read stands.</summary>
    public Location Location { get; init; } = Location.None;

    /// <summary>Further places the address was followed through, such as the options class or the field.</summary>
    public IReadOnlyList<Location> Path { get; init; } = [];
}
