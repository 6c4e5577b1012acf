using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.CodeFixes;

/// <summary>Moves whole lines to the right; what is inside of a text literal stays.</summary>
internal static class Indentation
{
    /// <summary>The statement one level deeper.</summary>
    public static StatementSyntax Deeper(StatementSyntax statement) =>
        statement.ReplaceTokens(statement.DescendantTokens(), (token, _) => token.WithLeadingTrivia(Deeper(token.LeadingTrivia, StartsLine(token))));

    /// <summary>What one level adds to blanks like these.</summary>
    public static string Step(SyntaxTrivia blanks) => blanks.ToString().StartsWith("\t", StringComparison.Ordinal) ? "\t" : "    ";

    private static bool StartsLine(SyntaxToken token) => token.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);

    private static IEnumerable<SyntaxTrivia> Deeper(SyntaxTriviaList trivia, bool startsLine)
    {
        foreach (var one in trivia)
        {
            if (startsLine && !one.IsKind(SyntaxKind.EndOfLineTrivia) && !one.IsDirective)
            {
                yield return SyntaxFactory.Whitespace(Step(one));
            }

            yield return one;
            startsLine = one.IsKind(SyntaxKind.EndOfLineTrivia);
        }
    }
}
