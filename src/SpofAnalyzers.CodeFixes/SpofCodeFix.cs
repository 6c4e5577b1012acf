using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SpofAnalyzers.CodeFixes;

/// <summary>Base of the fixes: one rule, found by its id, and the node that the diagnostic points at.</summary>
public abstract class SpofCodeFix : CodeFixProvider
{
    /// <summary>Where many places are fixed at once: in one pass over each document. Overridden with null by fixes that must not be repeated.</summary>
    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Location.IsInSource)
            {
                await OfferAsync(context, diagnostic, root, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Registers the fixes that can be made at that place; none where the result would not compile.</summary>
    /// <param name="context">Where to register.</param>
    /// <param name="diagnostic">What was reported.</param>
    /// <param name="root">Root of the document.</param>
    /// <param name="node">The innermost node that the diagnostic covers.</param>
    protected abstract Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node);

    /// <summary>Offers to replace one node.</summary>
    /// <param name="context">Where to register.</param>
    /// <param name="diagnostic">What it fixes.</param>
    /// <param name="title">What the lightbulb says; also what it does not solve.</param>
    /// <param name="root">Root of the document.</param>
    /// <param name="old">The node.</param>
    /// <param name="replacement">Makes the new one, when the fix is chosen.</param>
    protected static void OfferReplacement(
        CodeFixContext context, Diagnostic diagnostic, string title, SyntaxNode root, SyntaxNode old, Func<SyntaxNode> replacement) =>
        context.RegisterCodeFix(
            CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(old, replacement()))), title), diagnostic);

    protected static ImmutableArray<string> Ids(params string[] ids) => ids.ToImmutableArray();
}
