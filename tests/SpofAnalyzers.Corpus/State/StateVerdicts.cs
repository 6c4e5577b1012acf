using SpofAnalyzers.Tests.Harness;
using SpofAnalyzers.Tests.Rules;

namespace SpofAnalyzers.Corpus.State;

/// <summary>The examples of critical and of benign state, with every rule on; judged are the rules about state in memory.</summary>
internal static class StateVerdicts
{
    private static readonly HashSet<string> Judged = ["SPOF4001", "SPOF4002", "SPOF4008"];

    public static IEnumerable<Spof4001Case> Cases => [.. Spof4001CriticalCases.All, .. Spof4001BenignCases.All];

    /// <summary>An example that is critical and that no rule reports, with the reason.</summary>
    public static IEnumerable<Spof4001Case> KnownMisses => Cases.Where(c => c.Expected.StartsWith("known miss:", StringComparison.Ordinal));

    /// <summary>An example that counts as benign and is reported all the same.</summary>
    public static IEnumerable<Spof4001Case> KnownFalseAlarms => Spof4001BenignCases.All.Where(c => Owner(c) is not null);

    public static async Task<IReadOnlyList<Verdict>> RunAsync()
    {
        var verdicts = new List<Verdict>();
        foreach (var row in Cases)
        {
            var test = new RuleTest { Analyzer = AllRules.Analyzers[0], Others = AllRules.Analyzers.RemoveAt(0) };
            var found = (await test.RunAsync(row.Source)).Select(d => d.Id).ToHashSet();
            var isCritical = row.Number.StartsWith('P');
            verdicts.Add(new Verdict(row.Number, Judged, isCritical ? [Owner(row) ?? "SPOF4001"] : new HashSet<string>(), found));
        }

        return verdicts;
    }

    /// <summary>The rule that the row names; null for known misses and benign rows.</summary>
    private static string? Owner(Spof4001Case row) => row.Expected[..8] is var rule && Judged.Contains(rule) ? rule : null;
}
