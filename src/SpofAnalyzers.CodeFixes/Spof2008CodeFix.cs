using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF2008: lets the multiplexer connect later, in its text or in its options.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof2008CodeFix))]
public sealed class Spof2008CodeFix : SpofCodeFix
{
    private const string Title = "Connect as soon as Redis answers (abortConnect=false)";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF2008");

    protected override Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        if (TextLiteral.Of(diagnostic, root) is { } literal)
        {
            var text = TextLiteral.Without(literal.Token.ValueText, ',', "abortConnect").TrimEnd(',', ' ') + ",abortConnect=false";
            OfferReplacement(context, diagnostic, Title, root, literal, () => literal.With(text));
        }
        else if (diagnostic.AdditionalLocations.FirstOrDefault() is { IsInSource: true } place && place.SourceTree == diagnostic.Location.SourceTree
            && root.FindNode(place.SourceSpan, getInnermostNodeForTie: true) is BaseObjectCreationExpressionSyntax creation)
        {
            OfferReplacement(context, diagnostic, Title, root, creation, () => WithSetting(creation));
        }

        return Task.CompletedTask;
    }

    private static BaseObjectCreationExpressionSyntax WithSetting(BaseObjectCreationExpressionSyntax creation)
    {
        var setting = Code.Expression("AbortOnConnectFail = false");
        if (creation.Initializer is { } initializer)
        {
            // The last expression carries the space or line break before the brace, which belongs behind the new one.
            var last = initializer.Expressions.LastOrDefault();
            var isTrailing = last is not null && initializer.Expressions.SeparatorCount == initializer.Expressions.Count;
            var expressions = last is null || isTrailing
                ? initializer.Expressions.Add(setting)
                : initializer.Expressions.Replace(last, last.WithoutTrailingTrivia()).Add(setting.WithTrailingTrivia(last.GetTrailingTrivia()));
            return creation.WithInitializer(initializer.WithExpressions(expressions)).WithAdditionalAnnotations(Formatter.Annotation);
        }

        var added = SyntaxFactory.InitializerExpression(SyntaxKind.ObjectInitializerExpression, SyntaxFactory.SingletonSeparatedList(setting));
        return creation.WithoutTrailingTrivia().WithInitializer(added).WithTrailingTrivia(creation.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation);
    }
}
