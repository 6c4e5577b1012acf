using Spof.Text;

namespace SpofAnalyzers.Facts;

/// <summary>The hosts that a configuration file tells the program to call.</summary>
internal static class SettingsHosts
{
    /// <summary>Last words of keys whose address is the program's own, as others see it.</summary>
    private static readonly HashSet<string> OwnAddress = new(StringComparer.Ordinal)
    {
        "self", "own", "public", "external", "client", "frontend", "spa", "website", "return", "logout", "root", "advertised", "callback", "redirect",
    };

    /// <summary>Words of keys that list who may call, or where the program listens.</summary>
    private static readonly HashSet<string> NotCalled = new(StringComparer.Ordinal)
    {
        "allowed", "trusted", "known", "blocked", "whitelist", "blacklist", "allowlist", "denylist", "listen", "listener", "bind", "swagger",
    };

    /// <summary>Words that say that there is an alternative, here or in a neighbouring key.</summary>
    private static readonly string[] AlternativeWords =
        ["secondary", "fallback", "backup", "standby", "replica", "failover", "partner", "mirror", "alternate", "alternative"];

    /// <summary>Values that name exactly one host without any alternative, and that hold in at least one environment that counts.</summary>
    /// <param name="path">The file.</param>
    /// <param name="context">Configuration and options.</param>
    public static IEnumerable<(string Key, ConfigurationValue Value, string Host)> Single(string path, FactContext context)
    {
        var values = context.Configuration.ValuesOf(path).ToArray();
        foreach (var (key, value) in values)
        {
            if (OneHost(key, value.Value) is { } host && !context.Options.ConnectionNamesIgnored.Any(i => ConfigurationKey.AreEqual(i, NameOf(key)))
                && !HasAlternative(key, values) && context.Configuration.Lookup(key).Any(v => v.Location.Equals(value.Location)))
            {
                yield return (key, value, host);
            }
        }
    }

    private static string? OneHost(string key, string value)
    {
        if (ConfigurationKey.IsNeverEndpoint(key) || ConfigurationKey.IsTelemetry(key) || HealthProbe.IsKey(key)
            || KeyWords.Of(ConfigurationKey.Leaf(key)).Any(OwnAddress.Contains) || KeyWords.Of(key).Any(NotCalled.Contains))
        {
            return null;
        }

        var parsed = EndpointParser.Parse(value);
        if (parsed.Endpoints is not [var endpoint] || HealthProbe.IsPath(endpoint.Path) || parsed.Options.Any(SettlesFailover))
        {
            return null;
        }

        var saysHost = parsed.Form switch
        {
            AddressForm.ConnectionString or AddressForm.RedisConfiguration => true,
            AddressForm.Uri => ConfigurationKey.SaysHost(key) || IsConnection(key) || endpoint.Scheme is not ("http" or "https"),
            AddressForm.HostAndPort or AddressForm.Word => ConfigurationKey.SaysHost(key) || IsConnection(key),
            _ => false,
        };
        return saysHost ? endpoint.Host : null;
    }

    /// <summary>
    /// An item of a list with several, a key beside others that differ from it in a number only, and keys that speak of a second place: the client
    /// is told more than one.
    /// </summary>
    private static bool HasAlternative(string key, IReadOnlyList<(string Key, ConfigurationValue Value)> values)
    {
        var parent = Parent(key);
        var shape = Shape(key);
        foreach (var (other, _) in values)
        {
            if (other.StartsWith(parent, StringComparison.OrdinalIgnoreCase) && other.IndexOf(':', parent.Length) < 0
                && (KeyWords.Of(other.Substring(parent.Length)).Any(w => Array.IndexOf(AlternativeWords, w) >= 0) || (other != key && Shape(other) == shape)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SettlesFailover(string option) =>
        option is "failoverPartner" or "multiSubnetFailover" or "multiHost" or "failover" or "srv" or "haEvents"
        || option.StartsWith("replicaSet", StringComparison.Ordinal) || option.StartsWith("serviceName", StringComparison.Ordinal);

    private static bool IsConnection(string key) => key.StartsWith(ConfigurationKey.ConnectionStrings, StringComparison.OrdinalIgnoreCase);

    private static string NameOf(string key) => IsConnection(key) ? key.Substring(ConfigurationKey.ConnectionStrings.Length) : key;

    private static string Parent(string key) => key.Substring(0, key.LastIndexOf(':') + 1);

    /// <summary>The key with its numbers left out.</summary>
    private static string Shape(string key) => new([.. key.Where(c => !char.IsDigit(c)).Select(char.ToLowerInvariant)]);
}
