using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace SpofAnalyzers.CodeFixes;

/// <summary>SPOF2002: removes the losing setting, spells a keyword as the driver does, or asks for the primary of a host list.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof2002CodeFix))]
public sealed class Spof2002CodeFix : SpofCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF2002");

    protected override Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        if (Value(diagnostic, "removeSetting") is { } setting)
        {
            if (node is BaseObjectCreationExpressionSyntax { Initializer: { } initializer }
                && initializer.Expressions.FirstOrDefault(e => e is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } && name.Identifier.ValueText == setting) is { } losing)
            {
                OfferReplacement(context, diagnostic, $"Remove '{setting}'", root, initializer,
                    () => initializer.RemoveNode(losing, SyntaxRemoveOptions.KeepNoTrivia)!.WithAdditionalAnnotations(Formatter.Annotation));
            }
        }
        else if (TextLiteral.Of(diagnostic, root) is { } literal && Change(diagnostic, literal.Token.ValueText) is var (title, text))
        {
            OfferReplacement(context, diagnostic, title, root, literal, () => literal.With(text));
        }

        return Task.CompletedTask;
    }

    private static (string Title, string Text)? Change(Diagnostic diagnostic, string text)
    {
        if (Value(diagnostic, "removeKeyword") is { } losing)
        {
            return ($"Remove '{losing}'", TextLiteral.Without(text, ';', losing));
        }

        if (Value(diagnostic, "appendText") is { } more)
        {
            return ($"Add '{more.TrimStart(';')}'", text.TrimEnd(';', ' ') + more);
        }

        if (Value(diagnostic, "respellKeyword") is { } respelled && respelled.IndexOf('=') is var equals and > 0)
        {
            var old = respelled.Substring(0, equals);
            var known = respelled.Substring(equals + 1);
            var pieces = TextLiteral.Pieces(text, ';')
                .Select(p => TextLiteral.Names(p, old) ? known + p.Substring(p.IndexOf('=')) : p);
            return ($"Write '{known}'", string.Join(";", pieces));
        }

        return null;
    }

    private static string? Value(Diagnostic diagnostic, string property) => diagnostic.Properties.TryGetValue(property, out var value) ? value : null;
}
