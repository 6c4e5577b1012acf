namespace Spof.Text;

/// <summary>Reads the endpoints out of a configuration value or connection string. Never keeps user names, passwords or keys.</summary>
internal static class EndpointParser
{
    private const int MaxLength = 16_000;

    /// <param name="value">The value as written.</param>
    /// <param name="provider">Who receives it, when known: a comma means "port" for SQL Server and "next host" for most others.</param>
    public static ParsedAddress Parse(string value, ConnectionProvider provider = ConnectionProvider.Unknown)
    {
        var text = value.Trim().Trim('"').Trim();
        if (text.Length is 0 or > MaxLength)
        {
            return ParsedAddress.Nothing;
        }

        if (UriText.Parse(text) is { } uri)
        {
            return uri;
        }

        if (provider == ConnectionProvider.Redis || (provider == ConnectionProvider.Unknown && RedisText.Looks(text)))
        {
            return RedisText.Parse(text);
        }

        if (text.IndexOf('=') > 0 && ConnectionKeywords.Read(text) is { } keywords
            && (provider != ConnectionProvider.Unknown || ConnectionStringText.NamesAnEndpoint(keywords)))
        {
            return ConnectionStringText.Parse(keywords, provider);
        }

        return Hosts(text, provider);
    }

    /// <summary><c>host:port</c>, bare hosts, and lists of them.</summary>
    private static ParsedAddress Hosts(string text, ConnectionProvider provider)
    {
        var endpoints = new List<ParsedEndpoint>();
        var hasPort = false;
        foreach (var piece in HostText.Pieces(text, ',', ';', ' ', '\n', '\t', '\r'))
        {
            var slash = HostText.IndexOf(piece, 0, piece.Length, '/');
            if (HostText.Split(slash > 0 ? piece.Substring(0, slash) : piece) is not var (host, port))
            {
                return ParsedAddress.Nothing;
            }

            // "name/path" without a port is a path or an image, and "postgres:16" a version.
            if ((slash >= 0 && port is null) || (port is { } number && !IsPlausible(number)))
            {
                return ParsedAddress.Nothing;
            }

            hasPort |= port is not null;
            endpoints.Add(new ParsedEndpoint(host, port));
        }

        return endpoints.Count == 0 ? ParsedAddress.Nothing
            : new ParsedAddress { Form = hasPort ? AddressForm.HostAndPort : AddressForm.Word, Provider = provider, Endpoints = endpoints };
    }

    private static bool IsPlausible(int port) => port >= 80 || port is 21 or 22 or 25 or 53;
}
