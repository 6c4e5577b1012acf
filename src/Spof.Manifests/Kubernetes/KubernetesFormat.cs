using System.Collections.Immutable;
using Spof.Manifests.Containers;
using Spof.Manifests.Kubernetes.Kustomize;
using Spof.Manifests.Proxies;
using Spof.Manifests.Scanning;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>Plain Kubernetes manifests, YAML or JSON: all of a repository are one target, unless systems or environments lie side by side.</summary>
internal sealed class KubernetesFormat(IReadOnlyList<IProxyConfigParser> proxies) : IManifestFormat
{
    public string Name => "kubernetes";

    public bool IsCandidate(string path) => (FileNames.IsYaml(path) || FileNames.IsJson(path)) && !TemplatedFiles.IsKustomization(path);

    public bool Claims(ManifestFile file) =>
        file.Text.Contains("apiVersion", StringComparison.Ordinal) && file.Text.Contains("kind", StringComparison.Ordinal)
        && !TemplateMarkup.IsUnrendered(file)
        && (file.Yaml.Documents.Any(d => KindCatalog.IsHeader(d["apiVersion"]?.Text, d["kind"]?.Text)) || BrokenObjects.IsBroken(file));

    public void Read(IReadOnlyList<ManifestFile> claimed, ManifestReading reading)
    {
        var overlays = new Overlays(reading);
        var environments = new EnvironmentFolders(claimed, reading.Environment);
        var byEnvironment = claimed.ToLookup(f => environments.OtherThanAsked(f.Path), StringComparer.Ordinal);
        foreach (var (folder, files) in SiblingSystems.Split([.. byEnvironment[null]]))
        {
            ReadTarget(folder, files, environment: null, overlays, reading);
        }

        // Files of one environment in several places are one deployment.
        foreach (var environment in byEnvironment.Where(e => e.Key is not null).GroupBy(e => RootedPath.FileName(e.Key!), StringComparer.Ordinal))
        {
            var folder = environment.Count() == 1 ? environment.First().Key! : environment.Key;
            ReadTarget(folder, [.. environment.SelectMany(e => e)], environment.Key, overlays, reading);
        }
    }

    private void ReadTarget(string folder, IReadOnlyList<ManifestFile> files, string? environment, Overlays overlays, ManifestReading reading)
    {
        var (objects, gaps) = ObjectReader.Read(files);
        reading.Add(gaps);

        var (workloads, workloadGaps) = new WorkloadReader(objects, new ConfigurationValues(objects), overlays, reading.Environment).Read();
        reading.Add(workloadGaps);
        var pods = new PodIndex(workloads);
        var services = new ServiceReader(objects, pods);
        services.Read();
        var operators = new OperatorReader(objects, overlays).Read().ToList();
        var names = WithoutDoubles(services.Names, operators.SelectMany(o => o.Names));
        var replication = new ReplicationReader(names);
        var ingresses = new IngressReader(objects, new IngressControllers(objects, workloads));
        ingresses.Read();
        reading.Add(ingresses.Gaps);
        var gateways = new GatewayReader(objects);
        gateways.Read();
        reading.Add(gateways.Gaps);
        var policies = new NetworkPolicyReader(objects, pods);
        policies.Read();
        reading.Add(policies.Gaps);
        var mounted = new MountedProxies(proxies, new ProjectGateways(proxies, reading));
        mounted.Read(workloads);
        reading.Add(mounted.Gaps);

        var declared = workloads.Select(replication.Complete).Concat(operators.Select(o => o.Workload))
            .OrderBy(w => w.Id, StringComparer.Ordinal).ToImmutableArray();
        var routes = ingresses.Routes.Concat(gateways.Routes).Concat(mounted.Routes)
            .OrderBy(r => r.Id, StringComparer.Ordinal).ToImmutableArray();
        var exposures = services.Exposures.Concat(ingresses.Exposures).Concat(gateways.Exposures).Concat(HostPorts.Exposures(workloads));
        if (declared.IsEmpty && names.IsEmpty && routes.IsEmpty)
        {
            return;
        }

        reading.Add(new TargetDeclaration
        {
            Id = folder.Length == 0 ? "k8s" : "k8s:" + folder,
            Kind = TargetKind.Kubernetes,
            Name = folder.Length == 0 ? "Kubernetes" : folder,
            OtherEnvironment = environment,
            Workloads = declared,
            Names = names,
            Routes = routes,
            Exposures = [.. exposures.OrderBy(e => e.Id, StringComparer.Ordinal)],
            Traffic = [.. policies.Traffic],
            Unknowns = [.. services.Unknowns, .. ingresses.Unknowns, .. mounted.Unknowns],
        });
    }

    // A Service that a manifest declares stands before the same one that an operator is known to make.
    private static ImmutableArray<NameDeclaration> WithoutDoubles(
        IEnumerable<NameDeclaration> declared, IEnumerable<NameDeclaration> made) =>
        [.. declared.Concat(made).DistinctBy(n => n.Id).OrderBy(n => n.Id, StringComparer.Ordinal)];
}
