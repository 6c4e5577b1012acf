using System.Globalization;

namespace Spof.Text;

/// <summary>Reads <c>host</c>, <c>host:port</c> and <c>[v6]:port</c>; placeholders such as <c>${DB_HOST:-db}</c> count as one opaque host.</summary>
internal static class HostText
{
    /// <summary>The host and port, or null when the text is neither (which may then be part of a secret).</summary>
    public static (string Host, int? Port)? Split(string text)
    {
        text = text.Trim();
        if (text.Length is 0 or > 300)
        {
            return null;
        }

        if (text[0] == '[')
        {
            var close = text.IndexOf(']');
            if (close < 0 || text.IndexOf(':') > close || text.IndexOf(':') < 0)
            {
                return null;
            }

            var after = text.Substring(close + 1);
            var v6 = HostClassifier.Normalize(text.Substring(0, close + 1));
            return HostClassifier.ParseAddress(v6) is null ? null
                : after.Length == 0 ? (v6, null)
                : after[0] == ':' && Port(after.Substring(1)) is { } port ? (v6, port)
                : null;
        }

        var colon = IndexOf(text, 0, text.Length, ':');
        if (colon < 0)
        {
            return IsHost(text) ? (Normalize(text), null) : null;
        }

        var host = text.Substring(0, colon);
        var rest = text.Substring(colon + 1);
        if (!IsHost(host))
        {
            return null;
        }

        return Port(rest) is { } number ? (Normalize(host), number) : IsPlaceholder(rest) ? (Normalize(host), null) : null;
    }

    public static int? Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535 ? port : null;

    /// <summary>True when the text can be a host: letters, digits, '-', '.', '_', or a placeholder between them.</summary>
    public static bool IsHost(string text)
    {
        if (text.Length is 0 or > 253)
        {
            return false;
        }

        if (text is "." or "*" or "+" or "(local)" or "(localdb)")
        {
            return true;
        }

        var depth = 0;
        foreach (var c in text)
        {
            switch (c)
            {
                case '{' or '<':
                    depth++;
                    break;
                case '}' or '>':
                    depth--;
                    break;
                case '$' or '#' or '%':
                    break;
                default:
                    if (depth == 0 && !char.IsLetterOrDigit(c) && c is not ('-' or '.' or '_'))
                    {
                        return false;
                    }

                    break;
            }
        }

        return depth == 0 && (text.Any(char.IsLetterOrDigit));
    }

    /// <summary>First of the characters outside of placeholder braces, or -1.</summary>
    public static int IndexOf(string text, int start, int end, params char[] wanted)
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (c is '{' or '<')
            {
                depth++;
            }
            else if (c is '}' or '>' && depth > 0)
            {
                depth--;
            }
            else if (depth == 0 && Array.IndexOf(wanted, c) >= 0)
            {
                return i;
            }
        }

        // A brace that never closes is no placeholder.
        return depth == 0 ? -1 : text.IndexOfAny(wanted, start, end - start);
    }

    /// <summary>The pieces between the separators, outside of placeholder braces.</summary>
    public static IEnumerable<string> Pieces(string text, params char[] separators)
    {
        var start = 0;
        while (start <= text.Length)
        {
            var end = IndexOf(text, start, text.Length, separators);
            end = end < 0 ? text.Length : end;
            var piece = text.Substring(start, end - start).Trim();
            if (piece.Length > 0)
            {
                yield return piece;
            }

            start = end + 1;
        }
    }

    private static bool IsPlaceholder(string text) =>
        text.Length > 2 && (text[0] is '{' or '<' or '$' or '#' or '%') && text[text.Length - 1] is '}' or '>' or '%' or '#';

    /// <summary>A listener's wildcard means every address of the machine.</summary>
    private static string Normalize(string host) => host is "*" or "+" ? "0.0.0.0" : HostClassifier.Normalize(host);
}
