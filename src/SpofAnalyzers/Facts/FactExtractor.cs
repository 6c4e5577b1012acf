using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Finds the facts of a compilation on demand: names in the syntax first, then symbols and operations only where a name fits.
/// The analyzers reach the same pieces from operation actions.
/// </summary>
internal static class FactExtractor
{
    /// <param name="context">The compilation and what is known about it.</param>
    /// <param name="trees">Trees to look at; generated files are left out by the caller.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static CompilationFacts Extract(FactContext context, IReadOnlyList<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (clients, namesAsked) = HttpFacts.Extract(context, trees, cancellationToken);
        var connections = ConnectionFacts.Extract(context, trees, cancellationToken);
        var state = StateFacts.Extract(context, trees, cancellationToken);
        return new CompilationFacts
        {
            Clients = clients.Facts,
            NamesAsked = namesAsked,
            Connections = connections.Facts,
            State = state,
            Sinks = EndpointSinks.Extract(context, trees, cancellationToken),
            Candidates = clients.Candidates + connections.Candidates,
            Bound = clients.Bound + connections.Bound,
            MatchedByName = clients.MatchedByName + connections.MatchedByName,
        };
    }
}

/// <param name="Facts">What was found.</param>
/// <param name="Candidates">Calls looked at because of their name.</param>
/// <param name="Bound">Of those, calls bound to a symbol.</param>
/// <param name="MatchedByName">Of the others, calls whose name and surroundings show what they are.</param>
internal sealed record Extracted<T>(IReadOnlyList<T> Facts, int Candidates, int Bound, int MatchedByName)
{
    public static Extracted<T> Nothing { get; } = new([], 0, 0, 0);
}
