using System.Text.RegularExpressions;

namespace Spof.Tool.Tests.Docs;

/// <summary>Every link from page to page leads to a file, and to a heading of it where it names one.</summary>
public sealed partial class PageLinkTests
{
    [Fact]
    public void Every_link_between_the_pages_leads_somewhere()
    {
        var links = Pages.All.SelectMany(page => Link().Matches(WithoutCode(page)).Select(m => (Page: page, Path: m.Groups["path"].Value, Anchor: m.Groups["anchor"].Value))).ToArray();
        Assert.True(links.Length > 100 && links.Count(l => l.Anchor.Length > 0) > 5);
        Assert.All(links, link =>
        {
            var target = link.Path.Length == 0 ? link.Page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(link.Page)!, link.Path));
            Assert.True(File.Exists(target) || Directory.Exists(target), $"{Pages.Name(link.Page)} → {link.Path}");
            Assert.True(
                link.Anchor.Length == 0 || Anchors(target).Contains(link.Anchor), $"{Pages.Name(link.Page)} → {link.Path}#{link.Anchor}, which has {string.Join(", ", Anchors(target))}");
        });
    }

    [Theory]
    [InlineData("## Accepting a risk", "accepting-a-risk")]
    [InlineData("### `spof.yml`", "spofyml")]
    [InlineData("## 6. In continuous integration", "6-in-continuous-integration")]
    public void A_heading_is_linked_as_forges_do(string heading, string anchor) => Assert.Equal(anchor, AnchorOf(heading));

    private static HashSet<string> Anchors(string page) => [.. WithoutCode(page).Split('\n').Where(l => l.StartsWith('#')).Select(AnchorOf)];

    /// <summary>Lower case, blanks as hyphens, no punctuation.</summary>
    private static string AnchorOf(string heading) =>
        Punctuation().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    private static string WithoutCode(string page) => Fenced().Replace(File.ReadAllText(page), "");

    [GeneratedRegex(@"\]\((?!https?:)(?<path>[^)#\s]*)(#(?<anchor>[^)\s]*))?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Punctuation();
}
