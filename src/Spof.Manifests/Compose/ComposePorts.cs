using System.Globalization;
using System.Net;
using Spof.Manifests.Yaml;

namespace Spof.Manifests.Compose;

/// <summary>Reads <c>ports</c> (short and long form) and <c>expose</c>.</summary>
internal static class ComposePorts
{
    private const int MaxRange = 100;

    public static List<PublishedPort> Published(YamlNode service, ComposeContext context)
    {
        var ports = new List<PublishedPort>();
        var seen = new HashSet<(string, string, string, string)>();
        foreach (var node in service["ports"]?.Items ?? [])
        {
            var spec = node is YamlMapping ? Long(node, context) : Short(node, context);
            if (spec is null || !seen.Add((spec.Ip, spec.Host, spec.Container, spec.Protocol)))
            {
                continue;
            }

            var evidence = ComposeContext.At(node.At, $"ports: {(spec.Host.Length == 0 ? "" : spec.Host + ":")}{spec.Container}");
            var hostPort = First(spec.Host);
            if (First(spec.Container) is null)
            {
                context.Gap(node.At, "the container port cannot be read");
            }

            ports.Add(new PublishedPort(hostPort, First(spec.Container), IsLoopback(spec.Ip), spec.Host.Length == 0, evidence));
        }

        return ports;
    }

    /// <summary>Ports of the container that the service names, published or not; a long range by its ends.</summary>
    public static SortedSet<int> Container(YamlNode service, ComposeContext context)
    {
        var all = new SortedSet<int>();
        foreach (var node in service["ports"]?.Items ?? [])
        {
            if ((node is YamlMapping ? Long(node, context) : Short(node, context)) is { } spec)
            {
                all.UnionWith(Range(spec.Container));
            }
        }

        foreach (var node in service["expose"]?.Items ?? [])
        {
            all.UnionWith(Range(context.Expand(node).Text.Split('/')[0]));
        }

        return all;
    }

    private static Spec? Long(YamlNode node, ComposeContext context) => node["target"] is { } target
        ? new Spec(
            context.Expand(node["host_ip"]).Text,
            context.Expand(node["published"]).Text,
            context.Expand(target).Text,
            node["protocol"]?.Text ?? "tcp")
        : null;

    private static Spec? Short(YamlNode node, ComposeContext context)
    {
        var text = context.Expand(node).Text;
        if (text.Length == 0)
        {
            return null;
        }

        var slash = text.LastIndexOf('/');
        var protocol = slash < 0 ? "tcp" : text[(slash + 1)..];
        var rest = slash < 0 ? text : text[..slash];
        var (head, container) = CutLast(rest);
        var (ip, host) = head is null ? ("", "") : CutLast(head) switch
        {
            (null, var only) when only.Contains('.') => (only, ""),
            (null, var only) => ("", only),
            var (address, port) => (address, port),
        };
        return new Spec(ip.Trim('[', ']'), host, container, protocol);
    }

    /// <summary>Cuts at the last colon that stands outside of brackets and variables.</summary>
    private static (string? Head, string Tail) CutLast(string text)
    {
        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            depth += text[i] switch { ']' or '}' => 1, '[' or '{' => -1, _ => 0 };
            if (text[i] == ':' && depth == 0)
            {
                return (text[..i], text[(i + 1)..]);
            }
        }

        return (null, text);
    }

    private static bool? IsLoopback(string ip)
    {
        if (ip.Length == 0)
        {
            return false;
        }

        if (ip.Contains('$'))
        {
            return null;
        }

        return ip.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(ip, out var address) && IPAddress.IsLoopback(address));
    }

    private static int? First(string range) => Number(range.Split('-')[0]);

    private static IEnumerable<int> Range(string range)
    {
        var ends = range.Split('-');
        if (Number(ends[0]) is not { } first)
        {
            return [];
        }

        if (ends.Length < 2 || Number(ends[1]) is not { } last || last < first)
        {
            return [first];
        }

        return last - first < MaxRange ? Enumerable.Range(first, last - first + 1) : [first, last];
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536 ? port : null;

    /// <param name="Ip">Address of the host; empty for all.</param>
    /// <param name="Host">Port or range of the host; empty when the engine chooses.</param>
    /// <param name="Container">Port or range of the container.</param>
    /// <param name="Protocol">tcp or udp.</param>
    private sealed record Spec(string Ip, string Host, string Container, string Protocol);
}
