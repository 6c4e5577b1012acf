using System.Collections.Immutable;
using Spof.Model;
using Spof.Text;

namespace Spof.Linking;

/// <summary>Where the hosts of one address lead.</summary>
/// <param name="Targets">Component ids, without doubles.</param>
/// <param name="Reaches">What the address reaches of a store with roles.</param>
/// <param name="IsTelemetry">True when every host only receives telemetry.</param>
internal sealed record LinkedAddress(ImmutableArray<string> Targets, Access Reaches, bool IsTelemetry);

/// <summary>Joins hosts to components; counts and lists those that lead nowhere.</summary>
internal sealed class AddressLinker(TargetGraph graph, HostResolver hosts, IReadOnlyDictionary<string, string> clusterByMember)
{
    /// <param name="endpoints">Hosts of the address; any of them is enough.</param>
    /// <param name="scope">Scope in which short names are looked up.</param>
    /// <param name="technology">What the client speaks, when known.</param>
    /// <param name="from">Id of the component that has the address.</param>
    /// <param name="evidence">Chain so far; the last hop names the host.</param>
    /// <param name="listMissing">False for values that may well be no addresses.</param>
    /// <returns>Null when no host leads to a component.</returns>
    public LinkedAddress? Link(
        ImmutableArray<EndpointAddress> endpoints, string scope, Technology? technology, string from, ImmutableArray<Evidence> evidence, bool listMissing = true)
    {
        var targets = ImmutableArray.CreateBuilder<string>(endpoints.Length);
        var reaches = (Access)0;
        var telemetry = endpoints.Length > 0;
        foreach (var endpoint in endpoints)
        {
            var id = Find(endpoint, scope, technology, evidence);
            if (id is not null)
            {
                if (!targets.Contains(id))
                {
                    targets.Add(id);
                }

                reaches |= hosts.Serves(endpoint.Host, scope);
                telemetry &= ExternalHosts.IsTelemetry(endpoint.Host) || ComponentKinds.TakesTelemetry(graph.Find(id)!);
                graph.CountEndpoint(resolved: true);
            }
            else if (listMissing)
            {
                Miss(endpoint, from, evidence);
            }
        }

        return targets.Count == 0 ? null : new LinkedAddress(Clustered(targets.ToImmutable()), reaches, telemetry);
    }

    private string? Find(EndpointAddress endpoint, string scope, Technology? technology, ImmutableArray<Evidence> evidence)
    {
        var found = hosts.Find(endpoint.Host, scope);
        return found is not null ? graph.Find(found)!.Id
            : hosts.IsPlatformName(endpoint.Host) ? null
            : ExternalHosts.GetOrAdd(graph, endpoint, technology, evidence[^1]);
    }

    /// <summary>Two or more members of one cluster mean the cluster: the client finds the others from any of them.</summary>
    public ImmutableArray<string> Clustered(ImmutableArray<string> targets)
    {
        var clusters = targets.Select(t => clusterByMember.GetValueOrDefault(t)).Distinct().ToArray();
        return targets.Length > 1 && clusters is [{ } cluster] ? [cluster] : targets;
    }

    private void Miss(EndpointAddress endpoint, string from, ImmutableArray<Evidence> evidence)
    {
        var host = HostClassifier.Classify(endpoint.Host, HostContext.Empty).Class;
        var reason = host switch
        {
            HostClass.Loopback => "it points to the machine itself, and nothing in this target overrides it",
            HostClass.Placeholder => "it is a placeholder, and nothing in this target fills it",
            HostClass.BindAny or HostClass.Multicast or HostClass.None => null,
            HostClass.Documentation => "it is a name reserved for documentation",
            HostClass.LinkLocal => "it is an address of the platform",
            _ => "nothing in this target answers to the name",
        };
        if (reason is null)
        {
            return;
        }

        graph.CountEndpoint(resolved: false);
        if (!graph.IsUnlinked(from, endpoint.Host))
        {
            var candidates = host is HostClass.SingleLabel or HostClass.KubernetesService ? graph.NamesSimilarTo(endpoint.Host.Split('.')[0]) : [];
            graph.AddUnlinked(new UnlinkedEndpoint(endpoint.Host, reason, from, candidates, evidence));
        }
    }
}
