using System.Collections.Immutable;

namespace Spof.Analysis.Graphs;

internal static class ImmutableArrays
{
    /// <summary>The array itself, or an empty one when it was never set.</summary>
    public static ImmutableArray<T> OrEmpty<T>(this ImmutableArray<T> array) => array.IsDefault ? [] : array;
}
