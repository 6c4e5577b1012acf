using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF2012: asks for three copies.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof2012CodeFix))]
public sealed class Spof2012CodeFix : SpofCodeFix
{
    private const string Title = "Keep three copies; the cluster needs as many nodes, and what exists is not changed";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF2012");

    protected override Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        // A constant that has a name may be meant for more than this place.
        if (node is LiteralExpressionSyntax literal)
        {
            OfferReplacement(context, diagnostic, Title, root, literal,
                () => SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(3)).WithTriviaFrom(literal));
        }

        return Task.CompletedTask;
    }
}
