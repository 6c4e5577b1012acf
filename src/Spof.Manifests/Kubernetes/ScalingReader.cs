using Spof.Manifests.Kubernetes.Kustomize;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>The number of instances that a workload runs: its replicas, over all its definitions, or what an autoscaler allows.</summary>
internal sealed class ScalingReader
{
    private readonly Dictionary<(string Kind, string Namespace, string Name), KubernetesObject> _scalers = [];

    private readonly Overlays _overlays;

    public ScalingReader(ObjectSet objects, Overlays overlays)
    {
        _overlays = overlays;
        foreach (var scaler in objects.OfKind("HorizontalPodAutoscaler").Concat(objects.OfKind("ScaledObject")))
        {
            var target = scaler.Spec?["scaleTargetRef"];
            if (target?["name"]?.Text is { } name)
            {
                _scalers.TryAdd((target["kind"]?.Text ?? "Deployment", scaler.Namespace, name), scaler);
            }
        }
    }

    /// <summary>A gap for each autoscaler whose target is not declared.</summary>
    public IEnumerable<Gap> WithoutTarget(ObjectSet objects) =>
        from pair in _scalers
        where objects.Find(pair.Key.Kind, pair.Key.Namespace, pair.Key.Name) is null
        let scaler = pair.Value
        select new Gap(scaler.At, $"{scaler.Kind} '{scaler.Name}' scales {pair.Key.Kind} '{pair.Key.Name}', which no manifest declares.", GapKind.Note);

    /// <returns>The count and where it stands.</returns>
    public (Count Instances, Evidence At) Of(KubernetesObject workload)
    {
        var declared = Declared(workload);
        if (declared.Instances.Max != 0 && _scalers.TryGetValue((workload.Kind, workload.Namespace, workload.Name), out var scaler))
        {
            var scaled = Scaled(scaler);
            return _overlays.InstancesOf(scaler, scaled.Instances, scaled.At) ?? scaled;
        }

        return _overlays.InstancesOf(workload, declared.Instances, declared.At) ?? declared;
    }

    private static (Count Instances, Evidence At) Declared(KubernetesObject workload)
    {
        var first = ReplicasOf(workload);
        var all = workload.Variants.Select(ReplicasOf).Prepend(first).ToList();
        var counts = all.ConvertAll(c => c.Count);
        if (counts.Find(c => c.IsUnknown) is { } unknown)
        {
            return (unknown, first.At);
        }

        // A definition with 0 switches the workload off in that variant; where it runs, the other numbers hold.
        var running = counts.Select(c => c.Min!.Value).Where(n => n > 0).ToList();
        var (min, max) = running.Count == 0 ? (0, 0) : (running.Min(), running.Max());
        if (min == max)
        {
            return (Count.Exactly(min), first.At);
        }

        // Which definition is deployed is not known: that there is one instance only must not be taken for certain.
        return (new Count(min > 1 ? min : null, max, Differing(all)), first.At);
    }

    private static string Differing(List<(Count Count, Evidence At)> definitions)
    {
        const int Shown = 4;
        var times = definitions.Count == 2 ? "twice" : $"{definitions.Count} times";
        var said = definitions.Take(Shown).Select(d => $"{d.At.At.Path}:{d.At.At.Line} says {d.Count.Min}");
        return $"defined {times}: {string.Join(", ", said)}{(definitions.Count > Shown ? ", …" : "")}";
    }

    private static (Count Count, Evidence At) ReplicasOf(KubernetesObject workload)
    {
        var node = workload.Kind == "Job" ? workload.Spec?["parallelism"]
            : workload.Kind == "CronJob" ? workload.Spec?.Find("jobTemplate", "spec", "parallelism")
            : workload.Spec?["replicas"];
        if (workload.Kind is "Pod" || node is null or { IsNull: true })
        {
            return (Count.Exactly(1), workload.ToEvidence());
        }

        var field = workload.Kind is "Job" or "CronJob" ? "parallelism" : "replicas";
        var isNumber = node.Integer is >= 0;
        return (
            isNumber ? Count.Exactly(node.Integer!.Value) : Count.Unknown($"'{field}' is not a number"),
            new Evidence(EvidenceLayer.Manifest, node.At, isNumber ? $"{field}: {node.Integer}" : field));
    }

    private static (Count Instances, Evidence At) Scaled(KubernetesObject scaler)
    {
        var isKeda = scaler.Kind == "ScaledObject";
        var minNode = scaler.Spec?[isKeda ? "minReplicaCount" : "minReplicas"];
        var maxNode = scaler.Spec?[isKeda ? "maxReplicaCount" : "maxReplicas"];

        // Scaled to nothing it starts again on the first request: one instance is what can be lost.
        var min = Math.Max(1, minNode?.Integer ?? 1);
        var max = Math.Max(min, maxNode?.Integer ?? (isKeda ? 100 : min));
        var at = minNode is { Integer: not null }
            ? new Evidence(EvidenceLayer.Manifest, minNode.At, $"{scaler.Kind} {scaler.Name}, minimum {min}")
            : scaler.ToEvidence();
        return (min == max ? Count.Exactly(min) : Count.Between(min, max, $"{scaler.Kind} '{scaler.Name}' scales from {min} to {max}"), at);
    }
}
