using Spof.Model;

namespace Spof.Analysis.Tests.Oracle;

/// <summary>
/// The definition of "down", evaluated as it is written: it is iterated on the model's own records until nothing changes. Shares no code
/// with the analysis.
/// </summary>
internal sealed class DownByDefinition
{
    private readonly Dictionary<string, Domain> _domains = [];
    private readonly Dictionary<(string, Mode, bool), Dependency[]> _needs = [];
    private HashSet<(string Component, bool IsPrimary)> _immune = [];

    public DownByDefinition(DeploymentTarget target)
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
        Target = target;
        foreach (var component in target.Components)
        {
            Components.Add(component.Id, component);
        }

        foreach (var domain in target.Domains)
        {
            _domains.Add(domain.Id, domain);
        }
    }

    public DeploymentTarget Target { get; }

    public Dictionary<string, Component> Components { get; } = [];

    /// <summary>The same where these instances, or these primaries, cannot be lost.</summary>
    public DownByDefinition Without(IEnumerable<(string Component, bool IsPrimary)> immune) => new(Target) { _immune = [.. immune] };

    /// <summary>True when these losses bring the entry point down.</summary>
    public bool IsDown(EntryPoint entryPoint, Mode mode, FailureEvent[] lost, bool favourable)
    {
        var down = new HashSet<(string, bool)>();
        foreach (var component in Target.Components)
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
            foreach (var component in Target.Components)
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

    public bool IsUnnamed(FailureEvent e) => e.Class > FailureClass.ThirdParty && Components.ContainsKey(e.NodeId);

    private bool LacksSomething(Component component, Mode mode, HashSet<(string, bool)> down, bool favourable)
    {
        if (!_needs.TryGetValue((component.Id, mode, favourable), out var needs))
        {
            needs = [.. Target.Dependencies.Where(d => d.From == component.Id && Matters(d, component, mode, favourable))];
            _needs.Add((component.Id, mode, favourable), needs);
        }

        foreach (var dependency in needs)
        {
            var needed = Math.Min(dependency.Needed, dependency.Targets.Length);
            var up = dependency.Targets.Count(t => !Components.ContainsKey(t) || !down.Contains((t, NeedsPrimary(dependency, mode))));
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

        var kinds = Target.EntryPoints.Where(e => e.ComponentId == from.Id).Select(e => e.Kind).ToArray();
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

    public static bool HasPrimary(Component c) =>
        c.Replication == ReplicationStyle.PrimaryReplica
        && c.Failover.Kind is not (FailoverKind.Automatic or FailoverKind.ActiveActive)
        && (c.Instances.Min ?? c.Instances.Max ?? int.MaxValue) > 1;

    /// <summary>n instances of which k are needed, as the reading takes them.</summary>
    public static (long N, long K) Numbers(Component c, bool favourable)
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

    public bool PrimaryIsLost(Component c, FailureEvent[] domains, bool favourable)
    {
        var lost = LostInDomains(c, domains, favourable);
        return favourable ? lost >= Numbers(c, favourable).N : lost >= 1;
    }

    public long LostInDomains(Component c, FailureEvent[] domains, bool favourable)
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
