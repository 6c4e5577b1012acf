using System.Text;

namespace Spof.Text;

/// <summary>Keywords of an ADO.NET style connection string; looked up without case and spaces. User names and secrets are dropped.</summary>
internal sealed class ConnectionKeywords
{
    public static ConnectionKeywords Empty { get; } = new();

    private static readonly HashSet<string> UserKeys = new(StringComparer.Ordinal) { "user", "userid", "uid", "username", "login", "accountname" };

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _dropped = new(StringComparer.Ordinal);

    /// <summary>Storage account; kept because the host is built from it, although it names an account.</summary>
    public string? StorageAccount { get; private set; }

    public int Count => _values.Count + _dropped.Count;

    /// <summary>The value of a keyword, or null when it is absent or was dropped as secret.</summary>
    /// <param name="compactName">Name in lower case without spaces.</param>
    public string? this[string compactName] => _values.TryGetValue(compactName, out var value) ? value : null;

    public IEnumerable<KeyValuePair<string, string>> All => _values;

    /// <summary>True when the keyword is there, also when its value was dropped.</summary>
    public bool Has(string compactName) => _values.ContainsKey(compactName) || _dropped.Contains(compactName);

    public bool HasAny(params string[] compactNames)
    {
        foreach (var name in compactNames)
        {
            if (Has(name))
            {
                return true;
            }
        }

        return false;
    }

    public string? First(params string[] compactNames)
    {
        foreach (var name in compactNames)
        {
            if (this[name] is { } value)
            {
                return value;
            }
        }

        return null;
    }

    public bool IsTrue(string compactName) => this[compactName]?.ToLowerInvariant() is "true" or "yes" or "1" or "on";

    /// <summary>Reads <c>key=value;key='va;lue'</c>; null when the text does not start with a keyword.</summary>
    public static ConnectionKeywords? Read(string text)
    {
        ConnectionKeywords? found = null;
        var at = 0;
        while (at < text.Length)
        {
            var pair = Next(text, ref at);
            if (pair is not var (key, value))
            {
                if (found is null && at < text.Length)
                {
                    return null;
                }

                continue;
            }

            found ??= new ConnectionKeywords();
            found.Add(KeyWords.Compact(key), key, value);
        }

        return found;
    }

    private void Add(string compact, string key, string value)
    {
        if (compact == "accountname")
        {
            StorageAccount = value;
        }

        if (UserKeys.Contains(compact) || Redaction.IsSecretKey(key))
        {
            _dropped.Add(compact);
        }
        else
        {
            _values[compact] = value;
        }
    }

    /// <summary>The pair at <paramref name="at"/>, or null for an empty or malformed piece; moves behind its semicolon.</summary>
    internal static (string Key, string Value)? Next(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is not ('=' or ';'))
        {
            at++;
        }

        var key = text.Substring(start, at - start).Trim();
        if (at >= text.Length || text[at] == ';' || !IsKey(key))
        {
            at = EndOfPiece(text, at);
            return null;
        }

        at++;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        var value = at < text.Length && text[at] is '"' or '\'' ? Quoted(text, ref at) : null;
        if (value is null)
        {
            var end = text.IndexOf(';', at);
            end = end < 0 ? text.Length : end;
            value = text.Substring(at, end - at).Trim();
            at = end;
        }

        at = EndOfPiece(text, at);
        return (key, value);
    }

    private static int EndOfPiece(string text, int at)
    {
        var end = text.IndexOf(';', Math.Min(at, text.Length));
        return end < 0 ? text.Length : end + 1;
    }

    private static string? Quoted(string text, ref int at)
    {
        var quote = text[at];
        var value = new StringBuilder();
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] != quote)
            {
                value.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == quote)
            {
                value.Append(text[i++]);
            }
            else
            {
                at = i + 1;
                return value.ToString();
            }
        }

        return null;
    }

    private static bool IsKey(string key)
    {
        if (key.Length is 0 or > 64 || !char.IsLetter(key[0]))
        {
            return false;
        }

        foreach (var c in key)
        {
            if (!char.IsLetterOrDigit(c) && c is not (' ' or '_' or '-' or '.'))
            {
                return false;
            }
        }

        return true;
    }
}
