using Spof.Model;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace Spof.Code.Mapping;

/// <summary>Turns connections to databases, caches and brokers into dependencies.</summary>
internal static class ConnectionMap
{
    /// <summary>Null for a connection that only exists in development.</summary>
    public static CodeDependency? Of(ConnectionFact connection, string assembly, ProjectKind kind) =>
        connection.IsDevelopmentOnly ? null : new CodeDependency
        {
            Id = $"code:{assembly}/{connection.Name}",
            Technology = connection.Technology switch
            {
                StoreTechnology.SqlServer => Technology.SqlServer,
                StoreTechnology.PostgreSql => Technology.PostgreSql,
                StoreTechnology.MySql => Technology.MySql,
                StoreTechnology.Redis => Technology.Redis,
                _ => Technology.RabbitMq,
            },
            Name = connection.Name,
            Address = AddressMap.Of(connection.Address, ProviderOf(connection.Technology)),
            Resilience = new Resilience { HasRetry = connection.Options.Any(IsRetry) ? true : null },
            Strength = connection.FailsCaller switch { true => Strength.Hard, false => Strength.Soft, null => Strength.Unknown },
            Phase = PhaseOf(connection.Phase, kind),
            Evidence = EvidenceMap.Of([connection.Location]),
        };

    private static bool IsRetry(string option) => option.StartsWith("enableRetry", StringComparison.OrdinalIgnoreCase)
        || option.StartsWith("retry", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a worker does while it runs is background work: nobody waits for its answer.</summary>
    private static Phase PhaseOf(UsePhase use, ProjectKind kind)
    {
        var phase = (use.HasFlag(UsePhase.Startup) ? Phase.Startup : 0)
            | (use.HasFlag(UsePhase.Request) ? kind == ProjectKind.Worker ? Phase.Background : Phase.Request : 0)
            | (use.HasFlag(UsePhase.Background) ? Phase.Background : 0);
        return phase == 0 ? Phase.Request : phase;
    }

    private static ConnectionProvider ProviderOf(StoreTechnology technology) => technology switch
    {
        StoreTechnology.SqlServer => ConnectionProvider.SqlServer,
        StoreTechnology.PostgreSql => ConnectionProvider.PostgreSql,
        StoreTechnology.MySql => ConnectionProvider.MySql,
        StoreTechnology.Redis => ConnectionProvider.Redis,
        _ => ConnectionProvider.RabbitMq,
    };
}
