using System.Collections.Immutable;
using Spof.Manifests.Compose.Clustering;
using Spof.Manifests.Containers;
using Spof.Manifests.Proxies;
using Spof.Manifests.Scanning;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Compose;

/// <summary>Turns a group of Compose files into a target: one machine that runs all its services.</summary>
internal sealed class ComposeTargetReader(
    ComposeGroup group, string project, IReadOnlyList<IProxyConfigParser> parsers, ManifestReading reading)
{
    private readonly ComposeContext _context = new(group, project, reading);

    public TargetDeclaration Read()
    {
        var services = Services();
        var replication = ClusterDetection.Find(services);
        var jobs = services.SelectMany(s => s.DependsOn).Where(d => d.Condition == StartCondition.Completed).Select(d => d.TargetId)
            .ToHashSet(StringComparer.Ordinal);
        var proxies = new ComposeProxies(parsers, services, _context);
        var routes = services.Select(s => (Service: s, Proxy: proxies.Of(s))).ToList();
        reading.Add(routes.SelectMany(r => r.Proxy.Gaps));

        return new TargetDeclaration
        {
            Id = _context.TargetId,
            Kind = TargetKind.Compose,
            Name = project,
            Workloads = [.. services.Select(s => ComposeWorkload.Of(
                s, IsJob(s, jobs), replication.GetValueOrDefault(s.Id), Definitions(s), _context))],
            Names = ComposeNames.Of(services, _context),
            Routes = [.. routes.SelectMany(r => r.Proxy.Routes)],
            Exposures = [.. routes.SelectMany(r => ComposeExposures.Of(r.Service, r.Proxy))],
            Domains = Domains(services),
            Unknowns = [.. routes.SelectMany(r => r.Proxy.Unknowns.Concat(ComposeExposures.Unknowns(r.Service)))],
        };
    }

    private ImmutableArray<DomainDeclaration> Domains(List<ComposeService> services) =>
        services.Count > 0 && services.TrueForAll(s => ComposeWorkload.IsForSwarm(s.Node))
            ? []
            : [new DomainDeclaration(
                $"domain:host/{project}", DomainKind.Host, null,
                ComposeContext.At(new SourcePosition(group.Files[0], 1), $"Compose project {project}: {FileNames()}"))];

    private string FileNames() => string.Join(", ", group.Document.Files.Select(RootedPath.FileName));

    private IReadOnlyList<SourcePosition> Definitions(ComposeService service) =>
        group.Document.Definitions.GetValueOrDefault(service.Name) ?? [];

    private List<ComposeService> Services()
    {
        var active = ActiveProfiles();
        var services = new List<ComposeService>();
        var leftOut = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, keyAt, node) in group.Document.Services)
        {
            var at = group.Document.Definitions.TryGetValue(name, out var places) ? places[0] : keyAt;
            if (node is not YamlMapping)
            {
                _context.Gap(at, $"service '{name}' is no map", GapKind.Error);
                continue;
            }

            var profiles = ComposeContext.Many(node["profiles"]).Select(p => _context.Expand(p).Text).ToList();
            if (profiles.Count > 0 && !active.Contains("*") && !profiles.Exists(active.Contains))
            {
                _context.Gap(at, $"service '{name}' is left out, because its profile '{profiles[0]}' is not active", GapKind.Note);
                leftOut.Add(_context.Id(name));
                continue;
            }

            services.Add(ComposeServiceReader.Read(name, node, at, _context));
        }

        var ids = services.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        _context.TellMissingDockerfiles();
        return [.. services.Select(s => WithKnownNeeds(s, ids, leftOut))];
    }

    private ComposeService WithKnownNeeds(ComposeService service, HashSet<string> ids, HashSet<string> leftOut)
    {
        foreach (var need in service.DependsOn.Where(d => !ids.Contains(d.TargetId)))
        {
            var reason = leftOut.Contains(need.TargetId) ? "whose profile is not active" : "that is not defined";
            _context.Gap(need.At.At, $"service '{service.Name}' depends on '{need.TargetId}', {reason}", GapKind.Error);
        }

        return service.DependsOn.All(d => ids.Contains(d.TargetId))
            ? service
            : service with { DependsOn = [.. service.DependsOn.Where(d => ids.Contains(d.TargetId))] };
    }

    private HashSet<string> ActiveProfiles()
    {
        var variable = group.Variables.Find("COMPOSE_PROFILES", RootedPath.Folder(group.Files[0]));
        return variable is { IsKnown: true }
            ? new HashSet<string>(
                variable.Text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), StringComparer.Ordinal)
            : [];
    }

    private static bool IsJob(ComposeService service, HashSet<string> completed) =>
        completed.Contains(service.Id) || service.Node.Find("deploy", "mode")?.Text is "replicated-job" or "global-job";
}
