using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Reports SPOF2001 at the call or construction that makes the connection.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Spof2001Analyzer : SpofAnalyzer
{
    private static readonly string[] KnownTypes =
    [
        "Microsoft.EntityFrameworkCore.SqlServerDbContextOptionsExtensions", "Microsoft.EntityFrameworkCore.NpgsqlDbContextOptionsBuilderExtensions",
        "Microsoft.EntityFrameworkCore.MySqlDbContextOptionsBuilderExtensions", "Microsoft.Data.SqlClient.SqlConnection",
        "System.Data.SqlClient.SqlConnection", "Npgsql.NpgsqlConnection", "MySqlConnector.MySqlConnection", "MySql.Data.MySqlClient.MySqlConnection",
    ];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Spof2001.Descriptor);

    private protected override void Start(CompilationStartAnalysisContext context, FactContext facts)
    {
        if (facts.Options.ApplicationKind != ApplicationKind.Server || !KnownTypes.Any(t => facts.Type(t) is not null))
        {
            return;
        }

        context.RegisterOperationAction(
            operation =>
            {
                if (ConnectionFacts.From(operation.Operation, facts, operation.CancellationToken) is { } connection
                    && Spof2001.Judge(connection, facts)?.In(facts.Compilation) is { } finding)
                {
                    operation.ReportDiagnostic(finding.ToDiagnostic(facts.Compilation));
                }
            },
            OperationKind.Invocation,
            OperationKind.ObjectCreation);
    }
}
