using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF1004: reads the region of AWS clients from configuration; the written one stays as the default.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof1004CodeFix))]
public sealed class Spof1004CodeFix : SpofCodeFix
{
    private const string Title = "Read the region from configuration, with this one as the default";

    private const string Key = "AWS:Region";

    /// <summary>Parts of the names of the fields: <c>EUWest1</c> is <c>eu-west-1</c>.</summary>
    private static readonly Regex Field = new(
        "^(?<area>US|EU|AP|SA|CA|AF|ME|IL|MX)(?<side>North|South|East|West|Central|Northeast|Northwest|Southeast|Southwest)(?<number>[0-9])$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF1004");

    protected override async Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        if (node is ArgumentSyntax argument)
        {
            node = argument.Expression;
        }

        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || ConfigurationInScope.Find(node, model) is not { } configuration)
        {
            return;
        }

        switch (node)
        {
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: var field } when SystemName(field) is { } name:
                var read = ConfigurationInScope.Or(configuration, Key, "\"" + name + "\"");
                OfferReplacement(context, diagnostic, Title, root, node, () => Code.Expression("global::Amazon.RegionEndpoint.GetBySystemName(" + read + ")").WithTriviaFrom(node));
                break;
            case LiteralExpressionSyntax literal when literal.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetBySystemName" } }:
                OfferReplacement(context, diagnostic, Title, root, node, () => ConfigurationInScope.ReadOr(configuration, Key, literal).WithTriviaFrom(node));
                break;
        }
    }

    private static string? SystemName(string field) =>
        Field.Match(field) is { Success: true, Groups: var parts }
            ? (parts["area"].Value + "-" + parts["side"].Value + "-" + parts["number"].Value).ToLowerInvariant()
            : null;
}
