using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SpofAnalyzers.Facts;

/// <summary>
/// What one pass over the tokens of a file leaves behind: where service registrations stand, and a filter of the identifiers in it.
/// Trees never change, so the summary outlives the compilation and every keystroke costs one file.
/// </summary>
internal sealed class TreeSummary
{
    private const int FilterWords = 32;

    private static readonly ConditionalWeakTable<SyntaxTree, TreeSummary> Summaries = new();

    private readonly ulong[] _filter = new ulong[FilterWords];

    private TreeSummary(SyntaxNode root, CancellationToken cancellationToken)
    {
        var registrations = new List<int>();
        foreach (var token in root.DescendantTokens())
        {
            if (!token.IsKind(SyntaxKind.IdentifierToken))
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            var (first, second) = Bits(token.ValueText);
            _filter[first >> 6] |= 1UL << (first & 63);
            _filter[second >> 6] |= 1UL << (second & 63);
            if (ServiceRegistrations.IsName(token.ValueText))
            {
                registrations.Add(token.SpanStart);
            }
        }

        Registrations = registrations;
    }

    /// <summary>Positions of the names of registration methods.</summary>
    public IReadOnlyList<int> Registrations { get; }

    public static TreeSummary Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!Summaries.TryGetValue(tree, out var summary))
        {
            var made = new TreeSummary(tree.GetRoot(cancellationToken), cancellationToken);
            summary = Summaries.GetValue(tree, _ => made);
        }

        return summary;
    }

    /// <summary>False when the file certainly has no identifier of that name; true for all others and, rarely, for a stranger.</summary>
    public bool MayMention(string name)
    {
        var (first, second) = Bits(name);
        return (_filter[first >> 6] & (1UL << (first & 63))) != 0 && (_filter[second >> 6] & (1UL << (second & 63))) != 0;
    }

    private static (int First, int Second) Bits(string name)
    {
        var hash = 2166136261u;
        foreach (var c in name)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return ((int)(hash % (FilterWords * 64)), (int)((hash >> 11) % (FilterWords * 64)));
    }
}
