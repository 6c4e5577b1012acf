using Spof.Model;

namespace Spof.Analysis.Graphs;

/// <summary>The named failure domains of a target, and which encloses which.</summary>
internal sealed class DomainIndex
{
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];
    private readonly List<DomainKind> _kinds = [];
    private readonly int[] _parent;

    public DomainIndex(DeploymentTarget target)
    {
        var domains = target.Domains;
        foreach (var domain in domains.OrderBy(d => d.Id, StringComparer.Ordinal))
        {
            Add(domain.Id, domain.Kind);
        }

        // A share may name a domain that is declared nowhere else: it is one, without a parent.
        foreach (var placement in target.Components.SelectMany(c => c.Placements))
        {
            foreach (var share in placement.Shares)
            {
                Add(share.DomainId, placement.Kind);
            }
        }

        _parent = new int[_ids.Count];
        Array.Fill(_parent, -1);
        foreach (var domain in domains)
        {
            // Only a wider kind encloses a narrower one, so the walk upwards always ends.
            if (domain.ParentId is { } parentId && _byId.TryGetValue(parentId, out var parent) && _kinds[parent] > domain.Kind)
            {
                _parent[_byId[domain.Id]] = parent;
            }
        }
    }

    public int Count => _ids.Count;

    public string IdOf(int domain) => _ids[domain];

    public DomainKind KindOf(int domain) => _kinds[domain];

    /// <summary>Number of the domain with this id, or -1.</summary>
    public int IndexOf(string id) => _byId.GetValueOrDefault(id, -1);

    /// <summary>The domain itself or the one around it that has this kind, or -1.</summary>
    public int Enclosing(int domain, DomainKind kind)
    {
        while (domain >= 0 && _kinds[domain] < kind)
        {
            domain = _parent[domain];
        }

        return domain >= 0 && _kinds[domain] == kind ? domain : -1;
    }

    /// <summary>Marks these domains and everything inside them.</summary>
    public bool[] Within(IEnumerable<int> domains)
    {
        var marked = new bool[Count];
        foreach (var domain in domains)
        {
            marked[domain] = true;
        }

        for (var d = 0; d < marked.Length; d++)
        {
            for (var around = _parent[d]; around >= 0 && !marked[d]; around = _parent[around])
            {
                marked[d] = marked[around];
            }
        }

        return marked;
    }

    private void Add(string id, DomainKind kind)
    {
        if (_byId.TryAdd(id, _ids.Count))
        {
            _ids.Add(id);
            _kinds.Add(kind);
        }
    }
}
