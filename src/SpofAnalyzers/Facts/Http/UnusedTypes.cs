using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Finds classes of a program that nothing constructs, registers or names. A class that a framework may find by itself (by what it
/// derives from or implements, by an attribute, by its name) is none of them, nor is one whose members are called without its name.
/// </summary>
internal sealed class UnusedTypes(FactContext context, IReadOnlyList<SyntaxTree> trees, CancellationToken cancellationToken)
{
    private readonly Dictionary<INamedTypeSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Name of the class around the node when nothing uses it; null for all others.</summary>
    public string? Around(SyntaxNode node)
    {
        if (context.Compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary
            || !context.Compilation.ContainsSyntaxTree(node.SyntaxTree)
            || node.FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { } declaration
            || context.Model(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken) is not { } type)
        {
            return null;
        }

        if (!_known.TryGetValue(type, out var isUnused))
        {
            isUnused = IsOnItsOwn(type) && !ClientUses.Mention([type.Name], trees, cancellationToken);
            _known.Add(type, isUnused);
        }

        return isUnused ? type.Name : null;
    }

    private static bool IsOnItsOwn(INamedTypeSymbol type) =>
        type is { IsStatic: false, BaseType.SpecialType: SpecialType.System_Object, Interfaces.IsEmpty: true }
        && !type.Name.EndsWith("Controller", StringComparison.Ordinal)
        && type.GetAttributes().IsEmpty
        && type.GetMembers().All(m => m.GetAttributes().IsEmpty && m is not IMethodSymbol { Name: "Main" or "<Main>$" });
}
