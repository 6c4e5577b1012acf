using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF5003: lets the endpoint run only the checks that are tagged as checks of the process itself.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof5003CodeFix))]
public sealed class Spof5003CodeFix : SpofCodeFix
{
    private const string Title = "Run only the checks tagged 'live'; where none is, the answer says that the process responds";

    private const string Options = "new global::Microsoft.AspNetCore.Diagnostics.HealthChecks.HealthCheckOptions { Predicate = check => check.Tags.Contains(\"live\") }";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF5003");

    protected override Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { ArgumentList: var list })
        {
            return Task.CompletedTask;
        }

        if (list.Arguments.Select(a => a.Expression).OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault() is { } options)
        {
            if (options.Initializer is { Expressions: var set } && !set.OfType<AssignmentExpressionSyntax>().Any(a => a.Left.ToString() == "Predicate"))
            {
                OfferReplacement(context, diagnostic, Title, root, options, () => options.WithInitializer(WithPredicate(options.Initializer)));
            }
        }
        else if (list.Arguments.All(a => a.NameColon is null && a.Expression is LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax)
            && list.Arguments.Count == 1)
        {
            OfferReplacement(context, diagnostic, Title, root, list, () => list.AddArguments(SyntaxFactory.Argument(Code.Expression(Options))));
        }

        return Task.CompletedTask;
    }

    private static InitializerExpressionSyntax WithPredicate(InitializerExpressionSyntax initializer)
    {
        var predicate = (AssignmentExpressionSyntax)((ObjectCreationExpressionSyntax)Code.Expression(Options)).Initializer!.Expressions[0];
        return initializer.WithExpressions(initializer.Expressions.Insert(0, predicate.WithoutTrivia())).WithAdditionalAnnotations(Formatter.Annotation);
    }
}
