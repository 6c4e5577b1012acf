using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF4003: registers the Redis cache, in the place of the memory one where that is registered by name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof4003CodeFix))]
public sealed class Spof4003CodeFix : SpofCodeFix
{
    private const string Title = "Use Redis as the distributed cache (connection string 'Redis')";
    private const string Method = "AddStackExchangeRedisCache";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF4003");

    protected override async Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        var memory = diagnostic.AdditionalLocations.FirstOrDefault(l => l.SourceTree == root.SyntaxTree) is { } other ? Call(root.FindNode(other.SourceSpan)) : null;
        var isNamed = Name(memory) == "AddDistributedMemoryCache";
        if ((isNamed ? memory : Call(node)) is not { Expression: MemberAccessExpressionSyntax access } call
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || model.Compilation.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.StackExchangeRedisCacheServiceCollectionExtensions") is null
            || ConfigurationInScope.ConnectionString("Redis", call, model) is not { } connection)
        {
            return;
        }

        var redis = SyntaxFactory.ParseArgumentList($"(options => options.Configuration = {connection})");
        if (Name(call) != "AddDistributedMemoryCache")
        {
            // MVC registers the memory cache on the way; the other one wins wherever it is registered.
            var registered = SyntaxFactory.InvocationExpression(
                access.WithName(SyntaxFactory.IdentifierName(Method)).WithTrailingTrivia(), redis.WithTrailingTrivia(access.Expression.GetTrailingTrivia()));
            OfferReplacement(context, diagnostic, Title, root, access.Expression, () => registered.WithLeadingTrivia(access.Expression.GetLeadingTrivia()));
        }
        else if (call.ArgumentList.Arguments.Count == 0)
        {
            // The limits of a memory cache have no counterpart in the other: with them the choice is the owner's.
            OfferReplacement(context, diagnostic, Title, root, call, () => call
                .WithExpression(access.WithName(SyntaxFactory.IdentifierName(Method).WithTriviaFrom(access.Name)))
                .WithArgumentList(redis.WithTriviaFrom(call.ArgumentList)));
        }
    }

    private static InvocationExpressionSyntax? Call(SyntaxNode? name) => name?.FirstAncestorOrSelf<InvocationExpressionSyntax>();

    private static string? Name(InvocationExpressionSyntax? call) => (call?.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText;
}
