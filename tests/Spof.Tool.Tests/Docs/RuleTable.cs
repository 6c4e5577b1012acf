using System.Text;
using Spof.Reporting;

namespace Spof.Tool.Tests.Docs;

/// <summary>The table of all rules in the README, made from their pages.</summary>
internal static class RuleTable
{
    private const string Start = "<!-- rules: generated from docs/rules -->\n";
    private const string End = "<!-- end of rules -->";

    /// <summary>The text with the table between its marks.</summary>
    public static string Into(string readme, IEnumerable<RulePage> pages)
    {
        var start = readme.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var end = readme.IndexOf(End, StringComparison.Ordinal);
        Assert.True(start >= Start.Length && end >= start, "the marks of the table are missing");
        var table = new StringBuilder("| rule | says | level | fix |\n|---|---|---|---|\n");
        foreach (var page in pages)
        {
            var fix = Cell(page, "Code fix").StartsWith("yes", StringComparison.OrdinalIgnoreCase) ? "yes" : "";
            table.Append($"| [{page.Id}](docs/rules/{page.Id}.md) | {page.Title} | {(Cell(page, "Default severity") is { Length: > 0 } level ? level.Split(' ', ';', ',')[0].ToLowerInvariant() : "by proof")} | {fix} |\n");
        }

        return readme[..start] + table + readme[end..];
    }

    /// <summary>A cell of the table at the top of a page by its first column; empty when the page has none.</summary>
    public static string Cell(RulePage page, string name) =>
        page.Markdown.Split('\n').Select(l => l.Split('|', StringSplitOptions.TrimEntries)).Where(c => c.Length > 3 && c[1] == name).Select(c => c[2]).FirstOrDefault() ?? "";
}
