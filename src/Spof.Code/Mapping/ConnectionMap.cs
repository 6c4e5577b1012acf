using Spof.Model;
using SpofAnalyzers.Facts;

namespace Spof.Code.Mapping;

/// <summary>Turns connections to databases, caches and brokers into dependencies.</summary>
internal static class ConnectionMap
{
    /// <summary>
    /// None for a connection that only exists in development; two for one that the start opens unguarded and that is used later with a
    /// substitute: without it the host does not start, but goes on once it has.
    /// </summary>
    public static IEnumerable<CodeDependency> Of(ConnectionFact connection, string assembly, ProjectKind kind)
    {
        if (connection.IsDevelopmentOnly)
        {
            yield break;
        }

        var dependency = new CodeDependency
        {
            Id = $"code:{assembly}/{connection.Name}",
            Technology = Enum.Parse<Technology>(connection.Technology.ToString()), // The two enumerations share their names.
            Name = connection.Name,
            Address = AddressMap.Of(connection.Address, connection.Technology.Provider()),
            Resilience = new Resilience { HasRetry = connection.Options.Contains(ConnectionApis.RetryOnFailure) ? true : null },
            Strength = connection.FailsCaller switch { true => Strength.Hard, false => Strength.Soft, null => Strength.Unknown },
            Phase = PhaseMap.Of(connection.Phase, kind),
            Evidence = EvidenceMap.Of(connection.IsMatchedByName, [connection.Location, connection.Registration]),
        };
        if (!connection.FailsStart || dependency.Strength == Strength.Hard)
        {
            yield return dependency;
            yield break;
        }

        yield return dependency with { Id = dependency.Id + "@start", Strength = Strength.Hard, Phase = Phase.Startup };
        if (dependency.Phase != Phase.Startup)
        {
            yield return dependency with { Phase = dependency.Phase & ~Phase.Startup };
        }
    }
}
