using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF4010: a lock that one operating system keeps does not hold between machines. As long as it is needed the service cannot run twice; when it
/// does, both replicas hold the lock.
/// </summary>
internal sealed class Spof4010 : OperationRule
{
    public const string Id = "SPOF4010";

    public const string Fix = "Take the lock where all replicas see it: in the database (sp_getapplock, pg_advisory_lock), in Redis, or as a lease.";

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Coordination works on one machine only",
        "{0} works on one machine only: two replicas both get it, and what it guards runs twice",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Named mutexes, lock files and static flags are known to one machine or process. Replicas need a lock in a store that they share.",
        helpLinkUri: HelpLinks.Of(Id));

    private static readonly string[] SharedProviders =
    [
        "PostgresDistributedSynchronizationProvider", "RedisDistributedSynchronizationProvider", "SqlDistributedSynchronizationProvider",
        "AzureBlobLeaseDistributedSynchronizationProvider", "MySqlDistributedSynchronizationProvider", "OracleDistributedSynchronizationProvider",
        "ZooKeeperDistributedSynchronizationProvider", "MongoDistributedSynchronizationProvider",
    ];

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Creations =>
    [
        "Mutex", "Semaphore", "EventWaitHandle", "FileStream",
        "WaitHandleDistributedSynchronizationProvider", "FileDistributedSynchronizationProvider", "FileDistributedLock", "WaitHandleDistributedSemaphore", "EventWaitHandleDistributedLock",
    ];

    public override IReadOnlyList<string> Calls => ["Open"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        var subject = operation switch
        {
            IObjectCreationOperation creation when creation.Type.IsInNamespace("Medallion") =>
                RegistrationBranch.IsConditional(creation.Syntax) && CallSearch.Mentions(context, cancellationToken, SharedProviders) ? null : "'" + creation.Type!.Name + "'",
            IObjectCreationOperation { Type: { Name: "Mutex" or "Semaphore" or "EventWaitHandle" } type } creation when type.IsInNamespace("System") =>
                Spof4010Locks.Named(creation, context, cancellationToken),
            IObjectCreationOperation creation when context.Is(creation.Type, "System.IO.FileStream") => Spof4010Locks.File(creation.Arguments, context, cancellationToken),
            IInvocationOperation { TargetMethod.ContainingType: var type } call when context.Is(type, "System.IO.File") => Spof4010Locks.File(call.Arguments, context, cancellationToken),
            _ => null,
        };
        return subject is null || DevelopmentOnly.Covers(operation)
            ? null
            : Finding(operation.NameLocation(), Fix, subject) with { Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "lock") };
    }
}
