using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

/// <summary>
/// The source that runs together with one compilation: its own, that of the projects it references, and, where the caller knows them, that
/// of the projects that reference it. A file is bound only when a fact leads to it, and once for all who ask.
/// </summary>
internal sealed class ProgramSources
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<SyntaxTree, SemanticModel>> Models = new();

    private static readonly ConditionalWeakTable<Compilation, HashSet<Compilation>> ReferencesOf = new();

    private readonly Compilation _own;
    private readonly Lazy<Compilation[]> _others;
    private readonly Lazy<Compilation[]> _users;

    /// <param name="own">The compilation that facts are asked of.</param>
    /// <param name="users">All compilations with source that may run in one process with a library; empty for a program, or when they are not known.</param>
    public ProgramSources(Compilation own, IReadOnlyCollection<Compilation> users)
    {
        _own = own;
        _others = new(() => [.. users.Concat(ReferencedBy(own)).Where(c => c != own).Distinct()]);
        _users = new(() => [.. users.Where(c => c != own && ReferencedBy(c).Contains(own))]);
    }

    /// <summary>Every compilation but the own one.</summary>
    public IReadOnlyList<Compilation> Others => _others.Value;

    /// <summary>The compilations that the own one references.</summary>
    public IReadOnlyCollection<Compilation> Referenced => ReferencedBy(_own);

    /// <summary>Known compilations that reference the own one.</summary>
    public IReadOnlyList<Compilation> Users => _users.Value;

    /// <summary>True when nothing outside of these compilations calls what the own one declares.</summary>
    public bool IsClosed => Users.Count > 0 || _own.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;

    /// <summary>The compilation of a file; null for one of none of them.</summary>
    public Compilation? OwnerOf(SyntaxTree tree)
    {
        if (_own.ContainsSyntaxTree(tree))
        {
            return _own;
        }

        foreach (var other in Others)
        {
            if (other.ContainsSyntaxTree(tree))
            {
                return other;
            }
        }

        return null;
    }

    /// <summary>Compilations that can name a symbol: the one that declares it and those that reference that, the own one first.</summary>
    public IEnumerable<Compilation> ThatMayName(ISymbol symbol)
    {
        if (symbol.DeclaringSyntaxReferences.IsEmpty || OwnerOf(symbol.DeclaringSyntaxReferences[0].SyntaxTree) is not { } owner)
        {
            yield return _own;
            yield break;
        }

        if (owner == _own || ReferencedBy(_own).Contains(owner))
        {
            yield return _own;
        }

        foreach (var other in Others)
        {
            if (other == owner || ReferencedBy(other).Contains(owner))
            {
                yield return other;
            }
        }
    }

    /// <summary>The model of a known file; one of another project is shared with all who follow it there.</summary>
    public SemanticModel Model(SyntaxTree tree)
    {
        if (OwnerOf(tree) is not { } owner || owner == _own)
        {
            return _own.GetSemanticModel(tree);
        }

        var models = Models.GetOrCreateValue(owner);
        return models.TryGetValue(tree, out var known) ? known : models.GetOrAdd(tree, owner.GetSemanticModel(tree));
    }

    private static HashSet<Compilation> ReferencedBy(Compilation compilation) =>
        ReferencesOf.GetValue(compilation, c => [.. c.References.OfType<CompilationReference>().Select(r => r.Compilation)]);
}
