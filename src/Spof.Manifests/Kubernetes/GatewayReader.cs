using System.Collections.Immutable;
using Spof.Manifests.Yaml;
using Spof.Model;
using Spof.Text;

namespace Spof.Manifests.Kubernetes;

/// <summary>Reads the routes of the Gateway API.</summary>
internal sealed class GatewayReader(ObjectSet objects)
{
    public List<RouteDeclaration> Routes { get; } = [];

    public List<ExposureDeclaration> Exposures { get; } = [];

    public List<Gap> Gaps { get; } = [];

    public void Read()
    {
        foreach (var route in objects.OfKind("HTTPRoute").Concat(objects.OfKind("GRPCRoute")).Concat(objects.OfKind("TCPRoute")))
        {
            Read(route);
        }
    }

    private void Read(KubernetesObject route)
    {
        var found = new List<RouteDeclaration>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var written = new HashSet<(string?, string?)>();
        var gateways = (route.Spec?["parentRefs"]?.Items ?? []).Where(p => (p["kind"]?.Text ?? "Gateway") == "Gateway").ToList();
        var hosts = (route.Spec?["hostnames"]?.Items ?? []).Select(h => h.Text).OfType<string>().ToList();
        foreach (var rule in route.Spec?["rules"]?.Items ?? [])
        {
            var backends = Backends(route, rule);
            if (backends.IsEmpty)
            {
                continue;
            }

            foreach (var original in Paths(route, rule))
            {
                var path = original is null ? null : Redaction.Path(original);
                foreach (var host in hosts.Count == 0 ? [null] : hosts.ToArray<string?>())
                {
                    if (!written.Add((host, original)))
                    {
                        continue;
                    }

                    var shown = path is null ? $"{route.Kind} {route.Name}" : $"{route.Kind} {route.Name}, path: {path}";
                    found.Add(new RouteDeclaration
                    {
                        Id = IngressReader.UniqueId(ids, $"{route.Id}#{(hosts.Count > 1 ? host : "")}{path ?? "*"}"),
                        ListenPort = gateways.Select(g => ListenPort(route, g)).FirstOrDefault(p => p is not null),
                        Host = host,
                        Path = path,
                        Backends = backends,
                        // Requests to a backend that is away fail: the Gateway API balances by weight and knows no failover.
                        IsSplit = backends.Length > 1,
                        IsPublic = gateways.Count > 0,
                        At = new Evidence(EvidenceLayer.Manifest, rule.At, shown),
                    });
                }
            }
        }

        Routes.AddRange(found);
        foreach (var declared in found.Where(r => r.IsPublic))
        {
            Exposures.Add(new ExposureDeclaration(
                found.Count == 1 ? route.Id : declared.Id, ExposureKind.GatewayRoute, declared.Id, declared.ListenPort, declared.At));
        }
    }

    // Weight 0 takes no request.
    private ImmutableArray<BackendDeclaration> Backends(KubernetesObject route, YamlNode rule)
    {
        var backends = ImmutableArray.CreateBuilder<BackendDeclaration>();
        foreach (var reference in rule["backendRefs"]?.Items ?? [])
        {
            if (reference["name"] is not { Text: { } name } at || reference["weight"]?.Integer == 0)
            {
                continue;
            }

            if ((reference["kind"]?.Text ?? "Service") != "Service")
            {
                Gaps.Add(new Gap(reference.At, $"{route.Kind} '{route.Name}' has a backend that is no Service; it is not read."));
                continue;
            }

            var ns = reference["namespace"]?.Text ?? route.Namespace;
            backends.Add(IngressReader.BackendOf(objects, name, ns, reference["port"], at.At));
        }

        return backends.ToImmutable();
    }

    private static IEnumerable<string?> Paths(KubernetesObject route, YamlNode rule)
    {
        if (route.Kind == "TCPRoute")
        {
            return [null];
        }

        var matches = rule["matches"]?.Items ?? [];
        if (matches.Count == 0)
        {
            return ["/"];
        }

        return matches.Select(m => route.Kind == "GRPCRoute"
            ? "/" + string.Join('/', new[] { m.Find("method", "service")?.Text, m.Find("method", "method")?.Text }.OfType<string>())
            : m.Find("path", "value")?.Text ?? "/").Distinct(StringComparer.Ordinal);
    }

    private int? ListenPort(KubernetesObject route, YamlNode parent)
    {
        if (parent["port"]?.Integer is { } stated)
        {
            return stated;
        }

        if (parent["name"]?.Text is not { } name)
        {
            return null;
        }

        var listeners = objects.Find("Gateway", parent["namespace"]?.Text ?? route.Namespace, name)?.Spec?["listeners"]?.Items ?? [];
        var section = parent["sectionName"]?.Text;
        var listener = section is null ? listeners.FirstOrDefault() : listeners.FirstOrDefault(l => l["name"]?.Text == section);
        return listener?["port"]?.Integer;
    }
}
