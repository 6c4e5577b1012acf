using System.Reflection;
using System.Text.RegularExpressions;
using SpofAnalyzers.Rules;

namespace Spof.Tool.Tests.Docs;

/// <summary>What can be set and what the pages say can be set are the same.</summary>
public sealed partial class OptionPageTests
{
    private static readonly string Usage = File.ReadAllText(Path.Combine(Repository.Root, "docs", "usage.md"));

    /// <summary>Keys of <c>.editorconfig</c> and global configurations that the rules read.</summary>
    private static readonly string[] Keys =
    [
        .. typeof(Spof1001Analyzer).Assembly.GetType("SpofAnalyzers.Rules.OptionKeys", throwOnError: true)!
            .GetFields(BindingFlags.Static | BindingFlags.Public).Select(f => (string)f.GetRawConstantValue()!),
    ];

    [Fact]
    public void Every_option_stands_in_the_table_of_the_usage_page()
    {
        Assert.True(Keys.Length > 10);
        Assert.All(Keys, key => Assert.True(Usage.Split('\n').Any(l => l.StartsWith('|') && l.Contains($"`{key}`", StringComparison.Ordinal)), key));
    }

    [Fact]
    public void Every_option_that_a_page_names_is_read()
    {
        var named = Pages.All.SelectMany(page => Key().Matches(File.ReadAllText(page)).Select(m => (Page: page, Key: m.Value))).ToArray();
        Assert.Contains(named, n => n.Key == "SPOF4001.min_tier");
        Assert.All(named, n => Assert.True(Keys.Contains(n.Key), $"{Pages.Name(n.Page)} names {n.Key}"));
    }

    [Fact]
    public void Every_build_property_that_a_page_names_is_read_by_the_package()
    {
        var build = string.Concat(Directory.GetFiles(Path.Combine(Repository.Root, "src", "SpofAnalyzers.Package", "build")).Select(File.ReadAllText));
        var named = Pages.All.SelectMany(page => Property().Matches(File.ReadAllText(page)).Select(m => (Page: page, Name: m.Groups["name"].Value))).ToArray();
        Assert.Superset(new HashSet<string> { "SpofAnalysisMode", "SpofIncludeCatalogues", "SpofIncludeConfigurationFiles" }, named.Select(n => n.Name).ToHashSet());
        Assert.All(named, n => Assert.True(build.Contains($"$({n.Name}", StringComparison.Ordinal), $"{Pages.Name(n.Page)} names {n.Name}"));
    }

    /// <summary>Every mode that a page sets is a preset of the package.</summary>
    [Fact]
    public void Every_mode_that_a_page_sets_is_a_preset()
    {
        var modes = Pages.All.SelectMany(page => Mode().Matches(File.ReadAllText(page)).Select(m => m.Groups["mode"].Value)).ToArray();
        Assert.NotEmpty(modes);
        Assert.All(modes, m => Assert.True(File.Exists(Path.Combine(Repository.Root, "src", "SpofAnalyzers.Package", "build", "presets", m + ".globalconfig")), m));
    }

    // Not the names of files: spof.yml, spof.json, SPOF1001.md.
    [GeneratedRegex(@"(?<![\w./-])(spof|SPOF\d{4})\.(?!(yml|yaml|json|sarif|txt|md|dll|catalogue)\b)[a-z]\w*")]
    private static partial Regex Key();

    [GeneratedRegex(@"[<`](?<name>Spof(Include|Analysis)\w+)[>` ]")]
    private static partial Regex Property();

    [GeneratedRegex(@"<SpofAnalysisMode[^>]*>(?<mode>[\w-]+)<")]
    private static partial Regex Mode();
}
