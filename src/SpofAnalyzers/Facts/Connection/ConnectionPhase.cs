using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>When a connection is needed: while the host starts, for requests, or by background work.</summary>
internal static class ConnectionPhase
{
    public static UsePhase Of(
        IOperation operation, INamedTypeSymbol? contextType, IReadOnlyCollection<string> options, FactContext context, CancellationToken cancellationToken)
    {
        var phase = WhereMade(operation, contextType, options, context, cancellationToken);
        return phase.HasFlag(UsePhase.Request) && MentionPhase.Of(operation, contextType, context, cancellationToken) is { } used
            ? (phase & ~UsePhase.Request) | used : phase;
    }

    private static UsePhase WhereMade(
        IOperation operation, INamedTypeSymbol? contextType, IReadOnlyCollection<string> options, FactContext context, CancellationToken cancellationToken)
    {
        if (contextType is not null)
        {
            return StartupUses.Of(context, cancellationToken).Migrates(contextType) ? UsePhase.Startup | UsePhase.Request : UsePhase.Request;
        }

        var opening = Opening(operation);
        if (opening is null)
        {
            // A client that connects when it is first used is needed then, and by whom it belongs to.
            return operation is IObjectCreationOperation && CodePhase.Of(operation, context, cancellationToken) == UsePhase.Background
                ? UsePhase.Background : UsePhase.Request;
        }

        var phase = CodePhase.Of(opening, context, cancellationToken);
        var isMultiplexer = opening is IInvocationOperation { TargetMethod.ContainingType.Name: "ConnectionMultiplexer" };
        if (isMultiplexer && options.Contains(ConnectionApis.ConnectsLater))
        {
            return UsePhase.Request; // Connect returns without a connection, so that the start does not need one.
        }

        if (phase == UsePhase.Request && isMultiplexer && StartupUses.Of(context, cancellationToken).ResolvesMultiplexer)
        {
            return UsePhase.Startup | UsePhase.Request;
        }

        // A multiplexer or broker connection opened at the start is used afterwards; a database connection is opened for what it does.
        return phase == UsePhase.Startup && !IsDatabaseConnection(operation)
            ? UsePhase.Startup | UsePhase.Request
            : phase;
    }

    /// <summary>The operation that opens the connection, or null when it is opened lazily by a library.</summary>
    public static IOperation? Opening(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.ContainingType.Name: "ConnectionMultiplexer" } => operation,
        _ when IsDatabaseConnection(operation) => operation,
        IObjectCreationOperation { Type.Name: "ConnectionFactory" } creation => ObjectSettings.Of(creation).Calls
            .FirstOrDefault(c => c.TargetMethod.Name is "CreateConnection" or "CreateConnectionAsync"),
        _ => null,
    };

    private static bool IsDatabaseConnection(IOperation operation) =>
        operation is IObjectCreationOperation { Type.Name: "SqlConnection" or "NpgsqlConnection" or "MySqlConnection" };
}
