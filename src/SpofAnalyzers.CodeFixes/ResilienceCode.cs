using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>Writes the standard resilience handler and finds out whether it is there to be written.</summary>
internal static class ResilienceCode
{
    public const string Package = "Microsoft.Extensions.Http.Resilience";

    private const string OptionsExtensions = "HttpRetryStrategyOptionsExtensions";

    /// <summary>True when the project references the package.</summary>
    public static bool Resolves(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.ResilienceHttpClientBuilderExtensions") is not null;

    /// <summary>The call that adds the handler to a builder.</summary>
    /// <param name="builder">The builder; its trailing trivia stays with it when the chain goes on in a new line.</param>
    /// <param name="readsOnly">True where no call changes anything, so that all may be sent again.</param>
    public static InvocationExpressionSyntax AddStandardHandler(ExpressionSyntax builder, bool readsOnly)
    {
        var dot = SyntaxFactory.Token(SyntaxKind.DotToken);
        var receiver = builder.WithoutTrailingTrivia();
        if (builder is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var before, OperatorToken: var last } }
            && before.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia))
        {
            // A chain with one call in each line goes on like that.
            receiver = receiver.WithTrailingTrivia(before.GetTrailingTrivia());
            dot = dot.WithLeadingTrivia(last.LeadingTrivia);
        }

        var name = SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, receiver, dot, SyntaxFactory.IdentifierName("AddStandardResilienceHandler"));
        return SyntaxFactory.InvocationExpression(name, StandardArguments(readsOnly)).WithTrailingTrivia(builder.GetTrailingTrivia());
    }

    /// <summary>Arguments of the standard handler: retries are off for what changes something, since it would be done twice.</summary>
    public static ArgumentListSyntax StandardArguments(bool readsOnly) => readsOnly
        ? SyntaxFactory.ArgumentList()
        : SyntaxFactory.ParseArgumentList("(options => options.Retry.DisableForUnsafeHttpMethods())");

    /// <summary>The root with the import that the extension method for unsafe requests needs.</summary>
    public static SyntaxNode WithImport(SyntaxNode root, SemanticModel model, int position) => Imports.With(root, model, position, Package, OptionsExtensions);
}
