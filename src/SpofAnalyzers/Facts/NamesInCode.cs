using System.Collections.Concurrent;

namespace SpofAnalyzers.Facts;

/// <summary>Tells whether any file of the compilation writes a name. Nothing is bound: another thing of that name counts too.</summary>
internal sealed class NamesInCode
{
    private readonly FactContext _context;
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    private NamesInCode(FactContext context) => _context = context;

    public static NamesInCode Of(FactContext context) => context.GetOrCreate(c => new NamesInCode(c));

    public bool Mentions(string name, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(name, out var found))
        {
            found = _context.Compilation.SyntaxTrees.Any(t => NameMentions.Of(name, t, cancellationToken).Any());
            _known[name] = found;
        }

        return found;
    }
}
