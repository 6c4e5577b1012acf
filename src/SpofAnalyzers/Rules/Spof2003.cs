using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF2003: without a retrying execution strategy a context fails with the first transient fault, such as the seconds in which a database
/// fails over, so that a standby does not help the requests of that moment.
/// </summary>
internal sealed class Spof2003 : OperationRule
{
    public const string Id = "SPOF2003";

    /// <summary>Property of diagnostics in code with transactions of its own, which a retrying strategy refuses.</summary>
    public const string Transactions = "transactions";

    private const string Fix =
        "Call 'EnableRetryOnFailure()' on the provider's options. Transactions that the code begins itself must then run inside 'CreateExecutionStrategy().Execute…'.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "EF Core context does not retry transient faults",
        "{0} has no retrying execution strategy, so a failover of its {1} database that takes a few seconds fails every query of these seconds; 'EnableRetryOnFailure' would repeat them",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The relational providers of EF Core do not retry by default, except those of Azure SQL.",
        helpLinkUri: HelpLinks.Of(Id));

    private static readonly string[] OwnTransactions = ["BeginTransaction", "BeginTransactionAsync", "UseTransaction", "UseTransactionAsync", "TransactionScope"];

    private static readonly string[] RetriesSetElsewhere =
    [
        "EnableRetryOnFailureByDefault", "IExecutionStrategyFactory", "EnrichSqlServerDbContext", "EnrichNpgsqlDbContext", "EnrichAzureNpgsqlDbContext",
        "EnrichMySqlDbContext",
    ];

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls => ["UseSqlServer", "AddSqlServer", "UseNpgsql", "AddNpgsql", "UseMySql"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (operation is not IInvocationOperation { TargetMethod: { } method } call
            || ConnectionApis.Method(method) is not { } api || !api.Technology.IsRelational()
            || !IsToldWhere(call)
            || Spof2003Strategy.MayRetry(call, context, cancellationToken)
            || DevelopmentOnly.Covers(operation) || ConnectionNames.IsDesignTime(operation) || IsMigrator(context)
            || WrittenNames.Of(context).HasAny(RetriesSetElsewhere, cancellationToken))
        {
            return null;
        }

        var name = ConnectionNames.ContextType(operation, context)?.Name;
        var properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "database").Add("clientName", name);
        return Finding(operation.NameLocation(), Fix, name ?? "The context", Product(api.Technology)) with
        {
            Properties = WrittenNames.Of(context).HasAny(OwnTransactions, cancellationToken) ? properties.Add(Transactions, "true") : properties,
        };
    }

    /// <summary>A connection that is passed belongs to someone else, and a context without one is completed elsewhere.</summary>
    private static bool IsToldWhere(IInvocationOperation call) =>
        (call.Arguments.Argument("connectionString") ?? call.Arguments.Argument("dataSource")) is { ConstantValue: not { HasValue: true, Value: null } };

    /// <summary>A program that migrates and ends is started again when it fails.</summary>
    private static bool IsMigrator(FactContext context) =>
        context.Compilation.AssemblyName is { } name
        && (name.IndexOf("Migrat", StringComparison.OrdinalIgnoreCase) >= 0 || name.EndsWith("DbUp", StringComparison.OrdinalIgnoreCase));

    private static string Product(StoreTechnology technology) => technology switch
    {
        StoreTechnology.SqlServer => "SQL Server",
        StoreTechnology.PostgreSql => "PostgreSQL",
        _ => "MySQL",
    };
}
