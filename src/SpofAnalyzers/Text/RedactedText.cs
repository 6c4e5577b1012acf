using System.Text;

namespace Spof.Text;

/// <summary>Rewrites a line of code, configuration or a manifest so that it can be shown.</summary>
internal static class RedactedText
{
    public static string Of(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var at = 0;
        var isConnectionString = text.IndexOf(';') >= 0;
        while (at < text.Length)
        {
            if (SecretPair(text, at, isConnectionString) is var (valueStart, valueEnd))
            {
                result.Append(text, at, valueStart - at).Append(Redaction.Mask);
                at = valueEnd;
            }
            else if (IsWordStart(text, at))
            {
                at = Word(text, at, result);
            }
            else
            {
                result.Append(text[at++]);
            }
        }

        return result.ToString();
    }

    /// <summary>True when the text has a key that speaks of a secret, with a value.</summary>
    public static bool HasSecretPair(string text)
    {
        if (text.IndexOf('=') < 0 && text.IndexOf(':') < 0)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (SecretPair(text, i, isConnectionString: true) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value of a secret pair whose key starts here, or null.</summary>
    private static (int Start, int End)? SecretPair(string text, int at, bool isConnectionString)
    {
        if (!IsKeyStart(text, at))
        {
            return null;
        }

        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-' or '.'))
        {
            end++;
        }

        // "Access Key = x": the key of a connection string may have blanks.
        var keyEnd = end;
        var separator = end;
        while (separator < text.Length && text[separator] is ' ' or '"' or '\'' or ']')
        {
            separator++;
        }

        if (separator >= text.Length)
        {
            return null;
        }

        var isFlag = at >= 2 && text[at - 1] == '-' && text[at - 2] == '-';
        var isPair = text[separator] is '=' or ':';
        if ((!isPair && !isFlag) || !Redaction.IsSecretKey(text.Substring(at, keyEnd - at)))
        {
            return null;
        }

        var start = isPair ? separator + 1 : keyEnd;
        while (start < text.Length && text[start] is ' ' or '=' or '>' or '@')
        {
            start++;
        }

        if (start >= text.Length || (start + 1 < text.Length && text[separator] == ':' && text[start] == '/' && text[start + 1] == '/'))
        {
            return null;
        }

        return (start, ValueEnd(text, start, isConnectionString && text[separator] == '=', isFlag && !isPair));
    }

    private static int ValueEnd(string text, int start, bool isConnectionString, bool isFlag)
    {
        if (text[start] is '"' or '\'')
        {
            var close = start + 1;
            while (close < text.Length && text[close] != text[start])
            {
                close += text[close] == '\\' ? 2 : 1;
            }

            return Math.Min(close + 1, text.Length);
        }

        var end = start;
        while (end < text.Length && !(isConnectionString ? text[end] is ';' or '"' or '\n'
            : isFlag ? text[end] is ' ' or '\n'
            : text[end] is ',' or '&' or '\n' or '"' or '}' or ']'))
        {
            end++;
        }

        return end;
    }

    /// <summary>Copies one word without user information and without secrets by shape; returns the index behind it.</summary>
    private static int Word(string text, int at, StringBuilder result)
    {
        var scheme = UriText.SchemeLength(text, at);
        var end = at + scheme;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '\'' or '`' or '<' or '>' or '(' or ')')
            && (scheme > 0 || text[end] is not (';' or ',' or '=' or '&' or '{' or '}' or '[' or ']' or '?')))
        {
            end++;
        }

        if (end == at)
        {
            result.Append(text[at]);
            return at + 1;
        }

        if (scheme > 0)
        {
            var isWeb = string.Compare(text, at, "http", 0, 4, StringComparison.OrdinalIgnoreCase) == 0;
            var host = UriText.SkipUserInfo(text, at + scheme, end, isWeb);
            result.Append(text, at, scheme).Append(host > at + scheme ? Redaction.Mask + "@" : "");
            Segments(text, host, end, result);
            return end;
        }

        var word = text.Substring(at, end - at);
        var userEnd = word.IndexOf(':') is var colon and > 0 && word.LastIndexOf('@') is var mark && mark > colon ? mark : -1;
        if (userEnd > 0)
        {
            result.Append(Redaction.Mask).Append(word, userEnd, word.Length - userEnd);
        }
        else
        {
            result.Append(Redaction.LooksSecret(word) ? Redaction.Mask : word);
        }

        return end;
    }

    /// <summary>Path and query of a URI: secret pairs and random segments are masked.</summary>
    private static void Segments(string text, int start, int end, StringBuilder result)
    {
        while (start < end)
        {
            var stop = text.IndexOfAny(['/', '?', '&', '=', ';', ',', '#'], start, end - start);
            stop = stop < 0 ? end : stop;
            if (stop < end && text[stop] == '=' && Redaction.IsSecretKey(text.Substring(start, stop - start)))
            {
                result.Append(text, start, stop - start).Append('=').Append(Redaction.Mask);
                var next = text.IndexOfAny(['&', '#'], stop, end - stop);
                start = next < 0 ? end : next;
                continue;
            }

            var segment = text.Substring(start, stop - start);
            result.Append(Redaction.LooksSecret(segment) ? Redaction.Mask : segment);
            if (stop < end)
            {
                result.Append(text[stop]);
            }

            start = stop + 1;
        }
    }

    private static bool IsKeyStart(string text, int at) =>
        char.IsLetter(text[at]) && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '_' or '.'));

    private static bool IsWordStart(string text, int at) =>
        text[at] != '-' && !char.IsWhiteSpace(text[at]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));
}
