using SpofAnalyzers.Rules;

namespace SpofAnalyzers.Tests.Harness;

/// <summary>Runs one rule of the catalogue over the configuration files of a web application and compares what it reports with the marked values.</summary>
internal sealed class SettingsTest(string rule)
{
    /// <summary>Statements of the program, after the host was made.</summary>
    public string Program { get; init; } = "";

    public IReadOnlyList<string> Options { get; init; } = [];

    /// <param name="files">Path and text, with <c>[|"value"|]</c> where the rule reports.</param>
    public async Task VerifyAsync(params (string Path, string Marked)[] files)
    {
        var sources = files.Select(f => (f.Path, Source: MarkedSource.Parse(f.Marked))).ToArray();
        var test = new RuleTest
        {
            Analyzer = new DefaultRulesAnalyzer(), Rule = rule, Options = Options, AdditionalFiles = [.. sources.Select(s => (s.Path, s.Source.Text))],
        };
        var found = await test.RunAsync("var builder = WebApplication.CreateBuilder(args);\n" + Program + "\nbuilder.Build().Run();");
        var expected = sources.SelectMany(s => s.Source.Spans.Select(p => s.Path + " " + s.Source.Text.Substring(p.Span.Start, p.Span.Length)));
        var actual = found.Select(d =>
        {
            var path = d.Location.GetLineSpan().Path;
            return path + " " + sources.Single(s => s.Path == path).Source.Text.Substring(d.Location.SourceSpan.Start, d.Location.SourceSpan.Length);
        });
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }
}
