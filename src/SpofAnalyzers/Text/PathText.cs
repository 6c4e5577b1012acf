namespace Spof.Text;

/// <summary>Takes secrets out of the path of a URL or a route: tokens in segments, and the query with all that follows.</summary>
internal static class PathText
{
    private const int LongRun = 20;

    /// <summary>Its addresses begin with the token of a bot.</summary>
    private const string BotHost = "api.telegram.org";

    /// <summary>Services whose addresses are secrets themselves, with the part of the path that every address of theirs begins with.</summary>
    private static readonly (string Host, string Start)[] SecretAddresses =
    [
        ("hooks.slack.com", "/services"), ("hooks.slack.com", "/workflows"), ("hooks.slack.com", "/triggers"), ("discord.com", "/api/webhooks"),
        ("discordapp.com", "/api/webhooks"), ("webhook.office.com", "/webhookb2"), ("outlook.office.com", "/webhook"), ("hooks.zapier.com", "/hooks"),
        ("maker.ifttt.com", "/trigger"),
    ];

    /// <summary>First labels of hosts that take webhooks.</summary>
    private static readonly HashSet<string> HookLabels = new(StringComparer.OrdinalIgnoreCase) { "hook", "hooks", "webhook", "webhooks" };

    /// <param name="path">Path, from its first slash.</param>
    /// <param name="host">Host in lower case when known.</param>
    /// <returns>The path with <c>***</c> in the place of each secret; without its query.</returns>
    public static string Of(string path, string? host = null)
    {
        var query = QueryStart(path);
        var end = query < 0 ? path.Length : query;
        foreach (var (owner, start) in SecretAddresses)
        {
            if (IsOf(host, owner) && path.StartsWith(start, StringComparison.OrdinalIgnoreCase) && end > start.Length + 1)
            {
                return path.Substring(0, start.Length) + "/" + Redaction.Mask;
            }
        }

        // Of a webhook the path is the key: only its first part says where it leads.
        var isHook = host is not null && IsHook(host);
        var segments = path.Substring(0, end).Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            if (IsSecretSegment(segments[i]) || (isHook && i > 1 && segments[i].Length > 0))
            {
                segments[i] = Redaction.Mask;
            }
        }

        return string.Join("/", segments);
    }

    /// <summary>True for a host all or some of whose addresses are secrets themselves.</summary>
    public static bool HoldsSecretAddresses(string host) => IsHook(host) || Array.Exists(SecretAddresses, a => IsOf(host, a.Host)) || IsOf(host, BotHost);

    private static bool IsHook(string host) => host.IndexOf('.') > 0 && HookLabels.Contains(host.Split('.')[0]);

    /// <summary>True for a segment that is, or carries, a token: <c>bot123456:AAF…</c>, a GUID, a hash, a generated key.</summary>
    public static bool IsSecretSegment(string segment)
    {
        var text = segment.IndexOf('%') < 0 ? segment : Uri.UnescapeDataString(segment);
        return Redaction.LooksSecret(text) || IsBotToken(text) || HasLongMixedRun(text);
    }

    /// <summary>
    /// Index of the question mark before a query, or -1. A path may also be a pattern (<c>^/api/?$</c>, <c>(?&lt;id&gt;…)</c>); there only a
    /// question mark with a name and an equals sign begins a query.
    /// </summary>
    public static int QueryStart(string text, int start = 0)
    {
        for (var mark = text.IndexOf('?', start); mark >= 0; mark = text.IndexOf('?', mark + 1))
        {
            if (IsQuery(text, mark) || (mark + 1 < text.Length && text.IndexOfAny(['(', '[', '^', '$', '*', '\\', '|']) < 0))
            {
                return mark;
            }
        }

        return -1;
    }

    /// <summary>True when a name and an equals sign follow the question mark.</summary>
    public static bool IsQuery(string text, int mark)
    {
        var end = mark + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-' or '.' or '$'))
        {
            end++;
        }

        return end > mark + 1 && end < text.Length && text[end] == '=' && (end + 1 == text.Length || text[end + 1] != '=');
    }

    private static bool IsOf(string? host, string owner) =>
        host is not null && host.EndsWith(owner, StringComparison.OrdinalIgnoreCase)
        && (host.Length == owner.Length || host[host.Length - owner.Length - 1] == '.');

    private static bool IsBotToken(string text)
    {
        var colon = text.IndexOf(':');
        return colon > 3 && colon + 1 < text.Length && text.StartsWith("bot", StringComparison.OrdinalIgnoreCase) && char.IsDigit(text[colon - 1]);
    }

    private static bool HasLongMixedRun(string text)
    {
        int run = 0, digits = 0;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c))
            {
                run = digits = 0;
                continue;
            }

            run++;
            digits += char.IsDigit(c) ? 1 : 0;
            if (run >= LongRun && digits >= 2 && digits < run)
            {
                return true;
            }
        }

        return false;
    }
}
