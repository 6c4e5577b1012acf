using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF2007: removes the direct connection, so that the driver looks for the other members of the replica set.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof2007CodeFix))]
public sealed class Spof2007CodeFix : SpofCodeFix
{
    private const string Title = "Remove the direct connection";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF2007");

    protected override Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        if (TextLiteral.Of(diagnostic, root) is { } literal && Without(literal.Token.ValueText) is { } text)
        {
            OfferReplacement(context, diagnostic, Title, root, literal, () => literal.With(text));
        }
        else if (node is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer })
        {
            OfferReplacement(context, diagnostic, Title, root, initializer,
                () => initializer.RemoveNode(node, SyntaxRemoveOptions.KeepNoTrivia)!.WithAdditionalAnnotations(Formatter.Annotation));
        }
        else if (node is AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement })
        {
            SyntaxNode removed = statement.Parent is GlobalStatementSyntax global ? global : statement;
            context.RegisterCodeFix(
                CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.RemoveNode(removed, SyntaxRemoveOptions.KeepUnbalancedDirectives)!)), Title),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    /// <summary>The connection string without the option; null when it has none.</summary>
    private static string? Without(string text)
    {
        const string Option = "directConnection=true";
        var at = text.IndexOf(Option, StringComparison.OrdinalIgnoreCase);
        if (at <= 0 || text[at - 1] is not ('?' or '&'))
        {
            return null;
        }

        var end = at + Option.Length;
        return end < text.Length && text[end] == '&' ? text.Remove(at, Option.Length + 1) : end == text.Length ? text.Substring(0, at - 1) : null;
    }
}
