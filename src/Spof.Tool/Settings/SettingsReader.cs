using System.Collections.Immutable;
using System.Globalization;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Tool.Settings;

/// <summary>Reads the text of <c>spof.yml</c>. Every key that is not known is an error with a suggestion: a typo must not change the verdict.</summary>
internal static class SettingsReader
{
    /// <exception cref="UserError">The text is no YAML, or a key or value is wrong; the message names file and line.</exception>
    public static SpofSettings Read(string path, string text)
    {
        var file = YamlReader.Read(path, text);
        if (file.Errors.Count > 0)
        {
            throw Wrong(file.Errors[0].At, file.Errors[0].Message);
        }

        if (file.Documents.Count == 0)
        {
            return SpofSettings.Default;
        }

        var root = file.Documents[0];
        CheckKeys(root, "version", "system", "inputs", "entryPoints", "nodes", "links", "rules", "gate");
        if (root["version"] is { } version && version.Integer != 1)
        {
            throw Wrong(version.At, "this version of the tool reads 'version: 1'");
        }

        CheckKeys(root["inputs"], "environment", "manifests");
        CheckKeys(root.Find("inputs", "manifests"), "include", "exclude");
        CheckKeys(root["gate"], "failOn", "coverage");
        return new SpofSettings
        {
            System = root["system"]?.Text,
            Environment = root.Find("inputs", "environment")?.Text,
            Include = Texts(root.Find("inputs", "manifests", "include")),
            Exclude = Texts(root.Find("inputs", "manifests", "exclude")),
            EntryPoints = [.. Items(root["entryPoints"]).Select(EntryPoint)],
            Nodes = [.. Items(root["nodes"]).Select(Node)],
            Links = [.. Items(root["links"]).Select(Link)],
            Rules = [.. (root["rules"]?.Entries ?? []).Select(Rule)],
            FailOn = root.Find("gate", "failOn") is { } failOn ? OneOf<FindingLevel>(failOn) : null,
            CoverageGate = root.Find("gate", "coverage") is { } coverage ? Number(coverage, 0, 100) : null,
        };
    }

    private static EntryPointSetting EntryPoint(YamlNode node)
    {
        CheckKeys(node, "name", "match", "tier", "owner", "target");
        CheckKeys(node["match"], "node", "path");
        return new EntryPointSetting(
            Required(node, "name"),
            Required(node["match"] ?? throw Wrong(node.At, "an entry point needs 'match'"), "node"),
            node.Find("match", "path")?.Text,
            node["tier"] is { } tier ? (int)Number(tier, 0, 3) : null,
            node["owner"]?.Text,
            node["target"] is { } target ? Number(target, 0, 100) : null,
            node.At);
    }

    private static NodeSetting Node(YamlNode node)
    {
        CheckKeys(node, "match", "replicas", "failover", "domains", "fallback", "ignore");
        CheckKeys(node["domains"], "host", "zone", "region", "provider");
        return new NodeSetting
        {
            Match = Required(node, "match"),
            Replicas = node["replicas"] is { } replicas ? (int)Number(replicas, 1, 1_000_000) : null,
            Failover = node["failover"] is { } failover ? OneOf<FailoverKind>(failover) : null,
            Domains = (node["domains"]?.Entries ?? []).ToImmutableSortedDictionary(e => Enum.Parse<DomainKind>(e.Key, ignoreCase: true), e => Texts(e.Value)),
            Fallback = node["fallback"] is { } fallback ? OneOf(fallback, "none", "cache", "queue", "alternate") : null,
            Ignore = node["ignore"]?.Boolean ?? false,
            At = node.At,
        };
    }

    private static LinkSetting Link(YamlNode node)
    {
        CheckKeys(node, "from", "to", "strength", "reason");
        var strength = node["strength"] is { } text ? OneOf(text, "hard", "soft", "none") : "hard";
        return new LinkSetting(
            Required(node, "from"),
            Required(node, "to"),
            strength switch { "hard" => Strength.Hard, "soft" => Strength.Soft, _ => null },
            node["reason"]?.Text,
            node.At);
    }

    private static RuleSetting Rule(YamlEntry entry)
    {
        CheckKeys(entry.Value, "level");
        var level = entry.Value["level"] ?? throw Wrong(entry.KeyAt, $"'{entry.Key}' needs 'level'");
        return new RuleSetting(entry.Key, OneOf<FindingLevel>(level));
    }

    private static void CheckKeys(YamlNode? node, params string[] known)
    {
        if (node is null or { IsNull: true })
        {
            return;
        }

        if (node is not YamlMapping)
        {
            throw Wrong(node.At, $"a mapping with the keys {string.Join(", ", known)} is expected");
        }

        foreach (var entry in node.Entries)
        {
            if (!known.Contains(entry.Key, StringComparer.Ordinal))
            {
                var near = known.MinBy(k => EditDistance.Between(k.ToLowerInvariant(), entry.Key.ToLowerInvariant()))!;
                throw Wrong(entry.KeyAt, EditDistance.Between(near.ToLowerInvariant(), entry.Key.ToLowerInvariant()) <= 3
                    ? $"unknown key '{entry.Key}'; did you mean '{near}'?"
                    : $"unknown key '{entry.Key}'; known are {string.Join(", ", known)}");
            }
        }
    }

    private static IReadOnlyList<YamlNode> Items(YamlNode? node) =>
        node is null or { IsNull: true } or YamlSequence ? node?.Items ?? [] : throw Wrong(node.At, "a list is expected");

    private static ImmutableArray<string> Texts(YamlNode? node) =>
        node is YamlScalar { Text: { } one } ? [one] : [.. Items(node).Select(i => i.Text ?? throw Wrong(i.At, "a text is expected"))];

    private static string Required(YamlNode node, string key) =>
        node[key]?.Text ?? throw Wrong(node.At, $"'{key}' is missing");

    private static double Number(YamlNode node, double min, double max) =>
        double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : throw Wrong(node.At, $"a number from {min} to {max} is expected");

    private static T OneOf<T>(YamlNode node) where T : struct, Enum =>
        Enum.TryParse<T>(node.Text, ignoreCase: true, out var value) && !char.IsDigit(node.Text![0])
            ? value
            : throw Wrong(node.At, $"one of {string.Join(", ", Enum.GetNames<T>().Select(n => n.ToLowerInvariant()))} is expected");

    private static string OneOf(YamlNode node, params string[] values) =>
        values.Contains(node.Text, StringComparer.Ordinal) ? node.Text! : throw Wrong(node.At, $"one of {string.Join(", ", values)} is expected");

    private static UserError Wrong(SourcePosition at, string problem) => new($"{at}: {problem}");
}
