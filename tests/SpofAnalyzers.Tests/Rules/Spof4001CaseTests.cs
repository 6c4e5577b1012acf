using Microsoft.CodeAnalysis;
using SpofAnalyzers.Rules;
using SpofAnalyzers.Tests.Harness;

namespace SpofAnalyzers.Tests.Rules;

public sealed class Spof4001CaseTests
{
    public static TheoryData<Spof4001Case> Critical => [.. Spof4001CriticalCases.All];

    public static TheoryData<Spof4001Case> Benign => [.. Spof4001BenignCases.All];

    [Theory, MemberData(nameof(Critical))]
    public Task Critical_state_is_reported_unless_it_is_another_matter_or_a_known_miss(Spof4001Case row) => Verify(row);

    [Theory, MemberData(nameof(Benign))]
    public Task Benign_state_is_not_reported(Spof4001Case row) => Verify(row);

    [Fact]
    public void Every_row_of_the_two_lists_is_there()
    {
        Assert.Equal(32, Spof4001CriticalCases.All.Select(c => c.Number.TrimEnd('b')).Distinct().Count());
        Assert.Equal(35, Spof4001BenignCases.All.Select(c => c.Number.TrimEnd('b')).Distinct().Count());
    }

    private static async Task Verify(Spof4001Case row)
    {
        DiagnosticSeverity? severity = row.Expected switch
        {
            "SPOF4001 A" => DiagnosticSeverity.Warning,
            "SPOF4001 B" => DiagnosticSeverity.Info,
            _ => null,
        };
        var marks = MarkedSource.Parse(row.Source).Spans.Select(s => s.Span);
        Assert.Equal(severity is null ? 0 : 1, marks.Count());
        var found = await new RuleTest { Analyzer = new Spof4001Analyzer() }.RunAsync(row.Source);
        Assert.Equal(marks.Select(m => (severity!.Value, m)), found.Select(d => (d.Severity, d.Location.SourceSpan)));
        if (row.Expected.Split(':')[0] is var owner and ("SPOF4002" or "SPOF4008"))
        {
            Assert.Single(await new RuleTest { Analyzer = new DefaultRulesAnalyzer(), Rule = owner }.RunAsync(row.Source));
        }
    }
}
