namespace Spof.Text;

/// <summary>Reads URIs of any scheme, with host lists and lists of URIs, and skips user information.</summary>
internal static class UriText
{
    /// <summary>Schemes whose authority is no host.</summary>
    private static readonly HashSet<string> NoHost = new(StringComparer.Ordinal)
    {
        "file", "s3", "gs", "unix", "npipe", "pack", "docker", "oci", "res", "urn", "vault", "abfs", "wasb", "ms-appx",
    };

    private static readonly HashSet<string> DatabaseInPath = new(StringComparer.Ordinal)
    {
        "mongodb", "mongodb+srv", "postgres", "postgresql", "mysql", "mariadb", "sqlserver", "mssql", "redis", "rediss", "oracle", "mysqlx",
    };

    /// <summary>Length of the <c>scheme://</c> at that place, or 0.</summary>
    public static int SchemeLength(string text, int start)
    {
        var i = start;
        while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (i > start && text[i] is '+' or '.' or '-')))
        {
            i++;
        }

        var isScheme = i > start && char.IsLetter(text[start]) && string.CompareOrdinal(text, i, "://", 0, 3) == 0;
        return isScheme ? i + 3 - start : 0;
    }

    /// <summary>Reads the value as one or more URIs; null when it does not start with a scheme.</summary>
    public static ParsedAddress? Parse(string value)
    {
        var isJava = value.StartsWith("jdbc:", StringComparison.OrdinalIgnoreCase);
        var text = isJava ? value.Substring(5) : value;
        if (isJava && text.StartsWith("oracle:", StringComparison.OrdinalIgnoreCase))
        {
            return JavaOracle(text);
        }

        if (SchemeLength(text, 0) == 0)
        {
            return null;
        }

        var endpoints = new List<ParsedEndpoint>();
        var options = new List<string>();
        var provider = ConnectionProvider.Unknown;
        foreach (var piece in List(text))
        {
            provider = One(piece, endpoints, options);
        }

        return new ParsedAddress { Form = AddressForm.Uri, Provider = provider, Endpoints = endpoints, Options = options };
    }

    /// <summary>
    /// Index behind the user information that starts at <paramref name="start"/>; <paramref name="start"/> itself when there is none.
    /// A password may contain characters that a URI should have escaped.
    /// </summary>
    public static int SkipUserInfo(string text, int start, int end, bool isWeb)
    {
        var authorityEnd = HostText.IndexOf(text, start, end, '/', '?', '#');
        authorityEnd = authorityEnd < 0 ? end : authorityEnd;
        var at = LastAt(text, start, authorityEnd);
        if (!isWeb)
        {
            var query = text.IndexOf('?', start, end - start);
            at = Math.Max(at, LastAt(text, start, query < 0 ? end : query));
        }

        if (at < 0 && authorityEnd < end)
        {
            var authority = text.Substring(start, authorityEnd - start);
            var isBroken = authority.IndexOf(':') >= 0
                && HostText.Pieces(authority, ',').Any(p => HostText.Split(p) is null) && authority[0] != '[';
            at = isBroken ? LastAt(text, start, end) : -1;
        }

        return at < 0 ? start : at + 1;
    }

    private static int LastAt(string text, int start, int end) => end > start ? text.LastIndexOf('@', end - 1, end - start) : -1;

    private static IEnumerable<string> List(string text)
    {
        var start = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] is not (',' or ';' or ' ' or '\n' or '\t' or '|'))
            {
                continue;
            }

            var next = i + 1;
            while (next < text.Length && char.IsWhiteSpace(text[next]))
            {
                next++;
            }

            if (SchemeLength(text, next) > 0)
            {
                yield return text.Substring(start, i - start).Trim();
                start = next;
                i = next;
            }
        }

        yield return text.Substring(start).Trim();
    }

    private static ConnectionProvider One(string text, List<ParsedEndpoint> endpoints, List<string> options)
    {
        var schemeLength = SchemeLength(text, 0);
        var scheme = text.Substring(0, schemeLength - 3).ToLowerInvariant();
        if (NoHost.Contains(scheme))
        {
            return ConnectionProvider.Unknown;
        }

        // The JDBC form of SQL Server goes on with keywords after a semicolon.
        var end = scheme == "sqlserver" && text.IndexOf(';') is var semicolon and >= 0 ? semicolon : text.Length;
        var isWeb = scheme.StartsWith("http", StringComparison.Ordinal) || scheme is "ws" or "wss" or "grpc" or "dns";
        var start = SkipUserInfo(text, schemeLength, end, isWeb);
        var authorityEnd = HostText.IndexOf(text, start, end, '/', '?', '#');
        authorityEnd = authorityEnd < 0 ? end : authorityEnd;
        var query = text.IndexOf('?', authorityEnd, end - authorityEnd);
        var fragment = text.IndexOf('#', authorityEnd, end - authorityEnd);
        var pathEnd = query >= 0 ? query : fragment >= 0 ? fragment : end;
        var path = text.Substring(authorityEnd, pathEnd - authorityEnd);
        var keywords = end < text.Length ? ConnectionKeywords.Read(text.Substring(end + 1)) : null;
        var database = keywords?.First("databasename", "database")
            ?? (DatabaseInPath.Contains(scheme) ? DatabaseName(path) : null);
        var hasWebPath = path.Length > 1 && (isWeb || !DatabaseInPath.Contains(scheme));

        foreach (var piece in HostText.Pieces(text.Substring(start, authorityEnd - start), ','))
        {
            var instance = piece.IndexOf('\\');
            if (HostText.Split(instance < 0 ? piece : piece.Substring(0, instance)) is var (host, port))
            {
                endpoints.Add(new ParsedEndpoint(host, port, scheme, hasWebPath ? PathText.Of(path, host) : null, database));
            }
        }

        if (scheme == "mongodb+srv")
        {
            options.Add("srv");
        }

        if (query >= 0)
        {
            ConnectionOptions.AddFromQuery(text.Substring(query + 1, end - query - 1), options);
        }

        if (keywords is not null)
        {
            ConnectionOptions.AddFromKeywords(keywords, options);
        }

        return ProviderOf(scheme);
    }

    /// <summary><c>oracle:thin:user/password@//host:1521/service</c>.</summary>
    private static ParsedAddress JavaOracle(string text)
    {
        var at = text.LastIndexOf('@');
        var rest = text.Substring(at + 1).TrimStart('/');
        var end = rest.IndexOf('/');
        var address = end < 0 ? rest : rest.Substring(0, end);
        var parts = address.Split(':');
        var hostAndPort = parts.Length > 1 ? parts[0] + ":" + parts[1] : address;
        return at >= 0 && HostText.Split(hostAndPort) is var (host, port)
            ? new ParsedAddress { Form = AddressForm.Uri, Provider = ConnectionProvider.Oracle, Endpoints = [new(host, port, "oracle")] }
            : ParsedAddress.Nothing;
    }

    private static string? DatabaseName(string path)
    {
        var name = path.Trim('/');
        var slash = name.IndexOf('/');
        name = slash < 0 ? name : name.Substring(0, slash);
        return name.Length is 0 or > 128 || Redaction.LooksSecret(name) ? null : name;
    }

    private static ConnectionProvider ProviderOf(string scheme) => scheme switch
    {
        "postgres" or "postgresql" => ConnectionProvider.PostgreSql,
        "mysql" or "mariadb" or "mysqlx" => ConnectionProvider.MySql,
        "sqlserver" or "mssql" => ConnectionProvider.SqlServer,
        "redis" or "rediss" => ConnectionProvider.Redis,
        "amqp" or "amqps" or "rabbitmq" => ConnectionProvider.RabbitMq,
        "mongodb" or "mongodb+srv" => ConnectionProvider.MongoDb,
        "nats" => ConnectionProvider.Nats,
        "kafka" => ConnectionProvider.Kafka,
        "sb" => ConnectionProvider.ServiceBus,
        _ => ConnectionProvider.Unknown,
    };
}
