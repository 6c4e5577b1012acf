using System.Numerics;

namespace Spof.Analysis.FaultTrees.Diagrams;

/// <summary>Results of operations on pairs of nodes. It forgets: a new result takes the place of an older one with the same hash.</summary>
internal sealed class ComputedTable
{
    private const int SmallestSize = 1 << 8;
    private const int LargestSize = 1 << 21;
    private Entry[] _entries = new Entry[SmallestSize];

    public bool TryFind(int operation, int left, int right, out int result)
    {
        ref var entry = ref _entries[Index(operation, left, right)];
        result = entry.Result;
        return entry.Left == left && entry.Right == right && entry.Operation == operation;
    }

    public void Add(int operation, int left, int right, int result) =>
        _entries[Index(operation, left, right)] = new Entry { Left = left, Right = right, Operation = operation, Result = result };

    /// <summary>Keeps the table about as large as the diagram that it serves.</summary>
    public void Fit(int nodes)
    {
        if (nodes <= _entries.Length)
        {
            return;
        }

        var size = Math.Clamp((int)BitOperations.RoundUpToPowerOf2((uint)nodes), SmallestSize, LargestSize);
        if (size > _entries.Length)
        {
            var old = _entries;
            _entries = new Entry[size];
            foreach (var entry in old)
            {
                if (entry.Operation != 0)
                {
                    _entries[Index(entry.Operation, entry.Left, entry.Right)] = entry;
                }
            }
        }
    }

    public void Clear() => Array.Clear(_entries);

    private int Index(int operation, int left, int right)
    {
        var hash = ((uint)left * 0x9E3779B1u) ^ ((uint)right * 0x85EBCA77u) ^ ((uint)operation * 0xC2B2AE3Du);
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6Du;
        return (int)((hash ^ (hash >> 13)) & (uint)(_entries.Length - 1));
    }

    // Operation 0 marks an empty entry.
    private struct Entry
    {
        public int Left;
        public int Right;
        public int Operation;
        public int Result;
    }
}
