using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF3013: the process asks something remote before it is ready and does not survive a failure of it. While that is away, no instance can be
/// replaced, restarted or added, which is when they are needed.
/// </summary>
internal sealed class Spof3013 : OperationRule
{
    public const string Id = "SPOF3013";

    private const int MaxCallers = 3;
    private const string Fix = "Ask after start, in a background service that tries again, and report not ready until then; or catch the failure and start without.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Start-up fails when a remote dependency is down",
        "'{0}' runs while the host starts and nothing catches its failure: as long as {1} is away, no instance of this service can start",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "What start-up needs, every restart needs. A dependency of start-up stops the repair of the service, not only its requests.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls =>
        ["Migrate", "MigrateAsync", "EnsureCreated", "EnsureCreatedAsync", "Open", "OpenAsync", "CreateConnection", "CreateConnectionAsync", .. HttpMethods.Names];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken) =>
        operation is IInvocationOperation call && Remote(call, context) is { } remote
        && CodePhase.Of(call, context, cancellationToken) == UsePhase.Startup
        && IsFatal(call, MaxCallers, context, cancellationToken) && !DevelopmentOnly.Covers(call)
            ? Finding(call.NameLocation(), Fix, call.TargetMethod.Name, remote) with
            {
                Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", remote == "the other service" ? "http" : "connection"),
            }
            : null;

    private static string? Remote(IInvocationOperation call, FactContext context)
    {
        var type = call.TargetMethod.ContainingType;
        return call.TargetMethod.Name switch
        {
            "Migrate" or "MigrateAsync" => context.Is(type, "Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions") ? "the database" : null,
            "EnsureCreated" or "EnsureCreatedAsync" => context.Is(type, "Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade") ? "the database" : null,
            "Open" or "OpenAsync" => context.IsOrInherits(type, "System.Data.Common.DbConnection") && type.Name is not "SqliteConnection" ? "the database" : null,
            "CreateConnection" or "CreateConnectionAsync" => context.IsOrInherits(type, "RabbitMQ.Client.IConnectionFactory") ? "the broker" : null,
            _ => HttpMethods.IsCall(call, context) ? "the other service" : null,
        };
    }

    /// <summary>True when its failure leaves the method, and the methods that lead here, uncaught and untried.</summary>
    private static bool IsFatal(IInvocationOperation call, int hops, FactContext context, CancellationToken cancellationToken)
    {
        var protection = CallProtection.Of(call, context, cancellationToken);
        if (protection.Outcome is not (CallOutcome.Propagates or CallOutcome.Rethrows) || protection.IsPiped)
        {
            return false;
        }

        return hops == 0 || SourceBodies.Of(context).EnclosingMethod(call, cancellationToken) is not { } method
            || MethodCalls.Of(context).Single(method, cancellationToken) is not { } caller
            || IsFatal(caller, hops - 1, context, cancellationToken);
    }
}
