using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Formatting;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF5002: moves the mappings behind the check for development, so that they are made in every environment.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof5002CodeFix))]
public sealed class Spof5002CodeFix : SpofCodeFix
{
    private const string Title = "Map health endpoints in every environment; keep strangers out by a management port or the ingress";

    private static readonly string[] Mappings = ["MapHealthChecks", "UseHealthChecks"];

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF5002");

    protected override Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        // The diagnostic points at the mapping, and at the condition as the reason.
        if (diagnostic.AdditionalLocations.FirstOrDefault() is { } reason
            && root.FindNode(reason.SourceSpan).FirstAncestorOrSelf<IfStatementSyntax>() is { Statement: BlockSyntax block, Parent: BlockSyntax or GlobalStatementSyntax } branch
            && block.Span.Contains(node.Span)
            && block.Statements.Where(IsMapping).ToArray() is { Length: > 0 } moved
            && moved.Length == block.DescendantNodes().OfType<InvocationExpressionSyntax>().Count(c => IsMapping(c))
            && !UsesLocalOf(block, moved))
        {
            context.RegisterCodeFix(
                CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(Moved(root, branch, block, moved))), Title), diagnostic);
        }

        return Task.CompletedTask;
    }

    private static SyntaxNode Moved(SyntaxNode root, IfStatementSyntax branch, BlockSyntax block, StatementSyntax[] moved)
    {
        var rest = block.Statements.Where(s => !moved.Contains(s)).ToArray();
        var statements = new List<StatementSyntax>();
        if (rest.Length > 0 || branch.Else is not null)
        {
            statements.Add(branch.WithStatement(block.WithStatements(SyntaxFactory.List(rest))));
            statements.AddRange(moved);
        }
        else
        {
            var comments = moved[0].GetLeadingTrivia().SkipWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia));
            statements.Add(moved[0].WithLeadingTrivia(branch.GetLeadingTrivia().AddRange(comments)));
            statements.AddRange(moved.Skip(1));
        }

        var finished = statements.Select(s => s.WithAdditionalAnnotations(Formatter.Annotation));
        return branch.Parent is GlobalStatementSyntax global
            ? root.ReplaceNode(global, finished.Select(s => SyntaxFactory.GlobalStatement(s)))
            : root.ReplaceNode(branch, finished);
    }

    private static bool IsMapping(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call }
        && call.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(IsMapping);

    private static bool IsMapping(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && Mappings.Contains(name);

    /// <summary>A variable that is declared in the block is not there outside of it.</summary>
    private static bool UsesLocalOf(BlockSyntax block, StatementSyntax[] moved)
    {
        var locals = block.Statements.OfType<LocalDeclarationStatementSyntax>().SelectMany(d => d.Declaration.Variables).Select(v => v.Identifier.ValueText)
            .Concat(block.Statements.OfType<LocalFunctionStatementSyntax>().Select(f => f.Identifier.ValueText)).ToArray();
        return locals.Length > 0 && moved.SelectMany(s => s.DescendantNodes().OfType<IdentifierNameSyntax>()).Any(n => locals.Contains(n.Identifier.ValueText));
    }
}
