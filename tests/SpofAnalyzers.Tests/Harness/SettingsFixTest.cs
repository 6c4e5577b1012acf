using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using SpofAnalyzers.Rules;

namespace SpofAnalyzers.Tests.Harness;

/// <summary>Applies a fix to what one rule reports in a configuration file, and looks whether the rule is silent then.</summary>
internal sealed class SettingsFixTest(string rule, CodeFixProvider fix)
{
    private const string Path = "appsettings.json";

    /// <param name="before">The file as it is reported.</param>
    /// <param name="after">The fixed file; null where no fix may be offered.</param>
    public async Task VerifyAsync(string before, string? after)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("Shop", LanguageNames.CSharp);
        var file = project.AddAdditionalDocument(Path, SourceText.From(before));
        var actions = new List<CodeAction>();
        var found = Assert.Single(await FindAsync(before));
        await fix.RegisterCodeFixesAsync(new CodeFixContext(file, found, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        if (after is null)
        {
            Assert.Empty(actions);
            return;
        }

        var operations = await Assert.Single(actions).GetOperationsAsync(TestContext.Current.CancellationToken);
        var solution = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        var text = (await solution.GetAdditionalDocument(file.Id)!.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
        Assert.Equal(after, text);
        Assert.Empty(await FindAsync(text));
    }

    private async Task<IReadOnlyList<Diagnostic>> FindAsync(string text) => await new RuleTest
    {
        Analyzer = new DefaultRulesAnalyzer(), Rule = rule, AdditionalFiles = [(Path, text)],
    }.RunAsync("var builder = WebApplication.CreateBuilder(args);\nbuilder.Build().Run();");
}
