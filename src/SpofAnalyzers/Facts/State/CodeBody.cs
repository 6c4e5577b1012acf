using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Facts;

/// <summary>One piece of executable code: a method, an accessor, an initializer or a top-level program.</summary>
/// <param name="Owner">The method, field or property that the code belongs to.</param>
/// <param name="Operations">Roots of its operations.</param>
internal sealed record CodeBody(ISymbol Owner, ImmutableArray<IOperation> Operations)
{
    /// <summary>The executable syntax around a node (body of a member, initializer, whole top-level program), or null outside of code.</summary>
    public static SyntaxNode? RootAround(SyntaxNode node)
    {
        for (var n = node; n is not null; n = n.Parent)
        {
            switch (n)
            {
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax:
                    return n;
                case ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax }:
                    return n;
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } }:
                    return n;
                case PrimaryConstructorBaseTypeSyntax:
                    return n;
                case GlobalStatementSyntax:
                    return n.Parent;
                case BaseTypeDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Binds what <see cref="RootAround"/> found; null when the code does not bind.</summary>
    public static CodeBody? Bind(SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        var owner = root switch
        {
            ArrowExpressionClauseSyntax { Parent: { } property } => model.GetDeclaredSymbol(property, cancellationToken),
            EqualsValueClauseSyntax { Parent: { } declaration } => model.GetDeclaredSymbol(declaration, cancellationToken),
            PrimaryConstructorBaseTypeSyntax => model.GetEnclosingSymbol(root.SpanStart, cancellationToken),
            _ => model.GetDeclaredSymbol(root, cancellationToken),
        };
        return owner is not null && model.GetOperation(root, cancellationToken) is { } operation
            ? new CodeBody(owner, ImmutableArray.Create(operation))
            : null;
    }

    /// <summary>The member that a person would name: the property of an accessor, the method around a local function.</summary>
    public static ISymbol Named(ISymbol owner) => owner is IMethodSymbol { AssociatedSymbol: { } property } ? property : owner;
}
