namespace Spof.Manifests.Compose.Clustering;

/// <summary>Services that belong together, joined pair by pair (disjoint sets).</summary>
internal sealed class MemberSets
{
    private readonly Dictionary<string, string> _parent = new(StringComparer.Ordinal);
    private readonly List<ComposeService> _order = [];

    public void Add(ComposeService service)
    {
        if (_parent.TryAdd(service.Id, service.Id))
        {
            _order.Add(service);
        }
    }

    public void Join(ComposeService a, ComposeService b)
    {
        Add(a);
        Add(b);
        _parent[Root(b.Id)] = Root(a.Id);
    }

    /// <summary>The sets, members ordered by id.</summary>
    public IEnumerable<List<ComposeService>> Sets() =>
        _order.GroupBy(s => Root(s.Id)).Select(g => g.OrderBy(s => s.Id, StringComparer.Ordinal).ToList());

    private string Root(string id)
    {
        while (_parent[id] != id)
        {
            id = _parent[id] = _parent[_parent[id]];
        }

        return id;
    }
}
