namespace Spof.Text;

/// <summary>Finds keys that speak of a secret or an account, with the place of their values, in code, configuration and command lines.</summary>
internal static class SecretPairs
{
    /// <summary>True when the text has a key that speaks of a secret, with a value.</summary>
    public static bool Any(string text)
    {
        if (text.IndexOf('=') < 0 && text.IndexOf(':') < 0)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (At(text, i, isConnectionString: true, withUsers: false) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value of a pair whose key starts here, or null.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="at">Where the key may start.</param>
    /// <param name="isConnectionString">True when values run to the next semicolon.</param>
    /// <param name="withUsers">True when names of accounts count.</param>
    public static (int Start, int End)? At(string text, int at, bool isConnectionString, bool withUsers = true)
    {
        if (!IsKeyStart(text, at))
        {
            return null;
        }

        var keyEnd = KeyEnd(text, at);
        var separator = SkipToSeparator(text, keyEnd);

        // "User ID = x": the key of a connection string may be two words.
        if (withUsers && separator == keyEnd + 1 && separator < text.Length && text[keyEnd] == ' ' && char.IsLetter(text[separator])
            && KeyEnd(text, separator) is var secondEnd && SkipToSeparator(text, secondEnd) is var next && next < text.Length && text[next] == '=')
        {
            (keyEnd, separator) = (secondEnd, next);
        }

        if (separator >= text.Length)
        {
            return null;
        }

        var isFlag = at >= 2 && text[at - 1] == '-' && text[at - 2] == '-';
        var isQuotedKey = at > 0 && keyEnd < text.Length && text[keyEnd] == '"' && text[at - 1] == '"';
        var isPair = text[separator] is '=' or ':';
        var isNext = isQuotedKey && text[separator] == ',';
        if (!isPair && !isFlag && !isNext)
        {
            return null;
        }

        var key = text.Substring(at, keyEnd - at);
        var isSecret = Redaction.IsSecretKey(key);
        if (!isSecret && !(withUsers && Redaction.IsUserKey(key)))
        {
            return null;
        }

        var start = isPair || isNext ? separator + 1 : keyEnd;
        while (start < text.Length && text[start] is ' ' or '=' or '>' or '@')
        {
            start++;
        }

        if (start >= text.Length || (start + 1 < text.Length && text[separator] == ':' && text[start] == '/' && text[start + 1] == '/')
            || (isNext && !CodeSecrets.IsLiteral(text, start)))
        {
            return null;
        }

        var end = ValueEnd(text, start, isConnectionString && text[separator] == '=', isFlag && !isPair);

        // In code the right side of "var user = await Find(id);" is no name of an account.
        return isSecret || text[start] is '"' or '\'' || text.IndexOf('(', start, end - start) < 0 ? (start, end) : null;
    }

    private static int KeyEnd(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-' or '.'))
        {
            at++;
        }

        return at;
    }

    private static int SkipToSeparator(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '"' or '\'' or ']')
        {
            at++;
        }

        return at;
    }

    private static int ValueEnd(string text, int start, bool isConnectionString, bool isFlag)
    {
        if (text[start] is '"' or '\'')
        {
            return CodeSecrets.LiteralEnd(text, start);
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

    private static bool IsKeyStart(string text, int at) =>
        char.IsLetter(text[at]) && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '_' or '.'));
}
