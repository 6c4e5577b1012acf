using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Analysis.Graphs;

/// <summary>Compiles a target to a <see cref="FunctionGraph"/>.</summary>
internal static class FunctionGraphBuilder
{
    /// <param name="index">The target.</param>
    /// <param name="mode">Which function of the entry points is asked about.</param>
    /// <param name="reading">How unknown strength is read.</param>
    /// <param name="withSoft">True to let soft dependencies count as well: what is down then, and not without, is degraded.</param>
    public static FunctionGraph Build(TargetIndex index, Mode mode, Reading reading, bool withSoft = false)
    {
        var count = index.Components.Length;
        var redundancy = new Redundancy[count];
        var primaryOf = new int[count];
        var componentOf = new List<int>(count);
        for (var c = 0; c < count; c++)
        {
            redundancy[c] = Redundancy.Of(index.Components[c], reading, mode);
            primaryOf[c] = c;
            componentOf.Add(c);
        }

        for (var c = 0; c < count; c++)
        {
            if (!redundancy[c].HasPrimary)
            {
                continue;
            }

            primaryOf[c] = componentOf.Count;
            componentOf.Add(c);
        }

        var needs = new List<(int From, int Child, int Dependency)>();
        var gates = new List<(int From, int Threshold, int[] Children, int Dependency)>();
        var dependencies = index.Target.Dependencies;
        for (var d = 0; d < dependencies.Length; d++)
        {
            var dependency = dependencies[d];
            var from = index.IndexOf(dependency.From);
            if (from < 0 || !Counts(dependency, index.Background[from], mode, reading, withSoft))
            {
                continue;
            }

            var targets = dependency.Targets;
            var threshold = targets.Length - Math.Clamp(dependency.Needed, 0, targets.Length) + 1;
            var children = Children(index, dependency, targets, mode, primaryOf);
            if (children.Length < threshold)
            {
                continue;
            }

            Add(from);
            if (primaryOf[from] != from)
            {
                Add(primaryOf[from]);
            }

            void Add(int function)
            {
                if (threshold > 1)
                {
                    gates.Add((function, threshold, children, d));
                    return;
                }

                foreach (var child in children)
                {
                    needs.Add((function, child, d));
                }
            }
        }

        return Freeze(index, mode, reading, redundancy, primaryOf, [.. componentOf], needs, gates);
    }

    private static bool Counts(Dependency dependency, BackgroundWork.Role background, Mode mode, Reading reading, bool withSoft)
    {
        var unfavourable = reading == Reading.Unfavourable;
        var isStrong = dependency.Strength switch
        {
            Strength.Hard => true,
            Strength.Unknown => unfavourable || withSoft,
            _ => withSoft,
        };
        if (!isStrong)
        {
            return false;
        }

        if (mode == Mode.Start)
        {
            return (dependency.Phase & (Phase.Startup | Phase.Request)) != 0;
        }

        var access = mode == Mode.Read ? Access.Read : Access.Write;
        if ((dependency.Access & access) == 0)
        {
            return false;
        }

        return (dependency.Phase & Phase.Request) != 0
            || ((dependency.Phase & Phase.Background) != 0
                && (background == BackgroundWork.Role.Purpose || (background == BackgroundWork.Role.Unknown && unfavourable)));
    }

    private static int[] Children(
        TargetIndex index, Dependency dependency, ImmutableArray<string> targets, Mode mode, int[] primaryOf)
    {
        // A reader address is served by any copy, a writer address by the primary alone; other addresses offer what is asked for.
        var needsPrimary = dependency.Reaches switch
        {
            Access.Write => true,
            Access.Read => false,
            _ => mode switch
            {
                Mode.Read => false,
                Mode.Write => true,
                _ => (dependency.Access & Access.Write) != 0,
            },
        };
        var children = new List<int>(targets.Length);
        foreach (var target in targets)
        {
            // A target that is no component of this system cannot be lost in it.
            if (index.IndexOf(target) is >= 0 and var component)
            {
                children.Add(needsPrimary ? primaryOf[component] : component);
            }
        }

        return [.. children];
    }

    private static FunctionGraph Freeze(
        TargetIndex index,
        Mode mode,
        Reading reading,
        Redundancy[] redundancy,
        int[] primaryOf,
        int[] componentOf,
        List<(int From, int Child, int Dependency)> needs,
        List<(int From, int Threshold, int[] Children, int Dependency)> gates)
    {
        var functions = componentOf.Length;
        var needStart = Starts(functions, needs.Select(n => n.From));
        var needChild = new int[needs.Count];
        var needDependency = new int[needs.Count];
        var next = needStart.AsSpan(0, functions).ToArray();
        foreach (var (from, child, dependency) in needs)
        {
            needChild[next[from]] = child;
            needDependency[next[from]++] = dependency;
        }

        var sorted = gates.OrderBy(g => g.From).ToArray();
        var gateChildStart = new int[sorted.Length + 1];
        for (var g = 0; g < sorted.Length; g++)
        {
            gateChildStart[g + 1] = gateChildStart[g] + sorted[g].Children.Length;
        }

        return new FunctionGraph
        {
            Index = index,
            Mode = mode,
            Reading = reading,
            FunctionCount = functions,
            ComponentOf = componentOf,
            PrimaryOf = primaryOf,
            Redundancy = redundancy,
            NeedStart = needStart,
            NeedChild = needChild,
            NeedDependency = needDependency,
            GateStart = Starts(functions, sorted.Select(g => g.From)),
            GateThreshold = [.. sorted.Select(g => g.Threshold)],
            GateDependency = [.. sorted.Select(g => g.Dependency)],
            GateChildStart = gateChildStart,
            GateChild = [.. sorted.SelectMany(g => g.Children)],
        };
    }

    private static int[] Starts(int functions, IEnumerable<int> owners)
    {
        var starts = new int[functions + 1];
        foreach (var owner in owners)
        {
            starts[owner + 1]++;
        }

        for (var f = 0; f < functions; f++)
        {
            starts[f + 1] += starts[f];
        }

        return starts;
    }
}
