using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking;

/// <summary>Which components an entry point depends on, and which are deployed although none does.</summary>
internal sealed class ReachedComponents(TargetGraph graph)
{
    private readonly ILookup<string, Dependency> _dependencies = graph.Dependencies.ToLookup(d => d.From, StringComparer.Ordinal);

    /// <summary>Ids of these components and of all that they depend on in turn, however softly and in whatever phase.</summary>
    public HashSet<string> From(IEnumerable<string> ids) =>
        Follow(ids, id => _dependencies[id].SelectMany(d => d.Targets).Select(t => graph.Find(t)?.Id ?? t));

    /// <summary>These ids and all that the steps lead to.</summary>
    public static HashSet<string> Follow(IEnumerable<string> ids, Func<string, IEnumerable<string>> next)
    {
        var reached = new HashSet<string>(ids, StringComparer.Ordinal);
        var open = new Stack<string>(reached);
        while (open.TryPop(out var id))
        {
            foreach (var target in next(id).Where(reached.Add))
            {
                open.Push(target);
            }
        }

        return reached;
    }

    /// <summary>
    /// Ids of the services and stores that run and that no entry point depends on: what leads to them was not understood, so they are out
    /// of the verdict. Jobs come and go by themselves, and tools of those who run the system are on nobody's way.
    /// </summary>
    public ImmutableArray<string> Missed(IEnumerable<EntryPoint> entryPoints)
    {
        var reached = From(entryPoints.Select(e => e.ComponentId));
        return
        [
            .. graph.Declaration.Workloads
                .Where(w => w.Role == WorkloadRole.Service)
                .Select(w => graph.Find(w.Id))
                .OfType<Component>()
                .Where(c => c.Instances.Max != 0 && !reached.Contains(c.Id) && !ComponentKinds.IsForOperators(c))
                .Select(c => c.Id)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }
}
