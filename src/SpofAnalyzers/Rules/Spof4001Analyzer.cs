using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// Reports SPOF4001 type by type. Code is bound only for types with a candidate: to be handed the code of each type by the compiler, which a
/// symbol's start and end are for, costs an editor more than all other rules together.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Spof4001Analyzer : SpofAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Spof4001.Descriptor);

    private protected override void Start(CompilationStartAnalysisContext context, FactContext facts)
    {
        if (!StateFacts.Applies(facts))
        {
            return;
        }

        var index = StateIndex.Of(facts);
        context.RegisterSymbolAction(
            symbol =>
            {
                foreach (var fact in StateFacts.OfType((INamedTypeSymbol)symbol.Symbol, index, symbol.CancellationToken))
                {
                    if (Spof4001.Judge(fact, facts) is { } finding)
                    {
                        symbol.ReportDiagnostic(finding.ToDiagnostic(facts.Compilation));
                    }
                }
            },
            SymbolKind.NamedType);
    }
}
