using Spof.Text;

namespace SpofAnalyzers.Facts;

/// <summary>What is known of the value of an address, and what its hosts are.</summary>
internal static class ConnectionValues
{
    /// <summary>The connection strings that are known: the literal, or what the evidence environments give to the key.</summary>
    public static IEnumerable<(string Text, ConfigurationValue? Source)> Of(AddressFact address, FactContext context) => address switch
    {
        { Source: AddressSource.Literal, Text: { } text, IsPartial: false } => [(text, null)],
        { Source: AddressSource.ConfigurationKey, Key: { } key } => context.Configuration.Lookup(key).Select(v => (v.Value, (ConfigurationValue?)v)),
        _ => [],
    };

    /// <summary>
    /// True for a host that is one machine as far as its text tells: an address, an own or public name, an internal name with the number of an
    /// instance. Service names and managed services are left to the tool, which sees what stands behind them.
    /// </summary>
    public static bool IsMachine(string host, FactContext context)
    {
        var isMachine = HostClassifier.Classify(host, context.Options.Hosts).Class switch
        {
            HostClass.PrivateIp or HostClass.PublicIp or HostClass.Own or HostClass.PublicName => true,
            HostClass.Internal or HostClass.PrivateName => HostClassifier.IsNumbered(host),
            _ => false,
        };
        return isMachine && !HostList.Contains(context.Options.AllowedHosts, host);
    }

    /// <summary>True for connections that the options exempt, by key or by name.</summary>
    public static bool IsIgnored(string? key, FactContext context)
    {
        if (key is null)
        {
            return false;
        }

        var name = key.StartsWith(ConfigurationKey.ConnectionStrings, StringComparison.OrdinalIgnoreCase)
            ? key.Substring(ConfigurationKey.ConnectionStrings.Length) : key;
        return context.Options.ConnectionNamesIgnored.Any(i => ConfigurationKey.AreEqual(i, key) || ConfigurationKey.AreEqual(i, name));
    }

    /// <summary>The environment that a value holds in, or the file, for a message.</summary>
    public static string PlaceOf(ConfigurationValue value) =>
        value.Environment ?? value.Path.Substring(value.Path.LastIndexOfAny(['/', '\\']) + 1);
}
