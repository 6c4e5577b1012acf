using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

/// <summary>The shape of a mutable container and what it holds.</summary>
/// <param name="Shape">Map, queue or list.</param>
/// <param name="Key">Key type of a map.</param>
/// <param name="Element">Value of a map, item of anything else.</param>
internal sealed record StateContainer(StateShape Shape, ITypeSymbol? Key, ITypeSymbol Element)
{
    private const string Generic = "System.Collections.Generic";
    private const string Concurrent = "System.Collections.Concurrent";

    /// <summary>Mutable containers of the base class library: simple name, namespace, arity, shape, index of the element's type argument.</summary>
    private static readonly Dictionary<string, (string Namespace, int Arity, StateShape Shape, int Element)> Known = new(StringComparer.Ordinal)
    {
        ["Dictionary"] = (Generic, 2, StateShape.Map, 1),
        ["IDictionary"] = (Generic, 2, StateShape.Map, 1),
        ["SortedDictionary"] = (Generic, 2, StateShape.Map, 1),
        ["SortedList"] = (Generic, 2, StateShape.Map, 1),
        ["OrderedDictionary"] = (Generic, 2, StateShape.Map, 1),
        ["ConcurrentDictionary"] = (Concurrent, 2, StateShape.Map, 1),
        ["List"] = (Generic, 1, StateShape.List, 0),
        ["IList"] = (Generic, 1, StateShape.List, 0),
        ["ICollection"] = (Generic, 1, StateShape.List, 0),
        ["HashSet"] = (Generic, 1, StateShape.List, 0),
        ["SortedSet"] = (Generic, 1, StateShape.List, 0),
        ["ISet"] = (Generic, 1, StateShape.List, 0),
        ["LinkedList"] = (Generic, 1, StateShape.List, 0),
        ["Queue"] = (Generic, 1, StateShape.Queue, 0),
        ["Stack"] = (Generic, 1, StateShape.Queue, 0),
        ["PriorityQueue"] = (Generic, 2, StateShape.Queue, 0),
        ["ConcurrentQueue"] = (Concurrent, 1, StateShape.Queue, 0),
        ["ConcurrentStack"] = (Concurrent, 1, StateShape.Queue, 0),
        ["ConcurrentBag"] = (Concurrent, 1, StateShape.Queue, 0),
        ["BlockingCollection"] = (Concurrent, 1, StateShape.Queue, 0),
        ["IProducerConsumerCollection"] = (Concurrent, 1, StateShape.Queue, 0),
        ["Channel"] = ("System.Threading.Channels", 1, StateShape.Queue, 0),
    };

    /// <summary>True when a generic type of that simple name may be a container: decides by syntax whether binding is worth it.</summary>
    public static bool IsKnownName(string simpleName) => Known.ContainsKey(simpleName);

    /// <summary>The container that the type is, or null for everything else (immutable, frozen and read-only types among it).</summary>
    public static StateContainer? Of(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => new(StateShape.List, null, array.ElementType),
        INamedTypeSymbol { IsGenericType: true } named
            when Known.TryGetValue(named.Name, out var known)
            && known.Arity == named.Arity
            && named.ContainingType is null
            && IsNamespace(named.ContainingNamespace, known.Namespace)
            => new(known.Shape, known.Shape == StateShape.Map ? named.TypeArguments[0] : null, named.TypeArguments[known.Element]),
        _ => null,
    };

    private static bool IsNamespace(INamespaceSymbol? symbol, string name)
    {
        var end = name.Length;
        for (; symbol is { IsGlobalNamespace: false }; symbol = symbol.ContainingNamespace)
        {
            var start = end - symbol.Name.Length;
            if (start < 0
                || string.CompareOrdinal(name, start, symbol.Name, 0, symbol.Name.Length) != 0
                || (start > 0 && name[start - 1] != '.'))
            {
                return false;
            }

            end = start - 1;
        }

        return end == -1;
    }
}
