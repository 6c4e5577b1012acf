namespace Spof.Manifests.Containers;

/// <summary>
/// Configuration on the command line as the host of .NET reads it: <c>--Key=Value</c>, <c>--Key Value</c>, <c>/Key=Value</c>,
/// <c>Key=Value</c>. It wins over environment variables.
/// </summary>
internal static class CommandLineSettings
{
    /// <summary>Keys of the host itself, which lead nowhere.</summary>
    private static readonly string[] HostKeys = ["urls", "http_ports", "https_ports", "environment", "contentRoot", "applicationName", "webroot"];

    /// <param name="words">Command and arguments.</param>
    /// <returns>Key, value, and the place of the word with the key.</returns>
    public static IEnumerable<(string Key, string Value, int Index)> Of(IReadOnlyList<string> words)
    {
        var isDotnet = IsDotnet(words);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var mark = word.StartsWith("--", StringComparison.Ordinal) ? 2 : word.StartsWith('/') ? 1 : 0;
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var key = equals < 0 ? word[mark..] : word[mark..equals];
            if (!IsKey(key, isDotnet && mark == 2))
            {
                continue;
            }

            if (equals >= 0)
            {
                yield return (key, word[(equals + 1)..], i);
            }
            else if (mark > 0 && i + 1 < words.Count && !words[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                yield return (key, words[++i], i - 1);
            }
        }
    }

    private static bool IsDotnet(IReadOnlyList<string> words) =>
        words.Any(w => w.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)) && words.Any(w => FileName(w) == "dotnet");

    private static string FileName(string word) => word[(word.LastIndexOf('/') + 1)..];

    // Of a program that is not known to be one of .NET, only keys that no other kind of program writes.
    private static bool IsKey(string key, bool isDotnet) =>
        key.Length > 0 && char.IsAsciiLetter(key[0]) && key.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '_' or '.' or '-')
        && (key.Trim(':').Contains(':', StringComparison.Ordinal) || key.Contains("__", StringComparison.Ordinal)
            || (isDotnet && !HostKeys.Contains(key, StringComparer.OrdinalIgnoreCase)));
}
