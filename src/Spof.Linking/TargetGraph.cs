using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking;

/// <summary>The graph of one deployment target while it is being linked.</summary>
internal sealed class TargetGraph(TargetDeclaration declaration)
{
    private readonly Dictionary<string, Component> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _idByAlias = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Domain> _domains = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string Text), UnlinkedEndpoint> _unlinked = [];
    private readonly SimilarNames _names = new();
    private List<Dependency> _dependencies = [];
    private int _endpoints;
    private int _endpointsResolved;

    public TargetDeclaration Declaration { get; } = declaration;

    public IReadOnlyCollection<Component> Components => _components.Values;

    public IReadOnlyList<Dependency> Dependencies => _dependencies;

    public void Add(Component component)
    {
        _components.Add(component.Id, component);
        if (component.Kind != ComponentKind.Route)
        {
            _names.Add(component.Id, component.Name);
        }

        foreach (var alias in component.Aliases)
        {
            _idByAlias.TryAdd(alias, component.Id);
        }
    }

    public void Replace(Component component) => _components[component.Id] = component;

    /// <summary>Makes another id stand for the component.</summary>
    public void AddAlias(string alias, string id)
    {
        if (alias != id && _idByAlias.TryAdd(alias, id))
        {
            var component = _components[id];
            _components[id] = component with { Aliases = component.Aliases.Add(alias) };
        }
    }

    /// <summary>The component with that id or alias.</summary>
    public Component? Find(string idOrAlias) =>
        _components.TryGetValue(idOrAlias, out var component) ? component
        : _idByAlias.TryGetValue(idOrAlias, out var id) ? _components.GetValueOrDefault(id)
        : null;

    /// <summary>Removes components, and the dependencies that can no longer be satisfied or have no caller.</summary>
    public void Remove(IReadOnlySet<string> ids)
    {
        foreach (var id in ids)
        {
            _components.Remove(id);
        }

        ReplaceDependencies(d => ids.Contains(d.From) ? null
            : !d.Targets.Any(ids.Contains) ? d
            : d.Targets.RemoveAll(ids.Contains) is var rest && rest.Length >= d.Needed ? d with { Targets = rest }
            : null);
    }

    /// <summary>Ids of the components, routes aside, that a host name may have been meant for, best first.</summary>
    public ImmutableArray<string> NamesSimilarTo(string host) => _names.To(host);

    public void AddDomain(Domain domain) => _domains.TryAdd(domain.Id, domain);

    /// <summary>Adds a dependency; a component's dependency on itself is none.</summary>
    public void Add(Dependency dependency)
    {
        if (!dependency.Targets.Contains(dependency.From))
        {
            _dependencies.Add(dependency);
        }
    }

    /// <summary>Puts what the function gives in place of each dependency; null removes it.</summary>
    public void ReplaceDependencies(Func<Dependency, Dependency?> change) =>
        _dependencies = [.. _dependencies.Select(change).OfType<Dependency>()];

    public void CountEndpoint(bool resolved)
    {
        _endpoints++;
        _endpointsResolved += resolved ? 1 : 0;
    }

    /// <summary>Calls that may name an endpoint and could not be understood: endpoints that were met and lead nowhere.</summary>
    public void CountUnboundCalls(int calls) => _endpoints += calls;

    public bool IsUnlinked(string from, string text) => _unlinked.ContainsKey((from, text));

    /// <summary>Lists an endpoint that leads nowhere; of several with one text from one component, the first.</summary>
    public void AddUnlinked(UnlinkedEndpoint endpoint) => _unlinked.TryAdd((endpoint.From, endpoint.Text), endpoint);

    public DeploymentTarget ToTarget(TargetRole role, ImmutableArray<EntryPoint> entryPoints, ImmutableArray<string> unreached)
    {
        var components = _components.Values.OrderBy(c => c.Id, StringComparer.Ordinal).ToImmutableArray();
        return new DeploymentTarget
        {
            Id = Declaration.Id,
            Name = Declaration.Name,
            Kind = Declaration.Kind,
            Role = role,
            Components = components,
            Dependencies = [.. _dependencies.OrderBy(d => d.From, StringComparer.Ordinal).ThenBy(d => string.Join(' ', d.Targets), StringComparer.Ordinal)],
            Domains = [.. _domains.Values.OrderBy(d => d.Id, StringComparer.Ordinal)],
            EntryPoints = entryPoints,
            Unlinked = [.. _unlinked.Values.OrderBy(u => u.From, StringComparer.Ordinal).ThenBy(u => u.Text, StringComparer.Ordinal)],
            Unknowns = Declaration.Unknowns,
            Unreached = unreached,
            Coverage = Cover(components, unreached.Length),
        };
    }

    private Coverage Cover(ImmutableArray<Component> components, int unreached)
    {
        var values = Declaration.Unknowns.Length + unreached;
        var known = 0;
        foreach (var component in components.Where(c => c.CanFail && c.Kind != ComponentKind.ThirdParty))
        {
            values++;
            known += component.Instances.Min is null ? 0 : 1;
            if (component.Instances.Max is null or > 1 && component.Kind.IsStore())
            {
                values++;
                known += component.Replication == ReplicationStyle.Unknown || component.Failover.Kind == FailoverKind.Unknown ? 0 : 1;
            }
        }

        return new Coverage(_endpointsResolved, _endpoints, known, values);
    }
}
