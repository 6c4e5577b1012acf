using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking;

/// <param name="Code">A dependency that the code shows.</param>
/// <param name="Edge">Where it leads; null when that is not known.</param>
internal sealed record LinkedDependency(CodeDependency Code, Dependency? Edge);

/// <summary>
/// Makes one dependency of a provider and those that the code asks when it fails: one of them is enough. An alternative is never a need
/// of its own, also where what it stands in for is not known.
/// </summary>
internal static class AlternativeEdges
{
    /// <summary>More ways from an alternative back to what is asked first are not followed; code has one or two.</summary>
    private const int MaxPaths = 64;

    public static IEnumerable<Dependency> Join(IReadOnlyList<LinkedDependency> linked)
    {
        if (linked.All(l => l.Code.AlternativeTo.IsEmpty))
        {
            return linked.Select(l => l.Edge).OfType<Dependency>();
        }

        var byId = new Dictionary<string, LinkedDependency>(StringComparer.Ordinal);
        foreach (var one in linked)
        {
            byId.TryAdd(one.Code.Id, one);
        }

        var joined = new Dictionary<LinkedDependency, List<Dependency>>(ReferenceEqualityComparer.Instance);
        var parts = new HashSet<LinkedDependency>(ReferenceEqualityComparer.Instance);
        var sets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var last in linked.Where(l => IsLast(l)))
        {
            joined.Add(last, JoinOne(last, byId, parts, sets));
        }

        return linked.SelectMany(l => joined.TryGetValue(l, out var edges) ? edges
            : l.Edge is null || (l.Edge.Strength == Strength.Soft && parts.Contains(l)) ? []
            : [l.Edge]);
    }

    /// <summary>True for an alternative after which nothing else is asked.</summary>
    private static bool IsLast(LinkedDependency linked) => !linked.Code.AlternativeTo.IsEmpty && linked.Edge is { Strength: Strength.Hard };

    private static List<Dependency> JoinOne(
        LinkedDependency last, Dictionary<string, LinkedDependency> byId, HashSet<LinkedDependency> parts, HashSet<string> sets)
    {
        var edges = new List<Dependency>();
        var unknown = default(Unknown);
        foreach (var path in PathsOf(last, byId))
        {
            if (path.Length == 1 || path.Any(p => p.Edge is null))
            {
                var missing = path.FirstOrDefault(p => p.Edge is null)?.Code.Name ?? last.Code.AlternativeTo[0];
                unknown ??= new Unknown("strength", $"'{last.Code.Name}' stands in for '{missing}', and nothing shows where that is", last.Edge!.Evidence.FirstOrDefault()?.At);
                continue;
            }

            if (path.Any(p => p.Edge!.Strength == Strength.Hard && p.Code.AlternativeTo.IsEmpty))
            {
                continue; // The caller fails without that one anyway.
            }

            parts.UnionWith(path);
            var edge = Together(last.Edge!, [.. path.Select(p => p.Edge!)]);
            if (sets.Add(string.Join('\n', edge.Targets.Order(StringComparer.Ordinal)) + edge.Access + edge.Phase))
            {
                edges.Add(edge);
            }
        }

        // An alternative without a pair is asked, but nothing fails for want of it alone.
        return edges.Count > 0 || parts.Contains(last) ? edges
            : [last.Edge! with { Strength = unknown is null ? Strength.Soft : Strength.Unknown, Unknowns = unknown is null ? [] : [unknown] }];
    }

    /// <summary>The dependencies from what is asked first to the last alternative, for each way that leads there.</summary>
    private static IEnumerable<ImmutableArray<LinkedDependency>> PathsOf(LinkedDependency last, Dictionary<string, LinkedDependency> byId)
    {
        var open = new Stack<ImmutableArray<LinkedDependency>>();
        open.Push([last]);
        for (var found = 0; found < MaxPaths && open.TryPop(out var path);)
        {
            var before = path[0].Code.AlternativeTo.Select(id => byId.GetValueOrDefault(id)).OfType<LinkedDependency>().Where(b => !path.Contains(b)).ToArray();
            if (before.Length == 0)
            {
                found++;
                yield return path;
                continue;
            }

            foreach (var first in before.Reverse())
            {
                open.Push(path.Insert(0, first));
            }
        }
    }

    private static Dependency Together(Dependency last, ImmutableArray<Dependency> path) => last with
    {
        Targets = [.. path.SelectMany(p => p.Targets).Distinct(StringComparer.Ordinal)],
        Needed = 1,
        Reaches = path.All(p => p.Reaches == last.Reaches) ? last.Reaches : Access.Both,
        Evidence = [.. path.SelectMany(p => p.Evidence).Distinct().OrderBy(e => e.Layer)],
    };
}
