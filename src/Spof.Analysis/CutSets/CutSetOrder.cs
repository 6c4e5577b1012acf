using Spof.Model;

namespace Spof.Analysis.CutSets;

/// <summary>Smallest first, then by class and node: the order in which cut sets are written.</summary>
internal sealed class CutSetOrder : IComparer<CutSet>
{
    public static CutSetOrder Instance { get; } = new();

    public static int Compare(FailureEvent a, FailureEvent b)
    {
        if (a.Class != b.Class)
        {
            return a.Class.CompareTo(b.Class);
        }

        var byNode = string.CompareOrdinal(a.NodeId, b.NodeId);
        if (byNode != 0)
        {
            return byNode;
        }
        // The primary comes before the instances that follow it.
        var byRole = (a.Role is null).CompareTo(b.Role is null);
        return byRole != 0 ? byRole : a.Count.CompareTo(b.Count);
    }

    public int Compare(CutSet? x, CutSet? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        if (x.Order != y.Order)
        {
            return x.Order.CompareTo(y.Order);
        }

        for (var i = 0; i < Math.Min(x.Events.Length, y.Events.Length); i++)
        {
            var byEvent = Compare(x.Events[i], y.Events[i]);
            if (byEvent != 0)
            {
                return byEvent;
            }
        }

        return x.Events.Length.CompareTo(y.Events.Length);
    }
}
