using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Facts;

/// <summary>Values that code gives to members of what is not bound, by the names of the members.</summary>
internal static class NamedSettings
{
    /// <summary>What a created object is given: in its initializer, or by a later statement through the local that holds it.</summary>
    public static ExpressionSyntax? Assigned(BaseObjectCreationExpressionSyntax creation, params string[] members)
    {
        if (creation.Initializer is { } initializer && Assigned(initializer, members) is { } initialized)
        {
            return initialized;
        }

        return creation.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var local } declarator }
            && Scope(declarator) is { } scope
                ? Assigned(scope, members, a => a.Left is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name } && name.Identifier.ValueText == local)
                : null;
    }

    /// <summary>The first value that is assigned to a member of one of these names below a node.</summary>
    public static ExpressionSyntax? Assigned(SyntaxNode below, params string[] members) => Assigned(below, members, _ => true);

    private static ExpressionSyntax? Assigned(SyntaxNode below, string[] members, Func<AssignmentExpressionSyntax, bool> counts) =>
        below.DescendantNodes().OfType<AssignmentExpressionSyntax>().FirstOrDefault(a => members.Contains(Member(a.Left)) && counts(a))?.Right;

    private static string? Member(ExpressionSyntax target) => target switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The member, or the top-level statements, that the local belongs to.</summary>
    private static SyntaxNode? Scope(SyntaxNode declaration) => declaration.Ancestors().FirstOrDefault(
        n => n is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or CompilationUnitSyntax);
}
