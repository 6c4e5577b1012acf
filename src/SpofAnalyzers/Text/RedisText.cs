using System.Globalization;

namespace Spof.Text;

/// <summary>Reads StackExchange.Redis configuration: endpoints and options, separated by commas.</summary>
internal static class RedisText
{
    private static readonly HashSet<string> OptionNames = new(StringComparer.Ordinal)
    {
        "abortconnect", "allowadmin", "asyncrtimeout", "asynctimeout", "channelprefix", "checkcertificaterevocation", "configchannel",
        "configcheckseconds", "connectretry", "connecttimeout", "defaultdatabase", "heartbeatinterval", "highintegrity", "keepalive", "name",
        "password", "protocol", "proxy", "resolvedns", "responsetimeout", "servicename", "setlib", "ssl", "sslhost", "sslprotocols",
        "synctimeout", "tiebreaker", "tunnel", "user", "version", "writebuffer",
    };

    /// <summary>True when the text has an endpoint first and a Redis option later.</summary>
    public static bool Looks(string text)
    {
        var comma = text.IndexOf(',');
        if (comma <= 0 || text.IndexOf(';') >= 0 || text.IndexOf('=') < comma)
        {
            return false;
        }

        return HostText.Pieces(text, ',').Any(p => p.IndexOf('=') is var equals and > 0
            && OptionNames.Contains(KeyWords.Compact(p.Substring(0, equals))));
    }

    public static ParsedAddress Parse(string text)
    {
        var hosts = new List<(string Host, int? Port)>();
        var options = new List<string>();
        string? database = null;
        foreach (var piece in HostText.Pieces(text, ','))
        {
            var equals = piece.IndexOf('=');
            if (equals > 0)
            {
                var name = KeyWords.Compact(piece.Substring(0, equals));
                var value = piece.Substring(equals + 1);
                ConnectionOptions.Add(name, value, options);
                if (name == "defaultdatabase" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                {
                    database = value;
                }
            }
            else if (HostText.Split(piece) is { } endpoint)
            {
                hosts.Add(endpoint);
            }
        }

        return hosts.Count == 0 ? ParsedAddress.Nothing : new ParsedAddress
        {
            Form = AddressForm.RedisConfiguration,
            Provider = ConnectionProvider.Redis,
            Endpoints = [.. hosts.Select(h => new ParsedEndpoint(h.Host, h.Port, Database: database))],
            Options = options,
        };
    }
}
