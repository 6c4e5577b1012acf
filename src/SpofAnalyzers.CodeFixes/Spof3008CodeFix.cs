using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF3008: switches the retries of the standard handler off for methods that change something.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof3008CodeFix))]
public sealed class Spof3008CodeFix : SpofCodeFix
{
    private const string Title = "Do not retry unsafe methods";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF3008");

    protected override async Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        if (node is not IdentifierNameSyntax { Identifier.ValueText: "AddStandardResilienceHandler" }
            || BuilderChainSyntax.CallOf(node) is not { ArgumentList.Arguments: var arguments } handler
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        // Options that are given already get one statement more.
        var changed = arguments.Count == 0
            ? root.ReplaceNode(handler, handler.WithArgumentList(ResilienceCode.StandardArguments(readsOnly: false).WithTriviaFrom(handler.ArgumentList)))
            : arguments.Count == 1 && arguments[0].Expression is SimpleLambdaExpressionSyntax lambda
                ? WithStatement(root, lambda)
                : null;
        if (changed is not null)
        {
            var final = ResilienceCode.WithImport(changed, model, handler.SpanStart);
            context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(final)), Title), diagnostic);
        }
    }

    private static SyntaxNode? WithStatement(SyntaxNode root, SimpleLambdaExpressionSyntax lambda)
    {
        var added = SyntaxFactory.ParseStatement($"{lambda.Parameter.Identifier.ValueText}.Retry.DisableForUnsafeHttpMethods();");
        return lambda.ExpressionBody is { } expression
            ? StatementSplit.Replace(root, expression, [SyntaxFactory.ExpressionStatement(expression.WithoutTrivia()), added])
            : lambda.Block is { } block
                ? root.ReplaceNode(block, block.AddStatements(added.WithTrailingTrivia(StatementSplit.LineEnd(root))
                    .WithAdditionalAnnotations(Microsoft.CodeAnalysis.Formatting.Formatter.Annotation)))
                : null;
    }
}
