using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SpofAnalyzers.Rules;

/// <summary>Reads settings and build properties; a value that cannot be read is as if it were not there.</summary>
internal sealed class OptionReader
{
    private const string DefaultCategory = "third party";

    private static readonly char[] Separators = [',', ';', '|', '\n'];

    private readonly AnalyzerConfigOptions _global;
    private readonly AnalyzerConfigOptions? _tree;

    public OptionReader(AnalyzerConfigOptionsProvider provider, SyntaxTree? firstTree)
    {
        _global = provider.GlobalOptions;
        // Keys of an .editorconfig section reach the compiler per file; one file stands for the project.
        _tree = firstTree is null ? null : provider.GetOptions(firstTree);
    }

    public string? Text(string key) =>
        (_tree is not null && _tree.TryGetValue(key, out var value)) || _global.TryGetValue(key, out value) ? NullIfBlank(value) : null;

    public string? BuildProperty(string name) => Text("build_property." + name);

    public bool IsTrue(string buildProperty) => string.Equals(BuildProperty(buildProperty), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The items of a list, or null when the key is not set.</summary>
    public IReadOnlyList<string>? List(string key) =>
        Text(key)?.Split(Separators).Select(i => i.Trim()).Where(i => i.Length > 0).ToList();

    /// <summary>Items of the form <c>host=category</c>; "third party" where the category is left out.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs(string key)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var item in List(key) ?? [])
        {
            var equals = item.IndexOf('=');
            var name = equals < 0 ? item : item.Substring(0, equals).Trim();
            var value = equals < 0 ? DefaultCategory : item.Substring(equals + 1).Trim();
            if (name.Length > 0)
            {
                pairs.Add(new KeyValuePair<string, string>(name, value.Length == 0 ? DefaultCategory : value));
            }
        }

        return pairs;
    }

    public T? Choice<T>(string key)
        where T : struct, Enum =>
        Text(key) is { } text && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(typeof(T), value)
            && !char.IsDigit(text[0]) ? value : null;

    private static string? NullIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value!.Trim();
}
