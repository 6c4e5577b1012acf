using Spof.Manifests.Containers;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Compose;

/// <summary>Turns a service into a workload declaration and drops every raw value.</summary>
internal static class ComposeWorkload
{
    public static WorkloadDeclaration Of(
        ComposeService service, bool isJob, ReplicationDeclaration? replication, IReadOnlyList<SourcePosition> definitions,
        ComposeContext context)
    {
        var isSwarm = IsForSwarm(service.Node);
        var unknowns = service.Unknowns.ToList();
        if (isSwarm)
        {
            unknowns.Add(new Unknown("host", "the service is placed by a swarm whose nodes are not in the file", service.At));
        }

        if (service.Node["network_mode"] is { Text: "host" } mode)
        {
            unknowns.Add(new Unknown("published ports", "with network_mode host every port of the process is a port of the host", mode.At));
        }

        return new WorkloadDeclaration
        {
            Id = service.Id,
            Name = service.Name,
            Scope = context.Project,
            SourceKind = "service",
            Role = isJob ? WorkloadRole.Job : WorkloadRole.Service,
            Instances = service.Instances,
            InstancesAt = service.InstancesAt,
            Containers = [Container(service, context)],
            Placement = isSwarm
                ? new PlacementDeclaration()
                : new PlacementDeclaration
                {
                    Host = context.Project,
                    LimitedBy = [new LimitDeclaration(DomainKind.Host, ComposeContext.At(service.At, $"{service.Name}:"))],
                },
            Update = isSwarm ? SwarmUpdate(service.Node) : UpdateStyle.AllAtOnce,
            Repair = Repair(service.Node, isSwarm),
            Volumes = [.. service.Mounts.Select(m => m.Volume)],
            DependsOn = [.. service.DependsOn],
            Replication = replication,
            At = ComposeContext.At(service.At, $"{service.Name}:"),
            Variants = [.. definitions.Where(d => d != service.At).Select(d => ComposeContext.At(d, $"{service.Name}:"))],
            Unknowns = [.. unknowns],
        };
    }

    /// <summary>True when the file asks for something that only a swarm gives.</summary>
    public static bool IsForSwarm(YamlNode service) =>
        service.Find("deploy", "placement") is { IsNull: false } || service.Find("deploy", "mode")?.Text is "global" or "global-job";

    private static ContainerDeclaration Container(ComposeService service, ComposeContext context)
    {
        var ports = ComposePorts.Container(service.Node, context);
        ports.UnionWith(service.Build.Lineage.SelectMany(s => s.Ports));
        return new ContainerDeclaration
        {
            Name = service.Name,
            Image = service.Image?.Text,
            ImageAt = service.ImageAt,
            Build = service.Build.Declaration,
            Ports = [.. ports],
            Environment = [.. service.Environment.ToSettings(), .. OnCommandLine(service)],
            Arguments = ShownArguments.Of(service.Words),
            // Plain Docker tells whether a container is healthy and holds back those that wait for it; it restarts none for it.
            HasReadinessProbe = HasHealthCheck(service),
        };
    }

    private static IEnumerable<Setting> OnCommandLine(ComposeService service)
    {
        foreach (var (key, value, _) in CommandLineSettings.Of(service.Words))
        {
            var at = ComposeContext.At(service.WordsAt, $"argument {key}");
            yield return value.Contains("${", StringComparison.Ordinal)
                ? SettingFactory.Missing(key, "a variable on the command line is not set", [at])
                : SettingFactory.Create(key, value, [at]);
        }
    }

    private static bool HasHealthCheck(ComposeService service)
    {
        if (service.Node["healthcheck"] is { IsNull: false } check)
        {
            var test = check["test"];
            return check["disable"]?.Boolean != true && test?.Text != "NONE" && test?.Items is not [{ Text: "NONE" }, ..];
        }

        return service.Build.Lineage.Select(s => s.HasHealthCheck).FirstOrDefault(h => h is not null) == true;
    }

    private static SelfRepair Repair(YamlNode service, bool isSwarm)
    {
        var condition = service.Find("deploy", "restart_policy", "condition")?.Text;
        if (service["restart"]?.Text is { } restart && !isSwarm)
        {
            var restarts = restart is "always" or "unless-stopped" || restart.StartsWith("on-failure", StringComparison.Ordinal);
            return restarts ? SelfRepair.OnExit : SelfRepair.None;
        }

        if (isSwarm)
        {
            return condition == "none" ? SelfRepair.None : SelfRepair.OnExitOrUnhealthy;
        }

        return condition is "any" or "on-failure" || (condition is null && service.Find("deploy", "restart_policy") is { IsNull: false })
            ? SelfRepair.OnExit
            : SelfRepair.None;
    }

    // A swarm replaces one task after the other unless parallelism 0 asks for all at once.
    private static UpdateStyle SwarmUpdate(YamlNode service) =>
        service.Find("deploy", "update_config", "parallelism")?.Integer == 0 ? UpdateStyle.AllAtOnce : UpdateStyle.Rolling;
}
