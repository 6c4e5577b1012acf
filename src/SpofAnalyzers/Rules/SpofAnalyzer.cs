using Microsoft.CodeAnalysis.Diagnostics;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Base of every rule: concurrency, generated code, exempt projects and the shared context are settled here.</summary>
public abstract class SpofAnalyzer : DiagnosticAnalyzer
{
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (FactContexts.Of(start.Compilation, start.Options) is { } facts)
            {
                Start(start, facts);
            }
        });
    }

    /// <summary>Registers actions when the compilation knows a type that the rule is about; nothing otherwise.</summary>
    private protected abstract void Start(CompilationStartAnalysisContext context, FactContext facts);
}
