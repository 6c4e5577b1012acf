using Spof.Model;

namespace Spof.Manifests.Proxies.Nginx;

/// <summary>One directive of an nginx configuration.</summary>
/// <param name="Name">Its first word.</param>
/// <param name="Arguments">The other words, quotes removed.</param>
/// <param name="Block">Directives inside its braces; null for a simple directive.</param>
/// <param name="At">Where it stands.</param>
internal sealed record NginxDirective(string Name, IReadOnlyList<string> Arguments, IReadOnlyList<NginxDirective>? Block, SourcePosition At)
{
    public string? First => Arguments.Count > 0 ? Arguments[0] : null;
}
