using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>
/// SPOF2011: puts the node into a pool that takes several. It makes room for the others and invents none, so the rule goes on reporting until
/// one is added.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof2011CodeFix))]
public sealed class Spof2011CodeFix : SpofCodeFix
{
    private const string Title = "Use a pool that takes several nodes (add the others by hand)";

    private static readonly ImmutableDictionary<string, string> Pools = ImmutableDictionary<string, string>.Empty
        .Add("SingleNodePool", "StaticNodePool").Add("SingleNodeConnectionPool", "StaticConnectionPool");

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF2011");

    protected override async Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>() is { Initializer: null, ArgumentList.Arguments: [{ Expression: not ImplicitObjectCreationExpressionSyntax } only] } creation
            && NameOf(creation.Type) is { } name && Pools.TryGetValue(name.Identifier.ValueText, out var pool)
            && await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is { } model && MayBeAnotherPool(creation, model, context.CancellationToken))
        {
            OfferReplacement(context, diagnostic, Title, root, creation, () => creation
                .WithType(creation.Type.ReplaceNode(name, SyntaxFactory.IdentifierName(pool).WithTriviaFrom(name)))
                .WithArgumentList(SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(
                    SyntaxFactory.Argument(Code.Expression("new[] { " + only.Expression.WithoutTrivia().ToFullString() + " }")))))
                .WithTrailingTrivia(creation.GetTrailingTrivia()));
        }
    }

    private static IdentifierNameSyntax? NameOf(TypeSyntax type) => type switch
    {
        IdentifierNameSyntax name => name,
        QualifiedNameSyntax { Right: IdentifierNameSyntax name } => name,
        _ => null,
    };

    /// <summary>True where the code wants some pool, or names no type at all.</summary>
    private static bool MayBeAnotherPool(ObjectCreationExpressionSyntax creation, SemanticModel model, CancellationToken cancellationToken)
    {
        var info = model.GetTypeInfo(creation, cancellationToken);
        return !SymbolEqualityComparer.Default.Equals(info.Type, info.ConvertedType)
            || creation.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } };
    }
}
