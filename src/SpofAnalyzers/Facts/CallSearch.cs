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
}
