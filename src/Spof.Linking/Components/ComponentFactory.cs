using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking;

/// <summary>Turns a declared workload into a component.</summary>
internal static class ComponentFactory
{
    /// <param name="id">Id of the component; the workload's own id becomes an alias when it differs.</param>
    /// <param name="workload">The declaration.</param>
    /// <param name="projects">Projects whose code runs in it.</param>
    public static Component Create(string id, WorkloadDeclaration workload, ImmutableArray<CodeProject> projects)
    {
        var (kind, technology) = KindOf(workload, projects.Length > 0);
        var replication = ReplicationOf(workload, kind);
        var unknowns = workload.Unknowns;
        if (workload.Instances.Reason is { } reason && !workload.Instances.IsExact)
        {
            unknowns = unknowns.Add(new Unknown("instances", reason, workload.InstancesAt.At));
        }

        if (replication.Style == ReplicationStyle.Unknown)
        {
            unknowns = unknowns.Add(NoReplication(workload.Instances, workload.InstancesAt.At));
        }

        return new Component
        {
            Id = id,
            Aliases = id == workload.Id ? [] : [workload.Id],
            Name = workload.Name,
            Kind = kind,
            Technology = technology,
            Instances = workload.Instances,
            Required = RequiredOf(workload.Instances, replication.Style),
            RequiredToWrite = RequiredToWrite(workload.Instances, replication.SynchronousStandbys),
            Replication = replication.Style,
            Failover = replication.Failover,
            // A job that runs once and ends is not missed when its instance goes.
            CanFail = workload.Role != WorkloadRole.Job,
            Placements = Placements.Of(workload),
            Update = workload.Update,
            Projects = [.. projects.Select(p => p.Id)],
            Evidence = [workload.InstancesAt, .. workload.InstancesAt == workload.At ? ImmutableArray<Evidence>.Empty : [workload.At], .. replication.Evidence],
            Unknowns = unknowns,
        };
    }

    /// <summary>The component once a client library has told what it is.</summary>
    public static Component As(Component component, ComponentKind kind, string technology)
    {
        var known = component with { Kind = kind, Technology = technology };
        return !kind.IsStore() || component.Replication != ReplicationStyle.None ? known
            : component.Instances.Max == 1 ? known with { Failover = Failover.None }
            : known with
            {
                Replication = ReplicationStyle.Unknown,
                Failover = Failover.Unknown,
                Unknowns = known.Unknowns.Add(NoReplication(component.Instances, component.Evidence[0].At)),
            };
    }

    /// <summary>An outside host: a third party, a managed service of a cloud, a machine that no manifest describes.</summary>
    /// <param name="address">The host.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="technology">Technology or category in words.</param>
    /// <param name="unknownBecause">Why its redundancy is not known; null for a third party, which counts as one.</param>
    /// <param name="at">Where it is named.</param>
    public static Component External(EndpointAddress address, ComponentKind kind, string? technology, string? unknownBecause, Evidence at) => new()
    {
        Id = "host:" + address.Host,
        Name = address.Host,
        Kind = kind,
        Technology = technology,
        Instances = unknownBecause is null ? Count.Exactly(1) : Count.Unknown(unknownBecause),
        Required = Count.Exactly(1),
        Replication = kind.IsStore() ? ReplicationStyle.Unknown : ReplicationStyle.None,
        Evidence = [at],
        Unknowns = unknownBecause is null ? [] : [new Unknown("redundancy", unknownBecause, at.At)],
    };

    /// <summary>A deployable project where no manifest deploys it.</summary>
    public static Component OfProject(CodeProject project) => new()
    {
        Id = project.Id,
        Name = project.AssemblyName,
        Kind = ComponentKind.Workload,
        Technology = ".NET",
        Instances = Count.Unknown("no manifest deploys the project"),
        Required = Count.Exactly(1),
        Projects = [project.Id],
        Evidence = [new Evidence(EvidenceLayer.Code, new SourcePosition(project.Path, 1), project.AssemblyName)],
        Unknowns = [new Unknown("instances", "no manifest deploys the project", new SourcePosition(project.Path, 1))],
    };

    /// <summary>Joins what must hold together, and cannot be lost by itself: a route, a cluster of separate members, a shared name.</summary>
    public static Component Virtual(string id, string name, ComponentKind kind, string? technology, ImmutableArray<Evidence> evidence) => new()
    {
        Id = id,
        Name = name,
        Kind = kind,
        Technology = technology,
        Instances = Count.Exactly(1),
        Required = Count.Exactly(1),
        CanFail = false,
        Evidence = evidence,
    };

    private static Unknown NoReplication(Count instances, SourcePosition at) =>
        new("replication", $"instances: {instances}, and nothing in the manifest says that they replicate", at);

    private static (ComponentKind Kind, string? Technology) KindOf(WorkloadDeclaration workload, bool hasProject)
    {
        if (workload.Kind is { } declared)
        {
            return (declared, workload.Technology);
        }

        if (hasProject)
        {
            return (workload.Role == WorkloadRole.Service ? ComponentKind.Workload : ComponentKind.Scheduler, ".NET");
        }

        // A sidecar does not make the workload: the first container whose image says something decides.
        foreach (var container in workload.Containers.Where(c => !c.IsInit))
        {
            if (container.Image is { } image && container.Build is null && OfContainer(image, container) is { } byImage)
            {
                if (byImage.Kind != ComponentKind.Workload || workload.Containers.Length == 1)
                {
                    return byImage;
                }
            }
            else if (container.Image is not null || container.Build is not null)
            {
                break;
            }
        }

        var built = workload.Containers.Any(c => c.Build is not null);
        foreach (var port in workload.Containers.Where(c => !c.IsInit).SelectMany(c => c.Ports))
        {
            if (!built && ComponentKinds.OfPort(port) is { } byPort)
            {
                return byPort;
            }
        }

        return OfBuilt(workload) ?? (ComponentKind.Workload, null);
    }

    /// <summary>The command decides between kinds; where both name the same kind, the image names the product more exactly.</summary>
    private static (ComponentKind Kind, string Technology)? OfContainer(string image, ContainerDeclaration container)
    {
        var byImage = ComponentKinds.OfImage(image);
        var byCommand = ComponentKinds.OfCommand(container.Arguments);
        return byCommand is null || byCommand?.Kind == byImage?.Kind ? byImage : byCommand;
    }

    /// <summary>An image built here is the owner's own program, unless it and the workload both carry a product's name.</summary>
    private static (ComponentKind Kind, string? Technology)? OfBuilt(WorkloadDeclaration workload) =>
        workload.Containers is [{ Build: { EntryAssembly: null, ProjectFiles.IsEmpty: true }, Image: { } image }]
        && ComponentKinds.OfName(workload.Name) is { } byName && ComponentKinds.OfImage(image) == byName
            ? byName
            : null;

    private static ReplicationDeclaration ReplicationOf(WorkloadDeclaration workload, ComponentKind kind) =>
        workload.Replication is { Members.Length: <= 1 } declared ? declared
        : workload.Replication is not null ? new ReplicationDeclaration { Style = ReplicationStyle.None, Failover = Failover.None }
        : kind.IsStore() && workload.Instances.Max is null or > 1 ? new ReplicationDeclaration { Style = ReplicationStyle.Unknown }
        : new ReplicationDeclaration { Style = ReplicationStyle.None, Failover = kind.IsStore() ? Failover.None : Failover.ActiveActive };

    /// <summary>The primary and the standbys that a write waits for.</summary>
    private static Count? RequiredToWrite(Count instances, int standbys) =>
        standbys > 0 && instances.Min is > 1 and { } n ? Count.Exactly(Math.Min(n, standbys + 1)) : null;

    /// <summary>Stateless and replicated: 1 (a listed assumption). Quorum: ⌊n/2⌋+1 of the members. Sharded: all of them.</summary>
    private static Count RequiredOf(Count instances, ReplicationStyle style) => style switch
    {
        ReplicationStyle.Quorum when instances.Min is { } n => Count.Exactly((n / 2) + 1),
        ReplicationStyle.Quorum => Count.Unknown("the number of members is not known"),
        ReplicationStyle.Sharded when instances.Min is { } n => Count.Exactly(n),
        ReplicationStyle.Sharded => Count.Unknown("the number of shards is not known"),
        _ => Count.Exactly(1),
    };
}
