using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Compose;

/// <summary>
/// Lays one Compose document over another by the rules of the Compose specification: maps are merged by key, lists are joined,
/// commands and single values are replaced, and the tags <c>!reset</c> and <c>!override</c> remove and replace.
/// </summary>
internal static class ComposeMerge
{
    /// <summary>Attributes of a service whose list form is a map.</summary>
    private static readonly HashSet<string> KeyedByEquals =
        new(StringComparer.Ordinal) { "environment", "labels", "annotations", "sysctls", "args", "additional_contexts" };

    private static readonly HashSet<string> KeyedByName = new(StringComparer.Ordinal) { "depends_on", "networks" };

    private static readonly HashSet<string> Replaced = new(StringComparer.Ordinal) { "command", "entrypoint", "test" };

    private static readonly HashSet<string> OneOrMany =
        new(StringComparer.Ordinal) { "env_file", "dns", "dns_search", "tmpfs", "label_file" };

    /// <summary>Lays a whole document over another one.</summary>
    public static YamlNode Documents(YamlNode lower, YamlNode upper) => Maps(lower, upper, Level.Document) ?? lower;

    /// <summary>Lays a service over the one that it extends or that an earlier file defines.</summary>
    public static YamlNode Services(YamlNode lower, YamlNode upper) => Maps(lower, upper, Level.Service) ?? lower;

    /// <summary>A list of <c>KEY=value</c> as a map; a map as it is. A bare key has the null value.</summary>
    public static YamlNode KeyedList(YamlNode node, char separator = '=')
    {
        if (node is not YamlSequence)
        {
            return node;
        }

        var entries = new List<YamlEntry>(node.Items.Count);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in node.Items)
        {
            if (item.Text is not { } text)
            {
                continue;
            }

            var at = text.IndexOf(separator);
            var entry = at < 0
                ? new YamlEntry(text, item.At, Null(item.At))
                : new YamlEntry(text[..at], item.At, new YamlScalar(item.At, item.Tag, text[(at + 1)..], isPlain: false));
            if (places.TryAdd(entry.Key, entries.Count))
            {
                entries.Add(entry);
            }
            else
            {
                entries[places[entry.Key]] = entry;
            }
        }

        return Map(node.At, entries);
    }

    /// <summary>A list of names as a map of names to nothing; a map as it is.</summary>
    public static YamlNode NamedList(YamlNode node) => node is YamlSequence ? KeyedList(node, '\0') : node;

    /// <summary>The short form of a build, its context, as a map.</summary>
    public static YamlNode Build(YamlNode node) =>
        node is YamlScalar { IsNull: false } ? Map(node.At, [new YamlEntry("context", node.At, node)]) : node;

    public static YamlMapping Map(SourcePosition at, IEnumerable<YamlEntry> entries) => new(at, null, [.. entries], []);

    private enum Level
    {
        Document,
        Section,
        Service,
        Inner,
    }

    private static YamlNode? Maps(YamlNode lower, YamlNode upper, Level level)
    {
        if (upper.Tag == "!reset")
        {
            return null;
        }

        if (upper.IsNull)
        {
            return lower;
        }

        if (upper.Tag == "!override" || lower is not YamlMapping || upper is not YamlMapping)
        {
            return Cleaned(upper);
        }

        var merged = new List<YamlEntry>(lower.Entries.Count + upper.Entries.Count);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in lower.Entries)
        {
            places[entry.Key] = merged.Count;
            merged.Add(entry);
        }

        var removed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in upper.Entries)
        {
            if (!places.TryGetValue(entry.Key, out var place))
            {
                if (Cleaned(entry.Value) is { } value)
                {
                    merged.Add(entry with { Value = value });
                }

                continue;
            }

            var below = merged[place];
            if (Values(below.Value, entry.Value, entry.Key, level) is not { } joined)
            {
                removed.Add(entry.Key);
            }
            else
            {
                merged[place] = new YamlEntry(entry.Key, joined is YamlScalar ? entry.KeyAt : below.KeyAt, joined);
            }
        }

        return Map(lower.At, removed.Count == 0 ? merged : merged.Where(e => !removed.Contains(e.Key)));
    }

    private static YamlNode? Values(YamlNode lower, YamlNode upper, string key, Level level)
    {
        if (upper.Tag == "!reset")
        {
            return null;
        }

        if (upper.IsNull)
        {
            return lower;
        }

        if (upper.Tag == "!override")
        {
            return Cleaned(upper);
        }

        switch (level)
        {
            case Level.Document:
                return Maps(lower, upper, key == "services" ? Level.Section : Level.Inner);
            case Level.Section:
                return Maps(lower, upper, Level.Service);
        }

        if (Replaced.Contains(key))
        {
            return upper;
        }

        if (key == "extra_hosts")
        {
            return Maps(ExtraHosts(lower), ExtraHosts(upper), Level.Inner);
        }

        if (KeyedByEquals.Contains(key))
        {
            return Maps(KeyedList(lower), KeyedList(upper), Level.Inner);
        }

        if (level == Level.Service && KeyedByName.Contains(key))
        {
            return Maps(NamedList(lower), NamedList(upper), Level.Inner);
        }

        if (level == Level.Service && key == "build")
        {
            return Maps(Build(lower), Build(upper), Level.Inner);
        }

        if (OneOrMany.Contains(key) || (lower is YamlSequence && upper is YamlSequence))
        {
            return new YamlSequence(lower.At, null, [.. ComposeContext.Many(lower), .. ComposeContext.Many(upper)]);
        }

        return Maps(lower, upper, Level.Inner);
    }

    /// <summary>Extra hosts as a map; the list form separates name and address by '=' or ':'.</summary>
    public static YamlNode ExtraHosts(YamlNode node) =>
        node is YamlSequence && !node.Items.Any(i => i.Text?.Contains('=') == true) ? KeyedList(node, ':') : KeyedList(node);

    /// <summary>The node without what its own tags remove; null when all of it is removed.</summary>
    private static YamlNode? Cleaned(YamlNode node)
    {
        if (node.Tag == "!reset")
        {
            return null;
        }

        if (node is not YamlMapping || !HasReset(node))
        {
            return node;
        }

        return Map(node.At, node.Entries.Where(e => e.Value.Tag != "!reset").Select(e => e with { Value = Cleaned(e.Value)! }));
    }

    private static bool HasReset(YamlNode node)
    {
        foreach (var entry in node.Entries)
        {
            if (entry.Value.Tag == "!reset" || (entry.Value is YamlMapping && HasReset(entry.Value)))
            {
                return true;
            }
        }

        return false;
    }

    private static YamlScalar Null(SourcePosition at) => new(at, null, "", isPlain: true);
}
