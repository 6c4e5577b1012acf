namespace SpofAnalyzers.Facts;

/// <summary>Everything that one compilation says about what it depends on and holds.</summary>
internal sealed record CompilationFacts
{
    public IReadOnlyList<ClientFact> Clients { get; init; } = [];

    /// <summary>Names by which the code asks the factory for clients, whoever registers them.</summary>
    public ClientNamesAsked NamesAsked { get; init; } = ClientNamesAsked.None;

    public IReadOnlyList<ConnectionFact> Connections { get; init; } = [];

    public IReadOnlyList<StateFact> State { get; init; } = [];

    /// <summary>Addresses that reach an API which connects to them.</summary>
    public IReadOnlyList<EndpointSink> Sinks { get; init; } = [];

    /// <summary>Calls that were looked at because of their name, and those of them that were bound to a symbol.</summary>
    public int Candidates { get; init; }

    public int Bound { get; init; }

    /// <summary>Calls that could not be bound and were taken for what their name says.</summary>
    public int MatchedByName { get; init; }
}
