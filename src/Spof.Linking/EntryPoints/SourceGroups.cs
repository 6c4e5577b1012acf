using Spof.Model;

namespace Spof.Linking;

/// <summary>
/// Groups of components that need each other in a cycle, or single ones, which nothing outside of the group needs: the strongly connected
/// components without a way in.
/// </summary>
/// <remarks>
/// Kosaraju and Sharir in the short form that sources alone need: in the order in which a walk finishes components, latest first, one that
/// no earlier source reaches starts a source group, and its members are those that reach it.
/// </remarks>
internal static class SourceGroups
{
    /// <summary>Each group with its members in the order of the graph. What is only needed to start counts for nothing.</summary>
    public static IReadOnlyList<IReadOnlyList<Component>> Of(TargetGraph graph)
    {
        var components = graph.Components.ToArray();
        var numbers = components.Select((c, i) => (c.Id, i)).ToDictionary(c => c.Id, c => c.i, StringComparer.Ordinal);
        var needs = components.Select(_ => new List<int>()).ToArray();
        var users = components.Select(_ => new List<int>()).ToArray();
        foreach (var dependency in graph.Dependencies.Where(d => d.Phase != Phase.Startup && numbers.ContainsKey(d.From)))
        {
            foreach (var target in dependency.Targets.Select(graph.Find).OfType<Component>())
            {
                needs[numbers[dependency.From]].Add(numbers[target.Id]);
                users[numbers[target.Id]].Add(numbers[dependency.From]);
            }
        }

        var groups = new List<IReadOnlyList<Component>>();
        var seen = new bool[components.Length];
        foreach (var start in FinishOrder(needs).AsEnumerable().Reverse().Where(c => !seen[c]))
        {
            Mark(needs, start, seen);
            groups.Add([.. Reaching(users, start).Select(i => components[i])]);
        }

        return groups;
    }

    /// <summary>Components in the order in which a depth-first walk is done with them.</summary>
    private static List<int> FinishOrder(List<int>[] needs)
    {
        var order = new List<int>(needs.Length);
        var seen = new bool[needs.Length];
        var open = new Stack<(int Component, int Next)>();
        for (var root = 0; root < needs.Length; root++)
        {
            if (seen[root])
            {
                continue;
            }

            seen[root] = true;
            open.Push((root, 0));
            while (open.TryPop(out var at))
            {
                if (at.Next == needs[at.Component].Count)
                {
                    order.Add(at.Component);
                    continue;
                }

                open.Push((at.Component, at.Next + 1));
                var next = needs[at.Component][at.Next];
                if (!seen[next])
                {
                    seen[next] = true;
                    open.Push((next, 0));
                }
            }
        }

        return order;
    }

    private static void Mark(List<int>[] needs, int start, bool[] seen)
    {
        var open = new Stack<int>([start]);
        seen[start] = true;
        while (open.TryPop(out var at))
        {
            foreach (var next in needs[at].Where(n => !seen[n]))
            {
                seen[next] = true;
                open.Push(next);
            }
        }
    }

    private static SortedSet<int> Reaching(List<int>[] users, int start)
    {
        var members = new SortedSet<int> { start };
        var open = new Stack<int>(members);
        while (open.TryPop(out var at))
        {
            foreach (var user in users[at].Where(members.Add))
            {
                open.Push(user);
            }
        }

        return members;
    }
}
