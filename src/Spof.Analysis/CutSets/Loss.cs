namespace Spof.Analysis.CutSets;

/// <summary>One or two events of one universe that are lost together.</summary>
/// <param name="First">The smaller event.</param>
/// <param name="Second">The other one, equal to the first when two interchangeable instances are lost; -1 for a single loss.</param>
internal readonly record struct Loss(int First, int Second = -1) : IComparable<Loss>
{
    public bool IsSingle => Second < 0;

    public static Loss Of(long pair) => new(CutFamily.First(pair), CutFamily.Second(pair));

    /// <summary>True when this loss brings down what the family belongs to.</summary>
    public bool Cuts(CutFamily family) => IsSingle ? family.HasSingle(First) : family.IsCutBy(CutFamily.Pair(First, Second));

    public int CompareTo(Loss other) => First != other.First ? First.CompareTo(other.First) : Second.CompareTo(other.Second);
}
