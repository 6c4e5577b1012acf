using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF2006: a database in the memory of the process is lost with it, and every instance has its own. Reported only where the code always
/// takes it: behind a flag it is a choice for development.
/// </summary>
internal sealed class Spof2006 : OperationRule
{
    public const string Id = "SPOF2006";

    private const string Fix = "Use a database outside of the process, and choose the in-memory one in development or tests only.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "In-memory database provider in production code",
        "{0} keeps its data in the memory of this process: a restart loses it, a second instance has none of it, and nothing takes over",
        "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An in-memory database lives and dies with one process.",
        helpLinkUri: HelpLinks.Of(Id));

    /// <summary>Beside one of these SQLite in memory is no store of record.</summary>
    private static readonly string[] OtherStores =
    [
        "UseSqlServer", "UseAzureSql", "UseNpgsql", "UseMySql", "UseMySQL", "UseOracle", "UseCosmos", "UseFirebird", "UseMongoDB", "SqlConnection", "NpgsqlConnection",
        "NpgsqlDataSource", "MySqlConnection", "OracleConnection", "MongoClient", "CosmosClient", "LiteDatabase",
    ];

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls => ["UseInMemoryDatabase", "UseSqlite"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (operation is not IInvocationOperation { TargetMethod: { } method } call || SampleProjects.Is(context.Compilation))
        {
            return null;
        }

        var isMemory = method.ContainingType.Name switch
        {
            "InMemoryDbContextOptionsExtensions" => true,
            "SqliteDbContextOptionsBuilderExtensions" => IsMemory(call, context, cancellationToken) && !WrittenNames.Of(context).HasAny(OtherStores, cancellationToken),
            _ => false,
        };
        if (!isMemory || DevelopmentOnly.Covers(operation) || ConnectionNames.IsDesignTime(operation)
            || !UnconditionalCode.Contains(operation, context, cancellationToken))
        {
            return null;
        }

        var name = ConnectionNames.ContextType(operation, context)?.Name;
        return Finding(operation.NameLocation(), Fix, name ?? "The context") with
        {
            Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "database").Add("clientName", name),
        };
    }

    /// <summary>A text that names no file, or a connection that was created with such a text in sight.</summary>
    private static bool IsMemory(IInvocationOperation call, FactContext context, CancellationToken cancellationToken)
    {
        var text = call.Arguments.Argument("connectionString") ?? TextOf(call.Arguments.Argument("connection"));
        return text is not null && new AddressWalk(context, cancellationToken).FullText(text) is { } known && SqliteText.IsMemory(known);
    }

    private static IOperation? TextOf(IOperation? connection) => connection?.Core() switch
    {
        ILocalReferenceOperation local when LocalWrites.Single(local) is { } written && written.Core() is IObjectCreationOperation => TextOf(written),
        IObjectCreationOperation { Type.Name: "SqliteConnection" } creation => creation.Arguments.Argument("connectionString"),
        _ => null,
    };
}
