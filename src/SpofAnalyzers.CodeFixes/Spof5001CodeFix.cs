using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF5001: maps <c>/health</c> before the application runs, and registers health checks before it is built.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof5001CodeFix))]
public sealed class Spof5001CodeFix : SpofCodeFix
{
    private const string Title = "Map '/health'; the probes of the orchestrator are still to be pointed at it";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF5001");

    protected override Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax app } } run
            && run.FirstAncestorOrSelf<ExpressionStatementSyntax>() is { } end
            && Siblings(end) is { } statements
            && statements.OfType<LocalDeclarationStatementSyntax>().FirstOrDefault(d => Builder(d, app.Identifier.ValueText) is not null) is { } build)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(Mapped(root, app.Identifier.ValueText, build, end))), Title), diagnostic);
        }

        return Task.CompletedTask;
    }

    private static SyntaxNode Mapped(SyntaxNode root, string app, LocalDeclarationStatementSyntax build, ExpressionStatementSyntax end)
    {
        var registration = root.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(m => m.Name.Identifier.ValueText == "AddHealthChecks")
            ? null : $"{Builder(build, app)}.Services.AddHealthChecks();";
        var fixedRoot = root.TrackNodes(build, end);
        fixedRoot = Before(fixedRoot, fixedRoot.GetCurrentNode(end)!, $"{app}.MapHealthChecks(\"/health\");");
        return registration is null ? fixedRoot : Before(fixedRoot, fixedRoot.GetCurrentNode(build)!, registration);
    }

    private static SyntaxNode Before(SyntaxNode root, StatementSyntax statement, string text)
    {
        var added = SyntaxFactory.ParseStatement(text).WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(EndOfLine(root));
        var moved = statement.WithLeadingTrivia(statement.GetLeadingTrivia().Reverse().TakeWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse());
        return statement.Parent is GlobalStatementSyntax global
            ? root.ReplaceNode(global, [SyntaxFactory.GlobalStatement(added), SyntaxFactory.GlobalStatement(moved)])
            : root.ReplaceNode(statement, [added, moved]);
    }

    private static SyntaxTrivia EndOfLine(SyntaxNode root) =>
        root.DescendantTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } found ? found : SyntaxFactory.LineFeed;

    private static IEnumerable<StatementSyntax>? Siblings(StatementSyntax statement) => statement.Parent switch
    {
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(g => g.Statement),
        BlockSyntax block => block.Statements,
        _ => null,
    };

    /// <summary>The name of the builder in <c>var app = builder.Build();</c>.</summary>
    private static string? Builder(LocalDeclarationStatementSyntax declaration, string app)
    {
        var variable = declaration.Declaration.Variables[0];
        return variable.Identifier.ValueText == app
            && variable.Initializer?.Value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
            && access is { Name.Identifier.ValueText: "Build", Expression: IdentifierNameSyntax builder }
                ? builder.Identifier.ValueText : null;
    }
}
