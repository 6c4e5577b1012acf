using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF3010: gives the retry a limit of three, with growing pauses and jitter where it has none of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof3010CodeFix))]
public sealed class Spof3010CodeFix : SpofCodeFix
{
    private const string Title = "Retry three times with back-off, then fail";
    private const string Pause =
        "attempt => global::System.TimeSpan.FromSeconds(global::System.Math.Pow(2, attempt)) + global::System.TimeSpan.FromMilliseconds(global::System.Random.Shared.Next(1000))";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF3010");

    protected override async Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        if (node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { Parent: InitializerExpressionSyntax initializer } assignment && assignment.Span == diagnostic.Location.SourceSpan)
        {
            OfferReplacement(context, diagnostic, Title, root, initializer, () => Limited(initializer, assignment));
        }
        else if (BuilderChainSyntax.CallOf(node) is { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: var name } } access } call
            && Limited(call, access, name) is { } limited
            && model.GetSpeculativeSymbolInfo(call.SpanStart, limited, SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol)
        {
            OfferReplacement(context, diagnostic, Title, root, call, () => limited);
        }
    }

    private static InvocationExpressionSyntax? Limited(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, string name)
    {
        var limited = name switch
        {
            "RetryForeverAsync" or "WaitAndRetryForeverAsync" => "WaitAndRetryAsync",
            "RetryForever" or "WaitAndRetryForever" => "WaitAndRetry",
            _ => null,
        };
        if (limited is null)
        {
            return null;
        }

        var given = call.ArgumentList.Arguments;
        var count = SyntaxFactory.Argument(SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(3)));
        IEnumerable<ArgumentSyntax> arguments = name.StartsWith("Wait", StringComparison.Ordinal) ? [count, .. given]
            : given.Count == 0 ? [count, SyntaxFactory.Argument(Code.Expression(Pause))]
            : [];
        var list = SyntaxFactory.SeparatedList(arguments);
        return list.Count == 0 ? null : call
            .WithExpression(access.WithName(SyntaxFactory.IdentifierName(limited)))
            .WithArgumentList(call.ArgumentList.WithArguments(Spaced(list)));
    }

    private static SeparatedSyntaxList<ArgumentSyntax> Spaced(SeparatedSyntaxList<ArgumentSyntax> list) => SyntaxFactory.SeparatedList(
        list, list.GetSeparators().Select(_ => SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)));

    private static InitializerExpressionSyntax Limited(InitializerExpressionSyntax initializer, AssignmentExpressionSyntax assignment)
    {
        var names = initializer.Expressions.OfType<AssignmentExpressionSyntax>().Select(a => a.Left.ToString()).ToList();
        var added = new List<ExpressionSyntax>();
        if (!names.Contains("BackoffType") && !names.Contains("DelayGenerator"))
        {
            added.Add(Code.Expression("BackoffType = global::Polly.DelayBackoffType.Exponential"));
            if (!names.Contains("UseJitter"))
            {
                added.Add(Code.Expression("UseJitter = true"));
            }
        }

        var three = SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(3)).WithTriviaFrom(assignment.Right);
        var limited = initializer.ReplaceNode(assignment, assignment.WithRight(three));
        var at = initializer.Expressions.IndexOf(assignment) + 1;
        var tail = limited.Expressions[at - 1].GetTrailingTrivia();
        var expressions = limited.Expressions.Replace(limited.Expressions[at - 1], limited.Expressions[at - 1].WithoutTrailingTrivia());
        for (var i = 0; i < added.Count; i++)
        {
            expressions = expressions.Insert(at + i, added[i].WithLeadingTrivia(SyntaxFactory.Space));
        }

        return limited.WithExpressions(expressions.Replace(expressions[at + added.Count - 1], expressions[at + added.Count - 1].WithTrailingTrivia(tail)));
    }
}
