using System.Globalization;
using Spof.Model;
using Spof.Text;

namespace Spof.Manifests.Proxies;

/// <summary>
/// Reads the forms in which proxies write an address: <c>host</c>, <c>host:port</c>, <c>[ipv6]:port</c>, <c>scheme://host:port/path</c>.
/// </summary>
internal static class BackendAddress
{
    /// <summary>The address, or null when the text is none: a socket file, a variable that is not known, an empty text.</summary>
    public static EndpointAddress? Parse(string text)
    {
        var rest = text.AsSpan().Trim();
        string? scheme = null;
        var separator = rest.IndexOf("://");
        if (separator > 0)
        {
            scheme = rest[..separator].ToString().ToLowerInvariant();
            rest = rest[(separator + 3)..];
        }

        if (rest.StartsWith("unix:") || rest.StartsWith("/"))
        {
            return null;
        }

        rest = rest[UriText.SkipUserInfo(rest.ToString(), 0, rest.Length, isWeb: true)..];
        var slash = rest.IndexOf('/');
        var path = slash < 0 || slash == rest.Length - 1 ? null : rest[slash..].ToString();
        var authority = slash < 0 ? rest : rest[..slash];
        var (host, port) = Split(authority);
        var name = host.ToString().TrimEnd('.').ToLowerInvariant();
        return name.Length == 0 || name.AsSpan().IndexOfAny("${}<>* ") >= 0
            ? null
            : new EndpointAddress(name, port, scheme, path is null || path.Contains('$') ? null : Redaction.Path(path));
    }

    /// <summary>The port of a listen address: <c>80</c>, <c>*:80</c>, <c>[::]:80</c>; null when it has none.</summary>
    public static int? ListenPort(string text)
    {
        var colon = text.LastIndexOf(':');
        var digits = text.AsSpan(colon + 1);
        var dash = digits.IndexOf('-');
        return Port(dash > 0 ? digits[..dash] : digits);
    }

    private static (string Host, int? Port) Split(ReadOnlySpan<char> authority)
    {
        if (authority.StartsWith("[") && authority.IndexOf(']') is > 0 and var close)
        {
            return (authority[1..close].ToString(), close + 2 < authority.Length ? Port(authority[(close + 2)..]) : null);
        }

        var colon = authority.LastIndexOf(':');
        return colon < 0 || authority.IndexOf(':') != colon
            ? (authority.ToString(), null)
            : (authority[..colon].ToString(), Port(authority[(colon + 1)..]));
    }

    private static int? Port(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536 ? port : null;
}
