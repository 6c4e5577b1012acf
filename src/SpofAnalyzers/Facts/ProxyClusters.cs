namespace SpofAnalyzers.Facts;

/// <summary>The destinations of one YARP cluster that a configuration file gives.</summary>
/// <param name="Name">Id of the cluster.</param>
/// <param name="Key">Key of the cluster (<c>ReverseProxy:Clusters:orders</c>).</param>
/// <param name="Destinations">Addresses in this file, with the file's place.</param>
internal sealed record ProxyCluster(string Name, string Key, IReadOnlyList<ConfigurationValue> Destinations);

/// <summary>Reads YARP clusters, whatever the section is called: <c>{section}:Clusters:{cluster}:Destinations:{destination}:Address</c>.</summary>
internal static class ProxyClusters
{
    public static bool IsDestination(string key) => ClusterOf(key) is not null;

    public static IEnumerable<ProxyCluster> Of(string path, FactContext context) =>
        from setting in context.Configuration.ValuesOf(path)
        let cluster = ClusterOf(setting.Key)
        where cluster is not null
        group setting.Value by cluster into destinations
        select new ProxyCluster(destinations.Key.Substring(destinations.Key.LastIndexOf(':') + 1), destinations.Key, [.. destinations]);

    private static string? ClusterOf(string key)
    {
        var parts = key.Split(':');
        var at = parts.Length - 5;
        return at >= 0 && Is(parts[at], "Clusters") && Is(parts[at + 2], "Destinations") && Is(parts[at + 4], "Address")
            ? string.Join(":", parts, 0, at + 2)
            : null;

        static bool Is(string part, string name) => part.Equals(name, StringComparison.OrdinalIgnoreCase);
    }
}
