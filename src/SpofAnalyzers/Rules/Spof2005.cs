using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Spof.Text;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF2005: a database file lives on the disk of one machine. Whoever needs its data waits for that disk, and a second instance elsewhere
/// starts without them.
/// </summary>
internal sealed class Spof2005 : OperationRule
{
    public const string Id = "SPOF2005";

    private const string Fix = "Keep the state of a server in a database that several machines can reach, or declare the service as one node on purpose.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Server state lives in an embedded or attached database file",
        "{0} keeps its data in {1}: nothing takes over when that machine or its disk is lost, and an instance on another machine has none of them",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "An embedded database is a file of one machine.",
        helpLinkUri: HelpLinks.Of(Id));

    private static readonly string[] Providers =
        ["UseSqlite", "UseSqlServer", "UseAzureSql", "UseNpgsql", "UseMySql", "UseMySQL", "UseOracle", "UseCosmos", "UseInMemoryDatabase", "UseFirebird", "UseMongoDB"];

    private static readonly string[] Connections = ["SqliteConnection", "SqlConnection", "NpgsqlConnection", "MySqlConnection", "OracleConnection", "LiteDatabase"];

    /// <summary>Words of what can be lost or is local by nature.</summary>
    private static readonly HashSet<string> Expendable = new(StringComparer.Ordinal)
    {
        "cache", "caches", "cached", "caching", "queue", "queues", "outbox", "log", "logs", "logging", "temp", "tmp", "buffer", "spool", "offline", "index", "metrics",
        "telemetry", "local",
    };

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls => ["UseSqlite", "AddSqlite", "UseSqlServer", "AddSqlServer"];

    public override IReadOnlyList<string> Creations => ["SqliteConnection", "LiteDatabase", "SqlConnection"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        if (AddressOf(operation, context, cancellationToken) is not var (address, isEmbedded) || ConnectionValues.IsIgnored(address.Key, context))
        {
            return null;
        }

        foreach (var (text, source) in ConnectionValues.Of(address, context))
        {
            var place = isEmbedded ? FileOf(text) : Attached(text);
            if (place is null || DevelopmentOnly.Covers(operation) || ConnectionNames.IsDesignTime(operation) || SampleProjects.Is(context.Compilation))
            {
                continue;
            }

            var type = ConnectionNames.ContextType(operation, context) ?? operation.EnclosingSymbol()?.ContainingType;
            if (IsExpendable(place) || (type is not null && IsExpendable(type.Name)) || IsOneOfSeveral(operation, cancellationToken))
            {
                return null;
            }

            var name = ConnectionNames.ContextType(operation, context)?.Name ?? ConnectionNames.Of(operation, StoreTechnology.SqlServer, address);
            return Finding(operation.NameLocation(), Fix, name is nameof(StoreTechnology.SqlServer) ? "The service" : name, Describe(place, isEmbedded)) with
            {
                Severity = !isEmbedded && source is not null ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
                AdditionalLocations = ImmutableArray.Create(source?.Location ?? address.Location),
                Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "database").Add("clientName", name).Add("configKey", address.Key),
            };
        }

        return null;
    }

    private static (AddressFact Address, bool IsEmbedded)? AddressOf(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        var (owner, arguments) = operation switch
        {
            IInvocationOperation call => (call.TargetMethod.ContainingType.Name, call.Arguments),
            IObjectCreationOperation creation => (creation.Type?.Name, creation.Arguments),
            _ => default,
        };
        if (owner is "SqliteDbContextOptionsBuilderExtensions" or "SqliteServiceCollectionExtensions" or "SqliteConnection" or "LiteDatabase")
        {
            return arguments.Argument("connectionString") is { Type.SpecialType: SpecialType.System_String } text
                ? (AddressResolver.Resolve(text, context, cancellationToken), true) : null;
        }

        return ConnectionFacts.From(operation, context, cancellationToken) is { Technology: StoreTechnology.SqlServer } fact ? (fact.Address, false) : null;
    }

    /// <summary>Path of the file that SQLite or LiteDB opens; LiteDB also takes the path alone.</summary>
    private static string? FileOf(string text) =>
        SqliteText.IsMemory(text) || text.Trim() == ":temp:" ? null
        : text.IndexOf('=') < 0 ? (text.Trim().Length > 0 ? text.Trim() : null)
        : SqliteText.File(text) is { Length: > 0 } file && file != ":temp:" ? file : null;

    private static string? Attached(string text)
    {
        var keywords = ConnectionKeywords.Read(text);
        return keywords is null ? null
            : keywords.First("server", "datasource", "address", "addr", "networkaddress")?.StartsWith("(localdb)", StringComparison.OrdinalIgnoreCase) == true ? "(localdb)"
            : keywords.First("attachdbfilename", "initialfilename", "extendedproperties");
    }

    private static string Describe(string place, bool isEmbedded)
    {
        if (place == "(localdb)")
        {
            return "LocalDB, which runs on a developer's machine only";
        }

        var file = place.Substring(place.LastIndexOfAny(['/', '\\', '|']) + 1);
        var kind = isEmbedded ? "the database file" : "the attached database file";
        return file.Length is 0 or > 80 || Redaction.LooksSecret(file) ? kind + " of one machine" : kind + " '" + file + "' of one machine";
    }

    /// <summary>One arm of a provider switch: the type, or the top-level program, has another provider.</summary>
    private static bool IsOneOfSeveral(IOperation operation, CancellationToken cancellationToken)
    {
        var tree = operation.Syntax.SyntaxTree;
        var names = TreeNames.Of(tree, cancellationToken);
        var scope = (operation.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? tree.GetRoot(cancellationToken)).Span;
        var own = operation is IInvocationOperation call ? call.TargetMethod.Name : operation.Type?.Name;
        return Providers.Where(p => p != own).Any(p => names.Calls(p).Any(c => scope.Contains(c.Span) && c != operation.Syntax && !c.Span.Contains(operation.Syntax.Span)))
            || Connections.Where(c => c != own).Any(t => names.Creations(t).Any(c => scope.Contains(c.Span) && !operation.Syntax.Span.Contains(c.Span)));
    }

    private static bool IsExpendable(string name) => KeyWords.Of(name).Any(Expendable.Contains);
}
