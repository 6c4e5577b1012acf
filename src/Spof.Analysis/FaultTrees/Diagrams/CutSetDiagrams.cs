using System.Runtime.CompilerServices;

namespace Spof.Analysis.FaultTrees.Diagrams;

/// <summary>
/// Families of minimal sets as zero-suppressed decision diagrams: S. Minato, <em>Zero-suppressed BDDs for set manipulation in
/// combinatorial problems</em>, Design Automation Conference (1993). A path that takes the high edge of a node holds its variable.
/// No set of a family holds another one, and none is larger than the limit, which loses nothing: a set of order k of a gate needs only
/// sets of order k of its children.
/// </summary>
internal sealed class CutSetDiagrams(CancellationToken cancellation) : IGateAlgebra
{
    private const int OrOperation = 1;
    private const int SubsumeOperation = 2;

    // The limit is part of what is asked for: operation 3 is AND with limit 0, 5 with limit 1, and so on; 4, 6, … cut off.
    private const int FirstLimited = 3;
    private const int Unlimited = int.MaxValue / 4;
    private readonly ComputedTable _computed = new();
    private int[] _least = new int[256];
    private int[] _most = new int[256];
    private int _measured;
    private int[] _weight = [];
    private int[] _greatestWeight = [];
    private int _limit = Unlimited;

    public NodeStore Nodes { get; } = new();

    /// <param name="nodeLimit">How many nodes there may be.</param>
    /// <param name="weight">By level: the smallest number of events that the variable stands for.</param>
    /// <param name="greatestWeight">By level: the greatest such number.</param>
    /// <param name="maxOrder">Largest number of events of a set; null for any.</param>
    public void Reset(int nodeLimit, int[] weight, int[] greatestWeight, int? maxOrder)
    {
        Nodes.Reset(nodeLimit);
        _computed.Clear();
        _measured = 2;
        _weight = weight;
        _greatestWeight = greatestWeight;
        _limit = maxOrder ?? Unlimited;
        (_least[0], _most[0]) = (Unlimited, -1);
        (_least[1], _most[1]) = (0, 0);
    }

    public int Variable(int level) => _weight[level] > _limit ? 0 : Nodes.Get(level, 1, 0);

    /// <summary>The node, with a variable that no set of <paramref name="high"/> or <paramref name="low"/> holds yet.</summary>
    public int Node(int level, int high, int low)
    {
        if (high == 0 || high == NodeStore.Full || low == NodeStore.Full)
        {
            return high == 0 ? low : NodeStore.Full;
        }

        var node = Nodes.Get(level, high, low);
        if ((node & 0xFFFF) == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        return node;
    }

    public int Or(int left, int right)
    {
        if (left == 0 || right == 0 || left == right)
        {
            return left == 0 ? right : left;
        }

        if (left == 1 || right == 1)
        {
            return left == NodeStore.Full || right == NodeStore.Full ? NodeStore.Full : 1;
        }

        if (left == NodeStore.Full || right == NodeStore.Full)
        {
            return NodeStore.Full;
        }

        if (left > right)
        {
            (left, right) = (right, left);
        }

        if (_computed.TryFind(OrOperation, left, right, out var known))
        {
            return known;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        var level = Math.Min(Nodes.Level(left), Nodes.Level(right));
        var low = Or(Without(left, level), Without(right, level));
        var high = low == NodeStore.Full ? low : Or(With(left, level), With(right, level));
        return Keep(OrOperation, left, right, high == NodeStore.Full ? high : Node(level, Subsume(high, low), low));
    }

    public int And(int left, int right) => And(left, right, _limit);

    /// <summary>The sets of <paramref name="family"/> that hold no set of <paramref name="smaller"/>.</summary>
    public int Subsume(int family, int smaller)
    {
        if (family == NodeStore.Full || smaller == NodeStore.Full)
        {
            return NodeStore.Full;
        }

        if (family == 0 || smaller == 1 || family == smaller)
        {
            return 0;
        }

        if (smaller == 0 || family == 1)
        {
            return family;
        }

        if (_computed.TryFind(SubsumeOperation, family, smaller, out var known))
        {
            return known;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        int result;
        var level = Nodes.Level(family);
        if (Nodes.Level(smaller) < level)
        {
            result = Subsume(family, Nodes.Low(smaller));
        }
        else
        {
            var low = Subsume(Nodes.Low(family), Without(smaller, level));
            var high = low == NodeStore.Full ? low : Subsume(Subsume(Nodes.High(family), With(smaller, level)), Without(smaller, level));
            result = low == NodeStore.Full ? low : Node(level, high, low);
        }

        return Keep(SubsumeOperation, family, smaller, result);
    }

    /// <summary>The sets of a family that are no larger than the limit.</summary>
    public int CutOff(int family) => family == NodeStore.Full ? family : CutOff(family, _limit);

    /// <summary>The numbers of events of the smallest and of the largest set; beyond any limit where there is no set.</summary>
    public (int Least, int Most) Sizes(int family) => family == 0 ? (Unlimited, Unlimited) : (Least(family), Most(family));

    private int And(int left, int right, int limit)
    {
        if (left == 0 || right == 0)
        {
            return 0;
        }

        if (left == NodeStore.Full || right == NodeStore.Full)
        {
            return NodeStore.Full;
        }

        if (left == 1 || right == 1 || left == right)
        {
            return CutOff(left == 1 ? right : left, limit);
        }

        if (Math.Max(Least(left), Least(right)) > limit)
        {
            return 0;
        }

        if (left > right)
        {
            (left, right) = (right, left);
        }

        var operation = FirstLimited + (2 * Math.Min(limit, Unlimited));
        if (_computed.TryFind(operation, left, right, out var known))
        {
            return known;
        }

        // With the variable each family may use its sets with it and those without it; what needs no variable is taken out again.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var level = Math.Min(Nodes.Level(left), Nodes.Level(right));
        var (leftLow, rightLow) = (Without(left, level), Without(right, level));
        var low = And(leftLow, rightLow, limit);
        var left1 = low == NodeStore.Full ? low : Or(With(left, level), leftLow);
        var right1 = left1 == NodeStore.Full ? left1 : Or(With(right, level), rightLow);
        var rest = limit >= Unlimited ? limit : limit - _weight[level];
        var high = right1 == NodeStore.Full ? right1 : rest < 0 ? 0 : And(left1, right1, rest);
        return Keep(operation, left, right, high == NodeStore.Full ? high : Node(level, Subsume(high, low), low));
    }

    private int CutOff(int family, int limit)
    {
        if (limit >= Unlimited || Most(family) <= limit)
        {
            return family;
        }

        if (Least(family) > limit)
        {
            return 0;
        }

        var operation = FirstLimited + 1 + (2 * limit);
        if (_computed.TryFind(operation, family, 0, out var known))
        {
            return known;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        var level = Nodes.Level(family);
        var low = CutOff(Nodes.Low(family), limit);
        var rest = limit - _weight[level];
        var high = low == NodeStore.Full ? low : rest < 0 ? 0 : CutOff(Nodes.High(family), rest);
        return Keep(operation, family, 0, high == NodeStore.Full ? high : Node(level, high, low));
    }

    private int Keep(int operation, int left, int right, int result)
    {
        if (result != NodeStore.Full)
        {
            _computed.Fit(Nodes.Count);
            _computed.Add(operation, left, right, result);
        }

        return result;
    }

    private int With(int family, int level) => Nodes.Level(family) == level ? Nodes.High(family) : 0;

    private int Without(int family, int level) => Nodes.Level(family) == level ? Nodes.Low(family) : family;

    private int Least(int node)
    {
        Measure();
        return _least[node];
    }

    private int Most(int node)
    {
        Measure();
        return _most[node];
    }

    // Sizes of the smallest and largest set of each node, made up for the nodes that have come since.
    private void Measure()
    {
        if (_measured == Nodes.Count)
        {
            return;
        }

        if (_least.Length < Nodes.Count)
        {
            var size = Math.Max(Nodes.Count, 2 * _least.Length);
            Array.Resize(ref _least, size);
            Array.Resize(ref _most, size);
        }

        for (; _measured < Nodes.Count; _measured++)
        {
            var (level, high, low) = (Nodes.Level(_measured), Nodes.High(_measured), Nodes.Low(_measured));
            _least[_measured] = Math.Min(_least[low], _least[high] + _weight[level]);
            _most[_measured] = Math.Max(_most[low], Math.Min(Unlimited, _most[high] + _greatestWeight[level]));
        }
    }
}
