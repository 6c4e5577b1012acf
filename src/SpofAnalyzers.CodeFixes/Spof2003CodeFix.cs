using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.CodeFixes;

/// <summary>
/// SPOF2003: enables retries. Where the code begins transactions of its own the strategy would throw, so that the fix warns there and is not
/// offered for many places at once.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof2003CodeFix))]
public sealed class Spof2003CodeFix : SpofCodeFix
{
    private const string Title = "Retry transient faults with EnableRetryOnFailure";

    private const string GuardedTitle = "Retry transient faults with EnableRetryOnFailure (own transactions must move into an execution strategy)";

    private const string Warning = "A retrying strategy throws for transactions that are begun outside of 'CreateExecutionStrategy().Execute…'.";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF2003");

    public override FixAllProvider? GetFixAllProvider() => new FixAllWithoutTransactions();

    protected override async Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || WithRetries(call, model, context.CancellationToken) is not { } retrying)
        {
            return;
        }

        if (!diagnostic.Properties.ContainsKey("transactions"))
        {
            OfferReplacement(context, diagnostic, Title, root, call, () => retrying);
            return;
        }

        var warned = retrying.WithAdditionalAnnotations(WarningAnnotation.Create(Warning));
        OfferReplacement(context, diagnostic, GuardedTitle, root, call, () => warned);
    }

    private static InvocationExpressionSyntax? WithRetries(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetOperation(call, cancellationToken) is not IInvocationOperation operation
            || operation.TargetMethod.Parameters.FirstOrDefault(IsProviderOptions) is not { } options)
        {
            return null;
        }

        var given = operation.Arguments.FirstOrDefault(a => a.Parameter?.Name == options.Name && a.ArgumentKind != ArgumentKind.DefaultValue);
        if (given is null)
        {
            var name = FreeName(options.Name, model, call.SpanStart);
            var argument = SyntaxFactory.Argument(Code.Expression($"{name} => {name}.EnableRetryOnFailure()"))
                .WithNameColon(SyntaxFactory.NameColon(options.Name));
            return call.WithArgumentList(call.ArgumentList.AddArguments(argument));
        }

        return given.Syntax is ArgumentSyntax { Expression: LambdaExpressionSyntax lambda } && WithRetries(lambda, model, cancellationToken) is { } retrying
            ? call.ReplaceNode(lambda, retrying) : null;
    }

    private static LambdaExpressionSyntax? WithRetries(LambdaExpressionSyntax lambda, SemanticModel model, CancellationToken cancellationToken)
    {
        var parameter = lambda switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: 1 } parameters } => parameters[0],
            _ => null,
        };
        if (parameter is null || model.GetDeclaredSymbol(parameter, cancellationToken) is not IParameterSymbol symbol)
        {
            return null;
        }

        switch (lambda.Body)
        {
            // A block that may end early is the owner's to read.
            case BlockSyntax block when !block.DescendantNodes().Any(n => n is ReturnStatementSyntax):
                return lambda.WithBody(block.AddStatements(Code.Statement($"{parameter.Identifier.Text}.EnableRetryOnFailure();")));
            case InvocationExpressionSyntax or IdentifierNameSyntax when lambda.Body is ExpressionSyntax body
                && SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(body, cancellationToken).Type, symbol.Type):
                var chained = SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(
                    SyntaxKind.SimpleMemberAccessExpression, body.WithoutTrailingTrivia(), SyntaxFactory.IdentifierName("EnableRetryOnFailure")));
                return lambda.WithBody(chained.WithTrailingTrivia(body.GetTrailingTrivia()));
            default:
                return null;
        }
    }

    private static bool IsProviderOptions(IParameterSymbol parameter) =>
        parameter.Type is INamedTypeSymbol { Name: "Action", TypeArguments: { Length: > 0 } types }
        && types.Last().Name is var name && name != "DbContextOptionsBuilder" && name.EndsWith("DbContextOptionsBuilder", StringComparison.Ordinal);

    private static string FreeName(string parameter, SemanticModel model, int position)
    {
        var name = parameter.Substring(0, parameter.Length - "OptionsAction".Length);
        return model.LookupSymbols(position, name: name).IsEmpty ? name : name + "Options";
    }

    private sealed class FixAllWithoutTransactions : FixAllProvider
    {
        public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
            fixAllContext.CodeActionEquivalenceKey == GuardedTitle
                ? Task.FromResult<CodeAction?>(null)
                : WellKnownFixAllProviders.BatchFixer.GetFixAsync(fixAllContext);
    }
}
