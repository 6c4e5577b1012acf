using System.Collections.Immutable;
using System.Globalization;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Tool.Settings;

/// <summary>Typed values of a settings file. What is not of the expected shape is an error with its place, never a default.</summary>
internal static class YamlValues
{
    /// <summary>The only document; null when the file says nothing.</summary>
    /// <exception cref="SettingsException">The text is no YAML, or holds several documents.</exception>
    public static YamlNode? ReadOne(string path, string text)
    {
        var file = YamlReader.Read(path, text);
        return file.Errors.Count > 0 ? throw new SettingsException(file.Errors[0].At, file.Errors[0].Message)
            : file.Documents.Count > 1 ? throw new SettingsException(file.Documents[1].At, "one document is expected")
            : file.Documents.Count == 0 || file.Documents[0].IsNull ? null
            : file.Documents[0];
    }

    /// <exception cref="SettingsException">The node is no mapping, or has a key that is not known.</exception>
    public static void CheckKeys(YamlNode? node, params string[] known)
    {
        if (node is null or { IsNull: true })
        {
            return;
        }

        if (node is not YamlMapping)
        {
            throw new SettingsException(node.At, $"a mapping with the keys {string.Join(", ", known)} is expected");
        }

        foreach (var entry in node.Entries)
        {
            if (!known.Contains(entry.Key, StringComparer.Ordinal))
            {
                throw new SettingsException(entry.KeyAt, $"unknown key '{entry.Key}'{Suggestion(entry.Key, known) ?? $"; known are {string.Join(", ", known)}"}");
            }
        }
    }

    /// <summary>Such as "; did you mean 'until'?"; null when nothing is near.</summary>
    public static string? Suggestion(string text, IEnumerable<string> known)
    {
        var near = known.MinBy(k => EditDistance.Between(k.ToLowerInvariant(), text.ToLowerInvariant()))!;
        return EditDistance.Between(near.ToLowerInvariant(), text.ToLowerInvariant()) <= 3 ? $"; did you mean '{near}'?" : null;
    }

    public static IReadOnlyList<YamlNode> Items(YamlNode? node) =>
        node is null or { IsNull: true } or YamlSequence ? node?.Items ?? [] : throw new SettingsException(node.At, "a list is expected");

    /// <summary>One text, or a list of them.</summary>
    public static ImmutableArray<string> Texts(YamlNode? node) =>
        node is YamlScalar { Text: { } one } ? [one] : [.. Items(node).Select(i => OptionalText(i) ?? throw new SettingsException(i.At, "a text is expected"))];

    public static string? OptionalText(YamlNode? node) =>
        node is null or YamlScalar ? node?.Text : throw new SettingsException(node.At, "a text is expected");

    public static string Required(YamlNode node, string key) =>
        OptionalText(node[key]) is { Length: > 0 } text ? text : throw new SettingsException(node[key]?.At ?? node.At, $"'{key}' is missing");

    public static double? Number(YamlNode? node, double min, double max) =>
        node is null ? null
        : double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max ? value
        : throw new SettingsException(node.At, $"a number from {min} to {max} is expected");

    public static int? Integer(YamlNode? node, int min, int max) =>
        node is null ? null
        : node.Integer is { } value && value >= min && value <= max ? value
        : throw new SettingsException(node.At, $"a whole number from {min} to {max} is expected");

    public static bool? Boolean(YamlNode? node) =>
        node is null ? null : node.Boolean ?? throw new SettingsException(node.At, "true or false is expected");

    public static T? OneOf<T>(YamlNode? node) where T : struct, Enum =>
        node is null ? null
        : Enum.TryParse<T>(node.Text, ignoreCase: true, out var value) && !char.IsDigit(node.Text![0]) && node.Text[0] != '-' ? value
        : throw new SettingsException(node.At, $"one of {string.Join(", ", Enum.GetNames<T>().Select(CamelCase))} is expected");

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
