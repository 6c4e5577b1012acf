using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking;

/// <summary>The graph of one deployment target while it is being linked.</summary>
internal sealed class TargetGraph(TargetDeclaration declaration)
{
    private readonly Dictionary<string, Component> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _idByAlias = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Domain> _domains = new(StringComparer.Ordinal);
    private readonly List<Dependency> _dependencies = [];
    private readonly List<UnlinkedEndpoint> _unlinked = [];
    private int _endpoints;
    private int _endpointsResolved;

    public TargetDeclaration Declaration { get; } = declaration;

    public IReadOnlyCollection<Component> Components => _components.Values;

    public IReadOnlyList<Dependency> Dependencies => _dependencies;

    public void Add(Component component)
    {
        _components.Add(component.Id, component);
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

    public void Remove(string id)
    {
        if (_components.Remove(id))
        {
            _dependencies.RemoveAll(d => d.From == id);
            for (var i = _dependencies.Count - 1; i >= 0; i--)
            {
                var rest = _dependencies[i].Targets.Remove(id);
                if (rest.Length < _dependencies[i].Needed)
                {
                    _dependencies.RemoveAt(i);
                }
                else
                {
                    _dependencies[i] = _dependencies[i] with { Targets = rest };
                }
            }
        }
    }

    public void AddDomain(Domain domain) => _domains.TryAdd(domain.Id, domain);

    /// <summary>Adds a dependency; a component's dependency on itself is none.</summary>
    public void Add(Dependency dependency)
    {
        if (!dependency.Targets.Contains(dependency.From))
        {
            _dependencies.Add(dependency);
        }
    }

    public void ReplaceDependencies(Func<Dependency, Dependency?> change)
    {
        for (var i = _dependencies.Count - 1; i >= 0; i--)
        {
            if (change(_dependencies[i]) is { } changed)
            {
                _dependencies[i] = changed;
            }
            else
            {
                _dependencies.RemoveAt(i);
            }
        }
    }

    public void CountEndpoint(bool resolved)
    {
        _endpoints++;
        _endpointsResolved += resolved ? 1 : 0;
    }

    /// <summary>Calls that may name an endpoint and could not be understood: endpoints that were met and lead nowhere.</summary>
    public void CountUnboundCalls(int calls) => _endpoints += calls;

    public void AddUnlinked(UnlinkedEndpoint endpoint)
    {
        if (!_unlinked.Any(u => u.From == endpoint.From && u.Text == endpoint.Text))
        {
            _unlinked.Add(endpoint);
        }
    }

    public DeploymentTarget ToTarget(TargetRole role, ImmutableArray<EntryPoint> entryPoints)
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
            Unlinked = [.. _unlinked.OrderBy(u => u.From, StringComparer.Ordinal).ThenBy(u => u.Text, StringComparer.Ordinal)],
            Unknowns = Declaration.Unknowns,
            Coverage = Cover(components),
        };
    }

    private Coverage Cover(ImmutableArray<Component> components)
    {
        var values = Declaration.Unknowns.Length;
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
