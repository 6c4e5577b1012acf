using System.Collections.Immutable;

namespace Spof.Model;

/// <summary>What reading the manifests of a repository gave: one declaration set per deployment target.</summary>
public sealed record ManifestModel
{
    public ImmutableArray<TargetDeclaration> Targets { get; init; } = [];

    /// <summary>Files that were read, relative to the scanned root, with the format they were read as.</summary>
    public ImmutableArray<InputFile> Inputs { get; init; } = [];

    public ImmutableArray<Gap> Gaps { get; init; } = [];

    public static ManifestModel Empty { get; } = new();
}

public sealed record InputFile(string Path, string Format);

public enum TargetKind
{
    /// <summary>No manifest: the deployable projects themselves.</summary>
    Code,
    Kubernetes,
    Compose,
    Aspire,
    Terraform,
    CloudFormation,
    Arm,
}

/// <summary>The manifests that are deployed together.</summary>
public sealed record TargetDeclaration
{
    /// <summary><c>k8s</c>, <c>compose:&lt;project&gt;</c>, …</summary>
    public required string Id { get; init; }

    public required TargetKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>Environment that the target is for when it is another one than the scan asks about; null otherwise.</summary>
    public string? OtherEnvironment { get; init; }

    public ImmutableArray<WorkloadDeclaration> Workloads { get; init; } = [];

    public ImmutableArray<NameDeclaration> Names { get; init; } = [];

    public ImmutableArray<RouteDeclaration> Routes { get; init; } = [];

    public ImmutableArray<ExposureDeclaration> Exposures { get; init; } = [];

    public ImmutableArray<DomainDeclaration> Domains { get; init; } = [];

    /// <summary>Traffic that a network policy allows: a hint that one needs the other, never proof.</summary>
    public ImmutableArray<TrafficDeclaration> Traffic { get; init; } = [];

    public ImmutableArray<Unknown> Unknowns { get; init; } = [];
}

public enum WorkloadRole
{
    Service,
    Job,
    ScheduledJob,
}

/// <summary>Something that runs: a Deployment, StatefulSet, Pod, Compose service, operator resource, managed service.</summary>
public sealed record WorkloadDeclaration
{
    /// <summary>Logical id: <c>k8s:&lt;ns&gt;/&lt;Kind&gt;/&lt;name&gt;</c>, <c>compose:&lt;project&gt;/&lt;service&gt;</c>.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Kubernetes namespace or Compose project: the scope in which short host names are looked up.</summary>
    public required string Scope { get; init; }

    /// <summary>The manifest's own word: Deployment, StatefulSet, DaemonSet, Pod, Cluster, service, …</summary>
    public required string SourceKind { get; init; }

    public WorkloadRole Role { get; init; }

    /// <summary>Instances; an absent number is resolved by the reader to the format's default.</summary>
    public required Count Instances { get; init; }

    /// <summary>Where the number of instances stands (the <c>replicas:</c> line, or the object when the default applies).</summary>
    public required Evidence InstancesAt { get; init; }

    public ImmutableArray<ContainerDeclaration> Containers { get; init; } = [];

    public PlacementDeclaration Placement { get; init; } = new();

    public UpdateStyle Update { get; init; }

    public SelfRepair Repair { get; init; }

    public ImmutableArray<VolumeDeclaration> Volumes { get; init; } = [];

    public ImmutableArray<DependsOnDeclaration> DependsOn { get; init; } = [];

    /// <summary>What a resource type or clustering variables say about replication; null when the manifest says nothing.</summary>
    public ReplicationDeclaration? Replication { get; init; }

    /// <summary>Kind of the component when the resource type decides it (an operator's or a cloud's database); else null.</summary>
    public ComponentKind? Kind { get; init; }

    /// <summary>Technology in words when the resource type decides it, such as "PostgreSQL".</summary>
    public string? Technology { get; init; }

    /// <summary>Lower bound of pods kept up during voluntary disruption, as the PodDisruptionBudget states it; null without one.</summary>
    public string? DisruptionBudget { get; init; }

    public required Evidence At { get; init; }

    /// <summary>Other definitions of the same object (variants in other files).</summary>
    public ImmutableArray<Evidence> Variants { get; init; } = [];

    public ImmutableArray<Unknown> Unknowns { get; init; } = [];
}

public enum UpdateStyle
{
    Unknown,

    /// <summary>Instances are replaced a few at a time.</summary>
    Rolling,

    /// <summary>All instances are stopped before new ones start.</summary>
    AllAtOnce,

    /// <summary>Replaced only when a person deletes an instance.</summary>
    Manual,
}

/// <summary>What the platform does by itself when an instance stops or answers badly.</summary>
public enum SelfRepair
{
    Unknown,

    /// <summary>Nothing: a person starts it again.</summary>
    None,

    /// <summary>An instance whose process ended is started again; one that hangs stays as it is.</summary>
    OnExit,

    /// <summary>An instance that ended or fails its health check is replaced.</summary>
    OnExitOrUnhealthy,
}

public sealed record ContainerDeclaration
{
    public required string Name { get; init; }

    /// <summary>Image reference as written, without digest secrets; null when only a build is given.</summary>
    public string? Image { get; init; }

    public Evidence? ImageAt { get; init; }

    public BuildDeclaration? Build { get; init; }

    public bool IsInit { get; init; }

    public ImmutableArray<int> Ports { get; init; } = [];

    public ImmutableArray<Setting> Environment { get; init; } = [];

    /// <summary>Command and arguments, for controllers and clustering flags; redacted.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    public bool HasReadinessProbe { get; init; }

    public bool HasLivenessProbe { get; init; }
}

/// <summary>How an image is built in this repository.</summary>
/// <param name="Context">Folder relative to the scanned root.</param>
/// <param name="Dockerfile">File relative to the scanned root.</param>
/// <param name="EntryAssembly">Assembly name of <c>ENTRYPOINT dotnet X.dll</c> when the file shows it.</param>
/// <param name="ProjectFiles">Project files that the Dockerfile builds or publishes, relative to the root, when it shows them.</param>
/// <param name="At">Where the build is declared.</param>
/// <param name="EntryAt">Where the entry point stands in the Dockerfile.</param>
public sealed record BuildDeclaration(
    string Context, string Dockerfile, string? EntryAssembly, ImmutableArray<string> ProjectFiles, Evidence At, Evidence? EntryAt);

public enum VolumeKind
{
    /// <summary>Lives with the instance (emptyDir, anonymous, tmpfs).</summary>
    Ephemeral,

    /// <summary>On one host (hostPath, local, bind mount, named volume of a plain engine).</summary>
    Host,

    /// <summary>Claimed from the platform; its failure domain is the storage class's.</summary>
    Claim,

    /// <summary>ConfigMap, Secret or file mounted read-only.</summary>
    Configuration,
}

public sealed record VolumeDeclaration(string Name, VolumeKind Kind, Evidence At);

public enum StartCondition
{
    /// <summary>The other one was started.</summary>
    Started,

    /// <summary>The other one reports healthy.</summary>
    Healthy,

    /// <summary>The other one has ended well.</summary>
    Completed,
}

/// <param name="TargetId">Workload id.</param>
/// <param name="Condition">What must be true of it before this one starts.</param>
/// <param name="At">Where it stands.</param>
public sealed record DependsOnDeclaration(string TargetId, StartCondition Condition, Evidence At);

/// <summary>What is declared about copies of a store and how one takes over from another.</summary>
public sealed record ReplicationDeclaration
{
    public required ReplicationStyle Style { get; init; }

    public Failover Failover { get; init; } = Failover.Unknown;

    /// <summary>Workloads that are members of the same cluster (three services that are one etcd); includes this one.</summary>
    public ImmutableArray<string> Members { get; init; } = [];

    /// <summary>Name of the cluster, such as the PATRONI_SCOPE.</summary>
    public string? ClusterName { get; init; }

    /// <summary>Workloads that must be up for a failover to happen or to be known (the DCS of Patroni, sentinels).</summary>
    public ImmutableArray<string> CoordinatorHosts { get; init; } = [];

    /// <summary>Standbys that each write waits for and without which it does not return; 0 when writes go on without them.</summary>
    public int SynchronousStandbys { get; init; }

    public ImmutableArray<Evidence> Evidence { get; init; } = [];
}

/// <summary>Where instances may or must run, as declared.</summary>
public sealed record PlacementDeclaration
{
    /// <summary>Host that every instance runs on: a node name, or the one machine of a Compose project.</summary>
    public string? Host { get; init; }

    /// <summary>What holds all instances on one host whose name is not known (a volume that one host alone can attach); else null.</summary>
    public Evidence? OneHost { get; init; }

    /// <summary>Zones that instances are limited to; empty when the manifest does not say.</summary>
    public ImmutableArray<string> Zones { get; init; } = [];

    /// <summary>Regions that instances are limited to; empty when the manifest does not say.</summary>
    public ImmutableArray<string> Regions { get; init; } = [];

    public ImmutableArray<SpreadDeclaration> Spread { get; init; } = [];

    /// <summary>What limits the instances to the host, zones or regions above.</summary>
    public ImmutableArray<LimitDeclaration> LimitedBy { get; init; } = [];
}

/// <param name="Kind">Kind of the domains that the instances are limited to.</param>
/// <param name="At">Where it stands.</param>
public sealed record LimitDeclaration(DomainKind Kind, Evidence At);

/// <summary>A rule that spreads instances over domains of one kind.</summary>
/// <param name="Kind">Host or zone.</param>
/// <param name="MaxSkew">Largest allowed difference between two domains; null for anti-affinity, which allows one instance a domain.</param>
/// <param name="MinDomains">Number of domains the rule counts on at least, when declared.</param>
/// <param name="IsHard">True when the scheduler must obey (DoNotSchedule, required); preferred forms guarantee nothing.</param>
/// <param name="At">Where it stands.</param>
public sealed record SpreadDeclaration(DomainKind Kind, int? MaxSkew, int? MinDomains, bool IsHard, Evidence At);
