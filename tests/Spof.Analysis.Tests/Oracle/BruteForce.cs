using Spof.Model;

namespace Spof.Analysis.Tests.Oracle;

/// <summary>
/// The definition, evaluated as it is written: every set of one or two losses is tried, and "down" is iterated on the model's own
/// records until nothing changes. Shares no code with the analysis.
/// </summary>
internal sealed class BruteForce
{
    private readonly DeploymentTarget _target;
    private readonly Dictionary<string, Component> _components = [];
    private readonly Dictionary<string, Domain> _domains = [];
    private readonly Dictionary<(string, Mode, string, bool), List<FailureEvent[]>> _minimal = [];
    private readonly Dictionary<(string, Mode, bool), Dependency[]> _needs = [];
    private HashSet<(string Component, bool IsPrimary)> _immune = [];

    public BruteForce(DeploymentTarget target)
    {
        // A scheduled job that is nothing else starts anew and cannot be lost.
        target = target with
        {
            Components =
            [
                .. target.Components.Select(c =>
                    target.EntryPoints.Where(e => e.ComponentId == c.Id).Select(e => e.Kind).Distinct().ToArray() is [EntryPointKind.ScheduledJob]
                        ? c with { CanFail = false }
                        : c),
            ],
        };
        _target = target;
        foreach (var component in target.Components)
        {
            _components.Add(component.Id, component);
        }

        foreach (var domain in target.Domains)
        {
            _domains.Add(domain.Id, domain);
        }
    }

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
                if (!IsDown(entryPoint, mode, set, favourable: true))
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
        _immune = [.. Minimal(entryPoint, mode, "Instance", favourable).Where(s => s is [{ Count: 1 }]).Select(s => (s[0].NodeId, s[0].Role is not null))];
        var isNews = IsDown(entryPoint, mode, [domain], favourable);
        _immune = [];
        return isNews;
    }

    /// <summary>True when these losses bring the entry point down.</summary>
    public bool IsDown(EntryPoint entryPoint, Mode mode, FailureEvent[] lost, bool favourable)
    {
        var down = new HashSet<(string, bool)>();
        foreach (var component in _target.Components)
        {
            if (IsLost(component, false, lost, favourable))
            {
                down.Add((component.Id, false));
            }

            if (IsLost(component, true, lost, favourable))
            {
                down.Add((component.Id, true));
            }
        }

        bool changed;
        do
        {
            changed = false;
            foreach (var component in _target.Components)
            {
                if ((!down.Contains((component.Id, false)) || !down.Contains((component.Id, true)))
                    && LacksSomething(component, mode, down, favourable))
                {
                    down.Add((component.Id, false));
                    down.Add((component.Id, true));
                    changed = true;
                }
            }
        }
        while (changed);
        return down.Contains((entryPoint.ComponentId, mode != Mode.Read));
    }

    private List<FailureEvent[]> Listed(List<FailureEvent[]> sets, EntryPoint entryPoint, Mode mode, bool favourable)
    {
        var instances = Minimal(entryPoint, mode, "Instance", favourable);
        return
        [
            .. from set in sets
               where set.Length == 1 || set[0].Class <= FailureClass.ThirdParty || !instances.Any(i => Implies(set, i, favourable))
               where mode != Mode.Start
                   || (!IsDown(entryPoint, Mode.Read, set, favourable) && !IsDown(entryPoint, Mode.Write, set, favourable))
               select set,
        ];
    }

    private bool Implies(FailureEvent[] domains, FailureEvent[] instances, bool favourable) => instances
        .GroupBy(e => e.NodeId)
        .All(g =>
        {
            var component = _components[g.Key];
            var lost = Math.Min(LostInDomains(component, domains, favourable), Numbers(component, favourable).N);
            return g.All(e => e.Class == FailureClass.Instance)
                && lost >= g.Sum(e => e.Count)
                && (g.All(e => e.Role is null) || PrimaryIsLost(component, domains, favourable));
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
            isSingle[i] = IsDown(entryPoint, mode, [events[i]], favourable);
            if (isSingle[i])
            {
                minimal.Add([events[i]]);
            }
        }

        for (var i = 0; i < events.Count; i++)
        {
            if (isSingle[i] || IsUnnamed(events[i]))
            {
                continue;
            }

            if (CanLoseTwo(events[i], favourable) && IsDown(entryPoint, mode, [events[i] with { Count = 2 }], favourable))
            {
                minimal.Add([events[i] with { Count = 2 }]);
            }

            for (var j = i + 1; j < events.Count; j++)
            {
                if (!isSingle[j] && !IsUnnamed(events[j]) && IsDown(entryPoint, mode, [events[i], events[j]], favourable))
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
            foreach (var component in _target.Components.Where(c => c.CanFail))
            {
                if (component.Kind == ComponentKind.ThirdParty)
                {
                    events.Add(new FailureEvent(FailureClass.ThirdParty, component.Id));
                    continue;
                }

                var n = Numbers(component, favourable).N;
                if (HasPrimary(component))
                {
                    events.Add(new FailureEvent(FailureClass.Instance, component.Id, 1, "primary"));
                }

                if (n > (HasPrimary(component) ? 1 : 0))
                {
                    events.Add(new FailureEvent(FailureClass.Instance, component.Id));
                }
            }

            return events;
        }

        var kind = Enum.Parse<DomainKind>(scope);
        events.AddRange(_target.Domains.Where(d => d.Kind == kind).Select(d => new FailureEvent(Enum.Parse<FailureClass>(scope), d.Id)));
        events.AddRange(
            from component in _target.Components
            where component.CanFail && component.Placements.Any(p => p.Kind == kind && p.Shares.IsEmpty)
            select new FailureEvent(Enum.Parse<FailureClass>(scope), component.Id));
        return events;
    }

    private bool IsUnnamed(FailureEvent e) => e.Class > FailureClass.ThirdParty && _components.ContainsKey(e.NodeId);

    private bool CanLoseTwo(FailureEvent e, bool favourable)
    {
        if (e.Class != FailureClass.Instance || e.Role is not null)
        {
            return false;
        }

        var component = _components[e.NodeId];
        return Numbers(component, favourable).N - (HasPrimary(component) ? 1 : 0) >= 2;
    }

    private bool LacksSomething(Component component, Mode mode, HashSet<(string, bool)> down, bool favourable)
    {
        if (!_needs.TryGetValue((component.Id, mode, favourable), out var needs))
        {
            needs = [.. _target.Dependencies.Where(d => d.From == component.Id && Matters(d, component, mode, favourable))];
            _needs.Add((component.Id, mode, favourable), needs);
        }

        foreach (var dependency in needs)
        {
            var needed = Math.Min(dependency.Needed, dependency.Targets.Length);
            var up = dependency.Targets.Count(t => !_components.ContainsKey(t) || !down.Contains((t, NeedsPrimary(dependency, mode))));
            if (up < needed)
            {
                return true;
            }
        }

        return false;
    }

    private bool Matters(Dependency dependency, Component from, Mode mode, bool favourable)
    {
        if (dependency.Strength == Strength.Soft || (dependency.Strength == Strength.Unknown && favourable))
        {
            return false;
        }

        if (mode == Mode.Start)
        {
            return dependency.Phase.HasFlag(Phase.Startup) || dependency.Phase.HasFlag(Phase.Request);
        }

        if (!dependency.Access.HasFlag(mode == Mode.Read ? Access.Read : Access.Write))
        {
            return false;
        }

        if (dependency.Phase.HasFlag(Phase.Request))
        {
            return true;
        }

        var kinds = _target.EntryPoints.Where(e => e.ComponentId == from.Id).Select(e => e.Kind).ToArray();
        return dependency.Phase.HasFlag(Phase.Background)
            && (kinds.Any(k => k is EntryPointKind.Consumer or EntryPointKind.ScheduledJob or EntryPointKind.Root)
                || (kinds.Contains(EntryPointKind.Declared) && !favourable));
    }

    private static bool NeedsPrimary(Dependency dependency, Mode mode)
    {
        if (dependency.Reaches != Access.Both)
        {
            return dependency.Reaches == Access.Write;
        }

        return mode == Mode.Write || (mode == Mode.Start && dependency.Access.HasFlag(Access.Write));
    }

    private static bool HasPrimary(Component c) =>
        c.Replication == ReplicationStyle.PrimaryReplica
        && c.Failover.Kind is not (FailoverKind.Automatic or FailoverKind.ActiveActive)
        && (c.Instances.Min ?? c.Instances.Max ?? int.MaxValue) > 1;

    /// <summary>n instances of which k are needed, as the reading takes them.</summary>
    private static (long N, long K) Numbers(Component c, bool favourable)
    {
        long n, k;
        if (favourable)
        {
            n = c.Instances.Min ?? c.Instances.Max ?? 1_000_000;
            k = c.Required.Min ?? 1;
        }
        else
        {
            k = c.Required.Max ?? c.Instances.Min ?? c.Required.Min ?? 1;
            n = c.Instances.Min ?? Math.Max(k, 1);
        }

        if (c.Replication == ReplicationStyle.Sharded || (c.Replication == ReplicationStyle.Unknown && !favourable))
        {
            k = n;
        }

        return (n, Math.Min(k, n));
    }

    private bool IsLost(Component c, bool primary, FailureEvent[] lost, bool favourable)
    {
        if (!c.CanFail)
        {
            return false;
        }

        if (c.Kind == ComponentKind.ThirdParty)
        {
            return lost.Any(e => e.NodeId == c.Id);
        }

        var (n, k) = Numbers(c, favourable);
        var primaryAlone = primary && HasPrimary(c) && (c.Failover.Kind != FailoverKind.Unknown || !favourable);
        if (k <= 0 && !primaryAlone)
        {
            return false;
        }

        if (lost[0].Class == FailureClass.Instance || lost[0].Class == FailureClass.ThirdParty)
        {
            var mine = lost.Where(e => e.NodeId == c.Id).ToArray();
            return primaryAlone ? mine.Any(e => e.Role is not null) : n - mine.Sum(e => e.Count) < k;
        }

        if (IsUnnamed(lost[0]))
        {
            if (lost[0].NodeId != c.Id || primaryAlone || n - 1 < k)
            {
                return false;
            }

            return c.Placements
                .Where(p => p.Kind.ToString() == lost[0].Class.ToString() && p.Shares.IsEmpty)
                .Any(p => n - Mortal(c, n, favourable ? p.Together.Min ?? 1 : p.Together.Max ?? n) < k);
        }

        return primaryAlone
            ? !_immune.Contains((c.Id, true)) && PrimaryIsLost(c, lost, favourable)
            : n - Mortal(c, n, LostInDomains(c, lost, favourable)) < k;
    }

    /// <summary>How many of the instances that a domain holds can be lost, given what is immune.</summary>
    private long Mortal(Component c, long n, long held)
    {
        if (!HasPrimary(c))
        {
            return _immune.Contains((c.Id, false)) ? 0 : held;
        }

        var primary = _immune.Contains((c.Id, true)) ? 0 : 1;
        var others = _immune.Contains((c.Id, false)) ? 0 : n - 1;
        return Math.Min(held, primary + others);
    }

    private bool PrimaryIsLost(Component c, FailureEvent[] domains, bool favourable)
    {
        var lost = LostInDomains(c, domains, favourable);
        return favourable ? lost >= Numbers(c, favourable).N : lost >= 1;
    }

    private long LostInDomains(Component c, FailureEvent[] domains, bool favourable)
    {
        long most = 0;
        foreach (var placement in c.Placements.Where(_ => c.CanFail && c.Kind != ComponentKind.ThirdParty))
        {
            var shares = placement.Shares.Where(s => s.Instances > 0).ToArray();
            var gone = shares.Where(s => domains.Any(d => LiesIn(s.DomainId, d.NodeId))).ToArray();
            var everything = gone.Length > 0 && gone.Length == placement.Shares.Length;
            most = Math.Max(most, everything ? Numbers(c, favourable).N : gone.Sum(s => s.Instances));
        }

        return most;
    }

    private bool LiesIn(string? domain, string outer)
    {
        while (domain is not null)
        {
            if (domain == outer)
            {
                return true;
            }

            domain = _domains.TryGetValue(domain, out var d) ? d.ParentId : null;
        }

        return false;
    }
}
