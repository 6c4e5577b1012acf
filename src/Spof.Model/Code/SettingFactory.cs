namespace Spof.Model;

/// <summary>Turns a raw configuration or environment value into a <see cref="Setting"/> and drops whatever may be secret.</summary>
public static class SettingFactory
{
    /// <param name="key">Configuration key with ':' separators, or the environment variable's name.</param>
    /// <param name="raw">The value as written; it is parsed and dropped.</param>
    /// <param name="evidence">Where it stands; the text of each hop must already be free of the value.</param>
    /// <param name="isSecret">True for values of a Kubernetes Secret and the like: only host, port and database are taken.</param>
    public static Setting Create(string key, string raw, System.Collections.Immutable.ImmutableArray<Evidence> evidence, bool isSecret = false) =>
        new() { Key = key, Display = "(not shown)", Evidence = evidence, Plain = isSecret ? null : raw };

    /// <summary>A setting whose value is not in the scanned files.</summary>
    public static Setting Missing(string key, string reason, System.Collections.Immutable.ImmutableArray<Evidence> evidence) =>
        new() { Key = key, Display = "(unknown)", UnknownReason = reason, Evidence = evidence };
}
