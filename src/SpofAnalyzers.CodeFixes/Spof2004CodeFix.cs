using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>
/// SPOF2004: gives the transaction, and what follows it in its block, to the execution strategy. Offered where that block means the same as a
/// function of its own, and where a second run starts from the same values.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof2004CodeFix))]
public sealed class Spof2004CodeFix : SpofCodeFix
{
    private const string Title = "Run the transaction inside the execution strategy";

    private const string Warning = "The block may run more than once: what it does besides the database, such as sending mail, must bear that.";

    private const string Namespace = "Microsoft.EntityFrameworkCore";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF2004");

    protected override async Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        if (BuilderChainSyntax.CallOf(node) is not { Expression: MemberAccessExpressionSyntax { Expression: var database } } call
            || !database.DescendantNodesAndSelf().All(n => n is SimpleNameSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax)
            || call.FirstAncestorOrSelf<StatementSyntax>(s => s is LocalDeclarationStatementSyntax or UsingStatementSyntax) is not { Parent: BlockSyntax block } first
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || RepeatableBlock.From(first, block, model) is not { } repeatable)
        {
            return;
        }

        var changed = root.ReplaceNode(block, Wrapped(block, repeatable, database, StatementSplit.LineEnd(root)));
        var final = Imports.With(changed, model, call.SpanStart, Namespace, "ExecutionStrategyExtensions");
        context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(final)), Title), diagnostic);
    }

    private static BlockSyntax Wrapped(BlockSyntax block, RepeatableBlock repeatable, ExpressionSyntax database, SyntaxTrivia line)
    {
        var moved = block.Statements.Skip(repeatable.First).Take(repeatable.Count).ToList();
        var lead = moved[0].GetLeadingTrivia();
        var indent = lead.LastOrDefault() is { RawKind: (int)SyntaxKind.WhitespaceTrivia } blanks ? blanks : SyntaxFactory.Whitespace("");
        var statements = moved.Select(Indentation.Deeper).ToList();
        statements[0] = statements[0].WithLeadingTrivia(indent, SyntaxFactory.Whitespace(Indentation.Step(indent)));
        var body = SyntaxFactory.Block(
            SyntaxFactory.Token(SyntaxFactory.TriviaList(indent), SyntaxKind.OpenBraceToken, SyntaxFactory.TriviaList(line)),
            SyntaxFactory.List(statements),
            SyntaxFactory.Token(SyntaxFactory.TriviaList(indent), SyntaxKind.CloseBraceToken, default));
        var lambda = SyntaxFactory.ParenthesizedLambdaExpression(body)
            .WithAsyncKeyword(repeatable.IsAsync ? SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space) : default)
            .WithArrowToken(SyntaxFactory.Token(SyntaxKind.EqualsGreaterThanToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(line));
        var run = SyntaxFactory.InvocationExpression(
            SyntaxFactory.ParseExpression(database.WithoutTrivia() + ".CreateExecutionStrategy()." + (repeatable.IsAsync ? "ExecuteAsync" : "Execute")),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(lambda))));
        ExpressionSyntax value = repeatable.IsAsync
            ? SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), run) : run;
        StatementSyntax statement = repeatable.ReturnsValue
            ? SyntaxFactory.ReturnStatement(SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space), value, SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            : SyntaxFactory.ExpressionStatement(value);
        var placed = statement.WithLeadingTrivia(lead).WithTrailingTrivia(line).WithAdditionalAnnotations(WarningAnnotation.Create(Warning));
        return block.WithStatements(SyntaxFactory.List(
            [.. block.Statements.Take(repeatable.First), placed, .. block.Statements.Skip(repeatable.First + repeatable.Count)]));
    }
}
