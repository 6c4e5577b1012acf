namespace Spof.Text;

/// <summary>Recognises secrets by key and by shape, and takes them out of text that is shown.</summary>
internal static class Redaction
{
    public const string Mask = "***";

    private static readonly HashSet<string> SecretWords = new(StringComparer.Ordinal)
    {
        "password", "passwords", "passwd", "passphrase", "pwd", "pass", "secret", "secrets", "token", "tokens", "apikey", "apikeys", "accesskey",
        "privatekey", "credential", "credentials", "sas", "sig", "signature", "pin", "jwt", "cert", "certificate", "salt", "dsn", "auth",
        "authorization", "bearer", "cookie", "requirepass", "masterauth", "rootpw",
    };

    /// <summary>Last words that make a key harmless although it speaks of a secret: <c>TokenLifetime</c>, <c>SecretName</c>.</summary>
    private static readonly HashSet<string> HarmlessEndings = new(StringComparer.Ordinal)
    {
        "url", "uri", "endpoint", "host", "port", "name", "lifetime", "expiry", "expiration", "minutes", "seconds", "hours", "days", "enabled",
        "version", "count", "length", "type", "required", "timeout", "issuer", "audience", "authority", "address", "server", "id", "provider", "mode",
    };

    private static readonly HashSet<string> KeyKinds = new(StringComparer.Ordinal)
    {
        "api", "access", "account", "private", "shared", "secret", "primary", "secondary", "signing", "encryption", "master", "subscription",
        "function", "instrumentation", "license", "auth", "client", "host", "storage", "cosmos", "symmetric", "public", "security", "system", "app",
    };

    /// <summary>Sections that hold nothing but secrets.</summary>
    private static readonly HashSet<string> SecretGroups =
        new(StringComparer.Ordinal) { "passwords", "secrets", "tokens", "apikeys", "credentials" };

    private static readonly string[] SecretStarts =
    [
        "eyJ", "AKIA", "ASIA", "ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "sk_live_", "sk_test_", "rk_live_", "pk_live_", "whsec_", "sk-", "xoxb-",
        "xoxp-", "xoxa-", "xapp-", "SG.", "AIza", "ya29.", "npm_", "dop_v1_", "hvs.", "-----BEGIN",
    ];

    /// <summary>True when the key says that its value is a secret.</summary>
    public static bool IsSecretKey(string key)
    {
        var segments = key.Replace("__", ":").Split(':');
        for (var i = 0; i < segments.Length; i++)
        {
            var words = KeyWords.Of(segments[i]);
            var isLeaf = i == segments.Length - 1;
            if (words.Count > 0 && (isLeaf ? IsSecretName(words) : words.Count == 1 && SecretGroups.Contains(words[0])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the key says that its value names an account.</summary>
    public static bool IsUserKey(string key)
    {
        var words = KeyWords.Of(ConfigurationKey.Leaf(ConfigurationKey.Normalize(key)));
        return words.Count > 0 && (words[words.Count - 1] is "user" or "username" or "login" or "userid" or "uid"
            || (words.Count > 1 && words[words.Count - 2] == "user" && words[words.Count - 1] is "name" or "id"));
    }

    /// <summary>True when the value has the shape of a password, token or key, or carries one.</summary>
    public static bool LooksSecret(string value)
    {
        foreach (var start in SecretStarts)
        {
            if (value.StartsWith(start, StringComparison.Ordinal) && value.Length >= start.Length + (start.Length <= 3 ? 16 : 6))
            {
                return true;
            }
        }

        return HasUserInfo(value) || IsRandom(value) || SecretPairs.Any(value);
    }

    /// <summary>The path of a URL or route with every secret replaced by <c>***</c> and without its query.</summary>
    public static string Path(string path) => PathText.Of(path);

    /// <summary>The text with every secret replaced by <c>***</c>.</summary>
    public static string Text(string text) => RedactedText.Of(text);

    /// <summary>A line of code with every secret replaced by <c>***</c>, those too that a variable carries into a connection string of the same line.</summary>
    public static string CodeLine(string line) => Text(CodeSecrets.WithoutBareLiterals(line));

    /// <summary>
    /// True for a single long word that mixes letters and digits as only a machine does: GUIDs, hashes, Base64, generated keys.
    /// </summary>
    public static bool IsRandom(string word)
    {
        if (word.Length < 16 || word.Length > 4096)
        {
            return false;
        }

        int digits = 0, lower = 0, upper = 0, other = 0, switches = 0;
        var previous = 0;
        foreach (var c in word)
        {
            var kind = c is >= '0' and <= '9' ? 1 : c is >= 'a' and <= 'z' ? 2 : c is >= 'A' and <= 'Z' ? 3 : c is '+' or '/' or '=' or '_' or '-' or '~' ? 4 : 0;
            switch (kind)
            {
                case 0:
                    return false;
                case 1:
                    digits++;
                    break;
                case 2:
                    lower++;
                    break;
                case 3:
                    upper++;
                    break;
                default:
                    other++;
                    break;
            }

            // A capital followed by small letters is an ordinary word.
            switches += kind != previous && !(previous == 3 && kind == 2) && kind != 4 && previous != 4 ? 1 : 0;
            previous = kind;
        }

        var letters = lower + upper;
        if (digits == 0)
        {
            return letters >= 32 && lower > 0 && upper > 0 && switches * 3 >= word.Length;
        }

        return letters > 0 && (other <= 8) && digits >= 3 && switches >= 5 && switches * 6 >= word.Length;
    }

    /// <summary>True for <c>user:password@host</c>, with or without a scheme.</summary>
    private static bool HasUserInfo(string value)
    {
        var at = value.IndexOf('@');
        if (at <= 0)
        {
            return false;
        }

        var scheme = value.IndexOf("://", StringComparison.Ordinal);
        var start = scheme < 0 || scheme > at ? 0 : scheme + 3;
        var colon = value.IndexOf(':', start);
        return colon >= 0 && colon < at;
    }

    private static bool IsSecretName(List<string> words)
    {
        var last = words[words.Count - 1];
        if (words.Count > 1 && HarmlessEndings.Contains(last))
        {
            return false;
        }

        foreach (var word in words)
        {
            if (SecretWords.Contains(word))
            {
                return true;
            }
        }

        var compact = string.Concat(words);
        if (compact.EndsWith("password", StringComparison.Ordinal) || compact.EndsWith("secret", StringComparison.Ordinal)
            || compact.EndsWith("pwd", StringComparison.Ordinal))
        {
            return true;
        }

        // "Jwt:Key", "AccountKey", "SharedAccessKey"; but not "RoutingKey" or "PartitionKey".
        return last is "key" or "keys" && (words.Count == 1 || KeyKinds.Contains(words[words.Count - 2]));
    }
}
