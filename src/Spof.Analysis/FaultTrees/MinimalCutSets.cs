using System.Collections.Immutable;
using System.Numerics;
using Spof.Analysis.FaultTrees.Solving;

namespace Spof.Analysis.FaultTrees;

/// <summary>The minimal cut sets of a top event: counted on the diagram, listed only as far as somebody asks.</summary>
public sealed class MinimalCutSets
{
    private readonly CutSetWalk _walk;

    internal MinimalCutSets(ImmutableArray<BigInteger> countByOrder, CutSetWalk walk)
    {
        _walk = walk;
        CountByOrder = countByOrder;
    }

    /// <summary>Number of sets of each order; index 0 counts the empty set, which only a top event that always happens has.</summary>
    public ImmutableArray<BigInteger> CountByOrder { get; }

    public BigInteger Total => CountByOrder.Aggregate(BigInteger.Zero, (sum, count) => sum + count);

    /// <summary>The sets, the small ones first, each as ascending indices of events. The order is the same for the same tree.</summary>
    public IEnumerable<ImmutableArray<int>> List() => Enumerable.Range(0, CountByOrder.Length).SelectMany(OfOrder);

    public IEnumerable<ImmutableArray<int>> OfOrder(int order) =>
        order < 0 || order >= CountByOrder.Length || CountByOrder[order].IsZero ? [] : _walk.OfOrder(order);
}
