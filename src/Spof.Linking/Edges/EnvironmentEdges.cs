using System.Collections.Immutable;
using Spof.Model;
using Spof.Text;

namespace Spof.Linking;

/// <summary>Hosts in environment values that no known code reads: the caller most likely needs them (hard, inferred).</summary>
internal sealed class EnvironmentEdges(TargetGraph graph, HostResolver hosts, AddressLinker linker)
{
    public void Add(Component component, WorkloadDeclaration workload, ContainerDeclaration container, IReadOnlySet<string> read)
    {
        foreach (var variable in container.Environment)
        {
            var key = ConfigurationKey.Normalize(variable.Key);
            if (read.Contains(variable.Key) || read.Contains(key) || ConfigurationKey.IsNeverEndpoint(key))
            {
                continue;
            }

            Add(component, workload, variable, isObserving: ConfigurationKey.IsTelemetry(key) || HealthProbe.IsKey(key));
        }
    }

    private void Add(Component component, WorkloadDeclaration workload, Setting variable, bool isObserving)
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
        if (linker.Link(endpoints, workload.Scope, null, component.Id, chain, listMissing: variable.Endpoints.Any(IsSurelyAddress)) is not { } linked)
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

        // A public name that nobody is known to call may be the system's own address: it is no proof of a dependency.
        var strength = isObserving ? Strength.Soft
            : linked.Targets.All(IsPlainPublicName) ? Strength.Unknown
            : Strength.Hard;
        graph.Add(new Dependency
        {
            From = component.Id,
            Targets = linked.Targets,
            Strength = strength,
            Reaches = linked.Reaches,
            Evidence = chain,
            Unknowns = strength == Strength.Unknown ? [new Unknown("strength", $"nothing shows what reads '{variable.Key}'", chain[0].At)] : [],
        });
    }

    private static bool IsSurelyAddress(EndpointAddress endpoint) =>
        endpoint.Scheme is not null || HostClassifier.Classify(endpoint.Host, HostContext.Empty).Class == HostClass.KubernetesService;

    private static bool IsAddressKey(string key) =>
        ConfigurationKey.SaysHost(key) || ConfigurationKey.Normalize(key).StartsWith(ConfigurationKey.ConnectionStrings, StringComparison.OrdinalIgnoreCase);

    private static bool IsPlainPublicName(string id) =>
        id.StartsWith("host:", StringComparison.Ordinal)
        && HostClassifier.Classify(id["host:".Length..], HostContext.Empty).Class is HostClass.PublicName or HostClass.PublicIp;
}
