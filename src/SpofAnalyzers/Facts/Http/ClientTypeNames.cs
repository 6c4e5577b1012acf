using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Under which other names a compilation speaks of <c>HttpClient</c> in files that never write it: aliases for all files, and types that
/// derive from it. Found by syntax alone, so that it may name too much.
/// </summary>
internal sealed class ClientTypeNames
{
    private const string Client = "HttpClient";

    private readonly HashSet<string> _aliases = new(StringComparer.Ordinal);

    private ClientTypeNames(FactContext context, CancellationToken cancellationToken)
    {
        foreach (var tree in context.Sources.Referenced.Append(context.Compilation).SelectMany(c => c.SyntaxTrees).Where(t => TreeSummary.Of(t, cancellationToken).MayMention(Client)))
        {
            foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
            {
                if (node is UsingDirectiveSyntax { Alias.Name.Identifier.ValueText: var alias, Name: { } target } directive
                    && directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) && TreeNames.NameOf(target) == Client)
                {
                    _aliases.Add(alias);
                }

                HasDerived |= node is TypeDeclarationSyntax { BaseList: { } list } && list.Types.Any(t => TreeNames.NameOf(t.Type) == Client);
            }
        }
    }

    /// <summary>True when any file may speak of a client without its name.</summary>
    public bool MayBeAnywhere => HasDerived || _aliases.Count > 0;

    private bool HasDerived { get; }

    public static ClientTypeNames Of(FactContext context, CancellationToken cancellationToken) =>
        context.GetOrCreate(c => new ClientTypeNames(c, cancellationToken));

    public bool IsAlias(string name) => _aliases.Contains(name);
}
