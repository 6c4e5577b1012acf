using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

/// <summary>
/// What one pass over the text of a file leaves behind: where service registrations may stand, and a filter of the words in it.
/// Comments and strings are read as code, so that both are a superset of the truth. Trees never change, so the summary outlives the
/// compilation and every keystroke costs one file.
/// </summary>
internal sealed class TreeSummary
{
    private const int FilterWords = 32;
    private const uint HashStart = 2166136261;
    private const uint HashFactor = 16777619;

    private static readonly ConditionalWeakTable<SyntaxTree, TreeSummary> Summaries = new();

    private readonly ulong[] _filter = new ulong[FilterWords];

    private TreeSummary(string text)
    {
        var registrations = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsWordStart(text[i]))
            {
                continue;
            }

            var start = i;
            var hash = HashStart;
            for (; i < text.Length && IsWordPart(text[i]); i++)
            {
                hash = (hash ^ text[i]) * HashFactor;
            }

            var (first, second) = Bits(hash);
            _filter[first >> 6] |= 1UL << (first & 63);
            _filter[second >> 6] |= 1UL << (second & 63);
            if (ServiceRegistrations.MayBeName(text, start, i - start))
            {
                registrations.Add(start);
            }
        }

        Registrations = registrations;
    }

    /// <summary>Positions where the name of a registration method may stand.</summary>
    public IReadOnlyList<int> Registrations { get; }

    public static TreeSummary Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!Summaries.TryGetValue(tree, out var summary))
        {
            var made = new TreeSummary(tree.GetText(cancellationToken).ToString());
            summary = Summaries.GetValue(tree, _ => made);
        }

        return summary;
    }

    /// <summary>False when the file certainly has no identifier of that name; true for all others and, rarely, for a stranger.</summary>
    public bool MayMention(string name)
    {
        var hash = HashStart;
        foreach (var c in name)
        {
            hash = (hash ^ c) * HashFactor;
        }

        var (first, second) = Bits(hash);
        return (_filter[first >> 6] & (1UL << (first & 63))) != 0 && (_filter[second >> 6] & (1UL << (second & 63))) != 0;
    }

    private static (int First, int Second) Bits(uint hash) => ((int)(hash % (FilterWords * 64)), (int)((hash >> 11) % (FilterWords * 64)));

    private static bool IsWordStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' || (c > 127 && char.IsLetter(c));

    private static bool IsWordPart(char c) => c is >= '0' and <= '9' || IsWordStart(c);
}
