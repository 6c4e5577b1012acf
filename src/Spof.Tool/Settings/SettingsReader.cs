using System.Collections.Immutable;
using Spof.Manifests.Yaml;
using Spof.Model;
using Spof.Reporting;
using static Spof.Tool.Settings.YamlValues;

namespace Spof.Tool.Settings;

/// <summary>Reads the text of <c>spof.yml</c>. Every key, value or rule that is not known is an error with a suggestion: a typo must not change the verdict.</summary>
internal static class SettingsReader
{
    /// <exception cref="SettingsException">The text is no YAML, or a key or value is wrong; the message names file and line.</exception>
    public static SpofSettings Read(string path, string text)
    {
        if (ReadOne(path, text) is not { } root)
        {
            return SpofSettings.Default;
        }

        CheckKeys(root, "version", "system", "inputs", "entryPoints", "nodes", "links", "rules", "gate");
        if (root["version"] is { } version && version.Integer != 1)
        {
            throw new SettingsException(version.At, "this version of the tool reads 'version: 1'");
        }

        CheckKeys(root["inputs"], "environment", "manifests");
        CheckKeys(root.Find("inputs", "manifests"), "include", "exclude");
        CheckKeys(root["gate"], "failOn", "coverage");
        return new SpofSettings
        {
            System = OptionalText(root["system"]),
            Environment = OptionalText(root.Find("inputs", "environment")),
            Include = Texts(root.Find("inputs", "manifests", "include")),
            Exclude = Texts(root.Find("inputs", "manifests", "exclude")),
            EntryPoints = [.. Items(root["entryPoints"]).Select(EntryPoint)],
            Nodes = [.. Items(root["nodes"]).Select(Node)],
            Links = [.. Items(root["links"]).Select(Link)],
            Rules = Rules(root["rules"]),
            FailOn = OneOf<FindingLevel>(root.Find("gate", "failOn")),
            CoverageGate = Number(root.Find("gate", "coverage"), 0, 100),
        };
    }

    private static EntryPointSetting EntryPoint(YamlNode node)
    {
        CheckKeys(node, "name", "match", "tier", "owner", "target");
        CheckKeys(node["match"], "node", "path");
        return new EntryPointSetting(
            Required(node, "name"),
            Required(node["match"] ?? throw new SettingsException(node.At, "an entry point needs 'match'"), "node"),
            OptionalText(node.Find("match", "path")),
            Integer(node["tier"], 0, 3),
            OptionalText(node["owner"]),
            Number(node["target"], 0, 100),
            node.At);
    }

    private static NodeSetting Node(YamlNode node)
    {
        CheckKeys(node, "match", "replicas", "failover", "domains", "fallback", "ignore");
        CheckKeys(node["domains"], "host", "zone", "region", "provider");
        return new NodeSetting
        {
            Match = Required(node, "match"),
            Replicas = Integer(node["replicas"], 1, 1_000_000),
            Failover = OneOf<FailoverKind>(node["failover"]),
            Domains = (node["domains"]?.Entries ?? []).ToImmutableSortedDictionary(e => Enum.Parse<DomainKind>(e.Key, ignoreCase: true), e => Texts(e.Value)),
            Fallback = OneOf<FallbackKind>(node["fallback"]),
            Ignore = Boolean(node["ignore"]) ?? false,
            At = node.At,
        };
    }

    private static LinkSetting Link(YamlNode node)
    {
        CheckKeys(node, "from", "to", "strength", "reason");
        return new LinkSetting(
            Required(node, "from"),
            Required(node, "to"),
            OptionalText(node["strength"]) switch
            {
                null or "hard" => Strength.Hard,
                "soft" => Strength.Soft,
                "none" => null,
                _ => throw new SettingsException(node["strength"]!.At, "one of hard, soft, none is expected"),
            },
            OptionalText(node["reason"]),
            node.At);
    }

    private static ImmutableArray<RuleSetting> Rules(YamlNode? node) => node switch
    {
        null or { IsNull: true } => [],
        YamlMapping => [.. node.Entries.Select(Rule)],
        _ => throw new SettingsException(node.At, "a mapping from a rule id, or a family such as 'SPOF70*', to 'level' is expected"),
    };

    private static RuleSetting Rule(YamlEntry entry)
    {
        var setting = new RuleSetting(entry.Key, FindingLevel.None);
        if (!RuleBook.All.Any(p => setting.Covers(p.Id)))
        {
            throw new SettingsException(entry.KeyAt, $"there is no rule '{entry.Key}'{Suggestion(entry.Key, RuleBook.All.Select(p => p.Id))}");
        }

        CheckKeys(entry.Value, "level");
        return setting with
        {
            Level = OneOf<FindingLevel>(entry.Value["level"]) ?? throw new SettingsException(entry.KeyAt, $"'{entry.Key}' needs 'level'"),
        };
    }
}
