using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>A fluent chain of calls as it is written, head first.</summary>
internal static class BuilderChainSyntax
{
    private const string Builder = "IHttpClientBuilder";

    /// <summary>The call whose method has that name.</summary>
    public static InvocationExpressionSyntax? CallOf(SyntaxNode name)
    {
        var method = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return method.Parent is InvocationExpressionSyntax call && call.Expression == method ? call : null;
    }

    /// <summary>The call that the chain applies to this one; null at its end.</summary>
    public static InvocationExpressionSyntax? Next(ExpressionSyntax call) =>
        call.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access && access.Expression == call && next.Expression == access ? next : null;

    /// <summary>The last call of the chain that still is a client builder; null when the first one is none.</summary>
    public static InvocationExpressionSyntax? LastBuilder(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        InvocationExpressionSyntax? last = null;
        for (InvocationExpressionSyntax? at = call; at is not null && IsBuilder(at, model, cancellationToken); at = Next(at))
        {
            last = at;
        }

        return last;
    }

    public static bool IsBuilder(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(expression, cancellationToken).Type is { Name: Builder };

    /// <summary>The calls up to this one, the first of them first, and what they start from.</summary>
    public static (ExpressionSyntax Head, List<InvocationExpressionSyntax> Links) Links(InvocationExpressionSyntax last)
    {
        var links = new List<InvocationExpressionSyntax>();
        ExpressionSyntax at = last;
        while (at is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } link)
        {
            links.Insert(0, link);
            at = receiver;
        }

        return (at, links);
    }

    public static string NameOf(InvocationExpressionSyntax link) => ((MemberAccessExpressionSyntax)link.Expression).Name.Identifier.ValueText;

    /// <summary>The links applied to another receiver.</summary>
    public static ExpressionSyntax Apply(ExpressionSyntax receiver, IEnumerable<InvocationExpressionSyntax> links) =>
        links.Aggregate(receiver, (at, link) =>
            link.WithExpression(((MemberAccessExpressionSyntax)link.Expression).WithExpression(at)).WithoutTrivia());

    /// <summary>True where the value of the expression is dropped, so that it may become one of another type.</summary>
    public static bool IsDropped(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) => expression.Parent switch
    {
        ExpressionStatementSyntax => true,
        LambdaExpressionSyntax lambda => model.GetSymbolInfo(lambda, cancellationToken).Symbol is IMethodSymbol { ReturnsVoid: true },
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } } } => true,
        _ => false,
    };
}
