namespace Spof.Manifests.Kubernetes;

/// <summary>Which kinds are read, and which say nothing about what stops when something is lost.</summary>
internal static class KindCatalog
{
    private static readonly Dictionary<string, string[]> Read = new(StringComparer.Ordinal)
    {
        ["Deployment"] = ["apps", "extensions"],
        ["StatefulSet"] = ["apps"],
        ["DaemonSet"] = ["apps", "extensions"],
        ["ReplicaSet"] = ["apps", "extensions"],
        ["ReplicationController"] = [""],
        ["Pod"] = [""],
        ["Job"] = ["batch"],
        ["CronJob"] = ["batch"],
        ["Rollout"] = ["argoproj.io"],
        ["DeploymentConfig"] = ["apps.openshift.io", ""],
        ["Service"] = [""],
        ["Endpoints"] = [""],
        ["EndpointSlice"] = ["discovery.k8s.io"],
        ["Ingress"] = ["networking.k8s.io", "extensions"],
        ["IngressClass"] = ["networking.k8s.io"],
        ["Gateway"] = ["gateway.networking.k8s.io"],
        ["HTTPRoute"] = ["gateway.networking.k8s.io"],
        ["GRPCRoute"] = ["gateway.networking.k8s.io"],
        ["TCPRoute"] = ["gateway.networking.k8s.io"],
        ["HorizontalPodAutoscaler"] = ["autoscaling"],
        ["ScaledObject"] = ["keda.sh"],
        ["PodDisruptionBudget"] = ["policy"],
        ["NetworkPolicy"] = ["networking.k8s.io", "extensions"],
        ["Namespace"] = [""],
        ["ConfigMap"] = [""],
        ["Secret"] = [""],
        ["PersistentVolumeClaim"] = [""],
        ["PersistentVolume"] = [""],
        ["StorageClass"] = ["storage.k8s.io"],
        ["KafkaNodePool"] = ["kafka.strimzi.io"],
    };

    private static readonly HashSet<string> ClusterWide = new(StringComparer.Ordinal)
    {
        "IngressClass", "Namespace", "PersistentVolume", "StorageClass",
    };

    private static readonly HashSet<string> WithoutBearing = new(StringComparer.Ordinal)
    {
        "APIService", "Certificate", "ClusterIssuer", "ClusterRole", "ClusterRoleBinding", "Config", "CSIDriver", "ControllerRevision",
        "CustomResourceDefinition", "Event", "GatewayClass", "Issuer", "Lease", "LimitRange", "MutatingWebhookConfiguration",
        "PodMonitor", "PodSecurityPolicy", "PriorityClass", "Probe", "PrometheusRule", "ReferenceGrant", "ResourceQuota",
        "Role", "RoleBinding", "RuntimeClass", "SecurityContextConstraints", "ServiceAccount", "ServiceMonitor", "StatusList",
        "ValidatingAdmissionPolicy", "ValidatingWebhookConfiguration", "VerticalPodAutoscaler", "VolumeSnapshotClass",
    };

    // Files of tools around a cluster that share the apiVersion and kind header; they deploy nothing by themselves.
    private static readonly string[] ToolGroups =
    [
        "skaffold", "kind.x-k8s.io", "kubeadm.k8s.io", "k3d.io", "ctlptl.dev", "backstage.io", "kubelet.config.k8s.io",
        "apiserver.config.k8s.io", "audit.k8s.io", "config.k8s.io", "kustomize.config.k8s.io", "eksctl.io", "kops.k8s.io",
    ];

    public static bool IsRead(string group, string kind) =>
        (Read.TryGetValue(kind, out var groups) && groups.Contains(group, StringComparer.Ordinal))
        || OperatorCatalog.Find(group, kind) is not null;

    public static bool HasNoBearing(string group, string kind) =>
        WithoutBearing.Contains(kind) || ToolGroups.Contains(group, StringComparer.Ordinal);

    public static bool IsClusterWide(string kind) => ClusterWide.Contains(kind);

    /// <summary>True when a document carries the header of a Kubernetes object: "v1" or "group/version", and a capitalised kind.</summary>
    public static bool IsHeader(string? apiVersion, string? kind) =>
        apiVersion is not null && kind is { Length: > 0 }
        && (char.IsAsciiLetterUpper(kind[0]) || OperatorCatalog.Find(GroupOf(apiVersion), kind) is not null)
        && (apiVersion.Contains('/', StringComparison.Ordinal) || apiVersion is ['v', >= '0' and <= '9', ..]);

    public static string GroupOf(string apiVersion) =>
        apiVersion.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? apiVersion[..slash] : "";
}
