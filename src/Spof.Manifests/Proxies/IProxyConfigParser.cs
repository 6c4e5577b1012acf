using System.Collections.Immutable;
using Spof.Manifests.EnvFiles;
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
/// <param name="WorkloadId">Workload that runs the proxy; route ids are this and <c>#</c> and the location.</param>
internal sealed record ProxyConfigSource(string FileName, string Text, SourcePosition Origin, string Scope, string WorkloadId)
{
    /// <summary>Environment of the proxy's container, for templates that take addresses from it.</summary>
    public required Func<string, Variable?> Environment { get; init; }

    /// <summary>Files that an include path, or pattern, of this file means inside the container.</summary>
    public Func<string, IReadOnlyList<IncludedConfig>> Include { get; init; } = _ => [];
}

/// <summary>A file that another one includes.</summary>
/// <param name="FileName">Path inside the container.</param>
/// <param name="Text">Its content.</param>
/// <param name="Origin">Position of its first line in the scanned tree.</param>
internal sealed record IncludedConfig(string FileName, string Text, SourcePosition Origin);

internal sealed record ProxyRoutes(ImmutableArray<RouteDeclaration> Routes, ImmutableArray<Gap> Gaps)
{
    public static ProxyRoutes None { get; } = new([], []);

    /// <summary>Routes whose backends are not known, with the reason.</summary>
    public ImmutableArray<Unknown> Unknowns { get; init; } = [];

    /// <summary>Ports on which the proxy also answers by itself (static files, fixed replies).</summary>
    public ImmutableArray<int> OwnPorts { get; init; } = [];
}
