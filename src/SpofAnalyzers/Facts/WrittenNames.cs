using System.Collections.Concurrent;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Tells whether a name is written anywhere in the compilation. Nothing is bound: what is named after it counts too, so it serves to stay
/// silent, not to report.
/// </summary>
internal sealed class WrittenNames
{
    private readonly FactContext _context;
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    private WrittenNames(FactContext context) => _context = context;

    public static WrittenNames Of(FactContext context) => context.GetOrCreate(c => new WrittenNames(c));

    public bool HasAny(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        foreach (var name in names)
        {
            if (!_known.TryGetValue(name, out var isWritten))
            {
                isWritten = _context.Compilation.SyntaxTrees.Any(tree => NameMentions.Of(name, tree, cancellationToken).Any());
                _known[name] = isWritten;
            }

            if (isWritten)
            {
                return true;
            }
        }

        return false;
    }
}
