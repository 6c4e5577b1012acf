using Spof.Manifests.EnvFiles;
using Spof.Manifests.Proxies;
using Spof.Model;

namespace Spof.Manifests.Tests.Proxies;

/// <summary>Parses a configuration text as the proxy "web" of the project "shop" would.</summary>
internal static class ProxyText
{
    public static ProxyRoutes Parse(
        IProxyConfigParser parser, string text, string fileName = "proxy.conf",
        Dictionary<string, string>? environment = null, Dictionary<string, string>? includes = null) =>
        parser.Parse(new ProxyConfigSource(fileName, text, new SourcePosition("proxy.conf", 1), "shop", "compose:shop/web")
        {
            Environment = name => environment?.TryGetValue(name, out var value) == true ? new Variable(name, value, null, At(name)) : null,
            Include = pattern => includes?.TryGetValue(pattern, out var included) == true
                ? [new IncludedConfig(pattern, included, new SourcePosition(pattern, 1))]
                : [],
        });

    /// <summary>Routes as "location -> backends", backups with a trailing '*'.</summary>
    public static IEnumerable<string> Lines(this ProxyRoutes routes) => routes.Routes.Select(r =>
        r.Id["compose:shop/web".Length..] + " -> " + string.Join(", ", r.Backends.Select(b => b.Address + (b.IsBackup ? "*" : ""))));

    private static Evidence At(string name) => new(EvidenceLayer.Manifest, new SourcePosition("compose.yaml", 1), name);
}
