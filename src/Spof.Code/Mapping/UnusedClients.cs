using Spof.Code.Discovery;
using Spof.Code.Sources;
using SpofAnalyzers.Facts;

namespace Spof.Code.Mapping;

/// <summary>Looks for the use of a registered client in the projects that may run in one process with the one that registers it.</summary>
internal static class UnusedClients
{
    public static void AskOthers(ProjectOrder order, IReadOnlyDictionary<string, ProjectReading> readings, CancellationToken cancellationToken)
    {
        foreach (var reading in readings.Values.Where(r => r.Facts.Clients.Any(c => c.Use == ClientUse.NotHere)))
        {
            var others = new Lazy<ProjectReading[]>(() => [.. TogetherWith(reading, order, readings)]);
            reading.Facts = reading.Facts with
            {
                Clients =
                [
                    .. reading.Facts.Clients.Select(c => c.Use == ClientUse.NotHere && others.Value.Any(o => Uses(o, c, cancellationToken))
                        ? c with { Use = ClientUse.Used } : c),
                ],
            };
        }
    }

    private static bool Uses(ProjectReading other, ClientFact client, CancellationToken cancellationToken) =>
        other.Facts.NamesAsked.Cover(client.Name) || ClientUses.Mention(client.TypeNames, other.Sources.All, cancellationToken);

    /// <summary>The other projects with facts of every closure that holds the project.</summary>
    private static IEnumerable<ProjectReading> TogetherWith(ProjectReading reading, ProjectOrder order, IReadOnlyDictionary<string, ProjectReading> readings)
    {
        var paths = new HashSet<string>(ScanRoot.PathComparer);
        foreach (var project in order.Sorted)
        {
            var closure = order.ClosureOf(project).Append(project).Select(p => p.Path).ToArray();
            if (closure.Contains(reading.File.Path, ScanRoot.PathComparer))
            {
                paths.UnionWith(closure);
            }
        }

        paths.Remove(reading.File.Path);
        return paths.Order(StringComparer.Ordinal).Select(p => readings[p]).Where(r => r.HasFacts);
    }
}
