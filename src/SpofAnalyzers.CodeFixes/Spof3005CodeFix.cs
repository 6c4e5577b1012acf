using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF3005: adds resilience first, so that each attempt asks discovery again: swaps two statements, or takes one chain apart.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof3005CodeFix))]
public sealed class Spof3005CodeFix : SpofCodeFix
{
    private const string Title = "Add resilience before service discovery";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF3005");

    protected override async Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        if (BuilderChainSyntax.CallOf(node) is not { } handler
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || diagnostic.AdditionalLocations.FirstOrDefault() is not { IsInSource: true } discovery || discovery.SourceTree != root.SyntaxTree
            || BuilderChainSyntax.CallOf(root.FindNode(discovery.SourceSpan, getInnermostNodeForTie: true)) is not { } found
            || (InChain(root, handler, found, model, context.CancellationToken) ?? Swapped(root, handler, found)) is not { } changed)
        {
            return;
        }

        context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), Title), diagnostic);
    }

    private static SyntaxNode? InChain(
        SyntaxNode root, InvocationExpressionSyntax handler, InvocationExpressionSyntax discovery, SemanticModel model, CancellationToken cancellationToken)
    {
        var chain = handler;
        while (BuilderChainSyntax.Next(chain) is { } next)
        {
            chain = next;
        }

        return handler.Span.Contains(discovery.Span)
            && BuilderChainSyntax.Links(handler).Links.Contains(discovery)
            && !BuilderChainSyntax.IsBuilder(handler, model, cancellationToken)
            && BuilderChainSyntax.IsDropped(chain, model, cancellationToken)
            && DiscoveryOrder.Statements(chain, l => l == handler, null, model) is { } statements
                ? StatementSplit.Replace(root, chain, statements) : null;
    }

    /// <summary>Two statements of one block on the same builder change places.</summary>
    private static SyntaxNode? Swapped(SyntaxNode root, InvocationExpressionSyntax handler, InvocationExpressionSyntax discovery)
    {
        if (discovery.FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax first
            || handler.FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax second
            || first == second
            || HeadOf(first) is not { } builder || HeadOf(second) is not { } other || builder != other)
        {
            return null;
        }

        var areSiblings = first.Parent is GlobalStatementSyntax a && second.Parent is GlobalStatementSyntax b ? a.Parent == b.Parent : first.Parent == second.Parent;
        return areSiblings ? root.ReplaceNodes([first, second], (old, _) => (old == first ? second : first).WithTriviaFrom(old)) : null;
    }

    private static string? HeadOf(ExpressionStatementSyntax statement) =>
        statement.Expression is InvocationExpressionSyntax call && BuilderChainSyntax.Links(call).Head is IdentifierNameSyntax name ? name.Identifier.ValueText : null;
}
