using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Harbor.Defaults.Text;

public static class TemplateCache
{
    private static readonly ConcurrentDictionary<string, Regex> ByName = new();

    public static Regex Placeholder(string name) => ByName.GetOrAdd(name, n => new Regex("{{" + Regex.Escape(n) + "}}", RegexOptions.Compiled));
}
