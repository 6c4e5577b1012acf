using Spof.Manifests.Containers;
using Spof.Model;

namespace Spof.Manifests.Proxies.Caddy;

/// <summary>One line of a Caddyfile.</summary>
/// <param name="Words">Its words without the brace.</param>
/// <param name="Opens">True when it ends with an opening brace.</param>
/// <param name="Closes">True when it is a closing brace.</param>
/// <param name="At">Where it stands.</param>
internal sealed record CaddyLine(string[] Words, bool Opens, bool Closes, SourcePosition At)
{
    public static List<CaddyLine> Split(string text, SourcePosition origin)
    {
        var lines = new List<CaddyLine>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var trimmed = line.Trim().TrimStart('\uFEFF');
            var comment = trimmed.StartsWith('#') ? 0 : trimmed.IndexOf(" #", StringComparison.Ordinal);
            if (comment >= 0)
            {
                trimmed = trimmed[..comment].TrimEnd();
            }

            if (trimmed.Length == 0)
            {
                continue;
            }

            var at = origin.Within(number, line.Length - line.AsSpan().TrimStart().Length + 1);
            var opens = trimmed == "{" || trimmed.EndsWith(" {", StringComparison.Ordinal);
            var words = trimmed == "}" ? [] : CommandWords.Split(opens ? trimmed[..^1] : trimmed);
            lines.Add(new CaddyLine([.. words], opens, trimmed == "}", at));
        }

        return lines;
    }

    /// <summary>
    /// A placeholder for an environment variable (<c>{$NAME}</c>, <c>{$NAME:default}</c>, <c>{env.NAME}</c>) as a shell writes it.
    /// </summary>
    public static string ShellStyle(string text)
    {
        var open = text.IndexOf('{');
        var close = open < 0 ? -1 : text.IndexOf('}', open);
        if (close < 0)
        {
            return text;
        }

        var name = text[(open + 1)..close];
        if (name.StartsWith('$'))
        {
            name = name[1..];
        }
        else if (name.StartsWith("env.", StringComparison.Ordinal))
        {
            name = name[4..];
        }
        else
        {
            return text;
        }

        return text[..open] + "${" + name.Replace(":", ":-", StringComparison.Ordinal) + "}" + ShellStyle(text[(close + 1)..]);
    }
}
