using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Classes of the compilation that use types of a vendor and are no adapter of it.</summary>
internal sealed class VendorUses(FactContext context)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<INamedTypeSymbol>> _known = new(StringComparer.Ordinal);

    /// <summary>The first part of the type's namespace.</summary>
    public static string? Root(ITypeSymbol? type)
    {
        var at = type?.ContainingNamespace;
        while (at is { IsGlobalNamespace: false, ContainingNamespace: { IsGlobalNamespace: false } outer })
        {
            at = outer;
        }

        return at is { IsGlobalNamespace: false } ? at.Name : null;
    }

    public IReadOnlyList<INamedTypeSymbol> Of(string vendor, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(vendor, out var classes))
        {
            classes = Find(vendor, cancellationToken);
            _known[vendor] = classes;
        }

        return classes;
    }

    private List<INamedTypeSymbol> Find(string vendor, CancellationToken cancellationToken)
    {
        var found = new List<INamedTypeSymbol>();
        var isGlobal = context.Compilation.SyntaxTrees.Any(t => t.GetRoot(cancellationToken) is CompilationUnitSyntax unit
            && unit.Usings.Any(u => !u.GlobalKeyword.IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.None) && u.Name?.ToString().StartsWith(vendor, StringComparison.Ordinal) == true));
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            if (!isGlobal && !TreeSummary.Of(tree, cancellationToken).MayMention(vendor))
            {
                continue;
            }

            var model = context.Model(tree);
            foreach (var declaration in tree.GetRoot(cancellationToken).DescendantNodes().OfType<ClassDeclarationSyntax>())
            {
                if (model.GetDeclaredSymbol(declaration, cancellationToken) is INamedTypeSymbol { IsStatic: false } type && !IsAdapter(type) && !found.Exists(f => SymbolEqualityComparer.Default.Equals(f, type))
                    && declaration.DescendantNodes().OfType<SimpleNameSyntax>().Any(n => model.GetSymbolInfo(n, cancellationToken).Symbol is INamedTypeSymbol used && Root(used) == vendor))
                {
                    found.Add(type);
                }
            }
        }

        return found;
    }

    /// <summary>A class behind an interface of this code is what the rule asks for; the entry point only puts things together.</summary>
    private static bool IsAdapter(INamedTypeSymbol type) =>
        type.Name is "Program" or "Startup" || type.AllInterfaces.Any(i => !i.DeclaringSyntaxReferences.IsEmpty) || (type.BaseType is { IsAbstract: true, DeclaringSyntaxReferences.IsEmpty: false });
}
