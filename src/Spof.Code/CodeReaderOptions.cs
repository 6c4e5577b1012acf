using System.Collections.Immutable;

namespace Spof.Code;

/// <summary>What to read and how.</summary>
public sealed record CodeReaderOptions
{
    /// <summary>Root of the repository: build files above the scanned folder count up to it, and nothing outside it is read.</summary>
    public required string RootPath { get; init; }

    /// <summary>The scanned folder inside the root, to which every path of the result is relative; null for the root itself. A relative path starts at the root.</summary>
    public string? FolderPath { get; init; }

    /// <summary>A folder, <c>.sln</c>, <c>.slnx</c>, <c>.slnf</c> or <c>.csproj</c> inside the root; null for the scanned folder. A relative path starts there.</summary>
    public string? TargetPath { get; init; }

    /// <summary>Patterns, relative to the scanned folder, of projects, sources and configuration that are not read, such as <c>**/samples/**</c>.</summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>
    /// Asks the SDK of the user how it would compile each project. This runs code of the repository (its project files and their
    /// targets), as opening it in an IDE does; without it nothing of the repository runs.
    /// </summary>
    public bool IsExact { get; init; }

    /// <summary>
    /// Restores the packages of the scanned projects first. This writes into the repository and the package folder, asks the feeds of the
    /// user, and evaluates project files; without it nothing is restored.
    /// </summary>
    public bool Restores { get; init; }

    /// <summary>Path of a binary log of a build of the scanned projects; its compiler calls are taken instead. Null for none.</summary>
    public string? BinaryLog { get; init; }

    /// <summary>Folder in which results are kept for a scan of the same inputs; null keeps none.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Projects read at the same time; 0 for the number of processors.</summary>
    public int MaxParallelism { get; init; }

    /// <summary>Folders with restored packages; null for those of this machine.</summary>
    public ImmutableArray<string>? PackageFolders { get; init; }

    /// <summary>The environment asked for, such as "Production"; its overlay is evidence even where its name is one of a developer's. Null for none in particular.</summary>
    public string? Environment { get; init; }

    /// <summary>Host suffixes that belong to the owner of the code.</summary>
    public ImmutableArray<string> InternalDomains { get; init; } = [];

    /// <summary>Method names that add resilience besides the built-in ones.</summary>
    public ImmutableArray<string> ResilienceMethods { get; init; } = [];
}

/// <summary>How far reading has come.</summary>
/// <param name="Done">Projects finished.</param>
/// <param name="Total">Projects in all.</param>
/// <param name="Project">The project just finished, relative to the root.</param>
/// <param name="Slowest">Of those still being read the one that began first, relative to the root; null when there is none.</param>
public readonly record struct CodeProgress(int Done, int Total, string Project, string? Slowest = null);
