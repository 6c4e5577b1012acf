using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Proxies.Envoy;

/// <summary>Reads the static part of an Envoy bootstrap file (versions 2 and 3): listeners, routes, clusters, endpoints.</summary>
internal sealed class EnvoyConfigParser : IProxyConfigParser
{
    public string Format => "envoy";

    public bool Claims(string fileName, string text) =>
        (fileName.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
            || fileName.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
            || fileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        && text.Contains("static_resources", StringComparison.Ordinal);

    public ProxyRoutes Parse(ProxyConfigSource source)
    {
        var collector = new RouteCollector(source);
        var yaml = YamlReader.Read(source.Origin.Path, source.Text);
        foreach (var error in yaml.Errors)
        {
            collector.Add(new Gap(source.Origin.Within(error.At.Line, error.At.Column), error.Message, GapKind.Error));
        }

        foreach (var document in yaml.Documents)
        {
            if (document["static_resources"] is { } resources)
            {
                new Bootstrap(collector, resources).Read();
            }

            if (document["dynamic_resources"] is { } dynamic)
            {
                var at = source.Origin.Within(dynamic.Line, dynamic.Column);
                collector.Add(new Gap(at, "envoy: listeners and clusters that a control plane delivers are not in the file"));
            }
        }

        return collector.ToRoutes();
    }

    private sealed class Bootstrap(RouteCollector collector, YamlNode resources)
    {
        private readonly Dictionary<string, YamlNode> _clusters = new(StringComparer.Ordinal);

        public void Read()
        {
            foreach (var cluster in resources["clusters"]?.Items ?? [])
            {
                if (cluster["name"]?.Text is { } name)
                {
                    _clusters[name] = cluster;
                }
            }

            foreach (var listener in resources["listeners"]?.Items ?? [])
            {
                var port = Port(listener.Find("address", "socket_address", "port_value"));
                var filters = (listener["filter_chains"]?.Items ?? []).SelectMany(c => c["filters"]?.Items ?? []);
                foreach (var filter in filters)
                {
                    var settings = filter["typed_config"] ?? filter["config"];
                    if (settings is null)
                    {
                        continue;
                    }

                    if (settings["route_config"] is { } routes)
                    {
                        Routes(routes, port);
                    }
                    else if (settings["rds"] is { } delivered)
                    {
                        collector.Add(port, null, null, [], "a control plane delivers the routes", At(delivered), "rds");
                    }
                    else if (settings["cluster"] is not null || settings["weighted_clusters"] is not null)
                    {
                        Add(port, null, null, settings, At(settings));
                    }
                }
            }
        }

        private void Routes(YamlNode config, int? port)
        {
            foreach (var virtualHost in config["virtual_hosts"]?.Items ?? [])
            {
                var domains = virtualHost["domains"]?.Items ?? [];
                var host = domains.Count == 1 && domains[0].Text is { } domain && domain != "*" ? domain : null;
                foreach (var route in virtualHost["routes"]?.Items ?? [])
                {
                    var match = route["match"];
                    var path = match?["prefix"]?.Text ?? match?["path"]?.Text
                        ?? match?["path_separated_prefix"]?.Text ?? match?["regex"]?.Text ?? match?.Find("safe_regex", "regex")?.Text;
                    if (route["route"] is { } action)
                    {
                        Add(port, host, path, action, At(route));
                    }
                    else
                    {
                        collector.AddOwnPort(port);
                    }
                }
            }
        }

        private void Add(int? port, string? host, string? path, YamlNode action, SourcePosition at)
        {
            var backends = new List<BackendDeclaration>();
            string? reason = null;
            var names = (action.Find("weighted_clusters", "clusters")?.Items ?? []).Select(c => c["name"]?.Text)
                .Append(action["cluster"]?.Text).OfType<string>().ToList();
            if (names.Count == 0)
            {
                reason = "the route takes its cluster from the request";
            }

            foreach (var name in names)
            {
                if (_clusters.TryGetValue(name, out var cluster))
                {
                    reason ??= Endpoints(cluster, backends);
                }
                else
                {
                    reason ??= $"there is no cluster '{name}' in the file";
                }
            }

            collector.Add(port, host, path, backends, reason, at, path is null ? $"cluster {string.Join(", ", names)}" : $"route {path}");
        }

        private string? Endpoints(YamlNode cluster, List<BackendDeclaration> backends)
        {
            var before = backends.Count;
            string? reason = null;
            foreach (var host in cluster["hosts"]?.Items ?? [])
            {
                reason ??= Endpoint(host["socket_address"], isBackup: false, backends);
            }

            foreach (var locality in cluster.Find("load_assignment", "endpoints")?.Items ?? [])
            {
                var isBackup = locality["priority"]?.Integer > 0;
                foreach (var endpoint in locality["lb_endpoints"]?.Items ?? [])
                {
                    reason ??= Endpoint(endpoint.Find("endpoint", "address", "socket_address"), isBackup, backends);
                }
            }

            return reason ?? (backends.Count == before ? "the endpoints of the cluster are not in the file" : null);
        }

        private string? Endpoint(YamlNode? socket, bool isBackup, List<BackendDeclaration> backends)
        {
            if (socket?["address"]?.Text is not { } written)
            {
                return "an endpoint of the cluster is no socket address";
            }

            var address = collector.Expand(written);
            var port = Port(socket["port_value"]);
            var text = address.Text.Contains(':') ? $"[{address.Text}]" : address.Text;
            if (collector.Backend(port is null ? text : $"{text}:{port}", isBackup, At(socket)) is not { } backend)
            {
                return address.UnknownReason ?? "the address of an endpoint cannot be read";
            }

            backends.Add(backend);
            return null;
        }

        private int? Port(YamlNode? node) =>
            node?.Text is { } text && int.TryParse(collector.Expand(text).Text, out var port) && port is > 0 and < 65536 ? port : null;

        private SourcePosition At(YamlNode node) => collector.Source.Origin.Within(node.Line, node.Column);
    }
}
