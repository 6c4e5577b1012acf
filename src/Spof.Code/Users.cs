using Microsoft.CodeAnalysis;
using Spof.Code.Discovery;
using Spof.Code.Sources;
using Spof.Model;

namespace Spof.Code;

/// <summary>
/// Tells which projects may call a library: those that reference it, with all that runs in one process with them. Tests and app hosts run
/// nothing of it in production.
/// </summary>
internal sealed class Users
{
    private readonly IReadOnlyDictionary<string, ProjectReading> _readings;
    private readonly Dictionary<string, HashSet<string>> _together = new(ScanRoot.PathComparer);

    public Users(ProjectOrder order, IReadOnlyDictionary<string, ProjectReading> readings)
    {
        _readings = readings;
        foreach (var project in order.Sorted.Where(p => p.Kind is not (ProjectKind.Test or ProjectKind.AppHost)))
        {
            var closure = order.ClosureOf(project);
            foreach (var part in closure)
            {
                if (!_together.TryGetValue(part.Path, out var together))
                {
                    _together.Add(part.Path, together = new(ScanRoot.PathComparer));
                }

                together.Add(project.Path);
                together.UnionWith(closure.Select(p => p.Path));
            }
        }
    }

    /// <summary>Empty for a program: nobody calls into it.</summary>
    public IEnumerable<ProjectReading> Of(ProjectReading library) =>
        library.File.OutputKind == OutputKind.DynamicallyLinkedLibrary && _together.TryGetValue(library.File.Path, out var together)
            ? together.Where(p => !ScanRoot.PathComparer.Equals(p, library.File.Path)).Order(StringComparer.Ordinal).Select(p => _readings[p]).Where(r => r.HasFacts)
            : [];
}
