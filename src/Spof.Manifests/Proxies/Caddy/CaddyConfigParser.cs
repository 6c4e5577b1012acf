using Spof.Manifests.Containers;
using Spof.Model;

namespace Spof.Manifests.Proxies.Caddy;

/// <summary>Reads the <c>reverse_proxy</c> directives of a Caddyfile, with their site, path matcher and upstreams.</summary>
internal sealed class CaddyConfigParser : IProxyConfigParser
{
    private const int MaxDepth = 32;

    public string Format => "caddy";

    public bool Claims(string fileName, string text)
    {
        var name = RootedPath.FileName(fileName);
        return name.StartsWith("Caddyfile", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".caddy", StringComparison.OrdinalIgnoreCase);
    }

    public ProxyRoutes Parse(ProxyConfigSource source)
    {
        var collector = new RouteCollector(source);
        new Reading(collector, CaddyLine.Split(source.Text, source.Origin)).Run();
        return collector.ToRoutes();
    }

    private sealed class Reading(RouteCollector collector, IReadOnlyList<CaddyLine> lines)
    {
        private readonly Dictionary<string, string> _matchers = new(StringComparer.Ordinal);
        private int _at;
        private string? _host;
        private int? _port;

        public void Run()
        {
            while (_at < lines.Count)
            {
                var line = lines[_at++];
                if (!line.Opens)
                {
                    // A file with one site may leave its braces out: the first line is then the address.
                    if (_host is null && _port is null && line.Words.Length > 0 && !IsDirective(line.Words[0]))
                    {
                        Site(line.Words);
                    }
                    else
                    {
                        Directive(line, null, 0);
                    }

                    continue;
                }

                if (line.Words.Length == 0 || line.Words[0].StartsWith('('))
                {
                    SkipBlock();
                    continue;
                }

                _matchers.Clear();
                Site(line.Words);
                Block(null, 1);
                if (_at >= lines.Count && !lines[^1].Closes)
                {
                    collector.Add(new Gap(line.At, "caddy: block has no closing brace", GapKind.Error));
                }

                _host = null;
                _port = null;
            }
        }

        private void Site(string[] addresses)
        {
            var address = BackendAddress.Parse(addresses[0].TrimEnd(','));
            var text = collector.Expand(addresses[0].TrimEnd(',')).Text;
            var isPortOnly = text.StartsWith(':');
            _host = isPortOnly || addresses.Length > 1 ? null : address?.Host;
            _port = isPortOnly ? BackendAddress.ListenPort(text)
                : addresses.Length > 1 ? null
                : address?.Port ?? (address?.Scheme == "http" ? 80 : address is null ? null : 443);
        }

        private void Block(string? path, int depth)
        {
            while (_at < lines.Count)
            {
                var line = lines[_at++];
                if (line.Closes)
                {
                    return;
                }

                if (depth > MaxDepth)
                {
                    collector.Add(new Gap(line.At, $"caddy: blocks nest deeper than {MaxDepth} levels", GapKind.Error));
                    _at = lines.Count;
                    return;
                }

                Directive(line, path, depth);
            }
        }

        private void Directive(CaddyLine line, string? path, int depth)
        {
            switch (line.Words)
            {
                case [['@', ..] name, "path", .. var patterns] when !line.Opens && patterns.Length > 0:
                    _matchers[name] = patterns[0];
                    break;
                case [['@', ..] name] when line.Opens:
                    Matcher(name);
                    break;
                case ["reverse_proxy", .. var arguments]:
                    ReverseProxy(line, arguments, path);
                    break;
                case ["handle" or "handle_path" or "route", .. var arguments] when line.Opens:
                    Block(Matched(arguments, out _) ?? path, depth + 1);
                    break;
                case ["file_server" or "respond" or "redir", ..]:
                    collector.AddOwnPort(_port);
                    if (line.Opens)
                    {
                        SkipBlock();
                    }

                    break;
                default:
                    if (line.Opens)
                    {
                        SkipBlock();
                    }

                    break;
            }
        }

        private void Matcher(string name)
        {
            while (_at < lines.Count && !lines[_at].Closes)
            {
                if (lines[_at].Words is ["path", var pattern, ..])
                {
                    _matchers[name] = pattern;
                }

                if (lines[_at++].Opens)
                {
                    SkipBlock();
                }
            }

            _at++;
        }

        private void ReverseProxy(CaddyLine line, string[] arguments, string? outer)
        {
            var path = Matched(arguments, out var taken) ?? outer;
            var upstreams = arguments[taken..].ToList();
            string? reason = null;
            if (line.Opens)
            {
                while (_at < lines.Count && !lines[_at].Closes)
                {
                    var inner = lines[_at++];
                    if (inner.Words is ["to", .. var more])
                    {
                        upstreams.AddRange(more);
                    }
                    else if (inner.Words is ["dynamic", ..])
                    {
                        reason = "the upstreams are found when the proxy runs";
                    }

                    if (inner.Opens)
                    {
                        SkipBlock();
                    }
                }

                _at++;
            }

            var backends = new List<BackendDeclaration>();
            foreach (var upstream in upstreams)
            {
                var address = collector.Expand(CaddyLine.ShellStyle(upstream));
                if (collector.Backend(address.Text, isBackup: false, line.At) is { } backend)
                {
                    backends.Add(backend);
                }
                else
                {
                    reason ??= address.UnknownReason ?? "the address of an upstream cannot be read";
                }
            }

            collector.Add(_port, _host, path, backends, reason, line.At, "reverse_proxy");
        }

        private string? Matched(string[] arguments, out int taken)
        {
            taken = 0;
            if (arguments is not [var first, ..] || first.Length == 0 || (first[0] is not ('/' or '@') && first != "*"))
            {
                return null;
            }

            taken = 1;
            return first[0] == '@' ? _matchers.GetValueOrDefault(first) : first == "*" ? null : first;
        }

        private void SkipBlock()
        {
            for (var depth = 1; _at < lines.Count && depth > 0; _at++)
            {
                depth += (lines[_at].Opens ? 1 : 0) - (lines[_at].Closes ? 1 : 0);
            }
        }

        private static bool IsDirective(string word) =>
            word is "reverse_proxy" or "file_server" or "respond" or "redir" or "handle" or "route" or "import" or "root" or "encode";
    }
}
