using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Looks through the whole compilation for calls and names. For rules that have found what they are about and ask what else there is:
/// names come from cached summaries, and only calls of the wanted name are bound.
/// </summary>
internal static class CallSearch
{
    /// <summary>Calls of methods with that name, by file and position.</summary>
    public static IEnumerable<IInvocationOperation> Of(string name, FactContext context, CancellationToken cancellationToken)
    {
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            if (!TreeSummary.Of(tree, cancellationToken).MayMention(name))
            {
                continue;
            }

            foreach (var call in TreeNames.Of(tree, cancellationToken).Calls(name))
            {
                if (context.Model(tree).GetOperation(call, cancellationToken) is IInvocationOperation operation)
                {
                    yield return operation;
                }
            }
        }
    }

    /// <summary>True when some code calls a method whose name fits; nothing is bound.</summary>
    public static bool AnyName(Func<string, bool> fits, FactContext context, CancellationToken cancellationToken) =>
        context.Compilation.SyntaxTrees.Any(tree => TreeNames.Of(tree, cancellationToken).CallNames.Any(fits));

    /// <summary>True when some code writes one of the names as an identifier; nothing is bound.</summary>
    public static bool Mentions(FactContext context, CancellationToken cancellationToken, params string[] names) =>
        names.Any(name => context.Compilation.SyntaxTrees.Any(tree => NameMentions.Of(name, tree, cancellationToken).Any()));

    /// <summary>True when some file has that word, in a string too; a word is what stands between dots and other signs.</summary>
    public static bool Says(string word, FactContext context, CancellationToken cancellationToken) =>
        context.Compilation.SyntaxTrees.Any(tree => TreeSummary.Of(tree, cancellationToken).MayMention(word)
            && tree.GetText(cancellationToken).ToString().IndexOf(word, StringComparison.Ordinal) >= 0);
}
