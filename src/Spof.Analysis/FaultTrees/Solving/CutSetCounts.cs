using System.Collections.Immutable;
using System.Numerics;

namespace Spof.Analysis.FaultTrees.Solving;

/// <summary>
/// Counts sets by order without listing them: with each diagram node a polynomial whose coefficient i is the number of sets of order i.
/// A set that holds a module stands for as many sets as the module has.
/// </summary>
internal static class CutSetCounts
{
    public static ImmutableArray<BigInteger> Of(IReadOnlyList<SolvedModule> modules, int? maxOrder)
    {
        try
        {
            return [.. Count<ulong>(modules, maxOrder).Select(c => (BigInteger)c)];
        }
        catch (OverflowException)
        {
            return [.. Count<BigInteger>(modules, maxOrder)];
        }
    }

    private static T[] Count<T>(IReadOnlyList<SolvedModule> modules, int? maxOrder)
        where T : IBinaryInteger<T>
    {
        T[] single = [T.Zero, T.One];
        var byNode = new Dictionary<int, T[]>();
        foreach (var module in modules)
        {
            var (order, diagram) = module.CutSets!;
            var variables = Array.ConvertAll(order, n => byNode.GetValueOrDefault(n, single));
            var counts = new T[diagram.Count][];
            (counts[0], counts[1]) = ([], [T.One]);
            for (var node = 2; node < counts.Length; node++)
            {
                counts[node] = Add(counts[diagram.Low[node]], counts[diagram.High[node]], variables[diagram.Level[node]], maxOrder ?? int.MaxValue);
            }

            byNode[module.Root] = counts[diagram.Root];
        }

        return byNode[modules[^1].Root];
    }

    // low + high * variable, up to an order
    private static T[] Add<T>(T[] low, T[] high, T[] variable, int maxOrder)
        where T : IBinaryInteger<T>
    {
        var length = high.Length == 0 || variable.Length == 0 ? 0 : high.Length + variable.Length - 1;
        var sum = new T[(int)Math.Min(Math.Max(low.Length, length), maxOrder + 1L)];
        low.AsSpan(0, Math.Min(low.Length, sum.Length)).CopyTo(sum);
        for (var i = 0; i < variable.Length; i++)
        {
            if (T.IsZero(variable[i]))
            {
                continue;
            }

            for (var j = 0; j < high.Length && i + j < sum.Length; j++)
            {
                sum[i + j] = checked(sum[i + j] + (variable[i] * high[j]));
            }
        }

        return sum;
    }
}
