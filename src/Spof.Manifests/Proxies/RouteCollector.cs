using System.Collections.Immutable;
using Spof.Manifests.EnvFiles;
using Spof.Model;
using Spof.Text;

namespace Spof.Manifests.Proxies;

/// <summary>Gathers what a configuration says and gives every route an id of its own.</summary>
internal sealed class RouteCollector(ProxyConfigSource source)
{
    private readonly List<Draft> _drafts = [];
    private readonly List<Gap> _gaps = [];
    private readonly SortedSet<int> _ownPorts = [];

    public ProxyConfigSource Source { get; } = source;

    public void Add(Gap gap) => _gaps.Add(gap);

    public void AddOwnPort(int? port)
    {
        if (port is { } known)
        {
            _ownPorts.Add(known);
        }
    }

    /// <param name="port">Port it listens on, when it is just one.</param>
    /// <param name="host">Host name it is for, when it is for one.</param>
    /// <param name="path">Path it is for; null for a whole listener.</param>
    /// <param name="backends">What answers.</param>
    /// <param name="unknownReason">Why backends, or some of them, are not known; null when they are.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="shortText">The text of its evidence.</param>
    public void Add(
        int? port, string? host, string? path, IEnumerable<BackendDeclaration> backends, string? unknownReason,
        SourcePosition at, string shortText)
    {
        var evidence = new Evidence(EvidenceLayer.Manifest, at, Redaction.Text(shortText));
        _drafts.Add(new Draft(port, host, path is null ? null : Redaction.Path(path), [.. backends.Distinct()], unknownReason, evidence));
    }

    /// <summary>Replaces <c>${NAME}</c> and <c>$NAME</c> of the container's environment; other dollar signs are the proxy's own.</summary>
    public InterpolatedText Expand(string text)
    {
        if (!text.Contains('$'))
        {
            return InterpolatedText.Literal(text);
        }

        return Interpolation.Expand(text, name => Source.Environment(name) ?? OwnVariable(name));
    }

    public BackendDeclaration? Backend(string address, bool isBackup, SourcePosition at) =>
        BackendAddress.Parse(address) is { } parsed
            ? new BackendDeclaration(parsed, Source.Scope, isBackup, new Evidence(EvidenceLayer.Manifest, at, parsed.ToString()))
            : null;

    public ProxyRoutes ToRoutes()
    {
        var routes = ImmutableArray.CreateBuilder<RouteDeclaration>(_drafts.Count);
        var unknowns = ImmutableArray.CreateBuilder<Unknown>();
        var shortIds = _drafts.GroupBy(d => d.ShortLocation, StringComparer.Ordinal).Where(g => g.Count() == 1).Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var draft in _drafts)
        {
            var location = shortIds.Contains(draft.ShortLocation) ? draft.ShortLocation : draft.LongLocation;
            var count = taken[location] = taken.GetValueOrDefault(location) + 1;
            var id = Source.WorkloadId + "#" + location + (count == 1 ? "" : "~" + count);
            routes.Add(new RouteDeclaration
            {
                Id = id,
                ViaWorkloadId = Source.WorkloadId,
                ListenPort = draft.Port,
                Host = draft.Host,
                Path = draft.Path,
                Backends = draft.Backends,
                At = draft.At,
            });
            if (draft.UnknownReason is { } reason)
            {
                unknowns.Add(new Unknown($"backends of {id}", reason, draft.At.At));
            }
        }

        return new ProxyRoutes(routes.MoveToImmutable(), [.. _gaps])
        {
            Unknowns = unknowns.ToImmutable(),
            OwnPorts = [.. _ownPorts],
        };
    }

    /// <summary>A variable of the proxy itself (lower case by custom) stays; one in capitals should come from the environment.</summary>
    private Variable? OwnVariable(string name) => name.AsSpan().IndexOfAnyInRange('a', 'z') < 0
        ? null
        : new Variable(name, "${" + name + "}", null, new Evidence(EvidenceLayer.Manifest, Source.Origin, name));

    private sealed record Draft(
        int? Port, string? Host, string? Path, ImmutableArray<BackendDeclaration> Backends, string? UnknownReason, Evidence At)
    {
        public string ShortLocation => Path ?? (Port is null ? Host ?? "" : ":" + Port);

        public string LongLocation => (Host ?? "") + (Port is null ? "" : ":" + Port) + Path;
    }
}
