using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Manifests.Proxies;

/// <summary>
/// Reads the configuration language of one proxy (nginx, HAProxy) into routes, from a file of the repository or from text that a
/// ConfigMap or a Compose <c>config</c> mounts into a container.
/// </summary>
internal interface IProxyConfigParser
{
    /// <summary>Name of the format for the list of inputs, such as "nginx".</summary>
    string Format { get; }

    /// <summary>True when the file name and the text are those of this proxy's configuration.</summary>
    bool Claims(string fileName, string text);

    /// <summary>Reads the routes; what cannot be read becomes a gap. Never throws on bad input.</summary>
    ProxyRoutes Parse(ProxyConfigSource source);
}

/// <param name="FileName">Name of the file as the proxy sees it, such as <c>nginx.conf</c> or <c>haproxy.cfg</c>.</param>
/// <param name="Text">Its content.</param>
/// <param name="Origin">Position of its first line in the scanned tree (inside a ConfigMap: the first line of the value).</param>
/// <param name="Scope">Namespace or Compose project in which short host names are looked up.</param>
/// <param name="ProxyWorkloadId">Workload that runs the proxy; null when not known.</param>
/// <param name="IdPrefix">Logical id of the proxy or its name; route ids are this and <c>#</c> and the location.</param>
internal sealed record ProxyConfigSource(
    string FileName, string Text, SourcePosition Origin, string Scope, string? ProxyWorkloadId, string IdPrefix);

internal sealed record ProxyRoutes(ImmutableArray<RouteDeclaration> Routes, ImmutableArray<Gap> Gaps)
{
    public static ProxyRoutes None { get; } = new([], []);
}
