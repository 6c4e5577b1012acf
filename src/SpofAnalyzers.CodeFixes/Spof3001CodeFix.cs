using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>
/// SPOF3001: adds the standard resilience handler at the end of the registration. It helps against short disturbances; a fallback for the time
/// when the third party stays away is the owner's to write.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof3001CodeFix))]
public sealed class Spof3001CodeFix : SpofCodeFix
{
    private const string Title = "Add the standard resilience handler";
    private const string MissingTitle = "Install package " + ResilienceCode.Package + " to add the standard resilience handler";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF3001");

    protected override async Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        if (BuilderChainSyntax.CallOf(node) is not { } registration
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || BuilderChainSyntax.LastBuilder(registration, model, context.CancellationToken) is not { } chain)
        {
            return;
        }

        var readsOnly = diagnostic.Properties.TryGetValue("readsOnly", out var reads) && reads == "true";
        if (Changed(root, chain, readsOnly, model, context.CancellationToken) is not { } changed)
        {
            return;
        }

        if (!ResilienceCode.Resolves(model.Compilation))
        {
            // Nothing that could be written would compile; which package it takes is worth saying.
            context.RegisterCodeFix(CodeAction.Create(MissingTitle, _ => Task.FromResult(context.Document), MissingTitle), diagnostic);
            return;
        }

        var title = readsOnly ? Title : Title + " (retries off for unsafe methods)";
        var final = readsOnly ? changed : ResilienceCode.WithImport(changed, model, chain.SpanStart);
        context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(final)), Title), diagnostic);
    }

    private static SyntaxNode? Changed(SyntaxNode root, InvocationExpressionSyntax chain, bool readsOnly, SemanticModel model, CancellationToken cancellationToken)
    {
        if (BuilderChainSyntax.IsDropped(chain, model, cancellationToken))
        {
            return DiscoveryOrder.Statements(chain, _ => false, b => ResilienceCode.AddStandardHandler(b, readsOnly), model) is { } statements
                ? StatementSplit.Replace(root, chain, statements)
                : root.ReplaceNode(chain, ResilienceCode.AddStandardHandler(chain, readsOnly));
        }

        // var client = services.AddHttpClient(…): the handler gets a statement of its own, for the local must stay a builder.
        return chain.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier: var local, Parent.Parent: LocalDeclarationStatementSyntax declaration } }
            && !DiscoveryOrder.Holds(BuilderChainSyntax.Links(chain).Links)
                ? After(root, declaration, SyntaxFactory.ExpressionStatement(ResilienceCode.AddStandardHandler(SyntaxFactory.IdentifierName(local.WithoutTrivia()), readsOnly)))
                : null;
    }

    private static SyntaxNode? After(SyntaxNode root, StatementSyntax statement, StatementSyntax added)
    {
        var placed = added.WithoutLeadingTrivia().WithTrailingTrivia(StatementSplit.LineEnd(root));
        return statement.Parent switch
        {
            BlockSyntax => root.InsertNodesAfter(statement, [placed.WithAdditionalAnnotations(Microsoft.CodeAnalysis.Formatting.Formatter.Annotation)]),
            GlobalStatementSyntax global => root.InsertNodesAfter(global, [SyntaxFactory.GlobalStatement(placed)]),
            _ => null,
        };
    }
}
