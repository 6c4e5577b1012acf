namespace Spof.Text;

/// <summary>Reads an Oracle data source: a connect descriptor, EZConnect (<c>//host:1521/service</c>) or a TNS alias.</summary>
internal static class OracleText
{
    public static void Read(string source, List<ParsedEndpoint> endpoints, List<string> options)
    {
        if (source.IndexOf('(') >= 0)
        {
            Descriptor(source, endpoints, options);
            return;
        }

        var text = source.TrimStart('/');
        var slash = text.IndexOf('/');
        if (slash < 0 && text.IndexOf(':') < 0)
        {
            return; // A TNS alias: the hosts are in tnsnames.ora.
        }

        var service = slash < 0 ? null : text.Substring(slash + 1);
        foreach (var piece in (slash < 0 ? text : text.Substring(0, slash)).Split(','))
        {
            if (HostText.Split(piece) is var (host, port))
            {
                endpoints.Add(new ParsedEndpoint(host, port, Database: service));
            }
        }
    }

    private static void Descriptor(string source, List<ParsedEndpoint> endpoints, List<string> options)
    {
        var service = Value(source, "SERVICE_NAME", 0) ?? Value(source, "SID", 0);
        for (var at = Next(source, "ADDRESS", 0); at >= 0; at = Next(source, "ADDRESS", at + 1))
        {
            if (Value(source, "HOST", at) is { } text && HostText.Split(text) is var (host, _))
            {
                endpoints.Add(new ParsedEndpoint(host, HostText.Port(Value(source, "PORT", at) ?? ""), Database: service));
            }
        }

        if (Value(source, "FAILOVER", 0)?.ToLowerInvariant() is "on" or "true" or "yes")
        {
            options.Add("failover");
        }

        if (Value(source, "LOAD_BALANCE", 0)?.ToLowerInvariant() is "on" or "true" or "yes")
        {
            options.Add("loadBalance");
        }
    }

    /// <summary>Index of <c>(name=</c> at or after that place.</summary>
    private static int Next(string source, string name, int start)
    {
        for (var at = source.IndexOf(name, start, StringComparison.OrdinalIgnoreCase); at >= 0;
            at = source.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var before = at == 0 ? '\0' : source.Substring(0, at).TrimEnd() is { Length: > 0 } head ? head[head.Length - 1] : '\0';
            var after = source.Substring(at + name.Length).TrimStart();
            if (before == '(' && after.StartsWith("=", StringComparison.Ordinal))
            {
                return at;
            }
        }

        return -1;
    }

    private static string? Value(string source, string name, int start)
    {
        var at = Next(source, name, start);
        if (at < 0)
        {
            return null;
        }

        var equals = source.IndexOf('=', at);
        var close = source.IndexOf(')', equals);
        return close < 0 ? null : source.Substring(equals + 1, close - equals - 1).Trim();
    }
}
