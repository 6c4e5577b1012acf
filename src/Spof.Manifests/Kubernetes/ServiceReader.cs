using System.Collections.Immutable;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>Reads Services: the host names, what answers behind them, and which of them are reachable from outside.</summary>
internal sealed class ServiceReader(ObjectSet objects, PodIndex pods)
{
    // Patroni labels its pods with their role while they run; its Services select by it.
    private const string PatroniRole = "role";

    private readonly OperatorPods _operatorPods = new(objects);
    private readonly ILookup<(string, string), KubernetesObject> _slices = objects.OfKind("EndpointSlice")
        .ToLookup(s => (s.Namespace, s.Node.Find("metadata", "labels", "kubernetes.io/service-name")?.Text ?? ""));

    public List<NameDeclaration> Names { get; } = [];

    public List<ExposureDeclaration> Exposures { get; } = [];

    public List<Unknown> Unknowns { get; } = [];

    public void Read()
    {
        foreach (var service in objects.OfKind("Service"))
        {
            Read(service);
        }
    }

    private void Read(KubernetesObject service)
    {
        var selector = service.Spec?["selector"]?.Entries ?? [];
        var isExternal = service.Spec?["type"]?.Text == "ExternalName";
        var behind = isExternal ? [] : WithPorts(service, pods.Select(service.Namespace, selector));
        var serves = Access.Both;
        if (behind.IsEmpty && !isExternal)
        {
            (behind, serves) = PatroniMembers(service, selector);
        }

        ImmutableArray<string> ids = [.. behind.Select(w => w.Declaration.Id)];
        if (ids.IsEmpty && !isExternal && _operatorPods.Find(service.Namespace, selector) is { } made)
        {
            (ids, serves) = ([made.ResourceId], made.Serves);
        }

        var external = isExternal ? ExternalName(service) : selector.Count == 0 ? Endpoint(service) : null;
        var takesNoTraffic = selector.Count == 0 && service.Spec?["ports"]?.Items is not { Count: > 0 } && !isExternal;
        if (ids.IsEmpty && external is null && !takesNoTraffic)
        {
            Unknowns.Add(new Unknown(
                service.Id,
                isExternal ? "the Service has no external name"
                    : selector.Count > 0 ? "no workload in the scanned files carries the labels that the Service selects"
                    : "the Service has no selector and no Endpoints in the scanned files",
                service.At));
        }

        Names.Add(new NameDeclaration
        {
            Id = service.Id,
            Name = service.Name,
            Scope = service.Namespace,
            OtherNames = ServiceNames.Of(service.Name, service.Namespace),
            WorkloadIds = ids,
            External = external,
            Serves = serves,
            IsHeadless = service.Spec?["clusterIP"]?.Text == "None",
            Ports = Ports(service, behind),
            At = service.ToEvidence(),
        });

        // A variant may open what the base keeps inside.
        if (service.Variants.Prepend(service).FirstOrDefault(IsOpen) is { } open)
        {
            Expose(open);
        }
    }

    // A pod without a port of the name that the Service asks for gets no traffic from it.
    private static ImmutableArray<WorkloadReading> WithPorts(KubernetesObject service, ImmutableArray<WorkloadReading> selected)
    {
        var asked = (service.Spec?["ports"]?.Items ?? []).Select(p => p["targetPort"]).ToList();
        if (selected.Length < 2 || asked.Exists(p => p?.Text is null || p.Integer is not null))
        {
            return selected;
        }

        var answering = selected.Where(w => asked.Exists(p => w.Containers.Any(c => c.NamedPorts.ContainsKey(p!.Text!)))).ToImmutableArray();
        return answering.IsEmpty ? selected : answering;
    }

    private static bool IsOpen(KubernetesObject service) => service.Spec?["type"]?.Text is "LoadBalancer" or "NodePort";

    private void Expose(KubernetesObject service)
    {
        var type = service.Spec!["type"]!;
        var (kind, field) = type.Text == "NodePort" ? (ExposureKind.NodePort, "nodePort") : (ExposureKind.LoadBalancer, "port");
        var at = new Evidence(EvidenceLayer.Manifest, type.At, $"Service {service.Name}, type: {type.Text}");
        foreach (var port in service.Spec["ports"]?.Items.Select(p => p[field]?.Integer) ?? [null])
        {
            Exposures.Add(new ExposureDeclaration(service.Id, kind, service.Id, port, at));
        }
    }

    private (ImmutableArray<WorkloadReading>, Access) PatroniMembers(KubernetesObject service, IReadOnlyList<YamlEntry> selector)
    {
        var role = selector.FirstOrDefault(e => e.Key == PatroniRole).Value?.Text;
        if (selector.Count == 0)
        {
            // Without labels Patroni writes the leader's address into the Endpoints that carry the scope's name.
            return ([.. pods.AllOf(service.Namespace).Where(w => LeaderName(w) == service.Name)], Access.Both);
        }

        var rest = selector.Where(e => e.Key != PatroniRole).ToList();
        var members = role is null ? [] : pods.Select(service.Namespace, rest).Where(w => Scope(w) is not null);
        return ([.. members], role is "replica" ? Access.Read : Access.Both);
    }

    // Citus groups share one scope and are told apart by their number.
    private static string? LeaderName(WorkloadReading workload) =>
        Variable(workload, "PATRONI_CITUS_GROUP") is { } group ? $"{Scope(workload)}-{group}" : Scope(workload);

    private static string? Scope(WorkloadReading workload) => Variable(workload, "PATRONI_SCOPE");

    private static string? Variable(WorkloadReading workload, string name) =>
        workload.Containers.Select(c => c.Member.ValueOf(name)).FirstOrDefault(s => s is not null);

    private static EndpointAddress? ExternalName(KubernetesObject service) =>
        service.Spec?["externalName"]?.Text is { Length: > 0 } host
            ? new EndpointAddress(host.TrimEnd('.').ToLowerInvariant(), service.Spec["ports"]?.Items.FirstOrDefault()?["port"]?.Integer)
            : null;

    private EndpointAddress? Endpoint(KubernetesObject service)
    {
        var found = new List<(string Host, int? Port)>();
        foreach (var subset in objects.Find("Endpoints", service.Namespace, service.Name)?.Node["subsets"]?.Items ?? [])
        {
            var port = subset["ports"]?.Items.FirstOrDefault()?["port"]?.Integer;
            foreach (var address in subset["addresses"]?.Items ?? [])
            {
                Add(address["ip"]?.Text ?? address["hostname"]?.Text, port);
            }
        }

        foreach (var slice in _slices[(service.Namespace, service.Name)])
        {
            var port = slice.Node["ports"]?.Items.FirstOrDefault()?["port"]?.Integer;
            foreach (var endpoint in slice.Node["endpoints"]?.Items ?? [])
            {
                Add(endpoint["addresses"]?.Items.FirstOrDefault()?.Text, port);
            }
        }

        if (found.Count > 1)
        {
            Unknowns.Add(new Unknown(service.Id, $"{found.Count} addresses stand behind the Service; the first is followed", service.At));
        }

        return found is [var first, ..] ? new EndpointAddress(first.Host, first.Port) : null;

        void Add(string? host, int? port)
        {
            if (!string.IsNullOrEmpty(host))
            {
                found.Add((host.ToLowerInvariant(), port));
            }
        }
    }

    private static ImmutableArray<PortMapping> Ports(KubernetesObject service, ImmutableArray<WorkloadReading> behind)
    {
        var ports = ImmutableArray.CreateBuilder<PortMapping>();
        foreach (var port in service.Spec?["ports"]?.Items ?? [])
        {
            if (port["port"]?.Integer is not { } number)
            {
                continue;
            }

            var target = port["targetPort"];
            var inside = target?.Text is null ? number : target.Integer ?? NamedPort(target.Text, behind);
            ports.Add(new PortMapping(port["name"]?.Text, number, inside));
        }

        return ports.ToImmutable();
    }

    private static int? NamedPort(string name, ImmutableArray<WorkloadReading> behind) =>
        behind.SelectMany(w => w.Containers).Select(c => c.NamedPorts.GetValueOrDefault(name)).FirstOrDefault(p => p is not null);
}
