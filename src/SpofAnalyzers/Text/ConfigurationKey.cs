namespace Spof.Text;

/// <summary>Names of configuration values: <c>ConnectionStrings:Main</c>, <c>ConnectionStrings__Main</c>, <c>SQLCONNSTR_Main</c> are one.</summary>
internal static class ConfigurationKey
{
    public const string ConnectionStrings = "ConnectionStrings:";

    /// <summary>Prefixes by which Azure App Service hands over connection strings.</summary>
    private static readonly string[] ConnectionPrefixes =
        ["SQLCONNSTR_", "SQLAZURECONNSTR_", "CUSTOMCONNSTR_", "MYSQLCONNSTR_", "POSTGRESQLCONNSTR_"];

    private static readonly string[] HostWords =
    [
        "host", "hosts", "hostname", "hostnames", "server", "servers", "endpoint", "endpoints", "address", "addresses", "baseaddress",
        "url", "urls", "uri", "uris", "baseurl", "baseuri", "serviceurl", "broker", "brokers", "bootstrapservers", "authority", "node", "nodes",
        "connectionstring", "connection",
    ];

    /// <summary>Leaf names of values that look like endpoints and are none: listeners, origins, identifiers, links.</summary>
    private static readonly HashSet<string> NeverEndpoints = new(StringComparer.Ordinal)
    {
        "allowedhosts", "allowedorigins", "origin", "origins", "audience", "validaudience", "validaudiences", "issuer", "issueruri", "validissuer",
        "validissuers", "launchurl", "applicationurl", "urls", "aspnetcoreurls", "dotneturls", "redirecturi", "redirecturis", "redirecturl",
        "postlogoutredirecturi", "postlogoutredirecturis", "callbackurl",
    };

    /// <summary>The form with ':' that configuration uses; keys are compared without case.</summary>
    public static string Normalize(string name)
    {
        foreach (var prefix in ConnectionPrefixes)
        {
            if (name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return ConnectionStrings + name.Substring(prefix.Length).Replace("__", ":");
            }
        }

        return name.Replace("__", ":");
    }

    public static bool AreEqual(string a, string b) =>
        string.Equals(a, b, StringComparison.OrdinalIgnoreCase)
        || string.Equals(Normalize(a), Normalize(b), StringComparison.OrdinalIgnoreCase);

    /// <summary>The last segment that is not an array index.</summary>
    public static string Leaf(string key)
    {
        var end = key.Length;
        while (true)
        {
            var colon = end == 0 ? -1 : key.LastIndexOf(':', end - 1);
            var leaf = key.Substring(colon + 1, end - colon - 1);
            if (colon < 0 || !leaf.All(char.IsDigit))
            {
                return leaf;
            }

            end = colon;
        }
    }

    /// <summary>True when a bare word under this key means a host (<c>DB_HOST</c>, <c>Redis:Endpoint</c>).</summary>
    public static bool SaysHost(string key)
    {
        var last = KeyWords.Of(Leaf(Normalize(key)));
        if (last.Count == 0)
        {
            return false;
        }

        var word = last[last.Count - 1];
        if (last.Contains("region"))
        {
            return false; // "RegionEndpoint" of the AWS libraries is a region.
        }

        return Array.IndexOf(HostWords, word) >= 0
            || (last.Count > 1 && Array.IndexOf(HostWords, last[last.Count - 2] + word) >= 0)
            || (word == "name" && last.Count > 1 && last[last.Count - 2] == "host")
            || (word is "addr" or "hosturl");
    }

    /// <summary>True for keys whose value looks like an endpoint that the program calls and is none.</summary>
    public static bool IsNeverEndpoint(string key)
    {
        var normalized = Normalize(key);
        var compact = KeyWords.Compact(Leaf(normalized));
        if (NeverEndpoints.Contains(compact) || compact.IndexOf("redirecturi", StringComparison.Ordinal) >= 0
            || compact.IndexOf("alloworigin", StringComparison.Ordinal) >= 0
            || compact.IndexOf("allowedorigin", StringComparison.Ordinal) >= 0)
        {
            return true;
        }

        return HasSegment(normalized, "Kestrel:Endpoints:") || HasSegment(normalized, "Cors:") || HasSegment(normalized, "CorsOptions:")
            || HasSegment(normalized, "Contact:") || HasSegment(normalized, "License:")
            || (compact == "endpoint" && normalized.IndexOf("Rules:", StringComparison.OrdinalIgnoreCase) >= 0);
    }

    /// <summary>True for addresses of telemetry collectors, whose loss stops nothing.</summary>
    public static bool IsTelemetry(string key)
    {
        var compact = KeyWords.Compact(key);
        return compact.IndexOf("otlp", StringComparison.Ordinal) >= 0 || compact.IndexOf("otelexporter", StringComparison.Ordinal) >= 0
            || compact.IndexOf("applicationinsights", StringComparison.Ordinal) >= 0
            || KeyWords.Of(key).Any(word => word is "zipkin" or "jaeger");
    }

    private static bool HasSegment(string key, string segment)
    {
        var at = key.IndexOf(segment, StringComparison.OrdinalIgnoreCase);
        return at == 0 || (at > 0 && key[at - 1] == ':');
    }
}
