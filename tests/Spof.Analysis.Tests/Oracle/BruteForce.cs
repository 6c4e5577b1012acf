using Spof.Model;

namespace Spof.Analysis.Tests.Oracle;

/// <summary>The cut sets by trying every set of one or two losses. Shares no code with the analysis.</summary>
internal sealed class BruteForce
{
    private readonly DownByDefinition _definition;
    private readonly Dictionary<(string, Mode, string, bool), List<FailureEvent[]>> _minimal = [];

    public BruteForce(DeploymentTarget target) => _definition = new DownByDefinition(target);

    /// <summary>Lines "events verdict" of every listed cut set of this entry point and mode, sorted.</summary>
    public string[] CutSets(EntryPoint entryPoint, Mode mode)
    {
        var lines = new List<string>();
        foreach (var group in new[] { "Instance", "Host", "Zone", "Region" })
        {
            var certainAll = Minimal(entryPoint, mode, group, favourable: true);
            var certain = Listed(certainAll, entryPoint, mode, favourable: true);
            lines.AddRange(certain.Select(s => Name(s) + " Certain"));
            var all = Minimal(entryPoint, mode, group, favourable: false);
            foreach (var set in Listed(all, entryPoint, mode, favourable: false))
            {
                if (!_definition.IsDown(entryPoint, mode, set, favourable: true))
                {
                    lines.Add(Name(set) + " Possible");
                }
            }
        }

        lines.Sort(StringComparer.Ordinal);
        return [.. lines];
    }

    public static string Name(IEnumerable<FailureEvent> events) => string.Join(
        " + ", events.Select(e => $"{e.Class}:{e.NodeId}{(e.Role is null ? "" : ":" + e.Role)}x{e.Count}").Order(StringComparer.Ordinal));

    /// <summary>True when this domain stops the entry point also if no instance that stops it alone can be lost.</summary>
    public bool IsNews(EntryPoint entryPoint, Mode mode, FailureEvent domain, bool favourable)
    {
        var immune = Minimal(entryPoint, mode, "Instance", favourable).Where(s => s is [{ Count: 1 }]).Select(s => (s[0].NodeId, s[0].Role is not null));
        return _definition.Without(immune).IsDown(entryPoint, mode, [domain], favourable);
    }

    private List<FailureEvent[]> Listed(List<FailureEvent[]> sets, EntryPoint entryPoint, Mode mode, bool favourable)
    {
        var instances = Minimal(entryPoint, mode, "Instance", favourable);
        return
        [
            .. from set in sets
               where set.Length == 1 || set[0].Class <= FailureClass.ThirdParty || !instances.Any(i => Implies(set, i, favourable))
               where mode != Mode.Start
                   || (!_definition.IsDown(entryPoint, Mode.Read, set, favourable) && !_definition.IsDown(entryPoint, Mode.Write, set, favourable))
               select set,
        ];
    }

    private bool Implies(FailureEvent[] domains, FailureEvent[] instances, bool favourable) => instances
        .GroupBy(e => e.NodeId)
        .All(g =>
        {
            var component = _definition.Components[g.Key];
            var lost = Math.Min(_definition.LostInDomains(component, domains, favourable), DownByDefinition.Numbers(component, favourable).N);
            return g.All(e => e.Class == FailureClass.Instance)
                && lost >= g.Sum(e => e.Count)
                && (g.All(e => e.Role is null) || _definition.PrimaryIsLost(component, domains, favourable));
        });

    private List<FailureEvent[]> Minimal(EntryPoint entryPoint, Mode mode, string scope, bool favourable)
    {
        if (_minimal.TryGetValue((entryPoint.Id, mode, scope, favourable), out var minimal))
        {
            return minimal;
        }

        var events = Events(scope, favourable);
        _minimal.Add((entryPoint.Id, mode, scope, favourable), minimal = []);
        var isSingle = new bool[events.Count];
        for (var i = 0; i < events.Count; i++)
        {
            isSingle[i] = _definition.IsDown(entryPoint, mode, [events[i]], favourable);
            if (isSingle[i])
            {
                minimal.Add([events[i]]);
            }
        }

        for (var i = 0; i < events.Count; i++)
        {
            if (isSingle[i] || _definition.IsUnnamed(events[i]))
            {
                continue;
            }

            if (CanLoseTwo(events[i], favourable) && _definition.IsDown(entryPoint, mode, [events[i] with { Count = 2 }], favourable))
            {
                minimal.Add([events[i] with { Count = 2 }]);
            }

            for (var j = i + 1; j < events.Count; j++)
            {
                if (!isSingle[j] && !_definition.IsUnnamed(events[j]) && _definition.IsDown(entryPoint, mode, [events[i], events[j]], favourable))
                {
                    minimal.Add([events[i], events[j]]);
                }
            }
        }

        return minimal;
    }

    private List<FailureEvent> Events(string scope, bool favourable)
    {
        var events = new List<FailureEvent>();
        if (scope == "Instance")
        {
            foreach (var component in _definition.Target.Components.Where(c => c.CanFail))
            {
                if (component.Kind == ComponentKind.ThirdParty)
                {
                    events.Add(new FailureEvent(FailureClass.ThirdParty, component.Id));
                    continue;
                }

                var n = DownByDefinition.Numbers(component, favourable).N;
                if (DownByDefinition.HasPrimary(component))
                {
                    events.Add(new FailureEvent(FailureClass.Instance, component.Id, 1, "primary"));
                }

                if (n > (DownByDefinition.HasPrimary(component) ? 1 : 0))
                {
                    events.Add(new FailureEvent(FailureClass.Instance, component.Id));
                }
            }

            return events;
        }

        var kind = Enum.Parse<DomainKind>(scope);
        events.AddRange(_definition.Target.Domains.Where(d => d.Kind == kind).Select(d => new FailureEvent(Enum.Parse<FailureClass>(scope), d.Id)));
        events.AddRange(
            from component in _definition.Target.Components
            where component.CanFail && component.Placements.Any(p => p.Kind == kind && p.Shares.IsEmpty)
            select new FailureEvent(Enum.Parse<FailureClass>(scope), component.Id));
        return events;
    }

    private bool CanLoseTwo(FailureEvent e, bool favourable)
    {
        if (e.Class != FailureClass.Instance || e.Role is not null)
        {
            return false;
        }

        var component = _definition.Components[e.NodeId];
        return DownByDefinition.Numbers(component, favourable).N - (DownByDefinition.HasPrimary(component) ? 1 : 0) >= 2;
    }
}
