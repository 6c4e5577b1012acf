using System.Collections.Immutable;
using Spof.Code.Projects;
using Spof.Model;
using SpofAnalyzers.Facts;

namespace Spof.Code.Mapping;

/// <summary>Turns the facts of a compilation into the dependencies and state of a project, in a fixed order.</summary>
internal static class FactMap
{
    public static ImmutableArray<CodeDependency> DependenciesOf(CompilationFacts facts, ProjectFile project) => AlternativeMap.Join(Distinct(
        facts.Clients.SelectMany(c => ClientMap.Of(c, project.LogicalName, project.Kind))
            .Concat(facts.Connections.SelectMany(c => ConnectionMap.Of(c, project.LogicalName, project.Kind)).Select(d => new MappedDependency(d, [])))
            .OrderBy(d => d.Dependency.Id, StringComparer.Ordinal)
            .ThenBy(d => d.Dependency.Evidence.Length > 0 ? d.Dependency.Evidence[0].At : null)));

    public static ImmutableArray<StateHolder> StateOf(CompilationFacts facts, ProjectFile project) =>
    [
        .. facts.State
            .Select(s => new StateHolder(
                $"code:{project.LogicalName}/{s.Member.ContainingType.Name}",
                s.Member.ContainingType.Name + "." + s.Member.Name,
                s.Description,
                s.Tier == StateTier.A,
                EvidenceMap.Of(s.Location, s.Insertion, s.Removal)))
            .OrderBy(s => s.Name, StringComparer.Ordinal)
            .ThenBy(s => s.Evidence.Length > 0 ? s.Evidence[0].At : null),
    ];

    /// <summary>What kind of program the facts are about; the code of a library runs in the servers that reference it.</summary>
    public static ApplicationKind ApplicationKindOf(ProjectKind kind, bool runsInServer) => kind switch
    {
        ProjectKind.Library when runsInServer => ApplicationKind.Server,
        ProjectKind.Web or ProjectKind.Worker => ApplicationKind.Server,
        ProjectKind.Client => ApplicationKind.Client,
        ProjectKind.Library => ApplicationKind.Library,
        _ => ApplicationKind.Tool,
    };

    /// <summary>One type may hold several connections: the second and later ones are told apart by technology or address, then by number.</summary>
    private static List<MappedDependency> Distinct(IEnumerable<MappedDependency> dependencies)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var result = new List<MappedDependency>();
        foreach (var mapped in dependencies)
        {
            var dependency = mapped.Dependency;
            var id = dependency.Id;
            if (!taken.Add(id))
            {
                id += "@" + (dependency.Address.Key ?? dependency.Technology.ToString());
                for (var (stem, n) = (id, 2); !taken.Add(id); n++)
                {
                    id = stem + "#" + n.ToString(System.Globalization.CultureInfo.InvariantCulture);
                }
            }

            result.Add(id == dependency.Id ? mapped : mapped with { Dependency = dependency with { Id = id } });
        }

        return result;
    }
}
