namespace Spof.Manifests.Proxies;

/// <summary>The places in a container where the images of the known proxies look for their routes.</summary>
internal static class ProxyConfigurationPath
{
    private static readonly string[] Folders =
    [
        "/etc/nginx", "/opt/bitnami/nginx/conf", "/usr/local/etc/haproxy", "/etc/haproxy", "/etc/envoy", "/etc/caddy", "/etc/traefik",
    ];

    /// <summary>Folders below them whose files are all read; beside these lie certificates, password files and tables.</summary>
    private static readonly string[] Parts =
        ["conf.d", "http.d", "stream.d", "sites-enabled", "sites-available", "server_blocks", "templates", "dynamic"];

    private static readonly string[] Endings = [".conf", ".cfg", ".yaml", ".yml", ".json", ".toml", ".template", "Caddyfile"];

    /// <summary>True when what is mounted or copied there decides about routes: a configuration file, or a folder of them.</summary>
    public static bool IsAt(string path)
    {
        var place = path.TrimEnd('/');
        foreach (var folder in Folders)
        {
            if (place == folder)
            {
                return true;
            }

            if (place.StartsWith(folder + "/", StringComparison.Ordinal))
            {
                var rest = place[(folder.Length + 1)..];
                return Parts.Contains(rest.Split('/')[0], StringComparer.Ordinal)
                    || Endings.Any(e => rest.EndsWith(e, StringComparison.Ordinal));
            }
        }

        return false;
    }
}
