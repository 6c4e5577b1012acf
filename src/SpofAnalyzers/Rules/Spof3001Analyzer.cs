using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Reports SPOF3001 at the registration or construction of a client.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Spof3001Analyzer : SpofAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Spof3001.Descriptor);

    private protected override void Start(CompilationStartAnalysisContext context, FactContext facts)
    {
        if (facts.Options.ApplicationKind != ApplicationKind.Server)
        {
            return;
        }

        context.RegisterOperationAction(
            operation =>
            {
                foreach (var client in HttpFacts.IntroducedBy(operation.Operation, facts, operation.CancellationToken))
                {
                    if (Spof3001.Judge(client, facts) is { } finding)
                    {
                        operation.ReportDiagnostic(finding.ToDiagnostic(facts.Compilation));
                    }
                }
            },
            OperationKind.Invocation,
            OperationKind.ObjectCreation);
    }
}
