using Spof.Model;

namespace Spof.Analysis.Graphs;

/// <summary>
/// Background dependencies (a hosted service, a message loop) never stop a request. They count where background work is what the
/// entry point is for: a consumer, a scheduled job, a root workload. A declared entry point may mean either.
/// </summary>
internal static class BackgroundWork
{
    internal enum Role
    {
        Aside,
        Unknown,
        Purpose,
    }

    public static Role[] Of(DeploymentTarget target, TargetIndex index)
    {
        var roles = new Role[index.Components.Length];
        foreach (var entryPoint in target.EntryPoints)
        {
            var component = index.IndexOf(entryPoint.ComponentId);
            if (component < 0)
            {
                continue;
            }

            var role = entryPoint.Kind switch
            {
                EntryPointKind.Consumer or EntryPointKind.ScheduledJob or EntryPointKind.Root => Role.Purpose,
                EntryPointKind.Declared => Role.Unknown,
                _ => Role.Aside,
            };
            roles[component] = role > roles[component] ? role : roles[component];
        }

        return roles;
    }
}
