using Spof.Model;

namespace Spof.Analysis.Tests;

/// <summary>Says in few words what system a test is about. Every dependency and component carries declared evidence.</summary>
internal sealed class SystemBuilder
{
    private readonly List<Component> _components = [];
    private readonly List<Dependency> _dependencies = [];
    private readonly List<Domain> _domains = [];
    private readonly List<EntryPoint> _entryPoints = [];

    public List<CodeProject> Projects { get; } = [];

    public List<CodeFinding> CodeFindings { get; } = [];

    public TargetRole Role { get; set; }

    public TargetKind Kind { get; set; } = TargetKind.Kubernetes;

    public SystemBuilder Component(
        string id,
        int instances = 1,
        int required = 1,
        ComponentKind kind = ComponentKind.Workload,
        ReplicationStyle style = ReplicationStyle.None,
        FailoverKind failover = FailoverKind.Unknown,
        params Placement[] placements) =>
        Component(Made(id) with
        {
            Instances = Count.Exactly(instances),
            Required = Count.Exactly(required),
            Kind = kind,
            Replication = style,
            Failover = new Failover(failover),
            Placements = [.. placements],
        });

    public SystemBuilder Component(Component component)
    {
        _components.Add(component);
        return this;
    }

    public SystemBuilder ThirdParty(string host) => Component(Made("host:" + host) with { Name = host, Kind = ComponentKind.ThirdParty });

    public SystemBuilder Needs(
        string from,
        string to,
        Strength strength = Strength.Hard,
        Access access = Access.Both,
        Phase phase = Phase.Request,
        Access reaches = Access.Both,
        Certainty how = Certainty.Declared) =>
        Depends(new Dependency
        {
            From = from,
            Targets = [to],
            Strength = strength,
            Access = access,
            Phase = phase,
            Reaches = reaches,
            Evidence =
            [
                new Evidence(EvidenceLayer.Code, new SourcePosition($"src/{from}.cs", 21), $"client of {to}", how),
                new Evidence(EvidenceLayer.Config, new SourcePosition($"src/{from}.json", 7), $"Host={to}"),
            ],
        });

    public SystemBuilder NeedsOf(int needed, string from, params string[] targets) =>
        Depends(new Dependency { From = from, Targets = [.. targets], Needed = needed, Strength = Strength.Hard });

    public SystemBuilder Depends(Dependency dependency)
    {
        _dependencies.Add(dependency);
        return this;
    }

    public SystemBuilder Domain(DomainKind kind, string name, string? parent = null)
    {
        _domains.Add(new Domain($"domain:{kind.ToString().ToLowerInvariant()}/{name}", kind, name, parent, []));
        return this;
    }

    public SystemBuilder Entry(string component, int tier = 1, EntryPointKind kind = EntryPointKind.Ingress, string? name = null)
    {
        _entryPoints.Add(new EntryPoint
        {
            Id = "entry:" + (name ?? component),
            Name = name ?? component,
            Kind = kind,
            ComponentId = component,
            Tier = tier,
            Evidence = [new Evidence(EvidenceLayer.Manifest, new SourcePosition("deploy/ingress.yaml", 3), "path: /")],
        });
        return this;
    }

    public SystemModel Build() => new()
    {
        Name = "shop",
        Environment = "Production",
        Projects = [.. Projects],
        CodeFindings = [.. CodeFindings],
        Targets =
        [
            new DeploymentTarget
            {
                Id = "k8s",
                Name = "k8s",
                Kind = Kind,
                Role = Role,
                Components = [.. _components],
                Dependencies = [.. _dependencies],
                Domains = [.. _domains],
                EntryPoints = [.. _entryPoints],
            },
        ],
    };

    public Assessment Analyse(int maxOrder = 2) =>
        SystemAnalyzer.Analyse(Build(), new AnalysisOptions { MaxOrder = maxOrder }, CancellationToken.None);

    /// <summary>Cut sets of the only entry point, or the named one, as "a", "a x2", "a(primary)", "a + b", "a?" when only possible.</summary>
    public string[] Cuts(Mode mode = Mode.Read, string? entry = null)
    {
        var answers = Analyse().Targets[0].EntryPoints.Where(e => e.Mode == mode && (entry is null || e.EntryPointId == "entry:" + entry));
        return [.. answers.Single().CutSets.Select(Write)];
    }

    public static Component Made(string id) => new()
    {
        Id = id,
        Name = id,
        Kind = ComponentKind.Workload,
        Instances = Count.Exactly(1),
        Required = Count.Exactly(1),
        Evidence = [new Evidence(EvidenceLayer.Manifest, new SourcePosition($"deploy/{id}.yaml", 12), "replicas")],
    };

    public static Placement In(DomainKind kind, params (string Name, int Instances)[] shares) => new()
    {
        Kind = kind,
        Shares = [.. shares.Select(s => new DomainShare($"domain:{kind.ToString().ToLowerInvariant()}/{s.Name}", s.Instances))],
    };

    public static Placement Together(DomainKind kind, int? min, int? max) => new()
    {
        Kind = kind,
        Together = new Count(min, max, "no spread is declared"),
    };

    private static string Write(CutSet cut)
    {
        var events = cut.Events.Select(e =>
            (e.Class is FailureClass.Instance or FailureClass.ThirdParty || e.NodeId.StartsWith("domain:", StringComparison.Ordinal)
                ? e.NodeId
                : $"{e.Class.ToString().ToLowerInvariant()} of {e.NodeId}")
            + (e.Role is null ? "" : $"({e.Role})")
            + (e.Count == 1 ? "" : $" x{e.Count}"));
        return string.Join(" + ", events) + (cut.Verdict == Verdict.Possible ? "?" : "");
    }
}
