using System.Text.RegularExpressions;
using Spof.Manifests.Containers;
using Spof.Model;

namespace Spof.Manifests.Proxies.HAProxy;

/// <summary>
/// Reads HAProxy configurations: what each listener passes to. In a Go template (confd, consul-template) the sections are read and the
/// servers that the template fills in are unknown.
/// </summary>
internal sealed partial class HAProxyConfigParser : IProxyConfigParser
{
    private static readonly string[] Proxying = ["frontend", "backend", "listen"];

    private static readonly string[] Other =
    [
        "global", "defaults", "userlist", "peers", "mailers", "resolvers", "cache", "program", "http-errors", "ring", "fcgi-app",
        "log-forward", "crt-store", "log-profile", "traces", "acme",
    ];

    public string Format => "haproxy";

    public bool Claims(string fileName, string text)
    {
        var name = RootedPath.FileName(fileName);
        var isNamedSo = name.Contains("haproxy", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".cfg", StringComparison.OrdinalIgnoreCase);
        return isNamedSo && Section().IsMatch(text);
    }

    public ProxyRoutes Parse(ProxyConfigSource source)
    {
        var collector = new RouteCollector(source);
        var sections = Sections(source, collector);
        var backends = new Dictionary<string, HAProxySection>(StringComparer.Ordinal);
        foreach (var section in sections.Where(s => s.Kind is "backend" or "listen"))
        {
            backends.TryAdd(section.Name, section);
        }

        foreach (var section in sections.Where(s => s.Kind is "frontend" or "listen"))
        {
            Route(section, backends, collector);
        }

        return collector.ToRoutes();
    }

    private static List<HAProxySection> Sections(ProxyConfigSource source, RouteCollector collector)
    {
        var sections = new List<HAProxySection>();
        HAProxySection? current = null;
        foreach (var (line, isTemplate) in HAProxyLine.Split(source.Text, source.Origin))
        {
            if (isTemplate)
            {
                if (current is not null)
                {
                    current.UnknownReason ??= "the servers are filled in by a template when the proxy starts";
                }
            }
            else if (Proxying.Contains(line.Keyword))
            {
                current = new HAProxySection(line.Keyword, line.Words.Length > 1 ? line.Words[1] : "", line.At);
                sections.Add(current);
                // The old form: listen NAME ADDRESS
                if (line is { Keyword: "listen" or "frontend", Words: [_, _, var address, ..] } && address.Contains(':'))
                {
                    Bind(current, address, line.At, collector);
                }
            }
            else if (Other.Contains(line.Keyword))
            {
                current = null;
            }
            else if (current is not null)
            {
                Take(current, line, collector);
            }
        }

        return sections;
    }

    private static void Take(HAProxySection section, HAProxyLine line, RouteCollector collector)
    {
        switch (line.Words)
        {
            case ["bind", var addresses, ..]:
                Bind(section, addresses, line.At, collector);
                break;
            case ["server", _, var address, .. var options]:
                Server(section, address, options, line.At, collector);
                break;
            case ["server", ..]:
                collector.Add(new Gap(line.At, "haproxy: a server without an address is not read", GapKind.Error));
                break;
            case ["server-template", _, _, var address, .. var options]:
                Server(section, address, options, line.At, collector);
                break;
            case ["default_backend", var name, ..]:
                section.DefaultBackend = collector.Expand(name).Text;
                section.DefaultBackendAt = line.At;
                break;
            case ["use_backend", var name, .. var condition]:
                section.Uses.Add((collector.Expand(name).Text, [.. condition], line.At));
                break;
            case ["acl", var name, .. var test]:
                section.AccessLists.TryAdd(name, [.. test]);
                break;
        }
    }

    private static void Bind(HAProxySection section, string addresses, SourcePosition at, RouteCollector collector)
    {
        foreach (var address in collector.Expand(addresses).Text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!address.StartsWith("unix@", StringComparison.Ordinal) && !address.StartsWith('/'))
            {
                section.Binds.Add((BackendAddress.ListenPort(address), at));
            }
        }
    }

    private static void Server(
        HAProxySection section, string address, string[] options, SourcePosition at, RouteCollector collector)
    {
        if (options.Contains("disabled") || address.StartsWith("unix@", StringComparison.Ordinal) || address.StartsWith('/'))
        {
            return;
        }

        var expanded = collector.Expand(address);
        var text = expanded.Text;
        if (text.StartsWith("ipv4@", StringComparison.Ordinal) || text.StartsWith("ipv6@", StringComparison.Ordinal))
        {
            text = text[5..];
        }

        if (collector.Backend(text, options.Contains("backup"), at) is { } backend)
        {
            section.Servers.Add(backend);
        }
        else
        {
            section.UnknownReason ??= expanded.UnknownReason ?? "the address of a server cannot be read";
        }
    }

    private static void Route(HAProxySection section, Dictionary<string, HAProxySection> backends, RouteCollector collector)
    {
        var ports = section.Binds.Select(b => b.Port).OfType<int>().Distinct().ToList();
        int? port = ports.Count == 1 ? ports[0] : null;
        var any = section.Servers.Count > 0 || section.UnknownReason is not null;
        if (any)
        {
            collector.Add(port, null, null, section.Servers, section.UnknownReason, section.At, $"{section.Kind} {section.Name}");
        }

        foreach (var (name, condition, at) in section.Uses)
        {
            any = true;
            var (host, path) = Match(section, condition);
            Use(name, host, path, at, "use_backend");
        }

        if (section.DefaultBackend is { } fallback)
        {
            any = true;
            Use(fallback, null, null, section.DefaultBackendAt!, "default_backend");
        }

        if (!any)
        {
            foreach (var own in ports)
            {
                collector.AddOwnPort(own);
            }
        }

        void Use(string name, string? host, string? path, SourcePosition at, string keyword)
        {
            if (backends.TryGetValue(name, out var backend))
            {
                collector.Add(port, host, path, backend.Servers, backend.UnknownReason, at, $"{keyword} {name}");
            }
            else
            {
                collector.Add(port, host, path, [], $"there is no backend '{name}' in the file", at, $"{keyword} {name}");
            }
        }
    }

    /// <summary>Host and path of a condition when its access lists name just one of each.</summary>
    private static (string? Host, string? Path) Match(HAProxySection section, IReadOnlyList<string> condition)
    {
        string? host = null;
        string? path = null;
        foreach (var name in condition)
        {
            if (!section.AccessLists.TryGetValue(name, out var test) || test.Count < 2)
            {
                continue;
            }

            if (test[0] is "path_beg" or "path" or "path_dir" || test[0].StartsWith("path,", StringComparison.Ordinal))
            {
                path ??= test[^1];
            }
            else if (test[0].StartsWith("hdr", StringComparison.Ordinal) && test[0].Contains("(host)", StringComparison.OrdinalIgnoreCase))
            {
                host ??= test[^1];
            }
            else if (test[0] is "req_ssl_sni" or "req.ssl_sni" or "ssl_fc_sni")
            {
                host ??= test[^1];
            }
        }

        return (host, path);
    }

    [GeneratedRegex(@"^(frontend|backend|listen)\b", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Section();
}
