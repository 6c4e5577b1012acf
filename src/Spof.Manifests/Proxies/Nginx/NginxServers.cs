using Spof.Model;

namespace Spof.Manifests.Proxies.Nginx;

/// <summary>Turns the server blocks of a configuration into routes.</summary>
internal sealed class NginxServers(RouteCollector collector)
{
    private const int MaxValueLength = 4096;

    private static readonly string[] Passes = ["proxy_pass", "grpc_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass"];

    private static readonly string[] RequestPaths = ["${request_uri}", "${uri}", "${document_uri}", "${is_args}"];

    private readonly Dictionary<string, NginxDirective> _upstreams = new(StringComparer.Ordinal);

    public void Read(IReadOnlyList<NginxDirective> main)
    {
        // The blocks of http { }, stream { } and files that hold only their content.
        List<NginxDirective> blocks = [.. main, .. main.Where(d => d.Name is "http" or "stream").SelectMany(d => d.Block ?? [])];
        foreach (var upstream in blocks.Where(d => d is { Name: "upstream", First: not null, Block: not null }))
        {
            _upstreams[upstream.First!] = upstream;
        }

        foreach (var server in blocks.Where(d => d is { Name: "server", Block: not null }))
        {
            new Server(this, collector, server.Block!, server.At).Read();
        }
    }

    private (List<BackendDeclaration> Backends, string? UnknownReason) Target(
        NginxDirective pass, IReadOnlyDictionary<string, string> set, bool isBackup)
    {
        if (pass.First is not { } written)
        {
            return ([], "the address is missing");
        }

        var expanded = collector.Expand(Replace(written, set));
        var text = WithoutRequestPath(expanded.Text);
        var separator = text.IndexOf("://", StringComparison.Ordinal);
        var rest = separator < 0 ? text : text[(separator + 3)..];
        if (rest.StartsWith("unix:", StringComparison.Ordinal))
        {
            return ([], null);
        }

        var slash = rest.IndexOf('/');
        var authority = slash < 0 ? rest : rest[..slash];
        if (_upstreams.TryGetValue(authority, out var upstream))
        {
            return Servers(upstream, isBackup);
        }

        if (authority.Contains('$'))
        {
            return ([], expanded.UnknownReason ?? $"{pass.Name} takes the host from a variable of nginx");
        }

        return collector.Backend(text, isBackup, pass.At) is { } backend
            ? ([backend], null)
            : ([], $"the address of {pass.Name} cannot be read");
    }

    private (List<BackendDeclaration> Backends, string? UnknownReason) Servers(NginxDirective upstream, bool isBackup)
    {
        var backends = new List<BackendDeclaration>();
        string? reason = null;
        foreach (var server in upstream.Block!.Where(d => d.Name == "server" && !d.Arguments.Contains("down")))
        {
            var address = collector.Expand(server.First ?? "");
            if (address.Text.StartsWith("unix:", StringComparison.Ordinal))
            {
                continue;
            }

            if (collector.Backend(address.Text, isBackup || server.Arguments.Contains("backup"), server.At) is { } backend)
            {
                backends.Add(backend);
            }
            else
            {
                reason ??= address.UnknownReason ?? "the address of a server of the upstream cannot be read";
            }
        }

        return (backends, reason);
    }

    /// <summary>In "http://api:80$request_uri" the path of the request follows the port at once.</summary>
    private static string WithoutRequestPath(string text)
    {
        foreach (var path in RequestPaths)
        {
            if (text.IndexOf(path, StringComparison.Ordinal) is > 0 and var at)
            {
                return text[..at];
            }
        }

        return text;
    }

    private static string Replace(string text, IReadOnlyDictionary<string, string> set)
    {
        if (!text.Contains('$'))
        {
            return text;
        }

        // Longer names first, so that $api does not eat the start of $api_host.
        foreach (var (name, value) in set.OrderByDescending(s => s.Key.Length))
        {
            text = text.Replace("${" + name + "}", value, StringComparison.Ordinal).Replace("$" + name, value, StringComparison.Ordinal);
        }

        return text;
    }

    private sealed class Server(
        NginxServers servers, RouteCollector routes, IReadOnlyList<NginxDirective> block, SourcePosition at)
    {
        private readonly Dictionary<string, NginxDirective> _named = new(StringComparer.Ordinal);
        private int? _port;
        private string? _host;

        public void Read()
        {
            var ports = block.Where(d => d is { Name: "listen", First: not null })
                .Select(d => BackendAddress.ListenPort(routes.Expand(d.First!).Text)).OfType<int>().Distinct().ToList();
            _port = ports.Count switch
            {
                1 => ports[0],
                0 when block.All(d => d.Name != "listen") => 80,
                _ => null,
            };
            var hosts = block.FirstOrDefault(d => d.Name == "server_name")?.Arguments ?? [];
            _host = hosts.FirstOrDefault(h => h.Length > 0 && h != "_" && h != "localhost" && !h.StartsWith('~') && !h.Contains('$'));
            foreach (var location in block.Where(IsLocation).Where(l => Path(l).StartsWith('@')))
            {
                _named[Path(location)] = location;
            }

            var set = Sets(block, new Dictionary<string, string>());
            if (Pass(block) is { } own)
            {
                Add(null, own, set, block, at);
            }

            var answersItself = Locations(block, set);
            if (answersItself || block.Any(d => d.Name is "root" or "return"))
            {
                foreach (var port in ports.DefaultIfEmpty(80))
                {
                    routes.AddOwnPort(port);
                }
            }
        }

        /// <summary>Adds the routes of the locations of a block; true when one of them answers by itself.</summary>
        private bool Locations(IReadOnlyList<NginxDirective> parent, IReadOnlyDictionary<string, string> outer)
        {
            var answersItself = false;
            foreach (var location in parent.Where(IsLocation))
            {
                var path = Path(location);
                if (path.StartsWith('@') || location.Block is not { } inner)
                {
                    continue;
                }

                var set = Sets(inner, outer);
                if (Pass(inner) is { } pass)
                {
                    Add(path, pass, set, inner, location.At);
                }
                else if (TriedLast(inner) is { } named && _named.TryGetValue(named, out var fallback) && Pass(fallback.Block!) is { } later)
                {
                    Add(path, later, Sets(fallback.Block!, outer), inner, location.At);
                }
                else
                {
                    answersItself |= inner.Any(d => d.Name is "root" or "alias" or "return" or "try_files" or "stub_status");
                }

                answersItself |= Locations(inner, set);
            }

            return answersItself;
        }

        private void Add(
            string? path, NginxDirective pass, IReadOnlyDictionary<string, string> set, IReadOnlyList<NginxDirective> inner,
            SourcePosition routeAt)
        {
            var (backends, reason) = servers.Target(pass, set, isBackup: false);
            foreach (var errorPage in inner.Where(d => d.Name == "error_page" && d.Arguments.Any(a => a is "502" or "503" or "504")))
            {
                if (_named.TryGetValue(errorPage.Arguments[^1], out var fallback) && Pass(fallback.Block!) is { } second)
                {
                    backends.AddRange(servers.Target(second, Sets(fallback.Block!, set), isBackup: true).Backends);
                }
            }

            // Passing to a socket file stays inside the container.
            if (backends.Count == 0 && reason is null)
            {
                routes.AddOwnPort(_port);
            }
            else
            {
                routes.Add(_port, _host, path, backends, reason, routeAt, path is null ? $"server :{_port}" : $"location {path}");
            }
        }

        /// <summary>The pass directive of a block, also inside an <c>if</c> or <c>limit_except</c>.</summary>
        private static NginxDirective? Pass(IReadOnlyList<NginxDirective> block) =>
            block.FirstOrDefault(d => Passes.Contains(d.Name))
            ?? block.Where(d => d is { Name: "if" or "limit_except", Block: not null })
                .SelectMany(d => d.Block!).FirstOrDefault(d => Passes.Contains(d.Name));

        private static string? TriedLast(IReadOnlyList<NginxDirective> block) =>
            block.FirstOrDefault(d => d.Name == "try_files" && d.Arguments.Count > 0)?.Arguments[^1];

        private static IReadOnlyDictionary<string, string> Sets(
            IReadOnlyList<NginxDirective> block, IReadOnlyDictionary<string, string> outer)
        {
            Dictionary<string, string>? all = null;
            foreach (var set in block)
            {
                if (set is not { Name: "set", Arguments: [['$', .. var name], var value] })
                {
                    continue;
                }

                all ??= new Dictionary<string, string>(outer);
                var replaced = Replace(value, all);
                if (replaced.Length <= MaxValueLength)
                {
                    all[name] = replaced;
                }
            }

            return all ?? outer;
        }

        private static bool IsLocation(NginxDirective directive) =>
            directive is { Name: "location", Arguments.Count: > 0, Block: not null };

        private static string Path(NginxDirective location) => location.Arguments switch
        {
            ["=" or "^~", var path, ..] => path,
            [['~', ..] modifier, var pattern, ..] => modifier + " " + pattern,
            [var path, ..] => path,
            _ => "",
        };
    }
}
