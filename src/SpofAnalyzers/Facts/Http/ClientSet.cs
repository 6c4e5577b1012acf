using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

/// <summary>The clients of a compilation, found by what introduces them and by what stands in their chains.</summary>
internal sealed class ClientSet
{
    private readonly object _gate = new();
    private readonly Func<CancellationToken, ClientDefaults> _readDefaults;
    private readonly ILookup<Location, ClientFact> _byLocation;
    private readonly ILookup<SyntaxNode, ClientFact> _byHandler;
    private ClientDefaults? _defaults;

    public ClientSet(IReadOnlyList<ClientFact> all, Func<CancellationToken, ClientDefaults> readDefaults)
    {
        All = all;
        _readDefaults = readDefaults;
        _byLocation = all.ToLookup(c => c.Location);
        _byHandler = all.Where(c => !c.IsDevelopmentOnly).SelectMany(c => c.Handlers.Select(h => (Client: c, h.Call.Syntax))).ToLookup(p => p.Syntax, p => p.Client);
    }

    public IReadOnlyList<ClientFact> All { get; }

    public IEnumerable<ClientFact> IntroducedAt(Location location) => _byLocation[location];

    /// <summary>Clients in whose own chain the call stands; those of development are left out.</summary>
    public IEnumerable<ClientFact> HandledBy(IOperation call) => _byHandler[call.Syntax];

    /// <summary>What every client gets, also where the compilation has no client itself.</summary>
    public ClientDefaults Defaults(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _defaults ??= _readDefaults(cancellationToken);
        }
    }
}
