namespace Spof.Analysis.FaultTrees.Diagrams;

/// <summary>
/// The nodes of a decision diagram as arrays, each (level, high, low) once. Nodes 0 and 1 are the terminals. A child has a smaller
/// number and a greater level than its parent.
/// </summary>
internal sealed class NodeStore
{
    /// <summary>Given in place of a node when the store is full; every operation passes it on.</summary>
    public const int Full = -1;
    public const int TerminalLevel = int.MaxValue;
    private const int SmallestSize = 1 << 8;
    private int[] _level = new int[SmallestSize];
    private int[] _high = new int[SmallestSize];
    private int[] _low = new int[SmallestSize];
    private int[] _slots = new int[2 * SmallestSize];

    public NodeStore() => Reset(int.MaxValue);

    public int Count { get; private set; }

    /// <summary>How many nodes the store may hold.</summary>
    public int Limit { get; private set; }

    public int Level(int node) => _level[node];

    public int High(int node) => _high[node];

    public int Low(int node) => _low[node];

    public void Reset(int limit)
    {
        Array.Clear(_slots);
        _level[0] = _level[1] = TerminalLevel;
        Count = 2;
        Limit = limit;
    }

    /// <returns>The node, or <see cref="Full"/>.</returns>
    public int Get(int level, int high, int low)
    {
        var mask = _slots.Length - 1;
        var slot = Hash(level, high, low) & mask;
        for (; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            var node = _slots[slot];
            if (_low[node] == low && _high[node] == high && _level[node] == level)
            {
                return node;
            }
        }

        if (Count >= Limit)
        {
            return Full;
        }

        if (Count == _level.Length)
        {
            Grow();
            mask = _slots.Length - 1;
            slot = FreeSlot(level, high, low, mask);
        }

        _level[Count] = level;
        _high[Count] = high;
        _low[Count] = low;
        _slots[slot] = Count;
        return Count++;
    }

    private void Grow()
    {
        var size = 2 * _level.Length;
        Array.Resize(ref _level, size);
        Array.Resize(ref _high, size);
        Array.Resize(ref _low, size);
        _slots = new int[2 * size];
        for (var node = 2; node < Count; node++)
        {
            _slots[FreeSlot(_level[node], _high[node], _low[node], _slots.Length - 1)] = node;
        }
    }

    private int FreeSlot(int level, int high, int low, int mask)
    {
        var slot = Hash(level, high, low) & mask;
        while (_slots[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private static int Hash(int level, int high, int low)
    {
        var hash = ((uint)low * 0x9E3779B1u) ^ ((uint)high * 0x85EBCA77u) ^ ((uint)level * 0xC2B2AE3Du);
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6Du;
        return (int)(hash ^ (hash >> 13));
    }
}
