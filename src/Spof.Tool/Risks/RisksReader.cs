using System.Collections.Immutable;
using System.Globalization;
using Spof.Manifests.Yaml;
using Spof.Model;
using Spof.Reporting;
using static Spof.Tool.Settings.YamlValues;

namespace Spof.Tool.Risks;

/// <summary>Reads <c>.spof/risks.yml</c>. An entry that is wrong in any field is void: its finding stands, and a remark says which field.</summary>
internal static class RisksReader
{
    /// <summary>Longest time that a risk may be accepted for.</summary>
    private const int MaxDays = 365;

    private const int LeastFingerprint = 8;

    /// <param name="path">Path as messages show it.</param>
    /// <param name="text">Text of the file.</param>
    /// <param name="today">Day of the scan.</param>
    /// <exception cref="SettingsException">The text is no YAML or no list.</exception>
    public static AcceptedRisks Read(string path, string text, DateOnly today)
    {
        var entries = ImmutableArray.CreateBuilder<RiskEntry>();
        var remarks = ImmutableArray.CreateBuilder<Remark>();
        foreach (var item in Items(ReadOne(path, text)))
        {
            try
            {
                entries.Add(Entry(item, today));
            }
            catch (SettingsException problem)
            {
                remarks.Add(AcceptedRisks.Void(problem));
            }
        }

        return new AcceptedRisks(entries.ToImmutable(), remarks.ToImmutable());
    }

    private static RiskEntry Entry(YamlNode node, DateOnly today)
    {
        CheckKeys(node, "finding", "rule", "node", "entryPoints", "owner", "reason", "until", "ticket");
        var entry = new RiskEntry
        {
            Finding = OptionalText(node["finding"]),
            Rule = OptionalText(node["rule"]),
            Node = OptionalText(node["node"]),
            EntryPoints = Texts(node["entryPoints"]),
            Owner = Required(node, "owner"),
            Reason = Required(node, "reason"),
            Until = Date(node, today),
            Ticket = OptionalText(node["ticket"]),
            At = node.At,
        };
        if (entry.Finding is { } finding && (finding.Length < LeastFingerprint || !finding.All(char.IsAsciiHexDigit)))
        {
            throw new SettingsException(node["finding"]!.At, $"'finding' is no fingerprint; {LeastFingerprint} or more hex digits are expected");
        }

        if (entry.Finding is null && (entry.Rule is null || entry.Node is null))
        {
            throw new SettingsException(node.At, "'finding', or 'rule' and 'node', is missing");
        }

        return entry.Rule is { } rule && RuleBook.Find(rule) is null
            ? throw new SettingsException(node["rule"]!.At, $"'rule': there is no rule '{rule}'{Suggestion(rule, RuleBook.All.Select(p => p.Id))}")
            : entry;
    }

    private static DateOnly Date(YamlNode node, DateOnly today) => Day(Required(node, "until"), node["until"]!.At, today);

    /// <summary>The last day of an acceptance.</summary>
    /// <exception cref="SettingsException">It is no date, or too far away.</exception>
    public static DateOnly Day(string text, SourcePosition at, DateOnly today) =>
        !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            ? throw new SettingsException(at, $"'until' is no date; write it as 2027-03-31")
            : until.DayNumber - today.DayNumber > MaxDays
                ? throw new SettingsException(at, $"'until' is more than {MaxDays} days away")
                : until;
}
