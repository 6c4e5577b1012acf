namespace Spof.Analysis.CutSets;

/// <summary>
/// The minimal cut sets of order 1 and 2 of one function. An event is a number; a pair is two of them packed, the smaller one in
/// the high half. A pair of an event with itself means that two interchangeable instances are lost.
/// </summary>
/// <param name="Singles">Ascending.</param>
/// <param name="Pairs">Ascending; none holds an event of <paramref name="Singles"/>.</param>
internal sealed record CutFamily(int[] Singles, long[] Pairs)
{
    public static CutFamily Empty { get; } = new([], []);

    public bool IsEmpty => Singles.Length == 0 && Pairs.Length == 0;

    public static long Pair(int a, int b) => a <= b ? ((long)a << 32) | (uint)b : ((long)b << 32) | (uint)a;

    public static int First(long pair) => (int)(pair >> 32);

    public static int Second(long pair) => (int)pair;

    public bool HasSingle(int e) => Array.BinarySearch(Singles, e) >= 0;

    public bool HasPair(long pair) => Array.BinarySearch(Pairs, pair) >= 0;

    /// <summary>True when losing this pair brings the function down, by itself or because one of the two does.</summary>
    public bool IsCutBy(long pair) => HasSingle(First(pair)) || HasSingle(Second(pair)) || HasPair(pair);

    public bool Equals(CutFamily? other) =>
        other is not null && Singles.AsSpan().SequenceEqual(other.Singles) && Pairs.AsSpan().SequenceEqual(other.Pairs);

    public override int GetHashCode() => HashCode.Combine(Singles.Length, Pairs.Length);
}
