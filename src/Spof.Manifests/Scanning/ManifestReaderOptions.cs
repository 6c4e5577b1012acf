using System.Collections.Immutable;

namespace Spof.Manifests;

/// <summary>What to read.</summary>
public sealed record ManifestReaderOptions
{
    /// <summary>Folder to scan; every path in the result is relative to it.</summary>
    public required string Root { get; init; }

    /// <summary>Environment that chooses overlays, such as "Production".</summary>
    public string Environment { get; init; } = "Production";

    /// <summary>Name of the system, for projects at the root that have none; the name of the root folder when null.</summary>
    public string? SystemName { get; init; }

    /// <summary>Path patterns of the files to read; empty means all.</summary>
    public ImmutableArray<string> Include { get; init; } = [];

    /// <summary>Path patterns of files and folders that are left out.</summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>Largest file that is read, in bytes; a larger one is a gap.</summary>
    public long MaxFileSize { get; init; } = 10 * 1024 * 1024;
}
