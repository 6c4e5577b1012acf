using Spof.Manifests.Kubernetes.Kustomize;
using Spof.Manifests.Proxies;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>A workload with what routing and proxies need to know of it.</summary>
/// <param name="Declaration">What goes into the model; replication is settled when all workloads are known.</param>
/// <param name="Labels">Labels of its pods.</param>
/// <param name="Containers">Its containers.</param>
internal sealed record WorkloadReading(WorkloadDeclaration Declaration, YamlNode? Labels, IReadOnlyList<ContainerReading> Containers);

/// <summary>Reads everything that has a pod template.</summary>
internal sealed class WorkloadReader(ObjectSet objects, ConfigurationValues configuration, Overlays overlays, string environment)
{
    private static readonly string[] Kinds =
    [
        "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Pod", "Job", "CronJob", "Rollout",
        "DeploymentConfig",
    ];

    private readonly ContainerReader _containers = new(objects, configuration, environment);
    private readonly VolumeReader _volumes = new(objects);
    private readonly DisruptionBudgets _budgets = new(objects);
    private readonly ScalingReader _scaling = new(objects, overlays);

    /// <returns>Workloads that run, and a gap for each that does not or cannot be read.</returns>
    public (IReadOnlyList<WorkloadReading> Workloads, IReadOnlyList<Gap> Gaps) Read()
    {
        var workloads = new List<WorkloadReading>();
        var gaps = new List<Gap>(_scaling.WithoutTarget(objects));
        var replaced = objects.OfKind("Rollout").Select(ReferenceOf).OfType<KubernetesObject>().ToHashSet();
        foreach (var source in Kinds.SelectMany(objects.OfKind).Where(s => !replaced.Contains(s)))
        {
            if (WhyNotRunning(source) is { } reason)
            {
                gaps.Add(new Gap(source.At, $"{source.Kind} '{source.Name}' {reason}.", GapKind.Note));
            }
            else
            {
                workloads.Add(Workload(source));
            }
        }

        gaps.AddRange(workloads.SelectMany(MissingConfiguration));
        return (workloads, gaps);
    }

    // Secrets are kept elsewhere for good reason; what a proxy lacks is told with its routes.
    private static IEnumerable<Gap> MissingConfiguration(WorkloadReading workload) =>
        from container in workload.Containers
        from mount in container.Missing
        where !mount.IsSecret && (container.Declaration.IsInit || !ProxyConfigurationPath.IsAt(mount.Path))
        select new Gap(
            mount.At,
            $"{workload.Declaration.SourceKind} '{workload.Declaration.Name}' mounts '{mount.Path}', which is not in the scanned files: {mount.Missing}.",
            GapKind.Note);

    private string? WhyNotRunning(KubernetesObject source)
    {
        if (PodOf(source).Spec?["containers"]?.Items is not { Count: > 0 })
        {
            return "has no pod template with containers and is not read";
        }

        if (source.Kind != "DaemonSet" && _scaling.Of(source).Instances.Max == 0)
        {
            return "has 0 replicas, does not run, and is left out";
        }

        var isSuspended = source.Kind is "CronJob" or "Job" && source.Spec?["suspend"]?.Boolean == true;
        return isSuspended ? "is suspended, does not run, and is left out" : null;
    }

    private WorkloadReading Workload(KubernetesObject source)
    {
        var (labels, podSpec) = PodOf(source);
        var (instances, instancesAt) = source.Kind == "DaemonSet"
            ? (Count.Unknown("a DaemonSet runs one instance on each node, and the number of nodes is not known"), source.ToEvidence())
            : _scaling.Of(source);
        var containers = _containers.Read(source.Namespace, podSpec!);
        var (placement, placementUnknowns) = PlacementReader.Read(source.Namespace, labels, podSpec!);
        if (source.Kind == "DaemonSet")
        {
            var oneOnEach = new SpreadDeclaration(DomainKind.Host, null, null, IsHard: true, source.ToEvidence());
            placement = placement with { Spread = placement.Spread.Add(oneOnEach) };
        }

        // Instances that must also keep apart do not all start; how many run then is another matter.
        if (instances.Max is null or > 1 && !placement.Spread.Any(s => s is { Kind: DomainKind.Host, IsHard: true }))
        {
            placement = placement with { OneHost = _volumes.OneHost(source.Namespace, podSpec!) };
        }

        var unknowns = containers.SelectMany(c => c.Unknowns).Concat(placementUnknowns).ToList();
        var changes = overlays.Of(source).Where(c => !c.SetsReplicas).DistinctBy(c => c.At.At);
        unknowns.AddRange(changes.Select(c => new Unknown("definition", $"changed by {c.Kustomization}, which is not rendered", c.At.At)));
        if (source.Spec?["paused"]?.Boolean == true)
        {
            unknowns.Add(new Unknown("update", "the workload is paused: a new version is not rolled out", source.Spec["paused"]!.At));
        }

        var declaration = new WorkloadDeclaration
        {
            Id = source.Id,
            Name = source.Name,
            Scope = source.Namespace,
            SourceKind = source.Kind,
            Role = source.Kind switch { "Job" => WorkloadRole.Job, "CronJob" => WorkloadRole.ScheduledJob, _ => WorkloadRole.Service },
            Instances = instances,
            InstancesAt = instancesAt,
            Containers = [.. containers.Select(c => c.Declaration)],
            Placement = placement,
            Update = UpdateStyleReader.Of(source, instances),
            Volumes = [.. _volumes.Read(source.Namespace, podSpec!, source.Spec?["volumeClaimTemplates"])],
            DisruptionBudget = _budgets.Of(source.Namespace, labels),
            At = source.ToEvidence(),
            Variants = [.. source.Variants.Select(v => v.ToEvidence())],
            Unknowns = [.. unknowns],
        };
        return new WorkloadReading(declaration, labels, containers);
    }

    /// <summary>The Deployment whose pods a Rollout runs in its place.</summary>
    private KubernetesObject? ReferenceOf(KubernetesObject rollout) =>
        rollout.Spec?["workloadRef"] is { } reference && reference["name"]?.Text is { } name
            ? objects.Find(reference["kind"]?.Text ?? "Deployment", rollout.Namespace, name)
            : null;

    private (YamlNode? Labels, YamlNode? Spec) PodOf(KubernetesObject source)
    {
        var pod = source.Kind switch
        {
            "Pod" => source.Node,
            "CronJob" => source.Spec?.Find("jobTemplate", "spec", "template"),
            "Rollout" when ReferenceOf(source) is { } reference => reference.Spec?["template"],
            _ => source.Spec?["template"],
        };
        return (pod?.Find("metadata", "labels"), pod?["spec"]);
    }
}
