using System.Collections.Immutable;

namespace Spof.Model;

/// <summary>A host name that workloads answer to.</summary>
public sealed record NameDeclaration
{
    /// <summary>Logical id of the object that makes the name (<c>k8s:shop/Service/orders</c>); an alias of its only target.</summary>
    public required string Id { get; init; }

    /// <summary>The short name, looked up in <see cref="Scope"/>, and any absolute names.</summary>
    public required string Name { get; init; }

    public required string Scope { get; init; }

    public ImmutableArray<string> OtherNames { get; init; } = [];

    /// <summary>Workloads behind it (by selector, by operator, or the service itself). Several: any of them answers.</summary>
    public ImmutableArray<string> WorkloadIds { get; init; } = [];

    /// <summary>Host that the name stands for (ExternalName, manual Endpoints).</summary>
    public EndpointAddress? External { get; init; }

    /// <summary>What an operator says the name serves: read only copies, the primary, or both.</summary>
    public Access Serves { get; init; } = Access.Both;

    public bool IsHeadless { get; init; }

    public ImmutableArray<PortMapping> Ports { get; init; } = [];

    public required Evidence At { get; init; }
}

/// <param name="Name">Name of the port, when given.</param>
/// <param name="Port">Port that callers use.</param>
/// <param name="TargetPort">Port of the container, when it is a number.</param>
public sealed record PortMapping(string? Name, int Port, int? TargetPort);

/// <summary>A path from a proxy, ingress or gateway to what answers behind it.</summary>
public sealed record RouteDeclaration
{
    /// <summary>Logical id: object id and path, such as <c>k8s:shop/Ingress/shop#/orders</c>, or the proxy's name id and location.</summary>
    public required string Id { get; init; }

    /// <summary>Workload that forwards (nginx, HAProxy, a declared ingress controller); null when the platform does.</summary>
    public string? ViaWorkloadId { get; init; }

    /// <summary>Port on which the proxy listens for this route, when known.</summary>
    public int? ListenPort { get; init; }

    public string? Host { get; init; }

    public string? Path { get; init; }

    /// <summary>Hosts that answer; one of them is enough, unless <see cref="IsSplit"/>.</summary>
    public ImmutableArray<BackendDeclaration> Backends { get; init; } = [];

    /// <summary>
    /// True when each backend takes a share of the requests by weight and none takes over for another, so that all are needed.
    /// </summary>
    public bool IsSplit { get; init; }

    /// <summary>True when the route itself is public (an Ingress, a Gateway route with a public listener).</summary>
    public bool IsPublic { get; init; }

    public required Evidence At { get; init; }
}

/// <param name="Address">Host that answers, looked up in <see cref="Scope"/>.</param>
/// <param name="Scope">Scope for short names.</param>
/// <param name="IsBackup">Used only when the others are away.</param>
/// <param name="At">Where it stands.</param>
public sealed record BackendDeclaration(EndpointAddress Address, string Scope, bool IsBackup, Evidence At);

public enum ExposureKind
{
    Ingress,
    GatewayRoute,
    LoadBalancer,
    NodePort,
    PublishedPort,
}

/// <summary>Something that callers outside can reach: a candidate entry point.</summary>
/// <param name="Id">Logical id of the exposing object.</param>
/// <param name="Kind">How it is exposed.</param>
/// <param name="TargetId">Id of the name, workload or route that is exposed.</param>
/// <param name="Port">Public port, when known.</param>
/// <param name="At">Where it stands.</param>
public sealed record ExposureDeclaration(string Id, ExposureKind Kind, string TargetId, int? Port, Evidence At);

/// <summary>A failure domain that the manifests themselves name.</summary>
/// <param name="Id"><c>domain:host/…</c>, <c>domain:zone/…</c>, <c>domain:region/…</c>.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="ParentId">Enclosing domain when declared.</param>
/// <param name="At">Where it stands.</param>
public sealed record DomainDeclaration(string Id, DomainKind Kind, string? ParentId, Evidence At);

/// <param name="FromWorkloadId">Workload that may call.</param>
/// <param name="ToWorkloadId">Workload that may be called.</param>
/// <param name="At">The rule that allows it.</param>
public sealed record TrafficDeclaration(string FromWorkloadId, string ToWorkloadId, Evidence At);
