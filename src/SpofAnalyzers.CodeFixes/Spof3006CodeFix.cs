using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF3006: gives the client a handler that opens new connections, and so resolves the name again, every two minutes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof3006CodeFix))]
public sealed class Spof3006CodeFix : SpofCodeFix
{
    private const string Title = "Renew connections every two minutes, so that DNS is asked again";

    private const string Handler =
        "new global::System.Net.Http.SocketsHttpHandler { PooledConnectionLifetime = global::System.TimeSpan.FromMinutes(2) }";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF3006");

    protected override Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        // A handler that is written out may be one of another kind: its settings are the owner's to carry over.
        if (node is BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } creation)
        {
            OfferReplacement(context, diagnostic, Title, root, creation, () => WithHandler(creation));
        }

        return Task.CompletedTask;
    }

    private static BaseObjectCreationExpressionSyntax WithHandler(BaseObjectCreationExpressionSyntax creation)
    {
        var handler = Code.Expression(Handler);
        var arguments = SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(handler)));
        return creation is ObjectCreationExpressionSyntax { ArgumentList: null } named
            ? named.WithType(named.Type.WithoutTrailingTrivia()).WithArgumentList(arguments.WithTrailingTrivia(named.Type.GetTrailingTrivia()))
            : creation.WithArgumentList(arguments.WithTriviaFrom(creation.ArgumentList!));
    }
}
