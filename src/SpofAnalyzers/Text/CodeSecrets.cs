namespace Spof.Text;

/// <summary>Finds secrets in a line of code that no key stands beside: arguments of a call that takes credentials, and headers.</summary>
internal static class CodeSecrets
{
    private static readonly HashSet<string> CredentialWords = new(StringComparer.Ordinal)
    {
        "credential", "credentials", "authentication", "password", "passwd", "pwd", "token", "apikey", "secret", "login", "auth", "authorization", "authenticate",
        "authenticator", "basic", "bearer",
    };

    private static readonly string[] Schemes = ["Bearer ", "Basic ", "Token ", "ApiKey ", "Digest ", "Negotiate "];

    /// <summary>
    /// The text behind an opening parenthesis up to its closing one, when the call's name speaks of credentials
    /// (<c>new NetworkCredential("joe", "x")</c>); null otherwise.
    /// </summary>
    public static (int Start, int End)? Arguments(string text, int parenthesis)
    {
        if (text[parenthesis] != '(')
        {
            return null;
        }

        var start = parenthesis;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_'))
        {
            start--;
        }

        return KeyWords.Of(text.Substring(start, parenthesis - start)).Any(CredentialWords.Contains) ? (parenthesis + 1, Close(text, parenthesis)) : null;
    }

    /// <summary>The value of an <c>Authorization</c> header whose scheme starts here (<c>Bearer eyJ…</c>); null otherwise.</summary>
    public static (int Start, int End)? Header(string text, int at)
    {
        foreach (var scheme in Schemes)
        {
            if (string.CompareOrdinal(text, at, scheme, 0, scheme.Length) == 0 && (at == 0 || !char.IsLetterOrDigit(text[at - 1])))
            {
                var end = at + scheme.Length;
                while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '\'' or '`' or ',' or ';' or ')'))
                {
                    end++;
                }

                return end > at + scheme.Length ? (at + scheme.Length, end) : null;
            }
        }

        return null;
    }

    /// <summary>True for a string literal that opens here and holds no address, which would be shown without its secrets anyway.</summary>
    public static bool IsLiteral(string text, int at) => text[at] == '"' && UriText.SchemeLength(text, at + 1) == 0;

    /// <summary>Index behind the string literal that opens here.</summary>
    public static int LiteralEnd(string text, int at)
    {
        var close = at + 1;
        while (close < text.Length && text[close] != text[at])
        {
            close += text[close] == '\\' ? 2 : 1;
        }

        return Math.Min(close + 1, text.Length);
    }

    /// <summary>
    /// The line without its bare literals where it speaks of a secret, or names a host whose addresses are secrets: one of them may be what goes
    /// into <c>"Password=" + pw</c> or behind <c>"https://hook.acme.com/in/" + key</c>, whatever the variable is called. Addresses, texts with
    /// pairs of their own and names of keys (<c>["Db"]</c>) stay for those who look for secrets in them.
    /// </summary>
    public static string WithoutBareLiterals(string line)
    {
        if (!SecretPairs.Any(line) && !NamesSecretAddress(line))
        {
            return line;
        }

        var result = new System.Text.StringBuilder(line.Length);
        for (var i = 0; i < line.Length;)
        {
            var end = line[i] == '"' ? LiteralEnd(line, i) : i + 1;
            var isBare = line[i] == '"' && end - i > 2 && IsLiteral(line, i) && (i == 0 || line[i - 1] is not ('[' or '$')) && line.Substring(i, end - i).TrimEnd('"', '=').IndexOf('=') < 0;
            result.Append(isBare ? "\"" + Redaction.Mask + "\"" : line.Substring(i, end - i));
            i = end;
        }

        return result.ToString();
    }

    /// <summary>True when a literal of the line begins with an address of a host that tells its callers apart by secret paths.</summary>
    private static bool NamesSecretAddress(string line)
    {
        for (var at = line.IndexOf("://", StringComparison.Ordinal); at >= 0; at = line.IndexOf("://", at + 3, StringComparison.Ordinal))
        {
            var end = at + 3;
            while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] is '.' or '-'))
            {
                end++;
            }

            if (PathText.HoldsSecretAddresses(line.Substring(at + 3, end - at - 3).ToLowerInvariant()))
            {
                return true;
            }
        }

        return false;
    }

    private static int Close(string text, int parenthesis)
    {
        var depth = 0;
        for (var i = parenthesis; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                i = LiteralEnd(text, i) - 1;
            }
            else
            {
                depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
                if (depth == 0)
                {
                    return i;
                }
            }
        }

        return text.Length;
    }
}
