using Spof.Code.Discovery;
using Spof.Code.Projects;
using Spof.Model;

namespace Spof.Code.Sources;

/// <summary>Puts referenced projects before those that reference them and cuts cycles.</summary>
internal sealed class ProjectOrder
{
    private readonly IReadOnlyDictionary<string, ProjectFile> _projects;
    private readonly ScanRoot _root;
    private readonly List<ProjectFile> _sorted = [];
    private readonly Dictionary<string, List<ProjectFile>> _closures = new(ScanRoot.PathComparer);
    private readonly Dictionary<string, bool> _isDone = new(ScanRoot.PathComparer);
    private readonly List<Gap> _gaps = [];

    private ProjectOrder(ScanRoot root, IReadOnlyDictionary<string, ProjectFile> projects)
    {
        _root = root;
        _projects = projects;
    }

    /// <summary>Referenced projects first.</summary>
    public IReadOnlyList<ProjectFile> Sorted => _sorted;

    public IReadOnlyList<Gap> Gaps => _gaps;

    /// <summary>The projects that one references, also indirectly, in order.</summary>
    public IReadOnlyList<ProjectFile> ClosureOf(ProjectFile project) => _closures[project.Path];

    public static ProjectOrder Of(ScanRoot root, IReadOnlyDictionary<string, ProjectFile> projects)
    {
        var order = new ProjectOrder(root, projects);
        foreach (var project in projects.Values.OrderBy(p => p.Path, StringComparer.Ordinal))
        {
            order.Visit(project);
        }

        return order;
    }

    private void Visit(ProjectFile start)
    {
        // A stack of its own: chains of references may be longer than the machine's stack likes.
        var path = new Stack<(ProjectFile Project, int Next)>();
        if (_isDone.TryAdd(start.Path, false))
        {
            path.Push((start, 0));
        }

        while (path.TryPop(out var top))
        {
            var (project, next) = top;
            if (next == project.ProjectReferences.Length)
            {
                Finish(project);
                continue;
            }

            path.Push((project, next + 1));
            if (!_projects.TryGetValue(project.ProjectReferences[next], out var reference))
            {
                continue;
            }

            if (_isDone.TryAdd(reference.Path, false))
            {
                path.Push((reference, 0));
            }
            else if (!_isDone[reference.Path])
            {
                _gaps.Add(new Gap(_root.At(project.Path),
                    $"The reference to '{_root.Relative(reference.Path)}' closes a cycle; it is left out.", GapKind.Error));
            }
        }
    }

    private void Finish(ProjectFile project)
    {
        var closure = new List<ProjectFile>();
        var seen = new HashSet<string>(ScanRoot.PathComparer);
        foreach (var path in project.ProjectReferences)
        {
            if (_closures.TryGetValue(path, out var indirect))
            {
                foreach (var one in indirect.Append(_projects[path]))
                {
                    if (seen.Add(one.Path))
                    {
                        closure.Add(one);
                    }
                }
            }
        }

        _closures[project.Path] = closure;
        _isDone[project.Path] = true;
        _sorted.Add(project);
    }
}
