using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking;

/// <summary>A deployable depends on what its own code and all libraries that it references depend on.</summary>
internal sealed class ProjectClosure(ImmutableArray<CodeProject> projects)
{
    private readonly Dictionary<string, CodeProject> _byPath = Index(projects);

    /// <summary>The project and everything it references, itself first, then by path.</summary>
    public IEnumerable<CodeProject> Of(CodeProject project)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { project.Path };
        var open = new Queue<CodeProject>([project]);
        while (open.TryDequeue(out var next))
        {
            yield return next;
            foreach (var reference in next.References)
            {
                if (_byPath.TryGetValue(reference, out var referenced) && seen.Add(reference))
                {
                    open.Enqueue(referenced);
                }
            }
        }
    }

    private static Dictionary<string, CodeProject> Index(ImmutableArray<CodeProject> projects)
    {
        var index = new Dictionary<string, CodeProject>(StringComparer.OrdinalIgnoreCase);
        foreach (var project in projects)
        {
            index.TryAdd(project.Path, project);
        }

        return index;
    }
}
