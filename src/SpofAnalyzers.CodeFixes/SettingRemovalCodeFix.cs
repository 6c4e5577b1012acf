using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>A fix that takes one setting out, so that the default holds again.</summary>
public abstract class SettingRemovalCodeFix : SpofCodeFix
{
    /// <summary>What the lightbulb says.</summary>
    protected abstract string Title { get; }

    protected sealed override Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        var setting = node.FirstAncestorOrSelf<ExpressionSyntax>(n => n is AssignmentExpressionSyntax or InvocationExpressionSyntax);
        if (setting is not null && SettingRemoval.Without(root, setting) is { } without)
        {
            context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(without)), Title), diagnostic);
        }

        return Task.CompletedTask;
    }
}
