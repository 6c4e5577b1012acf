using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Compares symbols of several compilations. One that references another sees its symbols as they are, or, where the two compile against
/// different assemblies, wrapped; both views are the same symbol when they are declared at the same place.
/// </summary>
internal sealed class SymbolsAcross : IEqualityComparer<ISymbol?>
{
    private SymbolsAcross()
    {
    }

    public static SymbolsAcross Comparer { get; } = new();

    public bool Equals(ISymbol? x, ISymbol? y) => SymbolEqualityComparer.Default.Equals(x, y)
        || (x is { IsDefinition: true } && y is { IsDefinition: true } && x.Kind == y.Kind && x.Name == y.Name && IsSameDeclaration(x, y));

    public int GetHashCode(ISymbol? obj) => obj is null ? 0
        : (StringComparer.Ordinal.GetHashCode(obj.Name) * 31) + StringComparer.Ordinal.GetHashCode(obj.ContainingType?.Name ?? "");

    private static bool IsSameDeclaration(ISymbol x, ISymbol y)
    {
        var (one, other) = (x.DeclaringSyntaxReferences, y.DeclaringSyntaxReferences);
        return one.Length > 0 && other.Length > 0 && one[0].SyntaxTree == other[0].SyntaxTree && one[0].Span == other[0].Span;
    }
}
