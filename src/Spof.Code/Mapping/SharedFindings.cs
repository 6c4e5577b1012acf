using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Code.Mapping;

/// <summary>
/// A file that several projects compile is one place: what a rule says of it is one finding, of the first project that runs it at the
/// highest level. What each of these projects depends on and holds stays its own.
/// </summary>
internal static class SharedFindings
{
    private const string Projects = "projects";

    /// <returns>In the order of rule, place and project. The property "projects" names all projects of a finding where there are several.</returns>
    public static ImmutableArray<CodeFinding> Join(IEnumerable<CodeFinding> findings) =>
    [
        .. findings
            .GroupBy(f => f.Evidence.Length > 0 ? (f.RuleId, f.Message, f.Evidence[0].At, "") : (f.RuleId, f.Message, null, f.ProjectId))
            .SelectMany(Same)
            .OrderBy(f => f.RuleId, StringComparer.Ordinal)
            .ThenBy(f => f.Evidence.Length > 0 ? f.Evidence[0].At : null)
            .ThenBy(f => f.ProjectId, StringComparer.Ordinal),
    ];

    private static IEnumerable<CodeFinding> Same(IEnumerable<CodeFinding> same)
    {
        var byProject = same.OrderByDescending(f => f.Level).ThenBy(f => f.ProjectId, StringComparer.Ordinal).ToArray();
        string[] projects = [.. byProject.Select(f => f.ProjectId).Distinct().Order(StringComparer.Ordinal)];
        return projects.Length == 1 ? byProject : [byProject[0] with { Properties = byProject[0].Properties.SetItem(Projects, string.Join(' ', projects)) }];
    }
}
