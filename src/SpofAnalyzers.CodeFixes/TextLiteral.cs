using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>Text literals that a fix changes.</summary>
internal static class TextLiteral
{
    /// <summary>
    /// The literal that the first additional location of the diagnostic shows; null when the text stands in another file, is put together of
    /// pieces, or is a raw literal, whose form is the owner's to keep.
    /// </summary>
    public static LiteralExpressionSyntax? Of(Diagnostic diagnostic, SyntaxNode root) =>
        diagnostic.AdditionalLocations.FirstOrDefault() is { IsInSource: true } location && location.SourceTree == diagnostic.Location.SourceTree
        && root.FullSpan.Contains(location.SourceSpan)
        && root.FindNode(location.SourceSpan, getInnermostNodeForTie: true) is LiteralExpressionSyntax literal
        && literal.Token.IsKind(SyntaxKind.StringLiteralToken)
            ? literal : null;

    /// <summary>The literal with another text, written in the same form.</summary>
    public static LiteralExpressionSyntax With(this LiteralExpressionSyntax literal, string text)
    {
        var token = literal.Token.Text.StartsWith("@", StringComparison.Ordinal)
            ? SyntaxFactory.Literal("@\"" + text.Replace("\"", "\"\"") + "\"", text)
            : SyntaxFactory.Literal(text);
        return literal.WithToken(token.WithTriviaFrom(literal.Token));
    }

    /// <summary>The pieces between separators that are not quoted.</summary>
    public static IReadOnlyList<string> Pieces(string text, char separator)
    {
        var pieces = new List<string>();
        var start = 0;
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            if (quote == '\0' && text[i] == separator)
            {
                pieces.Add(text.Substring(start, i - start));
                start = i + 1;
            }
            else if (text[i] is '"' or '\'' && (quote == '\0' || quote == text[i]))
            {
                quote = quote == '\0' ? text[i] : '\0';
            }
        }

        pieces.Add(text.Substring(start));
        return pieces;
    }

    /// <summary>The text without the pieces that set an option.</summary>
    /// <param name="text">Pieces with a separator between them.</param>
    /// <param name="separator">What stands between two pieces.</param>
    /// <param name="option">Name of the option; case and spaces do not matter.</param>
    public static string Without(string text, char separator, string option) =>
        string.Join(separator.ToString(), Pieces(text, separator).Where(p => !Names(p, option)));

    /// <summary>True when the piece sets the option.</summary>
    public static bool Names(string piece, string option)
    {
        var equals = piece.IndexOf('=');
        return equals > 0 && string.Equals(Compact(piece.Substring(0, equals)), Compact(option), StringComparison.OrdinalIgnoreCase);
    }

    private static string Compact(string name) => name.Replace(" ", "");
}
