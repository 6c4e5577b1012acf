using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

internal static class StateFacts
{
    public static IReadOnlyList<StateFact> Extract(FactContext context, IReadOnlyList<SyntaxTree> trees, CancellationToken cancellationToken) => [];
}
