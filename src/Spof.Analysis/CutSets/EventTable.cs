using Spof.Analysis.Graphs;
using Spof.Model;

namespace Spof.Analysis.CutSets;

/// <summary>
/// What can be lost in one question. Failure classes are asked apart, because their remedies differ: instances together with third
/// parties, hosts, zones, regions.
/// </summary>
internal enum Universe
{
    Instances,
    Hosts,
    Zones,
    Regions,
}

/// <summary>The events of one universe, numbered. Does not depend on mode or reading.</summary>
internal sealed class EventTable
{
    private readonly List<FailureEvent> _events = [];
    private readonly List<int> _places = [];

    private EventTable(Universe universe) => Universe = universe;

    public Universe Universe { get; }

    public int Count => _events.Count;

    /// <summary>Number of named domains; the events from here on are unnamed domains of one component each.</summary>
    public int NamedCount { get; private init; }

    /// <summary>For universes of domains, their kind.</summary>
    public DomainKind DomainKind => KindOf(ClassOf(Universe));

    public FailureEvent this[int e] => _events[e];

    /// <summary>The component of an instance event or of an unnamed domain, the number of a named domain.</summary>
    public int PlaceOf(int e) => _places[e];

    /// <summary>
    /// Event of losing one of the component's instances; of losing the primary when one is told apart, then the event of losing one
    /// of the others is the next number. -1 when the component cannot be lost.
    /// </summary>
    public int[] InstanceEvent { get; private init; } = [];

    /// <summary>Event of each named domain of this universe's kind; -1 for domains of other kinds.</summary>
    public int[] DomainEvent { get; private init; } = [];

    /// <summary>Event of the unnamed domain that may hold several instances of a component.</summary>
    public int[] UnnamedEvent { get; private init; } = [];

    public static EventTable ForInstances(TargetIndex index)
    {
        var table = new EventTable(Universe.Instances) { InstanceEvent = new int[index.Components.Length] };
        for (var c = 0; c < index.Components.Length; c++)
        {
            var component = index.Components[c];
            table.InstanceEvent[c] = component.CanFail ? table.Count : -1;
            if (!component.CanFail)
            {
                continue;
            }

            var failureClass = Redundancy.IsThirdParty(component) ? FailureClass.ThirdParty : FailureClass.Instance;
            var hasPrimary = Redundancy.Of(component, Reading.Favourable).HasPrimary;
            table.Add(new FailureEvent(failureClass, component.Id, 1, hasPrimary ? "primary" : null), c);
            if (hasPrimary)
            {
                table.Add(new FailureEvent(failureClass, component.Id), c);
            }
        }

        return table;
    }

    public static EventTable ForDomains(TargetIndex index, Universe universe)
    {
        var failureClass = ClassOf(universe);
        var kind = KindOf(failureClass);
        var named = new int[index.Domains.Count];
        var count = 0;
        for (var d = 0; d < named.Length; d++)
        {
            named[d] = index.Domains.KindOf(d) == kind ? count++ : -1;
        }

        var table = new EventTable(universe)
        {
            NamedCount = count,
            DomainEvent = named,
            UnnamedEvent = new int[index.Components.Length],
        };
        for (var d = 0; d < named.Length; d++)
        {
            if (named[d] >= 0)
            {
                table.Add(new FailureEvent(failureClass, index.Domains.IdOf(d)), d);
            }
        }

        for (var c = 0; c < index.Components.Length; c++)
        {
            var mayShare = index.Components[c].CanFail
                && index.Components[c].Placements.Any(p => p.Kind == kind && p.Shares.IsEmpty);
            table.UnnamedEvent[c] = mayShare ? table.Count : -1;
            if (mayShare)
            {
                table.Add(new FailureEvent(failureClass, index.Components[c].Id), c);
            }
        }

        return table;
    }

    /// <summary>An unnamed domain stands for its component alone and is asked about alone.</summary>
    public bool CanPair(int e) => Universe == Universe.Instances || e < NamedCount;

    /// <summary>Kind of the domains of this failure class.</summary>
    public static DomainKind KindOf(FailureClass failureClass) => failureClass switch
    {
        FailureClass.Host => DomainKind.Host,
        FailureClass.Zone => DomainKind.Zone,
        _ => DomainKind.Region,
    };

    private static FailureClass ClassOf(Universe universe) => universe switch
    {
        Universe.Hosts => FailureClass.Host,
        Universe.Zones => FailureClass.Zone,
        _ => FailureClass.Region,
    };

    private void Add(FailureEvent failure, int place)
    {
        _events.Add(failure);
        _places.Add(place);
    }
}
