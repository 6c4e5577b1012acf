using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace SpofAnalyzers.Tests.Harness;

/// <summary>
/// Applies a fix to the places that one rule reports and compares the text. Before and after must compile, the diagnostic must be gone,
/// and fixing all places at once must give the same.
/// </summary>
internal sealed class FixTest<TAnalyzer, TFix>(string rule) : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>Additional files with their text before and after the fix.</summary>
    public IReadOnlyList<(string Path, string Before, string After)> Files { get; init; } = [];

    /// <summary>Libraries that no registry has, by the name of their assembly and the declarations that the case needs.</summary>
    public IReadOnlyList<(string Assembly, string Declarations)> Libraries { get; init; } = [];

    /// <summary>True where the fix only prepares what the owner must finish: the marks of the fixed program are what is still reported.</summary>
    public bool Remains { get; init; }

    /// <param name="before">Program with <c>[|spans|]</c> where the rule reports.</param>
    /// <param name="after">The fixed program; the same as before, marks included, where no fix may be offered.</param>
    public async Task VerifyAsync(string before, string after)
    {
        TestCode = Marked(before);
        FixedCode = Marked(after);
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        foreach (var state in new SolutionState[] { TestState, FixedState })
        {
            state.AdditionalReferences.AddRange(ReferenceBag.All);
            state.AdditionalReferences.AddRange(Libraries.Select(l => DeclaredLibrary.Of(l.Assembly, l.Declarations)));
            state.Sources.Add(("Usings.cs", RuleTest.Usings));
        }

        if (Remains)
        {
            FixedState.MarkupHandling = MarkupMode.Allow;
        }

        foreach (var (path, textBefore, textAfter) in Files)
        {
            TestState.AdditionalFiles.Add((path, textBefore));
            FixedState.AdditionalFiles.Add((path, textAfter));
        }

        DisabledDiagnostics.AddRange(new TAnalyzer().SupportedDiagnostics.Select(d => d.Id).Where(id => id != rule));
        TestState.OutputKind = before.Contains("CreateBuilder(args)", StringComparison.Ordinal)
            ? Microsoft.CodeAnalysis.OutputKind.ConsoleApplication : Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary;
        TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nspof.application_kind = server\n"));
        SolutionTransforms.Add((solution, id) => solution.WithProjectParseOptions(id, new CSharpParseOptions(LanguageVersion.CSharp11)));
        await RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The analyzer knows many rules: every mark names the one that is meant.</summary>
    private string Marked(string source) => source.Replace("[|", "{|" + rule + ":", StringComparison.Ordinal).Replace("|]", "|}", StringComparison.Ordinal);
}
