using System.Collections.Immutable;
using Spof.Manifests.Containers;
using Spof.Manifests.Yaml;
using Spof.Model;
using Spof.Text;

namespace Spof.Manifests.Compose;

/// <summary>Turns a service into a workload declaration and drops every raw value.</summary>
internal static class ComposeWorkload
{
    /// <summary>Flags of Redis whose names run words together, so that no word of theirs speaks of a secret.</summary>
    private static readonly string[] SecretFlags = ["requirepass", "masterauth", "sentinel-pass"];

    public static WorkloadDeclaration Of(
        ComposeService service, bool isJob, ReplicationDeclaration? replication, IReadOnlyList<SourcePosition> definitions,
        ComposeContext context)
    {
        var isSwarm = IsForSwarm(service.Node);
        var unknowns = service.Unknowns.ToList();
        if (isSwarm)
            unknowns.Add(new Unknown("host", "the service is placed by a swarm whose nodes are not in the file", service.At));
        if (service.Node["network_mode"] is { Text: "host" } mode)
            unknowns.Add(new Unknown("published ports", "with network_mode host every port of the process is a port of the host", mode.At));

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
            Environment = service.Environment.ToSettings(),
            Arguments = Arguments(service.Words),
            // Plain Docker tells whether a container is healthy and holds back those that wait for it; it restarts none for it.
            HasReadinessProbe = HasHealthCheck(service),
        };
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
            return condition == "none" ? SelfRepair.None : SelfRepair.OnExitOrUnhealthy;

        return condition is "any" or "on-failure" || (condition is null && service.Find("deploy", "restart_policy") is { IsNull: false })
            ? SelfRepair.OnExit
            : SelfRepair.None;
    }

    // A swarm replaces one task after the other unless parallelism 0 asks for all at once.
    private static UpdateStyle SwarmUpdate(YamlNode service) =>
        service.Find("deploy", "update_config", "parallelism")?.Integer == 0 ? UpdateStyle.AllAtOnce : UpdateStyle.Rolling;

    private static ImmutableArray<string> Arguments(IReadOnlyList<string> words)
    {
        var shown = ImmutableArray.CreateBuilder<string>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var previous = i > 0 ? words[i - 1] : "";
            // "sh -c 'server --requirepass x'" has its flags inside one word.
            shown.Add(words[i].Contains(' ') ? string.Join(' ', Arguments(CommandWords.Split(words[i]))) : Shown(words[i], previous));
        }

        return shown.MoveToImmutable();
    }

    private static string Shown(string word, string previous)
    {
        var isValueOfSecret = previous.StartsWith('-') && !previous.Contains('=')
            && (previous is "-p" or "-a" || IsSecretFlag(previous));
        if (isValueOfSecret || Redaction.LooksSecret(word))
            return Redaction.Mask;

        // The tools of MySQL take the password glued to the option.
        if (word.Length > 2 && word.StartsWith("-p", StringComparison.Ordinal) && word[2] != '=')
            return "-p" + Redaction.Mask;

        var equals = word.IndexOf('=');
        return equals > 0 && word.StartsWith('-') && IsSecretFlag(word[..equals])
            ? word[..(equals + 1)] + Redaction.Mask
            : Redaction.Text(word);
    }

    private static bool IsSecretFlag(string flag)
    {
        var name = flag.TrimStart('-');
        return SecretFlags.Contains(name) || Redaction.IsSecretKey(name);
    }
}
