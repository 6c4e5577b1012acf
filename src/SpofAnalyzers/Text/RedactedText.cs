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
        var credentialsEnd = 0;
        var literalEnd = 0;
        var isConnectionString = text.IndexOf(';') >= 0;
        while (at < text.Length)
        {
            credentialsEnd = CodeSecrets.Arguments(text, at)?.End ?? credentialsEnd;
            var opensLiteral = text[at] == '"' && at >= literalEnd;
            literalEnd = opensLiteral ? CodeSecrets.LiteralEnd(text, at) : literalEnd;
            if (opensLiteral && at < credentialsEnd && CodeSecrets.IsLiteral(text, at))
            {
                result.Append(Redaction.Mask);
                at = literalEnd;
            }
            else if ((SecretPairs.At(text, at, isConnectionString) ?? CodeSecrets.Header(text, at)) is var (start, end))
            {
                result.Append(text, at, start - at).Append(Redaction.Mask);
                at = end;
            }
            else if (text[at] == '?' && PathText.IsQuery(text, at))
            {
                result.Append('?').Append(Redaction.Mask);
                at = QueryEnd(text, at);
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

    /// <summary>Copies one word without user information and without secrets by shape; returns the index behind it.</summary>
    private static int Word(string text, int at, StringBuilder result)
    {
        var scheme = UriText.SchemeLength(text, at);
        var end = WordEnd(text, at + scheme, scheme > 0);
        if (end == at)
        {
            result.Append(text[at]);
            return at + 1;
        }

        if (scheme > 0)
        {
            Address(text, at, at + scheme, end, result);
            return end;
        }

        var word = text.Substring(at, end - at);
        var userEnd = UserInfoEnd(word, isValue: at > 0 && text[at - 1] is '=' or '"');
        if (userEnd > 0)
        {
            result.Append(Redaction.Mask).Append(word, userEnd, word.Length - userEnd);
        }
        else
        {
            result.Append(word[0] != '/' && Redaction.LooksSecret(word) ? Redaction.Mask : PathText.Of(word));
        }

        return end;
    }

    private static int WordEnd(string text, int at, bool isUri)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('"' or '\'' or '`' or '<' or '>' or '(' or ')')
            && (isUri || text[at] is not (';' or ',' or '=' or '&' or '{' or '}' or '[' or ']' or '?')))
        {
            at++;
        }

        return at;
    }

    /// <summary>End of a query: where the blank or quote stands that ends its text; it may hold code in braces.</summary>
    private static int QueryEnd(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('"' or '\'' or '`'))
        {
            at++;
        }

        return at;
    }

    /// <summary>Copies a URI, or a list of URIs without blanks, whose scheme ends at <paramref name="start"/>.</summary>
    private static void Address(string text, int schemeStart, int start, int end, StringBuilder result)
    {
        var isWeb = string.Compare(text, schemeStart, "http", 0, 4, StringComparison.OrdinalIgnoreCase) == 0;
        var host = UriText.SkipUserInfo(text, start, end, isWeb);
        result.Append(text, schemeStart, start - schemeStart).Append(host > start ? Redaction.Mask + "@" : "");
        var hostEnd = HostText.IndexOf(text, host, end, '/', '?', '#', ',', ';');
        hostEnd = hostEnd < 0 ? end : hostEnd;
        result.Append(text, host, hostEnd - host);
        if (hostEnd == end)
        {
            return;
        }

        // A comma or semicolon may begin the next host or the next keyword of a connection string.
        var next = text.IndexOfAny([',', ';'], hostEnd, end - hostEnd);
        var pathEnd = next < 0 ? end : next;
        var query = text.IndexOfAny(['?', '#'], hostEnd, pathEnd - hostEnd);
        var name = text.Substring(host, hostEnd - host);
        var colon = name.IndexOf(':');
        result.Append(PathText.Of(text.Substring(hostEnd, (query < 0 ? pathEnd : query) - hostEnd), (colon < 0 ? name : name.Substring(0, colon)).ToLowerInvariant()));
        if (query >= 0 && query + 1 < pathEnd)
        {
            result.Append(text[query]).Append(Redaction.Mask);
        }

        if (pathEnd < end)
        {
            result.Append(text[pathEnd]).Append(Of(text.Substring(pathEnd + 1, end - pathEnd - 1)));
        }
    }

    /// <summary>
    /// Index of the sign behind <c>user:password</c>, or behind <c>user/password</c> as the value of an Oracle connection string has it;
    /// 0 when there is none.
    /// </summary>
    private static int UserInfoEnd(string word, bool isValue)
    {
        var mark = word.LastIndexOf('@');
        if (mark <= 0 || string.CompareOrdinal(word, mark, "@sha256:", 0, 8) == 0)
        {
            return 0;
        }

        var colon = word.IndexOf(':');
        return (colon > 0 && colon < mark) || (isValue && word.IndexOf('/', 0, mark) > 0) ? mark : 0;
    }

    private static bool IsWordStart(string text, int at) =>
        text[at] != '-' && !char.IsWhiteSpace(text[at]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));
}
