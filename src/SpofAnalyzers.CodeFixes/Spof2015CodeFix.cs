using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF2015: makes a durable queue one that a majority of the broker's nodes keeps.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof2015CodeFix))]
public sealed class Spof2015CodeFix : SpofCodeFix
{
    private const string Title = "Declare a quorum queue; one that exists must be deleted or renamed first";

    // The text and not Headers.XQueueType: version 6 has no such name, and Confluent.Kafka has another Headers.
    private const string Arguments = "new global::System.Collections.Generic.Dictionary<string, object?> { [\"x-queue-type\"] = \"quorum\" }";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF2015");

    protected override Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { ArgumentList: var list } && IsDurable(list))
        {
            var given = list.Arguments.FirstOrDefault(
                a => a.Expression.IsKind(SyntaxKind.NullLiteralExpression) && a.NameColon is null or { Name.Identifier.ValueText: "arguments" });
            if (given is not null)
            {
                OfferReplacement(context, diagnostic, Title, root, given.Expression, () => Code.Expression(Arguments));
            }
            else if (list.Arguments.Count >= 4 && list.Arguments.Skip(4).All(a => a.NameColon is { Name.Identifier.ValueText: not "arguments" }))
            {
                var name = SyntaxFactory.NameColon("arguments").WithTrailingTrivia(SyntaxFactory.Space);
                OfferReplacement(context, diagnostic, Title, root, list, () => list.AddArguments(SyntaxFactory.Argument(name, default, Code.Expression(Arguments))));
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>A quorum queue must be durable; whether another one may become so is for its owner to say.</summary>
    private static bool IsDurable(ArgumentListSyntax list) =>
        list.Arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == "durable") is { } named ? named.Expression.IsKind(SyntaxKind.TrueLiteralExpression)
        : list.Arguments.Count > 1 && list.Arguments[1] is { NameColon: null, Expression: var second } && second.IsKind(SyntaxKind.TrueLiteralExpression);
}
