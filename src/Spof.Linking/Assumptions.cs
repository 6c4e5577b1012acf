using System.Collections.Immutable;
using Spof.Model;

namespace Spof.Linking;

/// <summary>What is taken for granted because no input says it; each is shown to the user.</summary>
internal static class Assumptions
{
    public static ImmutableArray<Assumption> Of(ImmutableArray<DeploymentTarget> targets, ImmutableArray<TargetDeclaration> declarations)
    {
        var list = ImmutableArray.CreateBuilder<Assumption>();
        var components = targets.SelectMany(t => t.Components).ToArray();
        if (components.Any(c => c.CanFail && !c.Kind.IsStore() && c.Instances.Max is null or > 1))
        {
            list.Add(new Assumption("stateless-needs-one", "One instance of a stateless component carries its load; no load and capacity are declared."));
        }

        if (components.Any(c => c.Kind == ComponentKind.ThirdParty))
        {
            list.Add(new Assumption("third-party-is-one", "An outside host counts as one thing that can be lost, whatever stands behind it."));
        }

        if (declarations.SelectMany(t => t.Routes).Any(r => r.IsPublic && r.ViaWorkloadId is null))
        {
            list.Add(new Assumption("ingress-by-platform", "The ingress controller is not declared here; the platform provides it, and it is taken to be up."));
        }

        if (declarations.Any(t => t.Kind == TargetKind.Kubernetes))
        {
            list.Add(new Assumption("cluster-by-platform", "Cluster DNS, control plane and image registry are not declared here; they are taken to be up."));
        }

        if (components.Any(c => c.Replication == ReplicationStyle.PrimaryReplica && c.Failover.Kind == FailoverKind.Automatic))
        {
            list.Add(new Assumption("failover-works", "An automatic failover succeeds when a standby and what decides about it are up."));
        }

        return list.ToImmutable();
    }
}
