using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace SpofAnalyzers.CodeFixes;

/// <summary>Puts several statements where one, or the expression of a lambda, stands.</summary>
internal static class StatementSplit
{
    /// <summary>The root with the statements in place of the expression; null where there is no room for statements.</summary>
    public static SyntaxNode? Replace(SyntaxNode root, ExpressionSyntax expression, IReadOnlyList<StatementSyntax> statements)
    {
        switch (expression.Parent)
        {
            case LambdaExpressionSyntax lambda:
                var block = SyntaxFactory.Block(statements.Select(s => s.WithAdditionalAnnotations(Formatter.Annotation)));
                return root.ReplaceNode(lambda, lambda.WithExpressionBody(null).WithBlock(block.WithAdditionalAnnotations(Formatter.Annotation)));
            case ExpressionStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax } statement:
                return root.ReplaceNode(statement, Placed(statements, statement));
            case ExpressionStatementSyntax { Parent: GlobalStatementSyntax global }:
                return root.ReplaceNode(global, Placed(statements, global).Select(SyntaxFactory.GlobalStatement));
            case ExpressionStatementSyntax embedded:
                return root.ReplaceNode(embedded, SyntaxFactory.Block(statements).WithAdditionalAnnotations(Formatter.Annotation));
            default:
                return null;
        }
    }

    private static IEnumerable<StatementSyntax> Placed(IReadOnlyList<StatementSyntax> statements, SyntaxNode old) =>
        statements.Select((s, i) => (i == 0 ? s.WithLeadingTrivia(old.GetLeadingTrivia()) : s.WithoutLeadingTrivia())
            .WithTrailingTrivia(i == statements.Count - 1 ? old.GetTrailingTrivia() : SyntaxFactory.TriviaList(SyntaxFactory.ElasticCarriageReturnLineFeed))
            .WithAdditionalAnnotations(Formatter.Annotation));
}
