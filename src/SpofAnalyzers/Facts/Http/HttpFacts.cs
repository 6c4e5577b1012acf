using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

internal static class HttpFacts
{
    public static Extracted<ClientFact> Extract(FactContext context, IReadOnlyList<SyntaxTree> trees, CancellationToken cancellationToken) =>
        Extracted<ClientFact>.Nothing;
}
