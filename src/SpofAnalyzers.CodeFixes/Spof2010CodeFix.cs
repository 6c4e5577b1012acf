using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF2010: removes what keeps the client at one endpoint.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof2010CodeFix))]
public sealed class Spof2010CodeFix : SpofCodeFix
{
    private const string Title = "Let the client follow the regions of the account (the default)";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF2010");

    protected override Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        var setting = node.FirstAncestorOrSelf<ExpressionSyntax>(n => n is AssignmentExpressionSyntax or InvocationExpressionSyntax);
        if (setting is not null && SettingRemoval.Without(root, setting) is { } without)
        {
            context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(without)), Title), diagnostic);
        }

        return Task.CompletedTask;
    }
}
