using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF3004: removes the inner handler; the outer one retries as before.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof3004CodeFix))]
public sealed class Spof3004CodeFix : SpofCodeFix
{
    private const string Title = "Remove the inner resilience handler";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF3004");

    protected override async Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        if (diagnostic.Severity == DiagnosticSeverity.Info // the outer one is not seen
            || BuilderChainSyntax.CallOf(node) is not { Expression: MemberAccessExpressionSyntax { Expression: var builder } } handler
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        // What configures the handler goes with it; what goes on as a client builder stays.
        ExpressionSyntax removed = handler;
        while (!BuilderChainSyntax.IsBuilder(removed, model, context.CancellationToken) && BuilderChainSyntax.Next(removed) is { } next)
        {
            removed = next;
        }

        var isBuilder = BuilderChainSyntax.IsBuilder(removed, model, context.CancellationToken);
        if (!isBuilder && !BuilderChainSyntax.IsDropped(removed, model, context.CancellationToken))
        {
            return;
        }

        var changed = builder is InvocationExpressionSyntax || isBuilder && removed.Parent is MemberAccessExpressionSyntax
            ? root.ReplaceNode(removed, builder.WithTrailingTrivia(removed.GetTrailingTrivia()))
            : removed.Parent is ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement
                ? root.RemoveNode(statement.Parent is GlobalStatementSyntax global ? global : statement, SyntaxRemoveOptions.KeepNoTrivia)
                : null;
        if (changed is not null)
        {
            context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), Title), diagnostic);
        }
    }
}
