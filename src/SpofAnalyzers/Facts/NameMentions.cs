using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpofAnalyzers.Facts;

/// <summary>Finds where files write a name. Nothing is bound: another thing of the same name is a mention too.</summary>
internal static class NameMentions
{
    public static IEnumerable<SimpleNameSyntax> Of(string name, SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!TreeSummary.Of(tree, cancellationToken).MayMention(name))
        {
            yield break;
        }

        var text = tree.GetText(cancellationToken).ToString();
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var token = tree.GetRoot(cancellationToken).FindToken(at);
            if (token.SpanStart == at && token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.Parent is SimpleNameSyntax mention)
            {
                yield return mention;
            }
        }
    }
}
