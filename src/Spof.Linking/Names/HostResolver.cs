using Spof.Model;

namespace Spof.Linking;

/// <summary>Finds the component that answers to a host name inside one target.</summary>
internal sealed class HostResolver
{
    private const string ClusterSuffix = ".svc.cluster.local";

    private readonly TargetGraph _graph;
    private readonly Dictionary<(string Scope, string Name), string> _byName = [];
    private readonly Dictionary<string, string> _absolute = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Access> _serves = new(StringComparer.Ordinal);
    private readonly HashSet<string> _scopes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names that stand for another name, until that one is looked up.</summary>
    private readonly Dictionary<(string Scope, string Name), NameDeclaration> _aliases = [];

    public HostResolver(TargetGraph graph)
    {
        _graph = graph;
        foreach (var name in graph.Declaration.Names)
        {
            _scopes.Add(name.Scope);
            if (name is { External: not null, WorkloadIds.IsEmpty: true })
            {
                _aliases.TryAdd(Key(name.Scope, name.Name), name);
            }
            else if (TargetOf(name) is { } id)
            {
                Register(name, id);
            }
        }

        foreach (var (scope, name) in _aliases.Keys.ToArray())
        {
            Lookup(scope, name);
        }
    }

    /// <summary>Id of the component behind the host as seen from the scope; null when none of the target's answers to it.</summary>
    public string? Find(string host, string scope)
    {
        if (_byName.TryGetValue(Key(scope, host), out var id) || _absolute.TryGetValue(host, out id))
        {
            return id;
        }

        if (_graph.Declaration.Kind != TargetKind.Kubernetes)
        {
            return null;
        }

        var name = Strip(Strip(Strip(host, ClusterSuffix), ".svc.cluster"), ".svc");
        var parts = name.Split('.');
        return parts.Length switch
        {
            1 => Lookup(scope, parts[0]),
            2 => Lookup(parts[1], parts[0]) ?? PodOf(scope, parts[1], parts[0]),
            3 => PodOf(parts[2], parts[1], parts[0]),
            _ => null,
        };
    }

    /// <summary>True when the text could be a name in this target: a name without dots, or of the platform's DNS.</summary>
    public bool IsPlatformName(string host) =>
        !host.Contains('.', StringComparison.Ordinal) || host.EndsWith(".svc", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".cluster.local", StringComparison.OrdinalIgnoreCase)
        || (host.Split('.') is [_, var scope] && _scopes.Contains(scope));

    /// <summary>What the address reaches of a store with roles: -ro names serve reads only.</summary>
    public Access Serves(string host, string scope) =>
        _serves.TryGetValue(scope.ToLowerInvariant() + "/" + host.Split('.')[0].ToLowerInvariant(), out var access) ? access : Access.Both;

    private static (string Scope, string Name) Key(string scope, string name) => (scope.ToLowerInvariant(), name.ToLowerInvariant());

    private void Register(NameDeclaration name, string id)
    {
        var scope = name.Scope.ToLowerInvariant();
        _byName.TryAdd(Key(scope, name.Name), id);
        foreach (var other in name.OtherNames)
        {
            if (other.Contains('.', StringComparison.Ordinal))
            {
                _absolute.TryAdd(other, id);
            }
            else
            {
                _byName.TryAdd(Key(scope, other), id);
            }
        }

        if (name.Serves != Access.Both)
        {
            _serves[scope + "/" + name.Name.ToLowerInvariant()] = name.Serves;
        }
    }

    /// <summary>The only workload behind the name, or a component that needs any one of several.</summary>
    private string? TargetOf(NameDeclaration name)
    {
        var behind = name.WorkloadIds.Select(w => _graph.Find(w)).OfType<Component>().DistinctBy(c => c.Id).ToArray();
        if (behind is [var only])
        {
            _graph.AddAlias(name.Id, only.Id);
            return only.Id;
        }

        if (behind.Length > 1)
        {
            if (_graph.Find(name.Id) is null)
            {
                _graph.Add(ComponentFactory.Virtual(name.Id, name.Name, ComponentKind.Route, behind[0].Technology, [name.At]));
                _graph.Add(new Dependency
                {
                    From = name.Id,
                    Targets = [.. behind.Select(c => c.Id)],
                    Strength = Strength.Hard,
                    Evidence = [name.At with { How = Certainty.Resolved }],
                });
            }

            return name.Id;
        }

        return null;
    }

    private string? Lookup(string scope, string name)
    {
        var key = Key(scope, name);
        if (_byName.TryGetValue(key, out var id))
        {
            return id;
        }

        // An alias is taken out before it is followed, so one that leads back to itself leads nowhere.
        if (!_aliases.Remove(key, out var alias)
            || (Find(alias.External!.Host, alias.Scope) ?? ExternalHosts.GetOrAdd(_graph, alias.External, null, alias.At)) is not { } target)
        {
            return null;
        }

        _graph.AddAlias(alias.Id, target);
        Register(alias, target);
        return target;
    }

    /// <summary>A pod of a StatefulSet by its stable name, <c>orders-db-0.orders-db</c>.</summary>
    private string? PodOf(string scope, string service, string pod) =>
        pod.LastIndexOf('-') is > 0 and var dash && int.TryParse(pod.AsSpan(dash + 1), out _) ? Lookup(scope, service) : null;

    private static string Strip(string host, string suffix) =>
        host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) ? host[..^suffix.Length] : host;
}
