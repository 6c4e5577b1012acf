using System.Collections.Immutable;
using Spof.Model;
using Spof.Text;

namespace Spof.Linking;

/// <summary>Hosts in environment values that no known code reads: the caller most likely needs them (hard, inferred).</summary>
internal sealed class EnvironmentEdges(TargetGraph graph, HostResolver hosts, AddressLinker linker)
{
    private readonly Dictionary<SourcePosition, int> _takers = TakersOf(graph.Declaration);

    /// <param name="component">The component that the container is part of.</param>
    /// <param name="workload">Its declaration.</param>
    /// <param name="container">The container.</param>
    /// <param name="read">Keys of the values that its code is known to read.</param>
    /// <param name="called">Ids of what its code is known to call: how it needs them, the code shows.</param>
    public void Add(Component component, WorkloadDeclaration workload, ContainerDeclaration container, IReadOnlySet<string> read, IReadOnlySet<string> called)
    {
        foreach (var variable in container.Environment)
        {
            var key = ConfigurationKey.Normalize(variable.Key);
            if (read.Contains(variable.Key) || read.Contains(key) || ConfigurationKey.IsNeverEndpoint(key))
            {
                continue;
            }

            Add(component, workload, variable, called, isObserving: ConfigurationKey.IsTelemetry(key) || HealthProbe.IsKey(key));
        }
    }

    private void Add(Component component, WorkloadDeclaration workload, Setting variable, IReadOnlySet<string> called, bool isObserving)
    {
        var endpoints = variable.Endpoints;
        if (endpoints.IsEmpty && ConfigurationKey.SaysHost(variable.Key) && variable.Plain is { } word && hosts.Find(word, workload.Scope) is not null)
        {
            endpoints = [new EndpointAddress(word.ToLowerInvariant())];
        }

        if (endpoints.IsEmpty)
        {
            if (!isObserving && variable.UnknownReason is { } reason && IsAddressKey(variable.Key))
            {
                graph.CountEndpoint(resolved: false);
                graph.AddUnlinked(new UnlinkedEndpoint(variable.Key, reason, component.Id, [], variable.Evidence));
            }

            return;
        }

        var chain = variable.Evidence.Select(e => e with { Layer = EvidenceLayer.Config }).ToImmutableArray();
        chain = chain.SetItem(chain.Length - 1, chain[^1] with { How = Certainty.Inferred });
        if (linker.Link(endpoints, workload.Scope, null, component.Id, chain, listMissing: variable.Endpoints.Any(IsSurelyAddress)) is not { } linked
            || linked.Targets.All(called.Contains))
        {
            return;
        }

        // Who only asks whether another is well goes on when it is not.
        isObserving |= linked.IsTelemetry || endpoints.All(e => HealthProbe.IsPath(e.Path));

        if (workload.Replication is { CoordinatorHosts.Length: > 0 } replication && endpoints.All(e => replication.CoordinatorHosts.Contains(e.Host)))
        {
            // The cluster has this edge already, and as what it is: without its coordinator it reads on but takes no writes.
            return;
        }

        var doubt = Doubt(variable, linked);
        var strength = isObserving ? Strength.Soft : doubt is null ? Strength.Hard : Strength.Unknown;
        graph.Add(new Dependency
        {
            From = component.Id,
            Targets = linked.Targets,
            Strength = strength,
            Reaches = linked.Reaches,
            Evidence = chain,
            Unknowns = strength == Strength.Unknown ? [new Unknown("strength", doubt!, chain[0].At)] : [],
        });
    }

    /// <summary>Why the value alone does not show that the workload needs the host; null when it does.</summary>
    private string? Doubt(Setting variable, LinkedAddress linked)
    {
        if (linked.Targets.All(IsPlainPublicName))
        {
            // It may be the system's own public address.
            return $"nothing shows what reads '{variable.Key}'";
        }

        return _takers.GetValueOrDefault(variable.Evidence[^1].At) is > 1 and var takers && variable.IsFromList
            ? $"{takers} workloads take over the list that holds '{variable.Key}'; nothing shows which of them read it"
            : null;
    }

    /// <summary>For each place where a value of a list stands, how many workloads take the list over.</summary>
    private static Dictionary<SourcePosition, int> TakersOf(TargetDeclaration declaration)
    {
        var takers = new Dictionary<SourcePosition, int>();
        foreach (var workload in declaration.Workloads)
        {
            var places = workload.Containers.SelectMany(c => c.Environment).Where(v => v.IsFromList).Select(v => v.Evidence[^1].At);
            foreach (var place in places.Distinct())
            {
                takers[place] = takers.GetValueOrDefault(place) + 1;
            }
        }

        return takers;
    }

    private static bool IsSurelyAddress(EndpointAddress endpoint) =>
        endpoint.Scheme is not null || HostClassifier.Classify(endpoint.Host, HostContext.Empty).Class == HostClass.KubernetesService;

    private static bool IsAddressKey(string key) =>
        ConfigurationKey.SaysHost(key) || ConfigurationKey.Normalize(key).StartsWith(ConfigurationKey.ConnectionStrings, StringComparison.OrdinalIgnoreCase);

    private static bool IsPlainPublicName(string id) =>
        id.StartsWith("host:", StringComparison.Ordinal)
        && HostClassifier.Classify(id["host:".Length..], HostContext.Empty).Class is HostClass.PublicName or HostClass.PublicIp;
}
