using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

/// <summary>The HTTP and gRPC clients of a compilation.</summary>
internal static class HttpFacts
{
    private static readonly ConditionalWeakTable<FactContext, Slot> Cache = new();

    /// <param name="context">The compilation and what is known about it.</param>
    /// <param name="trees">Files to look at; generated ones are left out by the caller.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static Extracted<ClientFact> Extract(FactContext context, IReadOnlyList<SyntaxTree> trees, CancellationToken cancellationToken) =>
        new ClientIndex(context, trees, cancellationToken).Build();

    /// <summary>The clients of all written files, found once per context: what an analyzer asks from an action on one operation.</summary>
    public static IReadOnlyList<ClientFact> OfCompilation(FactContext context, CancellationToken cancellationToken)
    {
        var slot = Cache.GetOrCreateValue(context);
        lock (slot)
        {
            return slot.Facts ??= Extract(context, [.. context.Compilation.SyntaxTrees.Where(IsWritten)], cancellationToken).Facts;
        }
    }

    private static bool IsWritten(SyntaxTree tree)
    {
        var path = tree.FilePath;
        return !path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".designer.cs", StringComparison.OrdinalIgnoreCase)
            && !path.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".g.i.cs", StringComparison.OrdinalIgnoreCase);
    }

    private sealed class Slot
    {
        public IReadOnlyList<ClientFact>? Facts { get; set; }
    }
}
