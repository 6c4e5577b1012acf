namespace Spof.Text;

/// <summary>Finds the driver of a connection string by its keywords and reads the hosts the way that driver does.</summary>
internal static class ConnectionStringText
{
    private static readonly string[] ServerKeys =
        ["server", "datasource", "host", "hostname", "address", "addr", "networkaddress", "servers", "hosts", "contactpoints", "bootstrapservers"];

    private static readonly string[] SqlServerMarks =
    [
        "initialcatalog", "trustedconnection", "integratedsecurity", "multipleactiveresultsets", "trustservercertificate", "encrypt",
        "failoverpartner", "multisubnetfailover", "applicationintent", "attachdbfilename",
    ];

    private static readonly string[] PostgresMarks =
        ["targetsessionattributes", "searchpath", "loadbalancehosts", "includeerrordetail", "maxautoprepare", "hostrecheckseconds"];

    private static readonly string[] MySqlMarks =
        ["allowuservariables", "sslmode", "charset", "characterset", "allowpublickeyretrieval", "serverredirectionmode", "convertzerodatetime",
         "treattinyasboolean", "guidformat", "dnssrv"];

    private static readonly string[] RabbitMarks =
        ["virtualhost", "prefetchcount", "requestedheartbeat", "publisherconfirms", "persistentmessages"];

    private static readonly string[] FileEndings = [".db", ".sqlite", ".sqlite3", ".db3", ".sdf", ".litedb"];

    /// <summary>True when a keyword carries a host, a file or an endpoint, so that the text is a connection string at all.</summary>
    public static bool NamesAnEndpoint(ConnectionKeywords keywords) =>
        keywords.HasAny(ServerKeys) || keywords.HasAny("filename", "usedevelopmentstorage", "defaultendpointsprotocol", "accountendpoint")
        || keywords.All.Any(p => IsEndpointKey(p.Key));

    public static ParsedAddress Parse(ConnectionKeywords keywords, ConnectionProvider given)
    {
        var provider = given == ConnectionProvider.Unknown ? Decide(keywords) : given;
        var options = new List<string>();
        ConnectionOptions.AddFromKeywords(keywords, options);
        var endpoints = new List<ParsedEndpoint>();
        switch (provider)
        {
            case ConnectionProvider.Sqlite or ConnectionProvider.LiteDb:
                break;
            case ConnectionProvider.Storage:
                AddStorage(keywords, endpoints);
                break;
            case ConnectionProvider.Oracle:
                OracleText.Read(keywords.First(ServerKeys) ?? "", endpoints, options);
                break;
            default:
                AddServers(keywords, provider, endpoints);
                break;
        }

        AddEndpointUris(keywords, endpoints);
        return new ParsedAddress
        {
            Form = AddressForm.ConnectionString, Provider = provider, Endpoints = endpoints, Options = options, Keywords = keywords,
        };
    }

    private static ConnectionProvider Decide(ConnectionKeywords keywords)
    {
        if (keywords.Has("accountendpoint"))
        {
            return ConnectionProvider.Cosmos;
        }

        if (keywords["endpoint"]?.StartsWith("sb://", StringComparison.OrdinalIgnoreCase) == true)
        {
            return ConnectionProvider.ServiceBus;
        }

        if (keywords.HasAny("defaultendpointsprotocol", "usedevelopmentstorage", "blobendpoint", "queueendpoint", "tableendpoint"))
        {
            return ConnectionProvider.Storage;
        }

        var source = keywords.First(ServerKeys) ?? "";
        if (keywords.Has("filename"))
        {
            return ConnectionProvider.LiteDb;
        }

        // "Data Source" alone is a file: a server would need a database or a login.
        var isAlone = keywords.Count == 1 && keywords.Has("datasource") && source.IndexOfAny(['.', ',', '\\', ':', '(']) < 0;
        if (isAlone || IsFile(keywords["datasource"] ?? "") || keywords["mode"]?.ToLowerInvariant() is "memory" or "readwritecreate" or "readwrite")
        {
            return ConnectionProvider.Sqlite;
        }

        if (source.StartsWith("(", StringComparison.Ordinal) && source.IndexOf("HOST", StringComparison.OrdinalIgnoreCase) > 0)
        {
            return ConnectionProvider.Oracle;
        }

        return keywords.Has("bootstrapservers") ? ConnectionProvider.Kafka : Relational(keywords, source);
    }

    private static ConnectionProvider Relational(ConnectionKeywords keywords, string source)
    {
        var port = keywords["port"];
        if (keywords.HasAny(RabbitMarks) || port is "5672" or "5671")
        {
            return ConnectionProvider.RabbitMq;
        }

        var isMySql = port == "3306" || keywords.HasAny("uid", "pwd") || keywords.HasAny(MySqlMarks);
        if (keywords.HasAny("host", "hosts"))
        {
            // SqlClient rejects "Host"; "SslMode" alone is known to Npgsql and MySqlConnector.
            return port == "3306" || (isMySql && !keywords.Has("username") && port != "5432") ? ConnectionProvider.MySql : ConnectionProvider.PostgreSql;
        }

        if (keywords.HasAny(PostgresMarks) || port == "5432")
        {
            return ConnectionProvider.PostgreSql;
        }

        if (keywords.HasAny(SqlServerMarks) || source.IndexOf('\\') >= 0 || source.StartsWith("(local", StringComparison.OrdinalIgnoreCase)
            || source.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase) || source == ".")
        {
            return ConnectionProvider.SqlServer;
        }

        if (isMySql)
        {
            return ConnectionProvider.MySql;
        }

        if (keywords.Has("username") && keywords.Has("server"))
        {
            return ConnectionProvider.PostgreSql;
        }

        var comma = source.IndexOf(',');
        return comma > 0 && HostText.Port(source.Substring(comma + 1).Trim()) is not null ? ConnectionProvider.SqlServer : ConnectionProvider.Unknown;
    }

    private static void AddServers(ConnectionKeywords keywords, ConnectionProvider provider, List<ParsedEndpoint> endpoints)
    {
        var database = keywords.First("database", "initialcatalog", "db", "databasename");
        if (keywords.First(ServerKeys) is { } servers)
        {
            if (provider == ConnectionProvider.SqlServer)
            {
                AddSqlServer(servers, database, endpoints);
            }
            else
            {
                AddList(servers, HostText.Port(keywords["port"] ?? ""), database, endpoints);
            }
        }

        if (keywords["failoverpartner"] is { } partner)
        {
            AddSqlServer(partner, database, endpoints);
        }
    }

    /// <summary><c>tcp:host\instance,1433</c>: the comma is the port.</summary>
    private static void AddSqlServer(string source, string? database, List<ParsedEndpoint> endpoints)
    {
        var text = source.Trim();
        var colon = text.IndexOf(':');
        if (colon > 0 && text.Substring(0, colon).ToLowerInvariant() is "tcp" or "np" or "lpc" or "admin")
        {
            text = text.Substring(colon + 1).TrimStart('\\');
        }

        var comma = text.LastIndexOf(',');
        var port = comma < 0 ? null : HostText.Port(text.Substring(comma + 1).Trim());
        text = comma < 0 ? text : text.Substring(0, comma);
        var instance = text.IndexOf('\\');
        text = instance < 0 ? text : text.Substring(0, instance);
        if (HostText.Split(text) is var (host, colonPort))
        {
            endpoints.Add(new ParsedEndpoint(host, port ?? colonPort, Database: database));
        }
    }

    /// <summary><c>a,b:5433</c>, or <c>(address=a:3306,priority=1),(address=b)</c> of MySql.Data: the comma is the next host.</summary>
    private static void AddList(string servers, int? port, string? database, List<ParsedEndpoint> endpoints)
    {
        foreach (var piece in servers.Split([',', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
        {
            var text = piece.Trim();
            var equals = text.IndexOf('=');
            if (equals > 0)
            {
                if (!string.Equals(text.Substring(0, equals).Trim(), "address", StringComparison.OrdinalIgnoreCase))
                {
                    continue;
                }

                text = text.Substring(equals + 1);
            }

            // A path is the directory of a Unix socket.
            if (!text.StartsWith("/", StringComparison.Ordinal) && HostText.Split(text) is var (host, own))
            {
                endpoints.Add(new ParsedEndpoint(host, own ?? port, Database: database));
            }
        }
    }

    private static void AddStorage(ConnectionKeywords keywords, List<ParsedEndpoint> endpoints)
    {
        if (keywords.IsTrue("usedevelopmentstorage"))
        {
            endpoints.Add(new ParsedEndpoint("localhost"));
        }
        else if (keywords.StorageAccount is { Length: > 0 } account && !keywords.Has("blobendpoint"))
        {
            var host = account + ".blob." + (keywords["endpointsuffix"] ?? "core.windows.net");
            if (HostText.IsHost(host))
            {
                endpoints.Add(new ParsedEndpoint(HostClassifier.Normalize(host), null, keywords["defaultendpointsprotocol"]?.ToLowerInvariant()));
            }
        }
    }

    private static void AddEndpointUris(ConnectionKeywords keywords, List<ParsedEndpoint> endpoints)
    {
        var database = keywords["database"] ?? keywords["entitypath"];
        foreach (var pair in keywords.All.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            if (IsEndpointKey(pair.Key) && UriText.Parse(pair.Value) is { } uri)
            {
                endpoints.AddRange(uri.Endpoints.Select(e => e with { Database = e.Database ?? database }));
            }
        }
    }

    private static bool IsEndpointKey(string compact) =>
        compact.EndsWith("endpoint", StringComparison.Ordinal) || compact is "url" or "uri" or "baseurl" or "serviceurl";

    private static bool IsFile(string source) =>
        source == ":memory:" || source.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
        || source.IndexOf("|DataDirectory|", StringComparison.OrdinalIgnoreCase) >= 0 || source.StartsWith("/", StringComparison.Ordinal)
        || FileEndings.Any(e => source.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}
