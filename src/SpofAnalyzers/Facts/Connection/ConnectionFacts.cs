using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

internal static class ConnectionFacts
{
    public static Extracted<ConnectionFact> Extract(FactContext context, IReadOnlyList<SyntaxTree> trees, CancellationToken cancellationToken) =>
        Extracted<ConnectionFact>.Nothing;
}
