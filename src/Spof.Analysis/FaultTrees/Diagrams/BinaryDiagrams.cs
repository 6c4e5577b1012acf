namespace Spof.Analysis.FaultTrees.Diagrams;

/// <summary>
/// Reduced ordered binary decision diagrams: R. Bryant, <em>Graph-based algorithms for Boolean function manipulation</em>, IEEE
/// Transactions on Computers 35 (1986). Fault trees here are coherent, so AND and OR are all it takes, and complement edges would
/// save nothing.
/// </summary>
internal sealed class BinaryDiagrams(CancellationToken cancellation) : IGateAlgebra
{
    private const int AndOperation = 1;
    private const int OrOperation = 2;
    private readonly ComputedTable _computed = new();

    public NodeStore Nodes { get; } = new();

    public void Reset(int limit)
    {
        Nodes.Reset(limit);
        _computed.Clear();
    }

    public int Variable(int level) => Nodes.Get(level, 1, 0);

    public int And(int left, int right) =>
        left == 0 || right == 0 ? 0 : left == 1 || left == right ? right : right == 1 ? left : Apply(AndOperation, left, right);

    public int Or(int left, int right) =>
        left == 1 || right == 1 ? 1 : left == 0 || left == right ? right : right == 0 ? left : Apply(OrOperation, left, right);

    private int Apply(int operation, int left, int right)
    {
        if (left == NodeStore.Full || right == NodeStore.Full)
        {
            return NodeStore.Full;
        }

        if (left > right)
        {
            (left, right) = (right, left);
        }

        if (_computed.TryFind(operation, left, right, out var known))
        {
            return known;
        }

        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var nodes = Nodes;
        var (leftLevel, rightLevel) = (nodes.Level(left), nodes.Level(right));
        var level = Math.Min(leftLevel, rightLevel);
        var (leftHigh, leftLow) = leftLevel == level ? (nodes.High(left), nodes.Low(left)) : (left, left);
        var (rightHigh, rightLow) = rightLevel == level ? (nodes.High(right), nodes.Low(right)) : (right, right);
        var low = operation == AndOperation ? And(leftLow, rightLow) : Or(leftLow, rightLow);
        if (low == NodeStore.Full)
        {
            return NodeStore.Full;
        }

        var high = operation == AndOperation ? And(leftHigh, rightHigh) : Or(leftHigh, rightHigh);
        if (high == NodeStore.Full)
        {
            return NodeStore.Full;
        }

        var result = high == low ? low : nodes.Get(level, high, low);
        if (result == NodeStore.Full)
        {
            return NodeStore.Full;
        }

        if ((nodes.Count & 0xFFFF) == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        _computed.Fit(nodes.Count);
        _computed.Add(operation, left, right, result);
        return result;
    }
}
