using Spof.Model;
using Spof.Tool.Risks;

namespace Spof.Tool.Scanning;

/// <summary>What to scan, as the command line and <c>spof.yml</c> say together.</summary>
internal sealed record ScanRequest
{
    /// <summary>Folder whose manifests are read and to which all paths in the answer are relative.</summary>
    public required string Folder { get; init; }

    /// <summary>Solution or project file when one was named; null to find what the folder holds.</summary>
    public string? ProjectFile { get; init; }

    /// <summary>Root of the repository: build files above the folder count up to it, and no path above it is followed.</summary>
    public required string Root { get; init; }

    public required SpofSettings Settings { get; init; }

    /// <summary>Risks that someone took.</summary>
    public AcceptedRisks Risks { get; init; } = AcceptedRisks.None;

    /// <summary>Day of the scan, for the end of acceptances.</summary>
    public DateOnly Today { get; init; }

    public string? Environment { get; init; }

    public string? Target { get; init; }

    /// <summary>True when the SDK evaluates the projects.</summary>
    public bool IsExact { get; init; }

    /// <summary>True when packages are restored first.</summary>
    public bool Restores { get; init; }

    /// <summary>Folder that keeps what reading the code gave, for the next scan of the same inputs; null for none.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Full path of the binary log of a build; null for none.</summary>
    public string? BinaryLog { get; init; }

    /// <summary>The scanned folder as seen from the root, with a trailing slash; empty for the root itself.</summary>
    public string Prefix => Folder == Root ? "" : Path.GetRelativePath(Root, Folder).Replace('\\', '/') + "/";
}
