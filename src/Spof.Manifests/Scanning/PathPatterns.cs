using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Spof.Manifests.Scanning;

/// <summary>
/// Path patterns with <c>*</c> (within a segment), <c>**</c> (over segments) and <c>?</c>, matched without case against paths
/// relative to the scanned root. A pattern without a slash matches in every folder; one that ends in a slash, everything below.
/// </summary>
internal sealed class PathPatterns
{
    private readonly Regex[] _patterns;

    public PathPatterns(ImmutableArray<string> patterns) =>
        _patterns = [.. patterns.Select(p => new Regex(
            Translate(p), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase))];

    public bool IsEmpty => _patterns.Length == 0;

    public bool Match(string path) => Array.Exists(_patterns, p => p.IsMatch(path));

    private static string Translate(string pattern)
    {
        pattern = pattern.Replace('\\', '/');
        if (pattern.StartsWith("./", StringComparison.Ordinal))
        {
            pattern = pattern[2..];
        }

        if (pattern.EndsWith('/'))
        {
            pattern += "**";
        }

        if (!pattern.Contains('/', StringComparison.Ordinal))
        {
            pattern = "**/" + pattern;
        }

        var regex = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern.AsSpan(i).StartsWith("**/", StringComparison.Ordinal))
            {
                regex.Append("(?:[^/]*/)*");
                i += 2;
            }
            else if (pattern.AsSpan(i).StartsWith("**", StringComparison.Ordinal))
            {
                regex.Append(".*");
                i++;
            }
            else
            {
                regex.Append(pattern[i] switch { '*' => "[^/]*", '?' => "[^/]", var c => Regex.Escape(c.ToString()) });
            }
        }

        return regex.Append('$').ToString();
    }
}
