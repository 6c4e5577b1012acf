using Spof.Model;

namespace Spof.Linking;

/// <summary>Start order as declared. <c>depends_on</c> alone does not say that the caller fails: its strength is unknown.</summary>
internal static class StartEdges
{
    public static void Add(TargetGraph graph)
    {
        foreach (var workload in graph.Declaration.Workloads)
        {
            foreach (var order in workload.DependsOn.Where(o => o.Condition != StartCondition.Completed))
            {
                if (graph.Find(workload.Id) is { } from && graph.Find(order.TargetId) is { } to)
                {
                    graph.Add(new Dependency
                    {
                        From = from.Id,
                        Targets = [to.Id],
                        Strength = Strength.Unknown,
                        Phase = Phase.Startup,
                        Evidence = [order.At],
                        Unknowns = [new Unknown("strength", "a start order alone does not show that the caller fails without it", order.At.At)],
                    });
                }
            }
        }
    }
}
