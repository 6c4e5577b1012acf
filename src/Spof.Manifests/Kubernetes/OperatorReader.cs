using System.Collections.Immutable;
using System.Globalization;
using Spof.Manifests.Kubernetes.Kustomize;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>Turns operator resources into workloads with replication and the host names that the operator makes.</summary>
internal sealed class OperatorReader(ObjectSet objects, Overlays overlays)
{
    public IEnumerable<(WorkloadDeclaration Workload, IReadOnlyList<NameDeclaration> Names)> Read()
    {
        foreach (var resource in objects.All)
        {
            if (OperatorCatalog.Find(resource.Group, resource.Kind) is not { } known)
            {
                continue;
            }

            var parts = known.Parts.Where(p => Exists(p, resource)).ToList();
            ImmutableArray<string> coordinators = [.. parts.Where(p => p.Suffix != "").Select(p => resource.Id + p.Suffix)];
            foreach (var part in parts)
            {
                var names = part.Names.Select(n => Name(resource, part, n.Pattern, n.Serves));
                yield return (Workload(resource, known, part, coordinators), [.. names]);
            }
        }
    }

    private static bool Exists(OperatorPart part, KubernetesObject resource) =>
        !part.IsOptional || Numbers(resource.Spec, part.CountPath).Any(n => n is not null);

    private WorkloadDeclaration Workload(
        KubernetesObject resource, OperatorResource known, OperatorPart part, ImmutableArray<string> coordinators)
    {
        var (stated, statedAt) = InstancesOf(resource, part);
        var (instances, at) = overlays.InstancesOf(resource, stated, statedAt) ?? (stated, statedAt);
        var id = resource.Id + part.Suffix;
        var unknowns = ImmutableArray.CreateBuilder<Unknown>();
        if (part.DataUnknown is { } reason && instances.Max > 1)
        {
            unknowns.Add(new Unknown("replication", reason, resource.At));
        }

        var synchronous = part.SynchronousPath is { } path ? Synchronous(resource, path) : null;
        var isSharded = resource.Spec?["replsets"]?.Items.Count > 1;
        return new WorkloadDeclaration
        {
            Id = id,
            Name = resource.Name + part.Suffix.Replace('#', '-'),
            Scope = resource.Namespace,
            SourceKind = resource.Kind,
            Instances = instances,
            InstancesAt = at,
            Placement = Placement(resource, known, part),
            Update = UpdateStyle.Rolling,
            Kind = part.Component,
            Technology = part.Technology,
            Replication = new ReplicationDeclaration
            {
                Style = isSharded ? ReplicationStyle.Sharded : part.Style,
                Failover = part.Failover,
                Members = [id],
                ClusterName = resource.Name,
                CoordinatorHosts = part.Suffix == "" ? coordinators : [],
                SynchronousStandbys = synchronous?.Standbys ?? 0,
                Evidence = synchronous is { } waits ? [resource.ToEvidence(), waits.At] : [resource.ToEvidence()],
            },
            At = resource.ToEvidence(),
            Variants = [.. resource.Variants.Select(v => v.ToEvidence())],
            Unknowns = unknowns.ToImmutable(),
        };
    }

    private (Count, Evidence) InstancesOf(KubernetesObject resource, OperatorPart part)
    {
        // Strimzi moved the number of brokers into node pools of their own.
        var pools = resource.Kind == "Kafka" && part.Suffix == ""
            ? objects.OfKind("KafkaNodePool").Where(p => IsBrokerPoolOf(p, resource)).ToList()
            : [];
        var numbers = pools.Count > 0 ? pools.ConvertAll(p => p.Spec?["replicas"]) : Numbers(resource.Spec, part.CountPath).ToList();
        var stated = numbers.Find(n => n is not null);
        if (numbers.Exists(n => n is not null && n.Integer is null))
        {
            return (Count.Unknown("the number of instances is not a number"), resource.ToEvidence());
        }

        var count = numbers.Count == 0 ? part.DefaultCount : numbers.Sum(n => n?.Integer ?? part.DefaultCount);
        var field = part.CountPath[(part.CountPath.LastIndexOf('/') + 1)..];
        var at = stated is null ? resource.ToEvidence() : new Evidence(EvidenceLayer.Manifest, stated.At, $"{field}: {stated.Integer}");
        return (Count.Exactly(count), at);
    }

    // With durability "preferred" the operator lowers the number while standbys are away; standbys of other clusters count as well.
    private static (int Standbys, Evidence At)? Synchronous(KubernetesObject resource, string path)
    {
        if (resource.Spec?.Find(path.Split('/')) is not { } synchronous || synchronous["number"] is not { Integer: > 0 and var number } at
            || synchronous["dataDurability"]?.Text == "preferred"
            || synchronous["standbyNamesPre"]?.Items.Count > 0 || synchronous["standbyNamesPost"]?.Items.Count > 0)
        {
            return null;
        }

        return (number, new Evidence(EvidenceLayer.Manifest, at.At, $"synchronous number: {number}"));
    }

    private static bool IsBrokerPoolOf(KubernetesObject pool, KubernetesObject kafka) =>
        pool.Namespace == kafka.Namespace
        && pool.Node.Find("metadata", "labels", "strimzi.io/cluster")?.Text == kafka.Name
        && (pool.Spec?["roles"]?.Items ?? []).Any(r => r.Text == "broker");

    private static NameDeclaration Name(KubernetesObject resource, OperatorPart part, string pattern, Access serves)
    {
        var name = string.Format(CultureInfo.InvariantCulture, pattern, resource.Name);
        return new NameDeclaration
        {
            Id = $"k8s:{resource.Namespace}/Service/{name}",
            Name = name,
            Scope = resource.Namespace,
            OtherNames = ServiceNames.Of(name, resource.Namespace),
            WorkloadIds = [resource.Id + part.Suffix],
            Serves = serves,
            Ports = part.Port is { } port ? [new PortMapping(null, port, port)] : [],
            At = resource.ToEvidence(Certainty.Resolved),
        };
    }

    private static PlacementDeclaration Placement(KubernetesObject resource, OperatorResource known, OperatorPart part)
    {
        var labels = Labels(resource, known, part);
        if (known.AntiAffinity == AntiAffinityStyle.CloudNativePg)
        {
            var affinity = resource.Spec?["affinity"];
            var stated = PlacementReader.Read(
                resource.Namespace, labels, resource.Spec?["topologySpreadConstraints"], affinity?["additionalPodAntiAffinity"],
                affinity?["nodeSelector"], affinity?["nodeAffinity"]);
            if (affinity?["enablePodAntiAffinity"]?.Boolean == false)
            {
                return stated;
            }

            var isHard = affinity?["podAntiAffinityType"]?.Text == "required";
            return With(stated, Spread(affinity?["topologyKey"]?.Text ?? "kubernetes.io/hostname", isHard, affinity?.At ?? resource.At));
        }

        if (known.AntiAffinity == AntiAffinityStyle.Percona)
        {
            var affinity = (resource.Spec?["pxc"] ?? resource.Spec?["replsets"]?.Items.FirstOrDefault())?["affinity"];
            return affinity?["antiAffinityTopologyKey"] is { Text: { } key } stated
                ? With(new PlacementDeclaration(), Spread(key, isHard: true, stated.At))
                : new PlacementDeclaration();
        }

        var template = part.PodTemplatePath is { } path ? path == "" ? resource.Spec : resource.Spec?.Find(path.Split('/')) : null;
        return template is null ? new PlacementDeclaration() : PlacementReader.Read(resource.Namespace, labels, template).Placement;
    }

    private static PlacementDeclaration With(PlacementDeclaration placement, SpreadDeclaration? spread) =>
        spread is null ? placement : placement with { Spread = placement.Spread.Add(spread) };

    private static SpreadDeclaration? Spread(string topologyKey, bool isHard, SourcePosition at) =>
        Topology.KindOf(topologyKey) is { } kind
            ? new SpreadDeclaration(kind, null, null, isHard, new Evidence(
                EvidenceLayer.Manifest, at, $"anti-affinity {(isHard ? "required" : "preferred")}, topologyKey: {topologyKey}"))
            : null;

    /// <summary>The labels that the operator puts on its pods.</summary>
    private static YamlMapping Labels(KubernetesObject resource, OperatorResource known, OperatorPart part)
    {
        var labels = part.PodLabels.Select(l => Label(l.Key, string.Format(CultureInfo.InvariantCulture, l.Value, resource.Name)));
        return new YamlMapping(resource.At, null, [.. known.NameLabel is { } name ? labels.Prepend(Label(name, resource.Name)) : labels], []);

        YamlEntry Label(string key, string value) => new(key, resource.At, new YamlScalar(resource.At, null, value, isPlain: false));
    }

    /// <summary>The numbers at a path; null where one is absent.</summary>
    private static IEnumerable<YamlNode?> Numbers(YamlNode? spec, string path)
    {
        var list = path.IndexOf("[]/", StringComparison.Ordinal);
        if (list < 0)
        {
            return [spec?.Find(path.Split('/'))];
        }

        return (spec?[path[..list]]?.Items ?? []).Select(item => item[path[(list + 3)..]]);
    }
}
