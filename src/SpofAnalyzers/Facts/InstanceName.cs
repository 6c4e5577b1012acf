using Spof.Text;

namespace SpofAnalyzers.Facts;

/// <summary>Names that mean one machine of several: <c>db01</c>, <c>sql-2</c>, <c>web3.corp</c>, <c>kafka-0.kafka</c>.</summary>
internal static class InstanceName
{
    /// <summary>Terms that end in a digit and number nothing.</summary>
    private static readonly HashSet<string> Terms = new(StringComparer.Ordinal)
    {
        "oauth2", "auth0", "s3", "ec2", "h2", "http2", "http3", "ipv4", "ipv6", "x509", "route53", "sha1", "sha256", "md5", "base64", "utf8", "mp3", "mp4",
        "log4", "k3", "d365", "o365", "office365", "dynamics365", "mod10", "l2", "l7",
    };

    /// <summary>Products whose image is often named with its version: <c>postgres16</c>, <c>redis7</c>.</summary>
    private static readonly HashSet<string> Versioned = new(StringComparer.Ordinal)
    {
        "postgres", "postgresql", "pgsql", "mysql", "mariadb", "mssql", "sqlserver", "oracle", "redis", "valkey", "mongo", "mongodb", "rabbitmq", "elastic",
        "elasticsearch", "opensearch",
    };

    /// <summary>True for a name inside of the own network whose first label ends with the number of an instance.</summary>
    /// <param name="host">Host as the parser gives it.</param>
    /// <param name="context">Options.</param>
    public static bool Is(string host, FactContext context) =>
        HostClassifier.Classify(host, context.Options.Hosts).Class
            is HostClass.SingleLabel or HostClass.KubernetesService or HostClass.Consul or HostClass.Internal or HostClass.PrivateName or HostClass.Own
        && EndsWithNumber(host) && HostClassifier.IsNumbered(host);

    private static bool EndsWithNumber(string host)
    {
        var dot = host.IndexOf('.');
        var end = dot < 0 ? host.Length : dot;
        var digits = end;
        while (digits > 0 && host[digits - 1] is >= '0' and <= '9')
        {
            digits--;
        }

        var word = digits;
        while (word > 0 && char.IsLetter(host[word - 1]))
        {
            word--;
        }

        var name = host.Substring(word, digits - word);
        var number = host.Substring(digits, end - digits);
        return number.Length > 0 && !Terms.Contains(name + number) && !IsYear(number) && !(Versioned.Contains(name) && IsVersion(number));
    }

    private static bool IsYear(string number) => number.Length == 4 && number.StartsWith("20", StringComparison.Ordinal);

    /// <summary>No instance has such a number: 4 and above, unless it is padded (<c>redis7</c> and <c>postgres16</c>, but not <c>redis2</c> or <c>redis07</c>).</summary>
    private static bool IsVersion(string number) => number[0] is >= '4' and <= '9' || (number.Length > 1 && number[0] != '0');
}
