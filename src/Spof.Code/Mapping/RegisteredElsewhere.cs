using Microsoft.CodeAnalysis;
using Spof.Code.Discovery;
using Spof.Code.Sources;
using SpofAnalyzers.Facts;

namespace Spof.Code.Mapping;

/// <summary>
/// A library that asks the factory for a client by its name, and every program that runs the library registers that name: the programs have
/// the client, with the calls of the library, and the library has none of its own.
/// </summary>
internal static class RegisteredElsewhere
{
    public static void LeaveOut(ProjectOrder order, IReadOnlyDictionary<string, ProjectReading> readings)
    {
        foreach (var reading in readings.Values.Where(r => r.Facts.Clients.Any(c => !c.IsRegistered)))
        {
            var programs = order.Sorted
                .Where(p => p.OutputKind != OutputKind.DynamicallyLinkedLibrary && order.ClosureOf(p).Any(c => ScanRoot.PathComparer.Equals(c.Path, reading.File.Path)))
                .Select(p => readings[p.Path]).Where(r => r.HasFacts).ToArray();
            if (programs.Length > 0)
            {
                reading.Facts = reading.Facts with { Clients = [.. reading.Facts.Clients.Where(c => c.IsRegistered || !programs.All(p => Has(p, c)))] };
            }
        }
    }

    private static bool Has(ProjectReading program, ClientFact client) => program.Facts.Clients.Any(
        c => c.IsRegistered && c.Name == client.Name && client.Calls.All(own => c.Calls.Any(call => call.Location == own.Location)));
}
