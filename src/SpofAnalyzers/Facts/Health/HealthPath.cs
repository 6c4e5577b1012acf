namespace SpofAnalyzers.Facts;

/// <summary>What the path of an endpoint says about its purpose.</summary>
internal static class HealthPath
{
    private static readonly HashSet<string> Liveness = new(StringComparer.OrdinalIgnoreCase) { "live", "livez", "liveness", "alive" };

    private static readonly HashSet<string> Any = new(Liveness, StringComparer.OrdinalIgnoreCase)
    {
        "health", "healthz", "healthcheck", "healthchecks", "hc", "ready", "readyz", "readiness", "ping", "status", "heartbeat",
    };

    /// <summary>True for a path that probes ask; one with a parameter belongs to the business of the service.</summary>
    public static bool IsHealth(string path) => path.IndexOf('{') < 0 && path.IndexOf(' ') < 0 && Words(path).Any(Any.Contains);

    /// <summary>True for a path whose answer decides whether an instance is restarted.</summary>
    public static bool IsLiveness(string path) => Words(path).Any(Liveness.Contains);

    /// <summary>True when a word of the file may be one of a path that probes ask.</summary>
    public static bool MayStandIn(TreeSummary file) => Any.Any(file.MayMention);

    private static IEnumerable<string> Words(string path) => path.Split('/', '-', '_', '.').Where(w => w.Length > 0);
}
