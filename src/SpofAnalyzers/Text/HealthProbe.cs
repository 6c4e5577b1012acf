namespace Spof.Text;

/// <summary>Tells addresses that are asked only whether somebody is well from addresses that are used.</summary>
internal static class HealthProbe
{
    private static readonly string[] Pages = ["hc", "health", "healthz", "healthcheck", "healthchecks", "livez", "readyz", "liveness", "readiness"];

    /// <summary>True for a key that speaks of health checks (<c>OrdersUrlHC</c>, <c>HealthChecksUI:HealthChecks:0:Uri</c>).</summary>
    public static bool IsKey(string key)
    {
        var words = KeyWords.Of(key);
        for (var i = 0; i < words.Count; i++)
        {
            var speaksOfChecks = words[i] is "healthcheck" or "healthchecks" or "healthz" or "liveness" or "readiness"
                || (words[i] == "health" && i + 1 < words.Count && words[i + 1] is "check" or "checks");
            if (speaksOfChecks)
            {
                return true;
            }
        }

        return words.Count > 1 && words[words.Count - 1] == "hc";
    }

    /// <summary>True for the path of a health page: <c>/hc</c>, <c>/healthz</c>, <c>/health/ready</c>, <c>/actuator/health</c>.</summary>
    public static bool IsPath(string? path)
    {
        var segments = (path ?? "").Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0)
        {
            return false;
        }

        var last = segments[segments.Length - 1].ToLowerInvariant().Replace("-", "");
        return Array.IndexOf(Pages, last) >= 0
            || (last is "live" or "ready" or "startup" && segments.Length > 1 && segments[segments.Length - 2].Equals("health", StringComparison.OrdinalIgnoreCase));
    }
}
