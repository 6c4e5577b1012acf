using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>Takes a setting out of code: an assignment in an initializer or of its own, or a call in a chain.</summary>
internal static class SettingRemoval
{
    /// <summary>The root without the setting; null where something else would have to change too.</summary>
    public static SyntaxNode? Without(SyntaxNode root, SyntaxNode setting) => setting switch
    {
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment => WithoutMember(root, initializer, assignment),
        AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } => WithoutStatement(root, statement),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax } access } call =>
            root.ReplaceNode(call, access.Expression.WithTrailingTrivia(call.GetTrailingTrivia())),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access, Parent: MemberAccessExpressionSyntax } call => root.ReplaceNode(call, access.Expression),
        InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement } => WithoutStatement(root, statement),
        _ => null,
    };

    private static SyntaxNode? WithoutMember(SyntaxNode root, InitializerExpressionSyntax initializer, AssignmentExpressionSyntax assignment)
    {
        if (initializer.Expressions.Count > 1)
        {
            var rest = initializer.Expressions.Remove(assignment);
            return root.ReplaceNode(initializer, initializer.WithExpressions(
                assignment == initializer.Expressions.Last() ? rest.Replace(rest.Last(), rest.Last().WithTrailingTrivia(assignment.GetTrailingTrivia())) : rest));
        }

        return initializer.Parent switch
        {
            ObjectCreationExpressionSyntax creation => root.ReplaceNode(creation, Empty(creation).WithTrailingTrivia(creation.GetTrailingTrivia())),
            ImplicitObjectCreationExpressionSyntax creation => root.ReplaceNode(creation, creation.WithInitializer(null).WithTrailingTrivia(creation.GetTrailingTrivia())),
            WithExpressionSyntax with => root.ReplaceNode(with, with.Expression.WithTrailingTrivia(with.GetTrailingTrivia())),
            _ => null,
        };
    }

    private static ObjectCreationExpressionSyntax Empty(ObjectCreationExpressionSyntax creation) =>
        creation.ArgumentList is { } arguments
            ? creation.WithArgumentList(arguments.WithoutTrailingTrivia()).WithInitializer(null)
            : creation.WithType(creation.Type.WithoutTrailingTrivia()).WithArgumentList(SyntaxFactory.ArgumentList()).WithInitializer(null);

    private static SyntaxNode? WithoutStatement(SyntaxNode root, StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax => root.RemoveNode(statement, SyntaxRemoveOptions.KeepNoTrivia),
        GlobalStatementSyntax global => root.RemoveNode(global, SyntaxRemoveOptions.KeepNoTrivia),
        _ => null,
    };
}
