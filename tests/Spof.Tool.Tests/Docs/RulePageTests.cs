using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Spof.Reporting;
using Spof.Tool.Risks;
using Spof.Tool.Settings;
using SpofAnalyzers.Rules;

namespace Spof.Tool.Tests.Docs;

/// <summary>Rule, page, README and help link stay in step.</summary>
public sealed partial class RulePageTests
{
    private static readonly string[] Headings = ["What stops", "Why", "Bad", "Good", "Fix it in the manifest", "Options", "When to accept", "Evidence needed"];

    private static readonly DiagnosticAnalyzer[] Analyzers =
    [
        .. typeof(Spof1001Analyzer).Assembly.GetTypes()
            .Where(t => typeof(DiagnosticAnalyzer).IsAssignableFrom(t) && !t.IsAbstract)
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    private static readonly DiagnosticDescriptor[] Descriptors = [.. Analyzers.SelectMany(a => a.SupportedDiagnostics)];

    public static TheoryData<string> Rules => [.. RuleBook.All.Select(p => p.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_page_has_every_section(string rule)
    {
        var page = RuleBook.Find(rule)!;
        Assert.All(Headings, h => Assert.True(page.Sections.TryGetValue(h, out var text) && text.Length > 0, $"{rule} lacks '{h}'"));
        Assert.StartsWith($"# {rule}: ", page.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_analyzer_has_its_page_with_the_same_title_and_link()
    {
        Assert.Equal(
            RuleBook.All.Select(p => p.Id).Where(id => id[4] < '6').Order(StringComparer.Ordinal), Descriptors.Select(d => d.Id).Order(StringComparer.Ordinal));
        Assert.All(Descriptors, d =>
        {
            Assert.Equal(d.Title.ToString(System.Globalization.CultureInfo.InvariantCulture), RuleBook.Find(d.Id)?.Title);
            Assert.Equal(RuleBook.HelpLink(d.Id), d.HelpLinkUri);
            Assert.Equal("Reliability", d.Category);
        });
    }

    /// <summary>The page says the severity that the compiler shows without any configuration, first word first.</summary>
    [Fact]
    public void A_page_says_the_default_severity_of_its_analyzer()
    {
        Assert.All(Descriptors, d => Assert.StartsWith(
            d.IsEnabledByDefault ? d.DefaultSeverity.ToString() : "None", RuleTable.Cell(RuleBook.Find(d.Id)!, "Default severity"), StringComparison.Ordinal));
    }

    /// <summary>What an analyzer reports at the end of a compilation, an editor does not show while the code is typed.</summary>
    [Fact]
    public void A_page_says_whether_an_editor_shows_the_rule_while_typing()
    {
        Assert.All(Analyzers, a => Assert.All(a.SupportedDiagnostics, d => Assert.Equal(
            WaitsForTheEnd(a.GetType()) ? "only in a build" : "yes", RuleTable.Cell(RuleBook.Find(d.Id)!, "Live in the IDE"))));
        Assert.True(WaitsForTheEnd(typeof(AtTheEnd)));
    }

    /// <summary>True when code of the analyzer or of one of its bases registers an action for the whole compilation.</summary>
    private static bool WaitsForTheEnd(Type? analyzer)
    {
        for (var type = analyzer; type is not null && type != typeof(DiagnosticAnalyzer) && type != typeof(object); type = type.BaseType)
        {
            var bodies = type.GetNestedTypes(Everything).Append(type).SelectMany(t => t.GetMethods(Everything)).Where(m => m.GetMethodBody() is not null);
            if (bodies.Any(m => Calls(m).Any(c => c.Name is nameof(CompilationStartAnalysisContext.RegisterCompilationEndAction) or nameof(AnalysisContext.RegisterCompilationAction))))
            {
                return true;
            }
        }

        return false;
    }

    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Methods that the body may call: every token of one that its bytes hold, so that a call is never missed.</summary>
    private static IEnumerable<MethodBase> Calls(MethodInfo method)
    {
        var code = method.GetMethodBody()!.GetILAsByteArray()!;
        for (var at = 0; at + 4 <= code.Length; at++)
        {
            var token = BitConverter.ToInt32(code, at);
            if ((token >> 24) is 0x06 or 0x0A && Resolve(method.Module, token) is { } called)
            {
                yield return called;
            }
        }
    }

    private static MethodBase? Resolve(Module module, int token)
    {
        try
        {
            return module.ResolveMember(token) as MethodBase;
        }
        catch (Exception e) when (e is ArgumentException or BadImageFormatException)
        {
            return null; // Bytes that only look like a token.
        }
    }

    private static class AtTheEnd
    {
        public static void Register(AnalysisContext context) => context.RegisterCompilationAction(_ => { });
    }

    /// <summary>SPOF_WRITE_README=1 writes the table.</summary>
    [Fact]
    public void The_table_of_the_README_follows_the_pages()
    {
        var path = Path.Combine(Repository.Root, "README.md");
        var readme = File.ReadAllText(path);
        var wanted = RuleTable.Into(readme, RuleBook.All);
        if (Environment.GetEnvironmentVariable("SPOF_WRITE_README") == "1")
        {
            File.WriteAllText(path, wanted);
        }

        Assert.Equal(wanted, File.ReadAllText(path));
    }

    [Fact]
    public void Every_rule_that_a_page_or_a_message_names_exists()
    {
        var pages = Pages.All.Select(f => (File: f, Text: File.ReadAllText(f)));
        var messages = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(f => (File: f, Text: string.Join('\n', File.ReadLines(f).Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal) && l.Contains('"')))));
        Assert.All(pages.Concat(messages), source =>
            Assert.All(RuleId().Matches(source.Text), id => Assert.True(RuleBook.Find(id.Value) is not null, $"{Path.GetFileName(source.File)} names {id.Value}")));
    }

    [Fact]
    public void Every_command_that_a_page_shows_is_one()
    {
        var root = CommandLine.Create(TextWriter.Null, TextWriter.Null);
        var shown = Pages.All.SelectMany(File.ReadLines).Select(l => Command().Match(l)).Where(m => m.Success).Select(m => m.Groups["args"].Value.Split('#')[0]).ToArray();
        Assert.True(shown.Length > 5);
        Assert.All(shown, line => Assert.True(root.Parse(line).Errors.Count == 0, line));
    }

    [Fact]
    public void The_settings_that_the_usage_page_shows_are_read()
    {
        var usage = File.ReadAllText(Path.Combine(Repository.Root, "docs", "usage.md"));
        var blocks = usage.Split("```yaml\n").Skip(1).Select(b => b[..b.IndexOf("```", StringComparison.Ordinal)]).ToArray();
        Assert.Equal(2, blocks.Length);
        Assert.NotEmpty(SettingsReader.Read("spof.yml", blocks[0]).Nodes);
        var risks = RisksReader.Read("risks.yml", blocks[1], new DateOnly(2026, 11, 24));
        Assert.Equal((2, 0), (risks.Entries.Length, risks.Remarks.Length));
    }

    [GeneratedRegex(@"SPOF\d{4}")]
    private static partial Regex RuleId();

    [GeneratedRegex(@"^(spof|dotnet run --project src/Spof\.Tool --) (?<args>(scan|fail|explain).*)")]
    private static partial Regex Command();
}
