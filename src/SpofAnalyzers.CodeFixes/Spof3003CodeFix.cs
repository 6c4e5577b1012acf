using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF3003: puts the standard resilience handler where the one stands that does nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof3003CodeFix))]
public sealed class Spof3003CodeFix : SpofCodeFix
{
    private const string Title = "Replace by the standard resilience handler (retries off for unsafe methods)";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF3003");

    protected override async Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        if (BuilderChainSyntax.CallOf(node) is not { Expression: MemberAccessExpressionSyntax { Expression: var builder } } handler
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || !ResilienceCode.Resolves(model.Compilation)
            || !BuilderChainSyntax.IsBuilder(builder, model, context.CancellationToken)
            || !BuilderChainSyntax.IsDropped(handler, model, context.CancellationToken))
        {
            return;
        }

        var access = (MemberAccessExpressionSyntax)handler.Expression;
        var standard = handler
            .WithExpression(access.WithName(Microsoft.CodeAnalysis.CSharp.SyntaxFactory.IdentifierName("AddStandardResilienceHandler")))
            .WithArgumentList(ResilienceCode.StandardArguments(readsOnly: false).WithTriviaFrom(handler.ArgumentList));
        var changed = ResilienceCode.WithImport(root.ReplaceNode(handler, standard), model, handler.SpanStart);
        context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), Title), diagnostic);
    }
}
