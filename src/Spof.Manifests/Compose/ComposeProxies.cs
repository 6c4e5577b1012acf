using System.Collections.Immutable;
using Spof.Manifests.Compose.Clustering;
using Spof.Manifests.Containers;
using Spof.Manifests.Proxies;
using Spof.Manifests.Proxies.Nginx;
using Spof.Manifests.Proxies.Yarp;
using Spof.Model;

namespace Spof.Manifests.Compose;

/// <summary>Finds the configuration that the proxy of a service reads, and its routes.</summary>
internal sealed class ComposeProxies(
    IReadOnlyList<IProxyConfigParser> parsers, IReadOnlyList<ComposeService> services, ComposeContext context)
{
    private const string NginxMain = "/etc/nginx/nginx.conf";
    private const string NginxFolder = "/etc/nginx";

    /// <summary>Proxies whose image routes nothing without a configuration of its own.</summary>
    private static readonly string[] Proxies = ["haproxy", "envoy", "traefik", "caddy", "nginx-proxy"];

    public ProxyRoutes Of(ComposeService service)
    {
        var files = new ContainerFiles(service, context);
        var missing = Missing(service, files);
        var found = parsers.Where(p => p is not YarpConfigParser)
            .Select(p => p is NginxConfigParser ? Nginx(p, service, files) : Plain(p, service, files))
            .Append(Yarp(service)).Where(r => !r.Routes.IsEmpty || !r.Gaps.IsEmpty || !r.OwnPorts.IsEmpty).ToList();
        if (found.Count == 0)
        {
            return missing.IsEmpty ? WithoutConfiguration(service) : ProxyRoutes.None with { Unknowns = missing };
        }

        return new ProxyRoutes([.. found.SelectMany(f => f.Routes).DistinctBy(r => r.Id)], [.. found.SelectMany(f => f.Gaps)])
        {
            Unknowns = [.. found.SelectMany(f => f.Unknowns), .. missing],
            OwnPorts = [.. found.SelectMany(f => f.OwnPorts).Distinct()],
        };
    }

    /// <summary>Lists the configuration that the container lacks, and returns what that leaves unknown about routes.</summary>
    private ImmutableArray<Unknown> Missing(ComposeService service, ContainerFiles files)
    {
        var unknowns = ImmutableArray.CreateBuilder<Unknown>();
        foreach (var missing in files.Missing)
        {
            var text = $"service '{service.Name}': '{missing.Target}' is not in the scanned files ({missing.Reason})";
            if (ProxyConfigurationPath.IsAt(missing.Target))
            {
                var reason = $"the configuration of the proxy is not in the scanned files ({missing.Reason})";
                unknowns.Add(new Unknown($"routes of {service.Id}", reason, missing.At));
                context.Gap(missing.At, text + "; where the proxy forwards to is not known");
            }
            else
            {
                context.Gap(missing.At, text, GapKind.Note);
            }
        }

        return unknowns.ToImmutable();
    }

    private ProxyRoutes Plain(IProxyConfigParser parser, ComposeService service, ContainerFiles files)
    {
        foreach (var file in files.All)
        {
            if (parser.Claims(file.FileName, file.Text))
            {
                return Parse(parser, service, files, file.FileName, file.Text, file.Origin, RootedPath.Folder(file.FileName));
            }
        }

        return ProxyRoutes.None;
    }

    private ProxyRoutes Nginx(IProxyConfigParser parser, ComposeService service, ContainerFiles files)
    {
        var claimed = files.All.Where(f => parser.Claims(f.FileName, f.Text)).ToList();
        if (claimed.Count == 0)
        {
            return ProxyRoutes.None;
        }

        if (claimed.Find(f => f.FileName.EndsWith("/nginx.conf", StringComparison.Ordinal) && !f.FileName.Contains("/conf.d/")) is { } main)
        {
            return Parse(parser, service, files, main.FileName, main.Text, main.Origin, NginxFolder);
        }

        // Without a main file of its own the image's is used, which includes the others.
        var rendered = claimed.Where(f => !f.FileName.EndsWith(".template", StringComparison.Ordinal));
        var text = string.Concat(rendered.Select(f => $"include {f.FileName}; "));
        return Parse(parser, service, files, NginxMain, text, claimed[0].Origin, NginxFolder);
    }

    private ProxyRoutes Parse(
        IProxyConfigParser parser, ComposeService service, ContainerFiles files,
        string fileName, string text, SourcePosition origin, string folder)
    {
        context.Reading.AddInput(origin.Path, parser.Format);
        return parser.Parse(new ProxyConfigSource(fileName, text, origin, context.Project, service.Id)
        {
            Environment = service.Environment.Find,
            Include = pattern =>
            {
                var included = files.Include(pattern, folder);
                foreach (var file in included)
                {
                    context.Reading.AddInput(file.Origin.Path, parser.Format);
                }

                return included;
            },
        });
    }

    /// <summary>A YARP gateway keeps its routes in the appsettings of the project that is built.</summary>
    private ProxyRoutes Yarp(ComposeService service)
    {
        if (parsers.OfType<YarpConfigParser>().FirstOrDefault() is not { } parser || service.Build.Declaration is not { } build)
        {
            return ProxyRoutes.None;
        }

        var folders = build.ProjectFiles.Append(build.Dockerfile).Select(RootedPath.Folder).Distinct(StringComparer.Ordinal);
        return folders.Select(f => YarpProject.Read(f, parser, context.Project, service.Id, service.Environment.Find, context.Reading))
            .FirstOrDefault(r => r is not null) ?? ProxyRoutes.None;
    }

    private ProxyRoutes WithoutConfiguration(ComposeService service)
    {
        if (Proxy(service) is not { } proxy)
        {
            return ProxyRoutes.None;
        }

        var members = PatroniClusters.Behind(services, service).ToList();
        if (members.Count > 0)
        {
            return ToPatroni(service, members);
        }

        var reason = proxy == "traefik"
            ? "traefik takes its routes from container labels, which this version does not read"
            : $"the configuration of {proxy} is not in the scanned files";
        return ProxyRoutes.None with { Unknowns = [new Unknown($"routes of {service.Id}", reason, service.At)] };
    }

    /// <summary>The image of Patroni fills in its HAProxy from the members of the scope; the file itself is inside the image.</summary>
    private ProxyRoutes ToPatroni(ComposeService service, List<ComposeService> members)
    {
        var scope = service.Environment["PATRONI_SCOPE"]!.At[0] with { How = Certainty.Inferred };
        var routes = service.Ports.Where(p => p.ContainerPort is not null).DistinctBy(p => p.ContainerPort).Select(port => new RouteDeclaration
        {
            Id = $"{service.Id}#:{port.ContainerPort}",
            ViaWorkloadId = service.Id,
            ListenPort = port.ContainerPort,
            Backends = [.. members.Where(m => m.Names.Count > 0)
                .Select(m => new BackendDeclaration(new EndpointAddress(m.Names[0]), context.Project, IsBackup: false, scope))],
            At = port.At,
        });
        return new ProxyRoutes([.. routes], []);
    }

    private static string? Proxy(ComposeService service) => Proxies.FirstOrDefault(p =>
        service.ImageName.Contains(p, StringComparison.OrdinalIgnoreCase)
        || (service.Words.Count > 0 && ClusterView.HasWord([service.Words[0]], p)));
}
