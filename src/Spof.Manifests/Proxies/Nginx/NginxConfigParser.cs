using System.Text.RegularExpressions;
using Spof.Manifests.Containers;
using Spof.Model;

namespace Spof.Manifests.Proxies.Nginx;

/// <summary>
/// Reads nginx configurations: servers, locations and what they pass to. Rewrites are not followed. Location blocks that answer
/// by themselves make no route.
/// </summary>
internal sealed partial class NginxConfigParser : IProxyConfigParser
{
    private const int MaxIncludeDepth = 16;
    private const int MaxIncludes = 500;

    /// <summary>Files that every nginx image brings and that route nothing.</summary>
    private static readonly string[] StockIncludes =
        ["mime.types", "fastcgi_params", "fastcgi.conf", "uwsgi_params", "scgi_params", "proxy_params", "koi-win", "koi-utf", "win-utf"];

    public string Format => "nginx";

    public bool Claims(string fileName, string text)
    {
        var name = RootedPath.FileName(fileName);
        var isNamedSo = name.Contains("nginx", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".conf", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".template", StringComparison.OrdinalIgnoreCase)
            || name is "default";
        return isNamedSo && (ServerBlock().IsMatch(text) || (text.Contains("http", StringComparison.Ordinal) && HttpBlock().IsMatch(text)));
    }

    public ProxyRoutes Parse(ProxyConfigSource source)
    {
        var collector = new RouteCollector(source);
        var includes = 0;
        var main = WithIncludes(NginxSyntax.Read(source.Text, source.Origin, collector.Add), 0, [source.FileName]);
        var servers = new NginxServers(collector);
        servers.Read(main);
        return collector.ToRoutes();

        List<NginxDirective> WithIncludes(IReadOnlyList<NginxDirective> directives, int depth, HashSet<string> open)
        {
            var all = new List<NginxDirective>(directives.Count);
            foreach (var directive in directives)
            {
                if (directive is { Name: "include", First: { } pattern, Block: null })
                {
                    all.AddRange(Included(pattern, directive.At, depth, open));
                }
                else if (directive.Block is { } block)
                {
                    all.Add(directive with { Block = WithIncludes(block, depth, open) });
                }
                else
                {
                    all.Add(directive);
                }
            }

            return all;
        }

        IEnumerable<NginxDirective> Included(string pattern, SourcePosition at, int depth, HashSet<string> open)
        {
            if (depth == MaxIncludeDepth || includes >= MaxIncludes)
            {
                collector.Add(new Gap(at, "nginx: includes nest too deep or are too many", GapKind.Error));
                return [];
            }

            var files = source.Include(pattern);
            var isPattern = pattern.Contains('*');
            if (files.Count == 0 && !isPattern && !StockIncludes.Contains(RootedPath.FileName(pattern)))
            {
                collector.Add(new Gap(at, "nginx: the included file is not in the scanned folder"));
            }

            var read = new List<NginxDirective>();
            foreach (var file in files)
            {
                if (open.Contains(file.FileName))
                {
                    collector.Add(new Gap(at, "nginx: a file includes itself", GapKind.Error));
                    continue;
                }

                includes++;
                read.AddRange(WithIncludes(NginxSyntax.Read(file.Text, file.Origin, collector.Add), depth + 1, [.. open, file.FileName]));
            }

            return read;
        }
    }

    [GeneratedRegex(@"^\s*(server|upstream\s+\S+)\s*\{", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ServerBlock();

    [GeneratedRegex(@"^\s*(http|stream)\s*\{", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex HttpBlock();
}
