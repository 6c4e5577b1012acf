namespace Spof.Model;

/// <summary>A place in a scanned file.</summary>
/// <param name="Path">Path relative to the scanned root, with forward slashes.</param>
/// <param name="Line">Line, counted from 1.</param>
/// <param name="Column">Column, counted from 1.</param>
public sealed record SourcePosition(string Path, int Line, int Column = 1) : IComparable<SourcePosition>
{
    public int CompareTo(SourcePosition? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byPath = string.CompareOrdinal(Path, other.Path);
        return byPath != 0 ? byPath : Line != other.Line ? Line.CompareTo(other.Line) : Column.CompareTo(other.Column);
    }

    public override string ToString() => $"{Path}:{Line}";
}
