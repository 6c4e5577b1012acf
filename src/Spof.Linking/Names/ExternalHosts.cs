using Spof.Model;
using Spof.Text;

namespace Spof.Linking;

/// <summary>Components for hosts outside the target, made when something needs them.</summary>
internal static class ExternalHosts
{
    /// <summary>
    /// The component of an outside host; null for hosts that are nobody's dependency: the machine itself, documentation,
    /// placeholders, addresses to listen on, and names that only the platform could answer to.
    /// </summary>
    public static string? GetOrAdd(TargetGraph graph, EndpointAddress address, Technology? technology, Evidence at)
    {
        var id = "host:" + address.Host;
        if (graph.Find(id) is not null)
        {
            return id;
        }

        var verdict = HostClassifier.Classify(address.Host, HostContext.Empty);
        if (KindOf(address, technology, verdict.Class) is not { } kind)
        {
            return null;
        }

        Add(graph, address, technology, at, kind, verdict);
        return id;
    }

    /// <summary>The component of an outside host that the user states: it exists, whatever its name looks like.</summary>
    public static string GetOrAddStated(TargetGraph graph, string host, Evidence at)
    {
        var id = "host:" + host;
        if (graph.Find(id) is null)
        {
            var address = new EndpointAddress(host);
            var verdict = HostClassifier.Classify(host, HostContext.Empty);
            Add(graph, address, null, at, KindOf(address, null, verdict.Class) ?? ComponentKind.ThirdParty, verdict);
        }

        return id;
    }

    public static bool IsTelemetry(string host) => HostClassifier.Classify(host, HostContext.Empty).Category == "telemetry";

    private static void Add(TargetGraph graph, EndpointAddress address, Technology? technology, Evidence at, ComponentKind kind, HostVerdict verdict)
    {
        var words = technology is { } t ? ComponentKinds.OfClient(t)?.Technology : null;
        var why = kind == ComponentKind.ThirdParty ? null
            : verdict.Class == HostClass.CloudManaged ? $"'{address.Host}' is a managed service; its redundancy stands in the infrastructure code"
            : $"nothing that was read says what stands behind '{address.Host}'";
        var spoken = KindOf(address, technology);
        graph.Add(ComponentFactory.External(address, kind, words ?? verdict.Category, why, at) with
        {
            StoreBehind = kind == ComponentKind.ThirdParty && spoken.IsStore() ? spoken : null,
        });
    }

    /// <summary>Null for a host that is nobody's dependency.</summary>
    private static ComponentKind? KindOf(EndpointAddress address, Technology? technology, HostClass host) => host switch
    {
        HostClass.Saas or HostClass.PublicName or HostClass.PublicIp => ComponentKind.ThirdParty,
        HostClass.CloudManaged or HostClass.PrivateIp or HostClass.Internal or HostClass.PrivateName or HostClass.Own or HostClass.Consul => KindOf(address, technology),
        _ => null,
    };

    private static ComponentKind KindOf(EndpointAddress address, Technology? technology) =>
        technology is { } t && ComponentKinds.OfClient(t) is { } byClient ? byClient.Kind
        : address.Port is { } port && ComponentKinds.OfPort(port) is { } byPort ? byPort.Kind
        : ComponentKind.Workload;
}
