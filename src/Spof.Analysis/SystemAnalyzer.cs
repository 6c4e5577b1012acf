using Spof.Analysis.CutSets;
using Spof.Analysis.Findings;
using Spof.Model;

namespace Spof.Analysis;

/// <summary>Answers, for every entry point of a system, what stops it when it is lost.</summary>
public static class SystemAnalyzer
{
    /// <summary>
    /// Finds all minimal cut sets up to <see cref="AnalysisOptions.MaxOrder"/> and says what is worth saying about them. The same
    /// system always gives the same assessment.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The order asked for is neither 1 nor 2.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static Assessment Analyse(SystemModel system, AnalysisOptions options, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxOrder, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxOrder, 2);
        var targets = system.Targets.Select(t => TargetAnalysis.Of(t, options.MaxOrder, cancellation)).ToArray();
        return new Assessment
        {
            System = system,
            Targets = [.. targets.Select(t => t.Assessment)],
            Findings = SystemFindings.Of(system, targets),
        };
    }
}
