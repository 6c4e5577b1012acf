using Spof.Model;

namespace Spof.Analysis.Graphs;

/// <summary>A deployment target with its components and domains numbered in the order of their ids.</summary>
internal sealed class TargetIndex
{
    private readonly Dictionary<string, int> _componentByName;
    private readonly List<int>?[] _inDomain;

    public TargetIndex(DeploymentTarget target)
    {
        Target = target;
        var jobs = Jobs(target);
        Components =
        [
            .. target.Components
                .OrderBy(c => c.Id, StringComparer.Ordinal)
                .Select(c => jobs.Contains(c.Id) ? c with { CanFail = false } : c),
        ];
        _componentByName = new Dictionary<string, int>(Components.Length, StringComparer.Ordinal);
        for (var i = 0; i < Components.Length; i++)
        {
            _componentByName.TryAdd(Components[i].Id, i);
        }

        for (var i = 0; i < Components.Length; i++)
        {
            foreach (var alias in Components[i].Aliases)
            {
                _componentByName.TryAdd(alias, i);
            }
        }

        Domains = new DomainIndex(target);
        Shares = [.. Components.Select(c => new PlacementShares(c, Domains))];
        Background = BackgroundWork.Of(target, this);
        _inDomain = new List<int>?[Domains.Count];
        for (var c = 0; c < Components.Length; c++)
        {
            for (var kind = DomainKind.Host; kind <= DomainKind.Region; kind++)
            {
                foreach (var layout in Shares[c].Layouts(kind))
                {
                    foreach (var domain in layout.Domains)
                    {
                        Place(c, domain);
                    }
                }
            }
        }
    }

    public DeploymentTarget Target { get; }

    public Component[] Components { get; }

    public DomainIndex Domains { get; }

    /// <summary>Where the instances of each component lie.</summary>
    public PlacementShares[] Shares { get; }

    /// <summary>For each component, whether its background work is what an entry point is there for.</summary>
    public BackgroundWork.Role[] Background { get; }

    /// <summary>Components with instances in this domain, ascending.</summary>
    public IReadOnlyList<int> ComponentsIn(int domain) => _inDomain[domain] ?? (IReadOnlyList<int>)[];

    /// <summary>Number of the component with this id or alias, or -1.</summary>
    public int IndexOf(string id) => _componentByName.GetValueOrDefault(id, -1);

    /// <summary>
    /// Ids of components that are scheduled jobs and nothing else. The next run of a job is a new instance wherever there is room, so
    /// losing one is no loss of the job.
    /// </summary>
    private static HashSet<string> Jobs(DeploymentTarget target)
    {
        var entryPoints = target.EntryPoints;
        var jobs = entryPoints.Where(e => e.Kind == EntryPointKind.ScheduledJob).Select(e => e.ComponentId).ToHashSet(StringComparer.Ordinal);
        jobs.ExceptWith(entryPoints.Where(e => e.Kind != EntryPointKind.ScheduledJob).Select(e => e.ComponentId));
        return jobs;
    }

    private void Place(int component, int domain)
    {
        var components = _inDomain[domain] ??= [];
        if (components.Count == 0 || components[^1] != component)
        {
            components.Add(component);
        }
    }
}
