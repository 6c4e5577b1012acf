using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SpofAnalyzers.Rules;

/// <summary>Takes out of a build what <c>[AcceptSpof]</c> accepts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AcceptSpofSuppressor : DiagnosticSuppressor
{
    private static readonly ImmutableDictionary<string, SuppressionDescriptor> ByRule = typeof(SpofAnalyzer).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(SpofAnalyzer)) && !t.IsAbstract)
        .SelectMany(t => ((DiagnosticAnalyzer)Activator.CreateInstance(t)).SupportedDiagnostics)
        .Select(d => d.Id)
        .Distinct(StringComparer.Ordinal)
        .ToImmutableDictionary(id => id, id => new SuppressionDescriptor(id + "ACCEPTED", id, "The risk is accepted by an [AcceptSpof] attribute."), StringComparer.Ordinal);

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ByRule.Values.ToImmutableArray();

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (ByRule.TryGetValue(diagnostic.Id, out var descriptor)
                && AcceptanceInCode.Of(diagnostic.Id, diagnostic.Location, context.Compilation, context.GetSemanticModel, context.CancellationToken) is not null)
            {
                context.ReportSuppression(Suppression.Create(descriptor, diagnostic));
            }
        }
    }
}
