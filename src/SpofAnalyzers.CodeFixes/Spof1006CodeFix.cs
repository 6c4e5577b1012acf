using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF1006: lets the proxy take a destination out that fails the requests sent to it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof1006CodeFix))]
public sealed class Spof1006CodeFix : SpofCodeFix
{
    private const string Title = "Enable passive health checks";

    private const string Check =
        "new global::Yarp.ReverseProxy.Configuration.HealthCheckConfig { Passive = new global::Yarp.ReverseProxy.Configuration.PassiveHealthCheckConfig { Enabled = true } }";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF1006");

    protected override Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        // A health check does not help a cluster of one, and settings that are written out are the owner's.
        if (node is BaseObjectCreationExpressionSyntax { Initializer: { } initializer } && !Sets(initializer, "HealthCheck") && Entries(initializer) > 1)
        {
            OfferReplacement(context, diagnostic, Title, root, initializer, () => WithCheck(initializer));
        }

        return Task.CompletedTask;
    }

    private static InitializerExpressionSyntax WithCheck(InitializerExpressionSyntax initializer)
    {
        var last = initializer.Expressions.Last();
        var check = SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression, SyntaxFactory.IdentifierName("HealthCheck"), Code.Expression(Check))
            .WithLeadingTrivia(last.GetLeadingTrivia()).WithTrailingTrivia(last.GetTrailingTrivia());
        var separator = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(
            last.GetLeadingTrivia().Count == 0 ? SyntaxFactory.TriviaList(SyntaxFactory.Space) : SyntaxFactory.TriviaList(SyntaxFactory.ElasticLineFeed));
        var separators = initializer.Expressions.GetSeparators().ToList();
        if (separators.Count < initializer.Expressions.Count)
        {
            separators.Add(separator);
        }

        return initializer.WithExpressions(SyntaxFactory.SeparatedList(
            [.. initializer.Expressions.Replace(last, last.WithTrailingTrivia()), (ExpressionSyntax)check], separators));
    }

    private static bool Sets(InitializerExpressionSyntax initializer, string property) => Value(initializer, property) is not null;

    private static int Entries(InitializerExpressionSyntax initializer) =>
        Value(initializer, "Destinations") is BaseObjectCreationExpressionSyntax { Initializer.Expressions.Count: var count } ? count : 0;

    private static ExpressionSyntax? Value(InitializerExpressionSyntax initializer, string property) =>
        initializer.Expressions.OfType<AssignmentExpressionSyntax>()
            .FirstOrDefault(a => a.Left is IdentifierNameSyntax name && name.Identifier.ValueText == property)?.Right;
}
