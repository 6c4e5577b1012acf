using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF5006: every replica migrates when it starts. A migration that fails, or a database that is away, keeps all of them from starting, and new
/// schema meets old code while the others still run. Off by default: with one replica it is a fair choice.
/// </summary>
internal sealed class Spof5006 : OperationRule
{
    public const string Id = "SPOF5006";

    private const string Fix = "Migrate once per deployment: a job, an init container or a migration bundle that runs before the new version starts.";

    private static readonly string[] Questions =
    [
        "GetPendingMigrations", "GetPendingMigrationsAsync", "IsRelational", "IsNpgsql", "IsSqlServer", "CanConnect", "CanConnectAsync",
    ];

    private static readonly string[] Endpoints =
    [
        "MapGet", "MapPost", "MapControllers", "MapControllerRoute", "MapDefaultControllerRoute", "MapGrpcService", "MapHub", "MapRazorPages",
        "MapRazorComponents", "MapGroup",
    ];

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Every replica migrates the database at start",
        "'{0}' runs when the service starts: every replica changes the schema, and none starts while the database is away or the migration fails",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "A schema that each replica migrates at its start makes the start of all of them depend on the database and on the migration.",
        helpLinkUri: HelpLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls => ["Migrate", "MigrateAsync", "EnsureCreated", "EnsureCreatedAsync"];

    public override IReadOnlyList<string> Assemblies => ["Microsoft.EntityFrameworkCore"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken) =>
        operation is IInvocationOperation call
        && call.TargetMethod.ContainingType.Name is "RelationalDatabaseFacadeExtensions" or "DatabaseFacade"
        && CodePhase.Of(call, context, cancellationToken) == UsePhase.Startup
        && !IsChosen(call)
        && !DevelopmentOnly.Covers(call)
        && AnswersRequests(context, cancellationToken)
            ? Finding(call.NameLocation(), Fix, call.TargetMethod.Name)
            : null;

    /// <summary>True under a condition that may be a switch for one process of many; one that asks the database itself is none.</summary>
    private static bool IsChosen(IOperation call)
    {
        for (IOperation? at = call.Parent, below = call; at is not null; below = at, at = at.Parent)
        {
            if ((at is IConditionalOperation choice && below != choice.Condition
                    && DevelopmentOnly.IsTrueInDevelopmentOnly(choice.Condition) is null && !AsksDatabase(choice.Condition))
                || at is ISwitchCaseOperation or ISwitchExpressionArmOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static bool AsksDatabase(IOperation condition) =>
        condition.DescendantsAndSelf().OfType<IInvocationOperation>().Any(c => Questions.Contains(c.TargetMethod.Name));

    /// <summary>A program that only migrates is the remedy and not the risk.</summary>
    private static bool AnswersRequests(FactContext context, CancellationToken cancellationToken) =>
        Endpoints.Any(n => CallSearch.Of(n, context, cancellationToken).Any());
}
