namespace Spof.Analysis.FaultTrees.Diagrams;

/// <summary>
/// From the function to its minimal cut sets: A. Rauzy, <em>New algorithms for fault trees analysis</em>, Reliability Engineering and
/// System Safety 40 (1993). Of the sets that bring the top down together with a variable, those are minimal that do not do so without it.
/// </summary>
internal sealed class MinimalSolutions(CutSetDiagrams sets, Diagram function)
{
    private const int NotSatisfying = 1;
    private readonly ComputedTable _computed = new();

    /// <returns>A node of the store of cut sets, or <see cref="NodeStore.Full"/>.</returns>
    public int Build()
    {
        var solutions = new int[function.Count];
        solutions[1] = 1;
        for (var node = 2; node < function.Count; node++)
        {
            var low = solutions[function.Low[node]];
            var high = Without(solutions[function.High[node]], function.Low[node]);
            solutions[node] = sets.CutOff(sets.Node(function.Level[node], high, low));
            if (solutions[node] == NodeStore.Full)
            {
                return NodeStore.Full;
            }
        }

        return solutions[function.Root];
    }

    /// <summary>The sets of a family whose events alone do not make a function true.</summary>
    private int Without(int family, int node)
    {
        if (family == 0 || node == 1)
        {
            return 0;
        }

        if (node == 0 || family == 1)
        {
            // The empty set makes a coherent function true only where it is constant.
            return family;
        }

        if (_computed.TryFind(NotSatisfying, family, node, out var known))
        {
            return known;
        }

        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        int result;
        var level = sets.Nodes.Level(family);
        if (function.Level[node] < level)
        {
            result = Without(family, function.Low[node]);
        }
        else
        {
            var (high, low) = function.Level[node] == level ? (function.High[node], function.Low[node]) : (node, node);
            var without = Without(sets.Nodes.Low(family), low);
            var with = without == NodeStore.Full ? without : Without(sets.Nodes.High(family), high);
            result = with == NodeStore.Full ? with : sets.Node(level, with, without);
        }

        if (result != NodeStore.Full)
        {
            _computed.Fit(sets.Nodes.Count);
            _computed.Add(NotSatisfying, family, node, result);
        }

        return result;
    }
}
