using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Reports SPOF1001 at constants, from the calls, creations and assignments that they reach.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Spof1001Analyzer : SpofAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Spof1001.Descriptor);

    private protected override void Start(CompilationStartAnalysisContext context, FactContext facts)
    {
        if (facts.Options.ApplicationKind != ApplicationKind.Server)
        {
            return;
        }

        // A constant that reaches several sinks is reported from one of them; asking for that one again reports again.
        var reporters = new ConcurrentDictionary<Location, Location>();
        context.RegisterOperationAction(
            operation =>
            {
                if (EndpointSinks.Of(operation.Operation, facts, operation.CancellationToken) is { } sink
                    && Spof1001.Judge(sink, facts)?.In(facts.Compilation) is { } finding
                    && reporters.GetOrAdd(finding.Location, sink.Location).Equals(sink.Location))
                {
                    operation.ReportDiagnostic(finding.ToDiagnostic(facts.Compilation));
                }
            },
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.SimpleAssignment);
    }
}
