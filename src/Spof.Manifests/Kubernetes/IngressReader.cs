using Spof.Manifests.Yaml;
using Spof.Model;
using Spof.Text;

namespace Spof.Manifests.Kubernetes;

/// <summary>Reads Ingresses of every API version into one route for each host and path.</summary>
internal sealed class IngressReader(ObjectSet objects, IngressControllers controllers)
{
    public List<RouteDeclaration> Routes { get; } = [];

    public List<ExposureDeclaration> Exposures { get; } = [];

    public List<Gap> Gaps { get; } = [];

    public List<Unknown> Unknowns { get; } = [];

    public void Read()
    {
        foreach (var ingress in objects.OfKind("Ingress"))
        {
            if (CanaryMark(ingress) is { } mark)
            {
                const string Reason = "it is a canary: a share of the requests of another Ingress goes to its backend, which this version does not follow";
                Unknowns.Add(new Unknown($"routes of {ingress.Id}", Reason, mark));
            }
            else
            {
                Read(ingress);
            }
        }
    }

    private static SourcePosition? CanaryMark(KubernetesObject ingress)
    {
        foreach (var annotation in ingress.Node.Find("metadata", "annotations")?.Entries ?? [])
        {
            if (annotation is { Key: "nginx.ingress.kubernetes.io/canary", Value.Text: "true" })
            {
                return annotation.KeyAt;
            }
        }

        return null;
    }

    private void Read(KubernetesObject ingress)
    {
        var found = new List<RouteDeclaration>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var written = new HashSet<(string?, string?)>();
        var via = controllers.Of(ingress);
        var rules = ingress.Spec?["rules"]?.Items ?? [];
        var hosts = rules.Select(r => r["host"]?.Text).Distinct(StringComparer.Ordinal).Count();
        foreach (var rule in rules)
        {
            var host = rule["host"]?.Text;
            foreach (var path in rule.Find("http", "paths")?.Items ?? [])
            {
                var original = path["path"]?.Text ?? "/";
                var text = Redaction.Path(original);
                if (Backend(ingress, path["backend"]) is not { } backend)
                {
                    continue;
                }

                if (!written.Add((hosts > 1 ? host : null, original)))
                {
                    Gaps.Add(new Gap(path.At, $"Ingress '{ingress.Name}' gives the path '{text}' twice; the first is read.", GapKind.Note));
                }
                else
                {
                    Add((hosts > 1 ? host : "") + text, host, text, backend, path.At, $"Ingress {ingress.Name}, path: {text}");
                }
            }
        }

        // What no rule takes goes to the default backend; beside rules it is one more route.
        var fallback = ingress.Spec?["defaultBackend"] ?? ingress.Spec?["backend"];
        if (fallback is not null && Backend(ingress, fallback) is { } rest)
        {
            Add(found.Count == 0 ? "/" : "*", null, null, rest, fallback.At, $"Ingress {ingress.Name}, default backend");
        }

        Routes.AddRange(found);
        foreach (var route in found)
        {
            var id = found.Count == 1 ? ingress.Id : route.Id;
            Exposures.Add(new ExposureDeclaration(id, ExposureKind.Ingress, route.Id, null, route.At));
        }

        void Add(string location, string? host, string? path, BackendDeclaration backend, SourcePosition at, string text)
        {
            found.Add(new RouteDeclaration
            {
                Id = UniqueId(ids, $"{ingress.Id}#{location}"),
                ViaWorkloadId = via,
                Host = host,
                Path = path,
                Backends = [backend],
                IsPublic = true,
                At = new Evidence(EvidenceLayer.Manifest, at, text),
            });
        }
    }

    /// <summary>The id, numbered when routes that differ only in what is not shown have it already.</summary>
    internal static string UniqueId(HashSet<string> taken, string id)
    {
        var number = 1;
        var unique = id;
        while (!taken.Add(unique))
        {
            unique = $"{id}~{++number}";
        }

        return unique;
    }

    // networking.k8s.io/v1: service.name and service.port; before: serviceName and servicePort.
    private BackendDeclaration? Backend(KubernetesObject ingress, YamlNode? backend)
    {
        var service = backend?.Find("service", "name") ?? backend?["serviceName"];
        if (service?.Text is not { } name)
        {
            Gaps.Add(new Gap(backend?.At ?? ingress.At, $"Ingress '{ingress.Name}' has a backend that is no Service; it is not read."));
            return null;
        }

        var port = backend!.Find("service", "port", "number") ?? backend.Find("service", "port", "name") ?? backend["servicePort"];
        return BackendOf(objects, name, ingress.Namespace, port, service.At);
    }

    /// <summary>A Service as backend; a named port is looked up in it.</summary>
    internal static BackendDeclaration BackendOf(ObjectSet objects, string service, string ns, YamlNode? port, SourcePosition at)
    {
        var number = port?.Integer ?? objects.Find("Service", ns, service)?.Spec?["ports"]?.Items
            .FirstOrDefault(p => p["name"]?.Text is { } name && name == port?.Text)?["port"]?.Integer;
        var evidence = new Evidence(EvidenceLayer.Manifest, at, $"backend Service {service}");
        return new BackendDeclaration(new EndpointAddress(service.ToLowerInvariant(), number), ns, IsBackup: false, evidence);
    }
}
