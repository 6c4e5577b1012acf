namespace Spof.Manifests.Compose.Clustering;

/// <summary>Takes the host names out of the ways in which cluster members are listed.</summary>
internal static class HostList
{
    /// <summary>
    /// Hosts of lists such as <c>n1=http://etcd1:2380,n2=…</c>, <c>server.1=zoo1:2888:3888;2181 …</c>, <c>1@kafka1:9093,…</c>,
    /// <c>gcomm://a,b</c>, <c>'a:1','b:1'</c>, <c>rabbit@host</c>.
    /// </summary>
    public static List<string> Hosts(string text)
    {
        var hosts = new List<string>();
        foreach (var piece in text.Split([',', ' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            var host = Host(piece.Trim('\'', '"', '[', ']'));
            if (host.Length > 0 && !host.Contains('$') && !hosts.Contains(host))
            {
                hosts.Add(host);
            }
        }

        return hosts;
    }

    private static string Host(string piece)
    {
        var rest = piece.AsSpan();
        if (rest.IndexOf(';') is >= 0 and var semicolon)
        {
            rest = rest[..semicolon];
        }

        if (rest.IndexOf("://") is >= 0 and var scheme)
        {
            rest = rest[(scheme + 3)..];
        }
        else if (rest.IndexOf('=') is >= 0 and var name)
        {
            rest = rest[(name + 1)..];
        }

        if (rest.IndexOf('@') is >= 0 and var at)
        {
            rest = rest[(at + 1)..];
        }

        if (rest.IndexOf('/') is >= 0 and var slash)
        {
            rest = rest[..slash];
        }

        if (rest.IndexOf(':') is >= 0 and var colon)
        {
            rest = rest[..colon];
        }

        return rest.Trim().Trim('\'').Trim('"').ToString();
    }
}
