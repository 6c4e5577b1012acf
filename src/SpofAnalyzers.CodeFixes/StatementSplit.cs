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
        var line = LineEnd(root);
        switch (expression.Parent)
        {
            case LambdaExpressionSyntax lambda:
                return root.ReplaceNode(lambda, lambda.WithArrowToken(lambda.ArrowToken.WithTrailingTrivia(line)).WithExpressionBody(null).WithBlock(Block(statements, line)));
            case ExpressionStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax } statement:
                return root.ReplaceNode(statement, Placed(statements, statement, line).Select(s => s.WithAdditionalAnnotations(Formatter.Annotation)));
            case ExpressionStatementSyntax { Parent: GlobalStatementSyntax global }:
                return root.ReplaceNode(global, Placed(statements, global, line).Select(SyntaxFactory.GlobalStatement));
            case ExpressionStatementSyntax embedded:
                return root.ReplaceNode(embedded, Block(statements, line).WithTrailingTrivia(embedded.GetTrailingTrivia()));
            default:
                return null;
        }
    }

    /// <summary>The line end that the file uses.</summary>
    public static SyntaxTrivia LineEnd(SyntaxNode root) =>
        root.DescendantTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } used ? used : SyntaxFactory.CarriageReturnLineFeed;

    private static BlockSyntax Block(IReadOnlyList<StatementSyntax> statements, SyntaxTrivia line) =>
        SyntaxFactory.Block(
                SyntaxFactory.Token(default, SyntaxKind.OpenBraceToken, SyntaxFactory.TriviaList(line)),
                SyntaxFactory.List(statements.Select(s => s.WithoutLeadingTrivia().WithTrailingTrivia(line))),
                SyntaxFactory.Token(default, SyntaxKind.CloseBraceToken, default))
            .WithAdditionalAnnotations(Formatter.Annotation);

    private static IEnumerable<StatementSyntax> Placed(IReadOnlyList<StatementSyntax> statements, SyntaxNode old, SyntaxTrivia line) =>
        statements.Select((s, i) => (i == 0 ? s.WithLeadingTrivia(old.GetLeadingTrivia()) : s.WithoutLeadingTrivia())
            .WithTrailingTrivia(i == statements.Count - 1 ? old.GetTrailingTrivia() : SyntaxFactory.TriviaList(line)));
}
