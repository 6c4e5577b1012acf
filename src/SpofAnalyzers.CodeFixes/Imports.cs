using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace SpofAnalyzers.CodeFixes;

/// <summary>Adds the import that an extension method of a fix needs.</summary>
internal static class Imports
{
    /// <param name="root">The changed root.</param>
    /// <param name="model">Model of the document before the change.</param>
    /// <param name="position">Where the method is called, before the change.</param>
    /// <param name="imported">The namespace.</param>
    /// <param name="type">A type of it: where its name is known, the import is there.</param>
    public static SyntaxNode With(SyntaxNode root, SemanticModel model, int position, string imported, string type)
    {
        if (root is not CompilationUnitSyntax unit || !model.LookupNamespacesAndTypes(position, name: type).IsEmpty)
        {
            return root;
        }

        var import = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(imported)).NormalizeWhitespace().WithTrailingTrivia(StatementSplit.LineEnd(root))
            .WithAdditionalAnnotations(Formatter.Annotation);
        var after = unit.Usings.LastOrDefault(u => u.Alias is null && u.StaticKeyword.IsKind(SyntaxKind.None) && string.CompareOrdinal(u.Name?.ToString(), imported) < 0);
        if (after is not null)
        {
            return unit.InsertNodesAfter(after, [import]);
        }

        if (unit.Usings.Count > 0)
        {
            var first = unit.Usings[0];
            return unit.ReplaceNode(first, [import.WithLeadingTrivia(first.GetLeadingTrivia()), first.WithoutLeadingTrivia()]);
        }

        var start = unit.GetFirstToken();
        return unit.ReplaceToken(start, start.WithLeadingTrivia()).AddUsings(import.WithLeadingTrivia(start.LeadingTrivia));
    }
}
