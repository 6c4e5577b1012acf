using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Spof.Text;

namespace SpofAnalyzers.CodeFixes;

/// <summary>
/// SPOF1001: reads the address from configuration. It moves to <c>appsettings.json</c> where the compiler is given that file; else it stays as
/// the default, so that the program goes on as before.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Spof1001CodeFix))]
public sealed class Spof1001CodeFix : SpofCodeFix
{
    private const string Move = "Move the address to appsettings.json";

    private const string Default = "Read the address from configuration, with this one as the default";

    /// <summary>First labels of hosts that say nothing about the service.</summary>
    private static readonly string[] PlainLabels = ["www", "api", "app", "rest", "grpc", "services"];

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Ids("SPOF1001");

    /// <summary>Several places would each add their key to the same file.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    protected override async Task OfferAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, SyntaxNode node)
    {
        if (node is ArgumentSyntax argument)
        {
            node = argument.Expression;
        }

        if (node is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal
            || !diagnostic.Properties.TryGetValue("host", out var host) || host is null
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || ConfigurationInScope.Find(literal, model) is not { } configuration)
        {
            return;
        }

        // A connection string with a password belongs into a secret store, not into a file of the repository.
        var text = literal.Token.ValueText;
        var holdsSecret = Redaction.Text(text) != text;
        var (section, name) = (Section(text), Name(host));
        if (!holdsSecret && AppSettings.Of(context.Document.Project) is { } file
            && AppSettings.With(await file.GetTextAsync(context.CancellationToken).ConfigureAwait(false), section, name, text) is var (settings, key))
        {
            var read = ConfigurationInScope.Read(configuration, key, literal, model);
            context.RegisterCodeFix(
                CodeAction.Create(Move, _ => Task.FromResult(Replaced(context.Document, root, literal, read).Project.Solution.WithAdditionalDocumentText(file.Id, settings)), Move),
                diagnostic);
            return;
        }

        var withDefault = ConfigurationInScope.ReadOr(configuration, section + ":" + name, literal);
        context.RegisterCodeFix(CodeAction.Create(Default, _ => Task.FromResult(Replaced(context.Document, root, literal, withDefault)), Default), diagnostic);
    }

    private static Document Replaced(Document document, SyntaxNode root, SyntaxNode old, SyntaxNode replacement) =>
        document.WithSyntaxRoot(root.ReplaceNode(old, replacement.WithTriviaFrom(old)));

    private static string Section(string text) =>
        text.IndexOf("://", StringComparison.Ordinal) >= 0 ? "Endpoints" : text.IndexOf('=') >= 0 ? "ConnectionStrings" : "Hosts";

    /// <summary><c>Orders</c> of <c>orders.contoso.com</c>, <c>WarehousePartner</c> of <c>api.warehouse-partner.de</c>.</summary>
    private static string Name(string host)
    {
        var labels = host.Split('.');
        var label = labels.Length > 2 && Array.IndexOf(PlainLabels, labels[0]) >= 0 ? labels[1] : labels[0];
        var name = string.Concat(KeyWords.Of(label).Select(w => char.ToUpperInvariant(w[0]) + w.Substring(1)));
        return name.Length == 0 ? "Remote" : name;
    }
}
