using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Reports SPOF4001 type by type: code is collected only for types that declare a candidate, and judged at the type's end.</summary>
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
        context.RegisterSymbolStartAction(
            symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                if (!StateFacts.Candidates(type, index, symbol.CancellationToken).Any())
                {
                    return;
                }

                var bodies = new ConcurrentBag<CodeBody>();
                symbol.RegisterOperationBlockAction(block => bodies.Add(new CodeBody(block.OwningSymbol, block.OperationBlocks)));
                symbol.RegisterSymbolEndAction(end =>
                {
                    foreach (var fact in StateFacts.OfType(type, bodies, index, end.CancellationToken))
                    {
                        if (Spof4001.Judge(fact, facts) is { } finding)
                        {
                            end.ReportDiagnostic(finding.ToDiagnostic(facts.Compilation));
                        }
                    }
                });
            },
            SymbolKind.NamedType);
    }
}
