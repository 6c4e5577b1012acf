using System.Collections.Immutable;

namespace Spof.Reporting;

/// <summary>One rule page (<c>docs/rules/SPOFnnnn.md</c>): the only source for explain, SARIF help and the web page.</summary>
/// <param name="Id">Rule id.</param>
/// <param name="Title">The sentence after the id in the title.</param>
/// <param name="Markdown">The whole page.</param>
/// <param name="Sections">Text of each section by its heading.</param>
public sealed record RulePage(string Id, string Title, string Markdown, ImmutableDictionary<string, string> Sections)
{
    /// <summary>First paragraph of "What stops": what the rule reports.</summary>
    public string Summary => Sections.TryGetValue("What stops", out var text) ? text.Split("\n\n", 2)[0].ReplaceLineEndings(" ").Trim() : Title;

    public static RulePage Parse(string id, string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var heading = lines.FirstOrDefault(l => l.StartsWith("# ", StringComparison.Ordinal)) ?? "# " + id;
        var colon = heading.IndexOf(':', StringComparison.Ordinal);
        var sections = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        string? section = null;
        var text = new List<string>();
        foreach (var line in lines.Append("## "))
        {
            if (!line.StartsWith("## ", StringComparison.Ordinal))
            {
                text.Add(line);
                continue;
            }

            if (section is not null)
            {
                sections[section] = string.Join('\n', text).Trim();
            }

            section = line[3..].Trim();
            text.Clear();
        }

        return new RulePage(id, colon < 0 ? heading[2..] : heading[(colon + 1)..].Trim(), markdown, sections.ToImmutable());
    }
}
