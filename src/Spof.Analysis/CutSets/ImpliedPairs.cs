using Spof.Analysis.Graphs;

namespace Spof.Analysis.CutSets;

/// <summary>
/// Two domains that together hold a listed set of instances say nothing new: whoever keeps those instances alive keeps the entry
/// point alive. A pair of domains takes part only where no listed set of instances or third parties implies it.
/// </summary>
internal sealed class ImpliedPairs
{
    private readonly FunctionGraph _graph;
    private readonly EventTable _instances;
    private readonly CutFamily _listed;
    private readonly ILookup<int, int> _partners;

    public ImpliedPairs(FunctionGraph graph, EventTable instances, CutFamily listed)
    {
        _graph = graph;
        _instances = instances;
        _listed = listed;
        _partners = listed.Pairs
            .SelectMany(p => CutFamily.First(p) == CutFamily.Second(p)
                ? new[] { (CutFamily.First(p), CutFamily.Second(p)) }
                : [(CutFamily.First(p), CutFamily.Second(p)), (CutFamily.Second(p), CutFamily.First(p))])
            .ToLookup(p => p.Item1, p => p.Item2);
    }

    public bool Implies(EventTable domains, long pair)
    {
        var (a, b) = (domains.PlaceOf(CutFamily.First(pair)), domains.PlaceOf(CutFamily.Second(pair)));
        return ImpliedBy(_graph.Index.ComponentsIn(a)) || ImpliedBy(_graph.Index.ComponentsIn(b));

        bool ImpliedBy(IReadOnlyList<int> components)
        {
            foreach (var c in components)
            {
                var events = _graph.Redundancy[c].HasPrimary ? 2 : 1;
                for (var e = _instances.InstanceEvent[c]; e < _instances.InstanceEvent[c] + events; e++)
                {
                    if (_listed.HasSingle(e) && IsLost(e, 1))
                    {
                        return true;
                    }

                    foreach (var other in _partners[e])
                    {
                        var count = _instances.PlaceOf(other) == c ? 2 : 1;
                        if (IsLost(e, count) && IsLost(other, count))
                        {
                            return true;
                        }
                    }
                }
            }

            return false;
        }

        int Lost(int component) => _graph.Index.Shares[component].LostWith(domains.DomainKind, a, b);

        bool IsLost(int e, int count)
        {
            var component = _instances.PlaceOf(e);
            var lost = Lost(component);
            if (lost < count)
            {
                return false;
            }

            var isPrimary = _instances[e].Role is not null;
            return !isPrimary || _graph.Reading == Reading.Unfavourable || lost >= _graph.Redundancy[component].Instances;
        }
    }
}
