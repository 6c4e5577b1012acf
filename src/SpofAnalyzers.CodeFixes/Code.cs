using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace SpofAnalyzers.CodeFixes;

/// <summary>Makes code for fixes: names are written in full and shortened to what the document imports.</summary>
internal static class Code
{
    public static ExpressionSyntax Expression(string text) => Finished(SyntaxFactory.ParseExpression(text));

    public static StatementSyntax Statement(string text) => Finished(SyntaxFactory.ParseStatement(text));

    private static T Finished<T>(T node)
        where T : SyntaxNode =>
        node.ReplaceNodes(
                node.DescendantNodesAndSelf().Where(n => n is MemberAccessExpressionSyntax or NameSyntax { Parent: not NameSyntax }),
                (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation))
            .WithAdditionalAnnotations(Formatter.Annotation);
}
