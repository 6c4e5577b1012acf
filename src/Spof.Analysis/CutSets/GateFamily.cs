using System.Numerics;

namespace Spof.Analysis.CutSets;

/// <summary>
/// The family of a gate: it is down when at least <c>threshold</c> of its children are. A set of order k of the gate only ever needs
/// child sets of order k, so keeping two orders per child loses nothing.
/// </summary>
internal sealed class GateFamily(int eventCount, Func<int, bool> canPair)
{
    private readonly int[] _slot = new int[eventCount];
    private readonly List<int> _touched = [];
    private readonly List<ulong> _hits = [];
    private readonly Dictionary<long, int> _pairSlot = [];
    private readonly HashSet<long> _found = [];
    private int _words;

    public CutFamily Combine(ReadOnlySpan<CutFamily> children, int threshold, int maxOrder, CancellationToken cancellation)
    {
        if (CannotBeDown(children, threshold))
        {
            return CutFamily.Empty;
        }

        _words = (children.Length + 63) / 64;
        for (var i = 0; i < children.Length; i++)
        {
            Record(children[i], i, maxOrder);
        }

        var singles = _touched.Where(e => Count(_slot[e]) >= threshold).Order().ToArray();
        var pairs = maxOrder > 1 ? Pairs(children, threshold, singles, cancellation) : [];
        foreach (var e in _touched)
        {
            _slot[e] = 0;
        }

        _touched.Clear();
        _hits.Clear();
        _pairSlot.Clear();
        _found.Clear();
        return singles.Length == 0 && pairs.Length == 0 ? CutFamily.Empty : new(singles, pairs);
    }

    private static bool CannotBeDown(ReadOnlySpan<CutFamily> children, int threshold)
    {
        var usable = 0;
        foreach (var child in children)
        {
            usable += child.IsEmpty ? 0 : 1;
        }

        return usable < threshold;
    }

    // Slot s (counted from 1) keeps, as a bit set, the children that the event or pair brings down.
    private void Record(CutFamily child, int number, int maxOrder)
    {
        foreach (var e in child.Singles)
        {
            if (_slot[e] == 0)
            {
                _slot[e] = NewSlot();
                _touched.Add(e);
            }

            Mark(_slot[e], number);
        }

        if (maxOrder < 2)
        {
            return;
        }

        foreach (var pair in child.Pairs)
        {
            if (!_pairSlot.TryGetValue(pair, out var slot))
            {
                _pairSlot.Add(pair, slot = NewSlot());
            }

            Mark(slot, number);
        }
    }

    private int NewSlot()
    {
        for (var w = 0; w < _words; w++)
        {
            _hits.Add(0);
        }

        return _hits.Count / _words;
    }

    private void Mark(int slot, int child) => _hits[((slot - 1) * _words) + (child >> 6)] |= 1UL << (child & 63);

    private ulong Word(int slot, int word) => slot == 0 ? 0 : _hits[((slot - 1) * _words) + word];

    private int Count(int slot, int otherSlot = 0, int pairSlot = 0)
    {
        var count = 0;
        for (var w = 0; w < _words; w++)
        {
            count += BitOperations.PopCount(Word(slot, w) | Word(otherSlot, w) | Word(pairSlot, w));
        }

        return count;
    }

    private long[] Pairs(ReadOnlySpan<CutFamily> children, int threshold, int[] singles, CancellationToken cancellation)
    {
        // Every pair that some child has.
        foreach (var (pair, slot) in _pairSlot)
        {
            var (a, b) = (CutFamily.First(pair), CutFamily.Second(pair));
            if (!IsSingle(singles, a) && !IsSingle(singles, b) && Count(_slot[a], _slot[b], slot) >= threshold)
            {
                _found.Add(pair);
            }
        }

        // And pairs of events that each bring some children down. At most n - threshold children stay up, so one of any
        // n - threshold + 1 children is hit; the smallest ones give the fewest candidates.
        var bySize = Enumerable.Range(0, children.Length).ToArray();
        var sizes = new int[children.Length];
        for (var i = 0; i < children.Length; i++)
        {
            sizes[i] = children[i].Singles.Length;
        }

        Array.Sort(sizes, bySize);
        var enough = children.Length - threshold + 1;
        for (var i = 0; i < enough; i++)
        {
            foreach (var e in children[bySize[i]].Singles)
            {
                cancellation.ThrowIfCancellationRequested();
                if (canPair(e) && !IsSingle(singles, e))
                {
                    PairWith(e, children, bySize, enough, threshold, singles);
                }
            }
        }

        return [.. _found.Order()];
    }

    private void PairWith(int e, ReadOnlySpan<CutFamily> children, int[] bySize, int enough, int threshold, int[] singles)
    {
        var tried = 0;
        for (var j = 0; j < bySize.Length && tried < enough; j++)
        {
            if ((Word(_slot[e], bySize[j] >> 6) >> (bySize[j] & 63) & 1) != 0)
            {
                continue;
            }

            tried++;
            foreach (var other in children[bySize[j]].Singles)
            {
                if (Count(_slot[e], _slot[other]) >= threshold && canPair(other) && !IsSingle(singles, other))
                {
                    _found.Add(CutFamily.Pair(e, other));
                }
            }
        }
    }

    private static bool IsSingle(int[] singles, int e) => Array.BinarySearch(singles, e) >= 0;
}
