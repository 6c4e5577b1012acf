using System.Collections.Immutable;
using System.Reflection;

namespace Spof.Reporting;

/// <summary>All rule pages, embedded when the tool is built.</summary>
public static class RuleBook
{
    private const string Prefix = "rules/";

    private static readonly Lazy<ImmutableSortedDictionary<string, RulePage>> Pages = new(Load);

    /// <summary>Where rule pages are published; every help link derives from it.</summary>
    public const string Root = "https://spofanalyzers.dev/";

    public static IEnumerable<RulePage> All => Pages.Value.Values;

    public static RulePage? Find(string ruleId) => Pages.Value.GetValueOrDefault(ruleId.ToUpperInvariant());

    public static string HelpLink(string ruleId) => Root + "rules/" + ruleId;

    private static ImmutableSortedDictionary<string, RulePage> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var pages = ImmutableSortedDictionary.CreateBuilder<string, RulePage>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var id = Path.GetFileNameWithoutExtension(name[Prefix.Length..]);
            pages[id] = RulePage.Parse(id, reader.ReadToEnd());
        }

        return pages.ToImmutable();
    }
}
