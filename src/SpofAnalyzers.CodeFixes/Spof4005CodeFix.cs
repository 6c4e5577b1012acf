using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF4005: adds the Redis backplane behind <c>AddSignalR</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof4005CodeFix))]
public sealed class Spof4005CodeFix : SpofCodeFix
{
    private const string Title = "Add the Redis backplane (connection string 'Redis')";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF4005");

    protected override async Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        // Circuits of Blazor Server gain nothing from a backplane.
        if (node is SimpleNameSyntax { Identifier.ValueText: "AddSignalR" }
            && node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
            && await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is { } model
            && model.Compilation.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.StackExchangeRedisDependencyInjectionExtensions") is not null
            && ConfigurationInScope.ConnectionString("Redis", call, model) is { } connection)
        {
            OfferReplacement(context, diagnostic, Title, root, call, () => SyntaxFactory.InvocationExpression(
                SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, call.WithoutTrailingTrivia(), SyntaxFactory.IdentifierName("AddStackExchangeRedis")),
                SyntaxFactory.ParseArgumentList($"({connection}!)")).WithTrailingTrivia(call.GetTrailingTrivia()));
        }
    }
}
