using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Proxies.Yarp;

/// <summary>
/// Reads the <c>ReverseProxy</c> section of an appsettings file. Environment variables such as
/// <c>ReverseProxy__Clusters__orders__Destinations__d1__Address</c> replace the addresses of the file.
/// </summary>
internal sealed class YarpConfigParser : IProxyConfigParser
{
    public string Format => "yarp";

    public bool Claims(string fileName, string text) =>
        fileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        && text.Contains("\"ReverseProxy\"", StringComparison.Ordinal)
        && text.Contains("\"Clusters\"", StringComparison.Ordinal);

    public ProxyRoutes Parse(ProxyConfigSource source)
    {
        var collector = new RouteCollector(source);
        // Configuration files of .NET may hold comments, which YAML does not know.
        var yaml = YamlReader.Read(source.Origin.Path, JsonComments.Blank(source.Text));
        foreach (var error in yaml.Errors)
        {
            collector.Add(new Gap(source.Origin.Within(error.At.Line, error.At.Column), error.Message, GapKind.Error));
        }

        foreach (var document in yaml.Documents)
        {
            if (Key(document, "ReverseProxy") is { } section)
            {
                Read(section, collector);
            }
        }

        return collector.ToRoutes();
    }

    private static void Read(YamlNode section, RouteCollector collector)
    {
        var clusters = Key(section, "Clusters");
        foreach (var (name, _, route) in Key(section, "Routes")?.Entries ?? [])
        {
            var match = Key(route, "Match");
            var hosts = match is null ? null : Key(match, "Hosts");
            var host = hosts?.Items.Count == 1 ? hosts.Items[0].Text : null;
            var at = collector.Source.Origin.Within(route.Line, route.Column);
            var backends = new List<BackendDeclaration>();
            string? reason = null;
            if (Key(route, "ClusterId")?.Text is not { } clusterId)
            {
                reason = "the route names no cluster";
            }
            else if (clusters is null || Key(clusters, clusterId) is not { } cluster)
            {
                reason = $"there is no cluster '{clusterId}' in the file";
            }
            else
            {
                reason = Destinations(cluster, clusterId, backends, collector);
            }

            collector.Add(null, host, match is null ? null : Key(match, "Path")?.Text, backends, reason, at, $"route {name}");
        }
    }

    private static string? Destinations(YamlNode cluster, string clusterId, List<BackendDeclaration> backends, RouteCollector collector)
    {
        string? reason = null;
        foreach (var (name, _, destination) in Key(cluster, "Destinations")?.Entries ?? [])
        {
            var address = Key(destination, "Address");
            var set = collector.Source.Environment($"ReverseProxy__Clusters__{clusterId}__Destinations__{name}__Address");
            var node = address ?? destination;
            var at = collector.Source.Origin.Within(node.Line, node.Column);
            if (collector.Backend(set?.Text ?? address?.Text ?? "", isBackup: false, at) is { } backend)
            {
                backends.Add(set is null ? backend : backend with { At = set.At });
            }
            else
            {
                reason ??= set?.UnknownReason ?? "the address of a destination cannot be read";
            }
        }

        return reason ?? (backends.Count == 0 ? "the cluster has no destination in the file" : null);
    }

    /// <summary>Configuration keys are compared without case.</summary>
    private static YamlNode? Key(YamlNode node, string key)
    {
        foreach (var entry in node.Entries)
        {
            if (entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase))
            {
                return entry.Value;
            }
        }

        return null;
    }
}
