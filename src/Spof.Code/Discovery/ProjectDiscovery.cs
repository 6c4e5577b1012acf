using Spof.Model;

namespace Spof.Code.Discovery;

/// <summary>A C# project to read.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Solution">Full path of the solution that lists it; null when none does.</param>
internal sealed record DiscoveredProject(string Path, string? Solution);

/// <summary>Finds the projects of a folder, a solution or a project file.</summary>
internal sealed class ProjectDiscovery(ScanRoot root, Func<string, bool> isExcluded)
{
    /// <summary>Project kinds that hold no program text of their own, or that another reader looks at.</summary>
    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase) { ".shproj", ".dcproj", ".projitems" };

    /// <summary>Folders of build output and of restored packages; a project in one of them counts only where a solution lists it.</summary>
    private static readonly HashSet<string> OutputFolders = new(StringComparer.OrdinalIgnoreCase) { "bin", "artifacts", "packages" };

    private readonly SortedDictionary<string, string?> _projects = new(ScanRoot.PathComparer);
    private readonly List<Gap> _gaps = [];
    private readonly List<string> _solutions = [];
    private readonly List<string> _unlisted = [];

    public IReadOnlyList<Gap> Gaps => _gaps;

    /// <summary>Full paths of the solutions that were read, those of the folder itself first.</summary>
    public IReadOnlyList<string> Solutions => _solutions;

    /// <summary>Full paths of C# projects below the folder of a solution that it does not list, where only the solution was asked for.</summary>
    public IReadOnlyList<string> Unlisted => _unlisted;

    /// <param name="target">Full path of a folder, a <c>.sln</c>, <c>.slnx</c>, <c>.slnf</c> or <c>.csproj</c>.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The projects, sorted by path.</returns>
    public async Task<IReadOnlyList<DiscoveredProject>> FindAsync(string target, CancellationToken cancellationToken)
    {
        if (!root.Contains(target))
        {
            _gaps.Add(new Gap(new SourcePosition(Path.GetFileName(target), 1), "The path lies outside the scanned root; not read.", GapKind.Error));
        }
        else if (Directory.Exists(target))
        {
            await FindInFolderAsync(target, cancellationToken);
        }
        else if (!File.Exists(target))
        {
            _gaps.Add(new Gap(root.At(target), "The path does not exist.", GapKind.Error));
        }
        else if (IsSolution(target))
        {
            await AddSolutionAsync(target, cancellationToken);
            _unlisted.AddRange(ProjectsAndSolutionsIn(Path.GetDirectoryName(target)!).Where(f => IsProject(f) && !_projects.ContainsKey(f)));
        }
        else
        {
            Add(target, solution: null, root.At(target));
        }

        return [.. _projects.Select(p => new DiscoveredProject(p.Key, p.Value))];
    }

    /// <summary>The manifests of the whole folder are read, so are all its projects: those of every solution and those that none lists.</summary>
    private async Task FindInFolderAsync(string folder, CancellationToken cancellationToken)
    {
        var files = ProjectsAndSolutionsIn(folder).ToArray();
        var solutions = files.Where(IsSolution).ToArray();

        // A filter beside a solution only repeats a part of it.
        if (solutions.Any(s => !IsFilter(s)))
        {
            solutions = [.. solutions.Where(s => !IsFilter(s))];
        }

        foreach (var solution in solutions)
        {
            await AddSolutionAsync(solution, cancellationToken);
        }

        foreach (var project in files.Where(f => IsProject(f) || Language(f) is not null))
        {
            Add(project, solution: null, root.At(project));
        }
    }

    private IEnumerable<string> ProjectsAndSolutionsIn(string folder) =>
        FolderWalk.Files(root, folder, f => isExcluded(f) || OutputFolders.Contains(Path.GetFileName(f)), _gaps)
            .Where(f => !isExcluded(f) && (IsSolution(f) || f.EndsWith("proj", StringComparison.OrdinalIgnoreCase)));

    private async Task AddSolutionAsync(string path, CancellationToken cancellationToken)
    {
        var (solution, projects) = await SolutionReader.ReadAsync(root, path, _gaps, cancellationToken);
        _solutions.Add(solution);
        foreach (var project in projects)
        {
            if (!isExcluded(project))
            {
                Add(project, solution, root.At(path));
            }
        }
    }

    private void Add(string project, string? solution, SourcePosition listedAt)
    {
        if (!root.Contains(project))
        {
            _gaps.Add(new Gap(listedAt, $"Project '{Path.GetFileName(project)}' lies outside the scanned root; not read."));
        }
        else if (IsProject(project))
        {
            if (File.Exists(project))
            {
                _projects.TryAdd(project, solution);
            }
            else
            {
                _gaps.Add(new Gap(listedAt, $"Project '{root.Relative(project)}' does not exist.", GapKind.Error));
            }
        }
        else if (Path.GetExtension(project) is { Length: > 0 } extension && !Silent.Contains(extension))
        {
            _gaps.Add(new Gap(root.At(project), $"{Language(project) ?? extension} project; not read."));
        }
    }

    private static string? Language(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".VBPROJ" => "Visual Basic",
        ".FSPROJ" => "F#",
        _ => null,
    };

    private static bool IsSolution(string path) =>
        Path.GetExtension(path).ToUpperInvariant() is ".SLN" or ".SLNX" or ".SLNF";

    private static bool IsProject(string path) => path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);

    private static bool IsFilter(string path) => path.EndsWith(".slnf", StringComparison.OrdinalIgnoreCase);
}
